"""NK202: a value that only says what its key is called is a place to fill in, whatever the key."""

from __future__ import annotations

import re

import pytest

from conftest import ROOT, codes, read
from namndkit.checks.texts import written
from namndkit.pipeline import Renderer
from namndkit.source import read as read_source
from namndkit.values.case.namesake import is_namesake
from namndkit.values.case.part import Part
from namndkit.values.case.places import ROOTS, below
from namndkit.values.case.role import Role
from namndkit.values.case.shape import shapes

BASE = "typ: yttrande\ntitel: T\nnämnd: servicenämnden\nyttrande: Svar.\nreservationer: inga\n"
FIELDS = sorted(
    {
        (part, name)
        for root in ROOTS
        for _, part in below(root)
        for name, taken in shapes(part).items()
        if taken.leaf and taken.leaf.role is not Role.STEERING
    },
    key=str,
)


@pytest.mark.parametrize(("part", "name"), FIELDS, ids=lambda one: getattr(one, "__name__", one))
def test_every_key_as_its_own_value_is_a_place(part: type[Part], name: str) -> None:
    """In the ways that people write it: as the key, as a heading, and as the handbook describes it."""
    for word in (name, name.replace("_", " ").capitalize(), name.upper()):
        source = read_source(f"{name}: {word}\n".encode(), "x.yaml", ROOT).value
        assert source
        assert source.root
        assert [one.place for one in written(source.root, part)] == [True]


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("förvaltning: Förvaltningen", "förvaltning"),
        ("förvaltning: Förvaltningens namn", "förvaltning"),
        ("förvaltning: Department", "förvaltning"),
        ("kommun: Kommunens namn", "kommun"),
        ("till: Mottagare", "till"),
        ("till: [Mottagaren]", "till"),
        ("till: Adressat", "till"),
        ("diarienummer: Dnr", "diarienummer"),
        ("diarienummer: Ange diarienummer", "diarienummer"),
        ("ert_diarienummer: Mottagarens diarienummer", "ert_diarienummer"),
        ("handläggare: Vår referens", "handläggare"),
        ("handläggare: Handläggare", "handläggare"),
        ("handläggare: Förnamn Efternamn", "handläggare"),
        ("handläggare: {namn: För- och efternamn}", "namn"),
        ("handläggare: {namn: Ada Ek, telefon: Telefonnummer}", "telefon"),
        ("handläggare: {namn: Ada Ek, e_post: E-postadress}", "e_post"),
        ("handläggare: {namn: Ada Ek, titel: Titel}", "titel"),
        ("bilagor: [Bilaga]", "bilagor"),
        ("sammanfattning: Sammanfattning", "sammanfattning"),
        ("beslut: Förslag till beslut", "beslut"),
        ("avsnitt: [{rubrik: Rubrik här, text: Svar.}]", "rubrik"),
        ("datum: Datum", "datum"),
        ("datum: ÅÅÅÅ-MM-DD", "datum"),
        ("datum: åååå-mm-dd", "datum"),
        ("datum: 2026-xx-xx", "datum"),
        ("datum: Ange datum", "datum"),
        ("datum: xxx", "datum"),
        ("beslutsplanering: [{organ: Organ, datum: 2026-03-02}]", "organ"),
        ("skickas_till: Mottagare", "skickas_till"),
        ("rekommendationer: [{text: Gör så, svar: Svaret}]", "svar"),
        ("ansvariga: [{namn: xx xx}]", "namn"),
        ("besvarar: …", "besvarar"),
        ('besvarar: "?"', "besvarar"),
        ("besvarar: Titel på det", ""),
        ("besvarar: remissen om xxx-filmer", ""),
    ],
)
def test_what_only_names_its_key_is_told_at_the_value(line: str, key: str) -> None:
    found = [one for one in read(f"{BASE}{line}\n").diagnostics if one.code == "NK202"]
    assert [one.draftable for one in found] == [True] * bool(key)
    for one in found:
        assert line[: one.position.column - 1].rstrip(" [\"'").endswith(f"{key}:")


def test_a_day_that_is_only_named_is_left_out_of_a_draft() -> None:
    """As ``[Datum]``: told once, and no complaint that it cannot be read or contradicts another day."""
    planned = "beslutsplanering: [{organ: servicenämnden, datum: Sammanträdesdatum}]\n"
    for word in ("Datum", "datumet", "[Datum]", "åååå-mm-dd", "Ange datum"):
        checked = read(f'{BASE}datum: "{word}"\n')
        assert codes(checked) == ["NK202"]
        assert not checked.blocked(draft=True)
        assert checked.case
        assert checked.case.datum is None
    assert codes(read(BASE + planned)) == ["NK114"]


def test_a_value_that_only_names_its_key_is_marked_in_a_draft(renderer: Renderer) -> None:
    lines = "typ: yttrande\nnämnd: Nämnden\ntill: Mottagare\nyttrande: Yttrandets text\n"
    assert renderer.render(read(f"{lines}titel: Rubrik\n")).document is None
    assert _marked(renderer, f"{lines}titel: Rubrik\n") >= {
        "Rubrik",
        "Mottagare",
        "Yttrandets text",
    }
    assert "Cykelplanen" not in _marked(renderer, f"{lines}titel: Cykelplanen\n")


def _marked(renderer: Renderer, case: str) -> set[str]:
    """What stands marked as missing in the draft of ``case``."""
    document = renderer.render(read(case), draft=True).document
    return set(re.findall(r"Span\(role='lucka', inlines=\(Run\(text='([^']*)'", repr(document)))


def test_a_required_amount_that_is_only_named_is_told_there() -> None:
    lines = "typ: förslag\ntitel: T\nkostnad:\n  rader: [{ändamål: hyllor, belopp: Belopp}]\n"
    found = [one for one in read(f"{lines}  ram: Beloppet\n").diagnostics if one.code == "NK202"]
    assert [one.position.line for one in found] == [4, 5, 5]


@pytest.mark.parametrize("number", ["Diarienummer", "Dnr", "xxx", "SN-XXX-1", "Ange diarienummer"])
def test_a_number_that_is_not_filled_in_is_not_said_to_have_a_wrong_form(number: str) -> None:
    assert codes(read(f"{BASE}diarienummer: {number}\n")) == ["NK202"]


@pytest.mark.parametrize(
    ("text", "field", "description"),
    [
        ("Ordförande", "roll", "Rollen, till exempel Ordförande."),
        ("inga", "läge", "inga, kompletteras i efterhand eller egna ord."),
        ("tillstyrker", "ställningstagande", "tillstyrker, avstyrker … eller egna ord."),
        ("SN-2022-916", "diarienummer", "Till exempel SN-2022-916."),
        ("Svar.", "svar", "Nämndens svar."),
        ("servicenämnden", "nämnd", "Nämnden, till exempel servicenämnden."),
        ("Nämnden för teknik", "nämnd", "Nämnden, till exempel servicenämnden."),
        ("Namn Namnsson", "namn", "För- och efternamn."),
        ("Kommunstyrelsen", "organ", "Det organ som ska behandla ärendet."),
        ("Förvaltningen", "ansvarig", "Vem som ansvarar."),
        ("Budget", "källa", "Vem som betalar eller varifrån pengarna tas."),
        ("Yttrande över texten", "titel", "Dokumentets titel."),
    ],
)
def test_a_value_is_no_namesake(text: str, field: str, description: str) -> None:
    assert not is_namesake(text, field, description)
