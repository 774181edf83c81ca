"""A key that is needed and stands there without a value is told where it stands, not as missing."""

from __future__ import annotations

import pytest

from conftest import read

BASE = "typ: yttrande\ntitel: T\nnämnd: servicenämnden\nyttrande: Svar.\n"


@pytest.mark.parametrize(
    ("lines", "key", "place"),
    [
        ("undertecknare:\n  - roll: Ordförande\n    namn:\n", "namn", (7, 5)),
        ("undertecknare: [{roll: Ordförande, namn: }]\n", "namn", (5, 36)),
        ("avsnitt:\n  - rubrik: ~\n    text: Svar.\n", "rubrik", (6, 5)),
        ("handläggare:\n  namn: null\n  titel: utredare\n", "namn", (6, 3)),
        ("beslutsplanering: [{organ: , datum: 2026-03-24}]\n", "organ", (5, 21)),
    ],
)
def test_an_empty_key_is_told_at_its_own_place(
    lines: str, key: str, place: tuple[int, int]
) -> None:
    (found,) = (one for one in read(BASE + lines).diagnostics if one.code == "NK106")
    assert found.message == f"Nyckeln ”{key}” står här utan värde."
    assert (found.position.line, found.position.column) == place


def test_two_items_that_each_lack_a_value_are_not_one_in_two() -> None:
    items = "undertecknare:\n  - roll: Ordförande\n    namn:\n  - namn:\n    roll: Sekreterare\n"
    found = [one for one in read(BASE + items).diagnostics if one.code == "NK106"]
    assert [one.position.line for one in found] == [7, 8]


def test_a_part_that_a_template_needs_is_told_at_its_empty_key() -> None:
    found = read("typ: yttrande\ntitel:\nnämnd: ~\nyttrande: Svar.\n").diagnostics
    assert [(one.code, one.position.line, one.draftable) for one in found] == [
        ("NK201", 2, True),
        ("NK201", 3, True),
    ]
    (missing,) = read("typ: yttrande\nnämnd: servicenämnden\nyttrande: Svar.\n").diagnostics
    assert missing.message.startswith("”titel” saknas")
