"""cases/README.md, the handbook: its tables are the models', its examples and commands are true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer

import handbook
from conftest import CASES, ROOT, codes, read
from namndkit.cli.app import app
from namndkit.pipeline import Renderer, check

TEXT = handbook.README.read_text(encoding="utf-8")
SAMPLES = sorted((ROOT / "src/namndkit/pipeline/sample").glob("*.yaml"))


def test_tables_are_current() -> None:
    """``python tests/handbook.py`` writes them anew."""
    assert handbook.current(TEXT) == TEXT
    assert TEXT.count("\n| `") > 100


def test_every_case_is_introduced() -> None:
    assert [path.name for path in CASES if f"[{path.name}]({path.name})" not in TEXT] == []


def test_every_command_and_option_exists() -> None:
    group = typer.main.get_command(app)
    found = re.findall(r"`namndkit (\w+)([^`]*)`", TEXT)
    assert len(found) > 8
    for name, rest in found:
        command = group.commands[name]  # type: ignore[attr-defined]  # a group has commands
        known = {option for one in command.params for option in one.opts}
        assert set(re.findall(r"--[\w-]+", rest)) <= known


def test_there_are_twenty_questions() -> None:
    assert re.findall(r"^(\d+)\. \*\*", TEXT, re.MULTILINE) == [str(n) for n in range(1, 21)]


def test_what_it_says_of_amounts_is_true() -> None:
    case = "typ: förslag\ntitel: T\nbakgrund: B\ninsatser: [{rubrik: I, text: T}]\nmålgrupp: M\nförväntad_effekt: E\nkostnad: {rader: [{ändamål: x, belopp: %s}]}\n"
    listed = re.search(r"Skriv beloppen som vanligt: (.*?)\. Ett tal", TEXT, re.DOTALL)
    assert listed is not None
    amounts = re.findall(r"`([^`]+)`", listed[1])
    assert len(amounts) >= 6
    for amount in (*amounts, "471000"):
        assert "NK301" not in codes(read(case % f'"{amount}"')), amount
    checked = read(case % "471000")
    assert checked.budget is not None
    assert checked.budget.summa.kronor == 471000
    assert "NK301" in codes(read(case % "1.500 tkr")) or "NK302" in codes(read(case % "1.500 tkr"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples_that_templates_are_tried_with_are_whole(path: Path, renderer: Renderer) -> None:
    checked = check(path.read_bytes(), path.name, path.parent)
    assert codes(checked) == []
    for kind in (None, "tjänsteskrivelse"):
        rendered = renderer.render(checked, kind, draft=True)
        assert rendered.data is not None
        assert [one.message for one in rendered.diagnostics] == []


def test_there_is_a_sample_of_each_kind() -> None:
    assert [path.stem for path in SAMPLES] == ["forslag", "yttrande"]
