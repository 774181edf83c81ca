"""Keys are understood whatever their capitals, spaces and dots, and in English."""

from __future__ import annotations

import unicodedata

import pytest

from conftest import read
from namndkit.pipeline import own_templates
from namndkit.values.case.glossary import ENGLISH, MEANT, SWEDISH, fold
from namndkit.values.case.part import Part, leaves, words
from namndkit.values.case.places import ROOTS, below

SWEDISH_CASE = """
typ: förslag
titel: T
nämnd: servicenämnden
förvaltning: F
bakgrund: B
insatser:
  - rubrik: R
    avdelning: A
    sammanfattning: S
    målgrupp: M
    antal_medarbetare: 4
    förväntad_effekt: E
kostnad:
  - {belopp: 5 mnkr, ändamål: att bygga}
beslut: {punkter: [att bygga]}
handläggare: {namn: N, e-post: a@b.se}
"""

ENGLISH_CASE = """
kind: proposal
title: T
board: servicenämnden
department: F
background: B
initiatives:
  - heading: R
    department: A
    summary: S
    target_group: M
    employees: 4
    expected_effect: E
cost_lines:
  - {amount: 5 mnkr, purpose: att bygga}
decision: {points: [att bygga]}
officer: {name: N, email: a@b.se}
"""


def _values(text: str) -> list[tuple[object, str]]:
    case = read(text).case
    assert case is not None, read(text).diagnostics
    return [
        (path, str(getattr(value, "kronor", value)))
        for path, value in leaves(case)
        if path != ("typ",)
    ]


def test_english_and_swedish_give_the_same_case() -> None:
    assert len(_values(SWEDISH_CASE)) > 15
    assert _values(ENGLISH_CASE) == _values(SWEDISH_CASE)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_capitals_spaces_hyphens_and_dots_do_not_matter(form: str) -> None:
    text = SWEDISH_CASE.replace("förväntad_effekt", "Förväntad effekt").replace(
        "målgrupp", "malgrupp"
    )
    text = text.replace("antal_medarbetare", "ANTAL-MEDARBETARE").replace("e-post", "E.post")
    assert _values(unicodedata.normalize(form, text)) == [
        (path, unicodedata.normalize(form, value)) for path, value in _values(SWEDISH_CASE)
    ]


def _parts(model: type[Part], seen: set[type[Part]]) -> set[type[Part]]:
    """``model`` and every part that it can hold."""
    if model in seen:
        return seen
    seen.add(model)
    for field in model.model_fields.values():
        for inner in _classes(field.annotation):
            _parts(inner, seen)
    return seen


def _classes(annotation: object) -> list[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return [annotation]
    return [one for part in getattr(annotation, "__args__", ()) for one in _classes(part)]


ALL_PARTS = _parts(own_templates().form.model, set())


def test_no_two_keys_of_a_part_look_alike() -> None:
    assert len(ALL_PARTS) > 15
    for part in ALL_PARTS:
        folded = [fold(name) for name in part.model_fields]
        assert len(set(folded)) == len(folded), part


def test_every_word_of_the_glossary_means_a_field_that_exists() -> None:
    fields = {name for part in ALL_PARTS for name in part.model_fields}
    for table in (ENGLISH, SWEDISH):
        assert len(table) > 5
        for word, meanings in table.items():
            assert set(meanings) <= fields, word


def test_every_word_that_is_only_proposed_means_a_field_and_is_no_key_there() -> None:
    for word, fields in MEANT.items():
        for field in fields:
            parts = [
                part for root in ROOTS for _, part in below(root) if field in part.model_fields
            ]
            assert parts, f"{word}: {field}"
            assert any(fold(word) not in words(part) for part in parts), f"{word}: {field}"


def test_every_field_has_a_description_in_the_schema() -> None:
    for part in ALL_PARTS:
        for name, field in part.model_fields.items():
            assert field.description, f"{part.__name__}.{name}"
