"""A remedy that is followed word for word mends its finding, makes no new slip, and loses nothing."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import CASES, ROOT
from namndkit.pipeline import check
from namndkit.values.diagnostic import Diagnostic, Severity
from remedies import follow

GALLERY = ROOT / "tests" / "errors"
BAD = sorted(GALLERY.glob("*.yaml"))
REPLACED = ("NK105", "NK108", "NK114", "NK115", "NK223", "NK130", "NK131", "NK203", "NK30", "NK33")
"""Codes whose remedy is another word, number or day for the one that the finding points at."""
NO_TEXT = ("NK103", "NK124", "NK215")
"""Codes of characters that are no letters and go, or stand for others."""


def found_in(text: str, path: Path) -> list[Diagnostic]:
    found = check(text.encode(), path.name, path.parent).diagnostics
    return [one for one in found if one.position.path == path.name]


def _letters(text: str) -> list[str]:
    return [char for char in unicodedata.normalize("NFKC", text) if char.isalnum()]


def _without(text: str, found: Diagnostic) -> str:
    """``text`` without what the finding points at and, for a list, the number that marks its items."""
    lines, place = text.split("\n"), found.position
    before = [*lines[: place.line - 1], lines[place.line - 1][: place.column - 1]]
    return "\n".join(
        [*before, lines[place.end_line - 1][place.end_column - 1 :], *lines[place.end_line :]]
    )


def _holds(text: str, kept: str) -> bool:
    """True when every letter and digit of ``kept`` stands in ``text``, in order."""
    letters = iter(_letters(text))
    return all(letter in letters for letter in _letters(kept))


def _told(found: list[Diagnostic]) -> Counter[tuple[str, str, str]]:
    return Counter((one.code, one.message, one.hint) for one in found)


def assert_better(text: str, after: str, found: Diagnostic, path: Path) -> None:
    """``after`` is ``text`` without ``found`` and with all its words."""
    key = (found.code, found.message, found.hint)
    assert _told(found_in(after, path))[key] < _told(found_in(text, path))[key], (found.hint, after)
    if not found.code.startswith(NO_TEXT):
        marks = found.code.startswith(REPLACED) or found.code == "NK212"
        kept = _without(text, found) if marks else text
        assert _holds(after, kept.replace("```yaml", "").replace("``` yml", "")), (
            found.hint,
            after,
        )


def assert_no_new_slip(text: str, after: str, found: Diagnostic, path: Path) -> None:
    """``after`` has no error of form that ``text`` has not; what YAML could not read is hidden there."""
    unread = found.code in ("NK101", "NK109")
    errors = [one for one in found_in(after, path) if one.severity is Severity.ERROR]
    new = _told(errors) - _told(found_in(text, path))
    assert [one for one in new if one[0].startswith("NK101" if unread else "NK1")] == [], after


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_what_a_remedy_names_mends_its_finding(path: Path) -> None:
    try:
        text = path.read_bytes().decode()
    except UnicodeDecodeError:
        return
    for found in found_in(text, path):
        after = follow(text, found)
        if after is not None:
            assert_better(text, after, found, path)
            assert_no_new_slip(text, after, found, path)


def test_most_remedies_of_form_name_what_to_write() -> None:
    named = total = 0
    for path in BAD:
        text = path.read_bytes().decode("utf-8", "replace")
        for found in found_in(text, path):
            if found.code in ("NK101", "NK109", "NK212", "NK125"):
                total += 1
                named += follow(text, found) is not None
    assert total > 35
    assert named >= 0.9 * total


EXAMPLES = {
    "fences": "```yaml\ntyp: yttrande\ntitel: T\n```\n",
    "fences of tildes": "~~~\ntyp: yttrande\ntitel: T\n~~~\n",
    "a fence above": "\n``` yml\ntyp: yttrande\ntitel: T\n",
    "a colon at the end of a line": "typ: yttrande\nyttrande: Nämnden anser också:\n  att planen är bra\ntitel: T\n",
    "a colon further down": "typ: yttrande\nsammanfattning: Nämnden ser\n  så här: planen är bra\n\n  och klar\ntitel: T\n",
    "a colon in a title of two lines": "typ: yttrande\ntitel: Yttrande över planen:\n  den nya\n",
    "a colon last": "typ: yttrande\ntitel: Yttrande över:\nnämnd: n\n",
    "a colon in an item": "typ: yttrande\ntitel: T\nbeslut:\n  - godkänna så\n    här: planen\n",
    "an unindented paste": "typ: yttrande\nyttrande: |\nNämnden ser positivt på planen.\n- ett\n\nTvå: tre.\ntitel: T\n",
    "an unindented paste last": "typ: yttrande\ntitel: T\nyttrande: |\n\nNämnden ser positivt på planen.\n",
    "an unindented paste further in": "typ: yttrande\ntitel: T\navsnitt:\n  - rubrik: R\n    text: |\n    Ett.\n    Två.\n",
    "two blanks first": "typ: yttrande\n  titel: T\nnämnd: n\n",
    "two blanks and a colon": "typ: yttrande\n  titel: Remiss: plan\nnämnd: n\n",
    "tabs in a text": "typ: yttrande\ntitel: T\nyttrande: |\n\tEtt.\n\t\t- två\n\n\tTre.\n",
    "tabs in a list": "typ: yttrande\ntitel: T\nundertecknare:\n\t- roll: Ordförande\n\t  namn: Ada Ek\n",
    "a tab under a dash": "typ: yttrande\ntitel: T\nundertecknare:\n  - roll: Ordförande\n\tnamn: Ada Ek\n",
    "hard blanks": "typ: yttrande\ntitel: T\nhandläggare:\n\u00a0\u00a0namn: Ada Ek\n\u00a0\u00a0titel: utredare\n",
    "no colon": "typ: yttrande\ntitel Hyllor\nnämnd: n\n",
    "a reference": "typ: yttrande\ntitel: *viktigt* om planen\n",
    "a tag": "typ: yttrande\ntitel: !viktigt om planen\n",
    "a list in a text": "typ: yttrande\ntitel: T\nyttrande: Tre saker\n  - den första\n\n  - den andra\n",
    "a list without blanks": "typ: yttrande\ntitel: T\nbeslut:\n  -godkänna planen\n  -skicka den\n",
    "bullets from Word": "typ: yttrande\ntitel: T\ntill:\n  • Ada\n  • Bo\n  • Cia\n",
    "a dash too far in": "typ: yttrande\ntitel: T\nbilagor:\n  - Plan\n    - Karta\n",
    "a comma in braces": "typ: förslag\ntitel: T\nkostnad:\n  - {ändamål: a, b och c, belopp: 1,5 mnkr}\n",
    "curly quotes": "typ: yttrande\ntitel: ”Yttrande: plan”\n",
    "a role as a key": "typ: yttrande\ntitel: T\nundertecknare:\n  - Ordförande: Ada Ek (S)\n",
}
MENDED = {*EXAMPLES} - {"a comma in braces"}
"""Those of which ``--fix`` leaves no slip of form: a decimal comma in braces has two."""


def _fixed(text: str, path: Path) -> str:
    """``text`` with the first mending of every round done, until there is none."""
    for _ in range(30):
        found = next((one for one in found_in(text, path) if one.fixes), None)
        if found is None:
            return text
        after = follow(text, found)
        assert after is not None
        assert_better(text, after, found, path)
        text = after
    raise AssertionError(text)


@pytest.mark.parametrize("name", EXAMPLES)
def test_slips_of_form_are_mended_as_told(name: str) -> None:
    path = ROOT / "fall.yaml"
    text = EXAMPLES[name]
    assert any(
        one.code in ("NK101", "NK105", "NK109", "NK113", "NK125", "NK212")
        for one in found_in(text, path)
    )
    after = _fixed(text, path)
    left = [
        one.message
        for one in found_in(after, path)
        if one.code in ("NK101", "NK109", "NK212", "NK113")
    ]
    assert name not in MENDED or left == [], after


def test_several_slips_are_told_in_one_run() -> None:
    """A fence, two blanks, a colon, a paste without indent and a tab: each at its line, at once."""
    text = (
        "```yaml\ntyp: yttrande\n  titel: Yttrande: över plan\nnämnd: servicenämnden\nyttrande: |\n"
        "Nämnden ser positivt på planen.\n- ett\n\nTvå stycken.\nbesvarar: Remiss om planen:\n"
        "  den nya\nundertecknare:\n  - roll: Ordförande\n\tnamn: Ada Ek\n```\n"
    )
    path = ROOT / "fall.yaml"
    told = found_in(text, path)
    assert [(one.code, one.position.line) for one in told] == [
        *(("NK101", line) for line in (1, 3, 3, 6, 10, 14, 15)),
    ]
    after = _fixed(text, path)
    assert [one.code for one in found_in(after, path)] == []
    assert "  namn: Ada Ek" in after


Slipping = Callable[[str], str]
SLIPS: st.SearchStrategy[Slipping] = st.sampled_from(
    [
        lambda line: f" {line}",
        lambda line: f"  {line}",
        lambda line: line.replace(": ", ":", 1),
        lambda line: line.replace(": ", ":\u00a0", 1),
        lambda line: line.replace(": ", ": Så: ", 1),
        lambda line: line.replace(": ", ": @", 1),
        lambda line: line.replace("- ", "-", 1),
        lambda line: line.replace("- ", "• ", 1),
        lambda line: line.replace("  ", "\t", 1),
        lambda line: line.replace(": ", " ", 1),
        lambda line: line.replace("  ", "", 1),
        lambda line: f"```\n{line}",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(CASES), st.integers(0, 60), SLIPS)
def test_a_slip_in_the_examples_is_mended_as_told(path: Path, at: int, slip: Slipping) -> None:
    text = _slipped(path, [(at, slip)])
    for found in found_in(text, path):
        after = follow(text, found) if found.code == "NK101" else None
        if after is not None:
            assert_better(text, after, found, path)
            assert_no_new_slip(text, after, found, path)


@settings(max_examples=20, deadline=None)
@given(
    st.sampled_from(CASES), st.lists(st.tuples(st.integers(0, 60), SLIPS), min_size=2, max_size=4)
)
def test_many_slips_are_mended_to_the_end_without_loss(
    path: Path, slips: list[tuple[int, Slipping]]
) -> None:
    _fixed(_slipped(path, slips), path)


def _slipped(path: Path, slips: list[tuple[int, Slipping]]) -> str:
    lines = path.read_text(encoding="utf-8").split("\n")
    for at, slip in slips:
        lines[at % len(lines)] = slip(lines[at % len(lines)])
    return "\n".join(lines)
