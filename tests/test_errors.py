"""Bad files beside exactly what is printed: ``errors/<name>.yaml`` and ``<name>.txt``.

A gallery of messages and a test in one. NAMNDKIT_UPDATE_GOLDENS=1 writes the .txt files anew.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import old_document

GALLERY = Path(__file__).resolve().parent / "errors"
BAD = sorted(GALLERY.glob("*.yaml"))


def test_there_is_a_gallery() -> None:
    assert len(BAD) >= 30
    assert {path.stem for path in BAD} == {path.stem for path in GALLERY.glob("*.txt")}


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_bad_file_prints_exactly_its_text(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "dokument.docx"
    target.write_bytes(old_document())
    done = subprocess.run(
        [sys.executable, "-m", "namndkit", "render", path.name, "-o", str(target)],
        cwd=GALLERY,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "NO_COLOR": "1", "COLUMNS": "300"},
        timeout=60,
        check=False,
    )
    printed = done.stderr.decode().replace(str(target), "dokument.docx")
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
        assert target.read_bytes() == old_document()
    else:
        assert done.returncode == 0
        assert " fel" not in printed
