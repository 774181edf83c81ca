"""cases/README.md, the handbook: its tables are the models', its examples and commands are true."""

from __future__ import annotations

import re

import pytest
import typer

import handbook
from conftest import CASES, ROOT, codes, read
from namndkit.cli.app import app
from namndkit.pipeline import Renderer, check
from namndkit.values.diagnostic import Severity

TEXT = handbook.README.read_text(encoding="utf-8")
SAMPLE = ROOT / "src/namndkit/pipeline/sample/allt.yaml"


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


@pytest.mark.parametrize("kind", handbook.TEMPLATES.form.names)
def test_sample_that_templates_are_tried_with_is_a_document_of_every_kind(
    kind: str, renderer: Renderer
) -> None:
    skede = "skede: {läge: beslutat, datum: 2026-01-28, paragraf: 5}"
    sample = f"typ: {kind}\n{skede}\n{SAMPLE.read_text(encoding='utf-8')}"
    checked = check(sample.encode(), SAMPLE.name, SAMPLE.parent)
    rendered = renderer.render(checked, draft=True)
    assert rendered.data is not None
    wrong = [one.message for one in rendered.diagnostics if one.severity is Severity.ERROR]
    assert wrong == []


def test_handbook_tells_of_every_kind() -> None:
    told = re.findall(r"^\| `(\w+)` \| .* \| `titel`", TEXT, re.MULTILINE)
    assert {*told} == {*handbook.TEMPLATES.form.names}
