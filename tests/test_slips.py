"""One slip put into a good case is told at its own line, with a remedy that makes the case good again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from conftest import CASES, ROOT, read
from namndkit.cli import main
from namndkit.pipeline import check
from namndkit.values.case.places import is_key
from namndkit.values.diagnostic import Diagnostic

SAMPLES = sorted((ROOT / "src/namndkit/pipeline/sample").glob("*.yaml"))
GOOD = [*CASES, *SAMPLES]
SHIFTED = (
    "Raden börjar med ett mellanslag för mycket.",
    "Raden är fel indragen: den hör inte ihop med raden ovanför.",
)
KEY_LINE = re.compile(r"( *)([^\W\d]\w*):( .*)?")


def _first_form_error(lines: list[str], path: Path) -> Diagnostic | None:
    found = check("\n".join(lines).encode(), path.name, path.parent).diagnostics
    return next((one for one in found if one.code == "NK101"), None)


def _key_lines(path: Path) -> list[tuple[int, str]]:
    """The lines that begin with a key of the format; what templates add is not known where lines are read."""
    lines = path.read_text(encoding="utf-8").split("\n")
    found = ((at, line, KEY_LINE.fullmatch(line)) for at, line in enumerate(lines))
    return [(at, line) for at, line, key in found if key and is_key(key[2])]


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_stray_space_before_a_key_is_told_at_its_line(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    told = 0
    for at, line in _key_lines(path):
        found = _first_form_error([*lines[:at], f" {line}", *lines[at + 1 :]], path)
        if found is None:  # the first key below another may stand anywhere
            continue
        told += 1
        assert found.message in SHIFTED, line
        assert found.position.line == at + 1, line
        assert found.position.column == 1 or found.message == SHIFTED[1], line
    assert told >= 3


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_hard_or_missing_space_after_a_key_is_told_at_its_line(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    for at, line in _key_lines(path):
        if not line.startswith(" ") and ": " in line and "|" not in line:
            for between, word in ((":\u00a0", "hårt blanksteg"), (":", "saknas ett mellanslag")):
                wrong = line.replace(": ", between, 1)
                found = _first_form_error([*lines[:at], wrong, *lines[at + 1 :]], path)
                assert found, wrong
                assert (found.position.line, word in found.message) == (at + 1, True), wrong


QUOTED = re.compile(r"[^#\"]*: \"[^\"{}]+\"")


def _starter(kind: str, folder: Path) -> Path:
    path = folder / f"{kind}.yaml"
    with pytest.raises(SystemExit):
        main(["new", kind, str(path), "--titel", "Svar: A", "--nämnd", "servicenämnden"])
    return path


@pytest.mark.parametrize("source", [*GOOD, "förslag", "yttrande"], ids=lambda one: Path(one).stem)
def test_a_quotation_mark_without_an_end_is_told_at_its_line(
    source: Path | str, tmp_path: Path
) -> None:
    """However far below it reading stops: a starter is full of quotation marks in comments."""
    path = _starter(source, tmp_path) if isinstance(source, str) else source
    lines = path.read_text(encoding="utf-8").split("\n")
    quoted = [at for at, line in enumerate(lines) if QUOTED.fullmatch(line)]
    assert quoted or isinstance(source, Path)
    for at in quoted:
        found = _first_form_error([*lines[:at], lines[at][:-1], *lines[at + 1 :]], path)
        assert found, lines[at]
        assert found.position.line == at + 1, (lines[at], found)
        assert lines[at].strip() in found.hint


@pytest.mark.parametrize("value", ["> 5 procent av eleverna", ">= 5 procent", ">10 barn"])
def test_more_than_first_in_a_value_is_kept_by_the_remedy(value: str) -> None:
    head = "typ: yttrande\ntitel: T\nnämnd: servicenämnden\n"
    (found,) = read(f"{head}yttrande: {value}\n").diagnostics
    line = f'yttrande: "{value}"'
    assert found.hint == f"Sätt citattecken runt texten: {line}"
    assert read(f"{head}{line}\n").diagnostics == ()
