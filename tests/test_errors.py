"""Bad files beside exactly what is printed: ``errors/<name>.yaml`` and ``<name>.txt``.

A gallery of messages and a test in one. NAMNDKIT_UPDATE_GOLDENS=1 writes the .txt files anew.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from namndkit.case.sentences import SENTENCES
from namndkit.pipeline import check
from namndkit.rules import RULES

GALLERY = Path(__file__).resolve().parent / "errors"
BAD = sorted(GALLERY.glob("*.yaml"))


def test_there_is_a_gallery() -> None:
    assert len(BAD) >= 30
    assert {path.stem for path in BAD} == {path.stem for path in GALLERY.glob("*.txt")}


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_bad_file_prints_exactly_its_text(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "dokument.docx"
    done = subprocess.run(
        [sys.executable, "-m", "namndkit", "render", path.name, "-o", str(target)],
        cwd=GALLERY,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "NO_COLOR": "1", "COLUMNS": "300"},
        timeout=60,
        check=False,
    )
    printed = done.stderr.decode().replace(f"{tmp_path}{os.sep}", "")
    assert done.stdout == b""
    wanted = path.with_suffix(".txt")
    text = f"$ namndkit render {path.name}\n{printed}(slutkod {done.returncode})\n"
    if os.environ.get("NAMNDKIT_UPDATE_GOLDENS"):
        wanted.write_text(text, encoding="utf-8", newline="\n")
    assert text == wanted.read_text(encoding="utf-8")
    assert "Traceback" not in printed
    assert "NK900" not in printed
    if "Inget dokument skrevs." in printed:
        assert done.returncode == 1
        assert not target.exists()
    else:
        assert done.returncode == 0
        assert " fel" not in printed


NEAR = sorted((GALLERY.parent / "near_misses").glob("*.yaml"))


@pytest.mark.parametrize("path", NEAR, ids=lambda path: path.stem)
def test_near_miss_gives_nothing(path: Path) -> None:
    checked = check(path.read_bytes(), path.name, path.parent)
    assert checked.case is not None
    assert [(one.code, one.position.line, one.message) for one in checked.diagnostics] == []


def test_there_are_near_misses() -> None:
    assert len(NEAR) >= 8


ELSEWHERE = ("NK312", "NK313", "NK4", "NK5", "NK6", "NK9")
"""Several cases together, templates, files, finished documents and namndkit itself: no single case's fault."""


def test_every_code_has_a_case() -> None:
    shown = "".join(path.read_text(encoding="utf-8") for path in GALLERY.glob("*.txt"))
    assert len(RULES) > 60
    lacking = [code for code in RULES if f" {code}: " not in shown]
    assert [code for code in lacking if not code.startswith(ELSEWHERE)] == []
    tests = [path for path in GALLERY.parent.glob("test_*.py") if path != Path(__file__)]
    tried = "".join(path.read_text(encoding="utf-8") for path in tests)
    assert [code for code in lacking if code not in tried] == []


def test_every_code_in_the_source_is_a_rule_and_every_rule_is_used() -> None:
    package = GALLERY.parents[1] / "src" / "namndkit"
    files = [path for path in package.rglob("*.py") if "rules" not in path.parts]
    used = {
        code for path in files for code in re.findall(r"NK\d{3}", path.read_text(encoding="utf-8"))
    }
    assert used == RULES.keys()


def test_findings_have_the_severity_of_their_rule() -> None:
    seen = set()
    for path in BAD:
        for one in check(path.read_bytes(), path.name, path.parent).diagnostics:
            assert one.severity is RULES[one.code].severity, one.code
            seen.add(one.code)
    assert len(seen) > 45


@pytest.mark.parametrize("code", RULES)
def test_every_rule_is_explained_with_a_bad_and_a_good_example(code: str) -> None:
    text = RULES[code].text
    assert re.search(r"^Fel:\n    .+(\n    .+)*\nRätt:\n    .+", text, re.MULTILINE), text
    assert 10 < len(RULES[code].title) < 70


def test_every_error_that_a_model_can_raise_has_its_sentence() -> None:
    """What the leaf types reject with, and what pydantic itself says of a missing or unknown key."""
    values = GALLERY.parents[1] / "src" / "namndkit" / "values"
    files = [*values.glob("case/*.py"), values / "amount.py", values / "count.py"]
    source = "".join(path.read_text(encoding="utf-8") for path in files)
    kinds = set(re.findall(r'(?:reject|Misread)\(\s*"(\w+)"', source))
    assert len(kinds) > 10
    assert kinds == SENTENCES.keys()
