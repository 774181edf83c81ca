"""Numbers of the running text against the lines: planted contradictions, and texts without any.

``figures/bad`` holds one contradiction a file, with the amount that should be found in its first
line; ``figures/clean`` holds none, but many amounts that look like one.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from conftest import ROOT, codes, read
from namndkit.checks.figures.mentions import mentions
from namndkit.checks.figures.words import alike
from namndkit.pipeline import Checked, check
from namndkit.values.position import Position

FOLDER = ROOT / "tests" / "figures"
BAD = sorted((FOLDER / "bad").glob("*.yaml"))
CLEAN = sorted((FOLDER / "clean").glob("*.yaml"))
CONTRADICTIONS = {"NK320", "NK321", "NK322"}
ERRORS = 1


def _checked(path: Path) -> Checked:
    return check(path.read_bytes(), path.name, path.parent)


def _at(text: str, place: Position) -> str:
    """What stands at ``place``."""
    lines = text.split("\n")[place.line - 1 : place.end_line]
    lines[-1] = lines[-1][: place.end_column - 1]
    lines[0] = lines[0][place.column - 1 :]
    return "\n".join(lines)


def test_there_are_texts_of_both_kinds() -> None:
    assert len(BAD) >= 80
    assert len(CLEAN) >= 80


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_planted_contradiction_is_found_and_nothing_else(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    wanted = set(re.findall(r'^# (?:väntat|även): "(.*)"$', text, re.MULTILINE))
    checked = _checked(path)
    assert checked.case is not None
    assert [one for one in checked.diagnostics if one.severity == ERRORS] == []
    found = {_at(text, one.position) for one in checked.diagnostics if one.code in CONTRADICTIONS}
    assert found
    assert found <= wanted


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_text_without_contradiction_is_left_alone(path: Path) -> None:
    checked = _checked(path)
    assert checked.case is not None
    assert [one.message for one in checked.diagnostics if one.code.startswith("NK3")] == []


CASE = """
    typ: förslag
    titel: T
    bakgrund: B
    insatser: [{{rubrik: Utbildning, text: T}}]
    målgrupp: M
    förväntad_effekt: E
    kostnad:
      rader:
        - {{belopp: "6,2 mnkr", ändamål: utbildning av förare}}
      text: |
        {}
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Utbildningen kostar 6,2 miljoner kronor.", []),
        ("Utbildningen kostar 6 200 tkr.", []),
        ("Utbildningen kostar 6\u00a0200\u00a0000 kronor.", []),
        ("Utbildningen kostar drygt 6 miljoner kronor.", []),
        ("Utbildningen kostar ca 6 mkr.", []),
        ("Utbildningen kostar knappt 6,5 miljoner.", ["NK320"]),
        ("Utbildningen kostar knappt 6 miljoner.", ["NK320"]),
        ("Utbildningen kostar drygt 6,3 miljoner.", ["NK320"]),
        ("Utbildningen kostar 6 miljoner kronor.", ["NK320"]),
        ("Utbildningen kostar 6,2 tkr.", ["NK320"]),
        ("Totalt söks 6,3 mnkr.", ["NK321"]),
        ("Utbildningen kostade 5 mnkr.", []),
        ("En annan utbildning skulle kosta 5 mnkr.", []),
        ("Utbildningen kostar {=summa}.", []),
        ("Kostnaden är 2–3 mnkr.", []),
        ("Kostnaden är mellan 2 och 3 mnkr.", []),
        ("”Utbildningen kostar 9 mnkr”, sade någon.", []),
    ],
)
def test_the_rounding_of_the_text_is_respected(text: str, found: list[str]) -> None:
    assert codes(read(CASE.format(text))) == found


def test_a_finding_shows_both_places_and_the_difference() -> None:
    (found,) = read(CASE.format("Utbildningen kostar 6 miljoner kronor.")).diagnostics
    assert "6 miljoner kronor" in found.message
    assert "200\u00a0000\u00a0kronor" in found.hint
    ((place, word),) = found.related
    assert (found.position.line, place.line) == (12, 10)
    assert word == "6,2\u00a0miljoner kronor"


def test_one_amount_in_three_spellings_is_a_hint() -> None:
    text = "Utbildningen kostar 6,2 mnkr, alltså 6 200 tkr eller 6,2 miljoner kronor."
    (found,) = read(CASE.format(text)).diagnostics
    assert (found.code, found.severity.label) == ("NK323", "tips")
    assert len(found.related) == 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("5 mnkr", ["5 mnkr"]),
        ("ca 1,6 mnkr och 3 procent", ["ca 1,6 mnkr", "3 procent"]),
        ("en halv miljon kronor", ["en halv miljon kronor"]),
        ("471 000 kr samt 12 %", ["471 000 kr", "12 %"]),
        ("minst 2\n  miljoner", ["minst 2\n  miljoner"]),
        ("rum 12, 2026, § 5, 5 personer, 3 procentenheter", []),
        ("2–3 mnkr", []),
        ("1.500 tkr", []),
    ],
)
def test_mentions(text: str, found: list[str]) -> None:
    assert [one.written for one in mentions(text)] == found


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("kompetenscenter", "kompetenscentret"),
        ("utbilda", "utbildningen"),
        ("laddplats", "laddplatserna"),
        ("hälsosamordnare", "hälsosamordnarna"),
        ("elcykel", "elcyklar"),
        ("förare", "förarnas"),
    ],
)
def test_forms_of_one_word_are_alike(first: str, second: str) -> None:
    assert alike(first, second)
    assert alike(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("jubileumsbok", "jubileumsåret"),
        ("utbildning", "utrustning"),
        ("plats", "plattor"),
        ("skola", "skog"),
        ("vårdbiträde", "vårdplan"),
    ],
)
def test_other_words_are_not(first: str, second: str) -> None:
    assert not alike(first, second)
