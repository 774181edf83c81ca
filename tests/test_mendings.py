"""A mending keeps every letter at the key that was meant; where several things are, nothing is mended."""

from __future__ import annotations

import pytest

from conftest import ROOT
from namndkit.pipeline import check
from namndkit.source import mend
from namndkit.values.diagnostic import Diagnostic, Severity

Y = "typ: yttrande\ntitel: T\nnämnd: n\n"
F = "typ: förslag\ntitel: T\nnämnd: n\n"


def _found(text: str) -> list[Diagnostic]:
    found = check(text.encode(), "fall.yaml", ROOT).diagnostics
    return [one for one in found if one.severity is Severity.ERROR and one.code != "NK201"]


def _fixed(text: str) -> str:
    """``text`` with every mending done, until there is none."""
    for _ in range(10):
        mended = mend(text.encode(), "fall.yaml", _found(text))[0].decode()
        if mended == text:
            return text
        text = mended
    raise AssertionError(text)


MENDED = {
    "a path and a colon in an item": (
        Y + "bilagor:\n  - G:\\temp\\ny: plan.docx\n",
        Y + "bilagor:\n  - 'G:\\temp\\ny: plan.docx'\n",
    ),
    "an escape that is no character in an item": (
        Y + "bilagor:\n  - G:\\Plan: ny.docx\n",
        Y + "bilagor:\n  - 'G:\\Plan: ny.docx'\n",
    ),
    "a path with quotes and a colon": (
        Y + 'bilagor:\n  - G:\\Plan: "ny".docx\n',
        Y + "bilagor:\n  - 'G:\\Plan: ”ny”.docx'\n",
    ),
    "a path between double quotes": (
        Y + 'bilagor: ["C:\\temp\\ny.docx", b]\n',
        Y + "bilagor: ['C:\\temp\\ny.docx', b]\n",
    ),
    "an underscore after a backslash": (
        Y + 'besvarar: "D:\\_mapp"\n',
        Y + "besvarar: 'D:\\_mapp'\n",
    ),
    "a backslash before a slash": (Y + 'besvarar: "x\\/y"\n', Y + "besvarar: 'x\\/y'\n"),
    "a path without a drive": (
        Y + 'besvarar: "mapp\\ny\\text.docx"\n',
        Y + "besvarar: 'mapp\\ny\\text.docx'\n",
    ),
    "a path that Word cannot show": (
        Y + 'besvarar: "G:\\nämnd\\budget.xlsx"\n',
        Y + "besvarar: 'G:\\nämnd\\budget.xlsx'\n",
    ),
    "and or or": (Y + 'besvarar: "och\\eller"\n', Y + "besvarar: 'och\\eller'\n"),
    "a quotation in a quoted text": (
        Y.replace(" T", ' "Yttrande över "planen" i Malmö"'),
        Y.replace(" T", ' "Yttrande över ”planen” i Malmö"'),
    ),
    "two quotations": (
        Y.replace(" T", ' "Planen" och "budgeten"'),
        Y.replace(" T", ' "”Planen” och ”budgeten”"'),
    ),
    "an apostrophe in a quoted text": (
        Y.replace(" T", " 'Bo's plan'"),
        Y.replace(" T", ' "Bo\'s plan"'),
    ),
    "a text that needs its key": (
        Y + "handläggare: Ada Ek\n  titel: utredare\n",
        Y + "handläggare:\n  namn: Ada Ek\n  titel: utredare\n",
    ),
    "an item that needs its key": (
        Y + "frågor:\n  - Hur ska det gå?\n    Svar: Bra.\n",
        Y + "frågor:\n  - text: Hur ska det gå?\n    Svar: Bra.\n",
    ),
    "no braces": (
        Y + "undertecknare:\n  - roll: Ordförande, namn: Ada Ek, parti: S\n",
        Y + "undertecknare:\n  - {roll: Ordförande, namn: Ada Ek, parti: S}\n",
    ),
    "no braces and semicolons": (
        Y + "undertecknare:\n  - roll: Ordförande; namn: Ada Ek\n",
        Y + "undertecknare:\n  - {roll: Ordförande, namn: Ada Ek}\n",
    ),
    "no braces after a key": (
        Y + "handläggare: namn: Ada Ek, titel: utredare\n",
        Y + "handläggare: {namn: Ada Ek, titel: utredare}\n",
    ),
    "no braces round the years": (
        F + "kostnad:\n  - {ändamål: x, per_år: 2026: 40 tkr}\n",
        F + "kostnad:\n  - {ändamål: x, per_år: {2026: 40 tkr}}\n",
    ),
    "a semicolon for a comma": (
        F + "kostnad:\n  - {ändamål: y; belopp: 5 tkr}\n",
        F + "kostnad:\n  - {ändamål: y, belopp: 5 tkr}\n",
    ),
    "semicolons for commas": (
        Y + "undertecknare:\n  - {roll: Ordförande; namn: Ada Ek; parti: S}\n",
        Y + "undertecknare:\n  - {roll: Ordförande, namn: Ada Ek, parti: S}\n",
    ),
    "a quotation in a list": (
        Y + 'till: [Kommunstyrelsen, "Tekniska" nämnden]\n',
        Y + 'till: [Kommunstyrelsen, "”Tekniska” nämnden"]\n',
    ),
    "dashes between brackets": (
        Y + "till: [- Ada, - Bo]\n",
        Y + "till: [Ada, Bo]\n",
    ),
    "questions with dashes between brackets": (
        Y + "frågor: [- Hur?, - Varför?]\n",
        Y + "frågor: [{text: Hur?}, {text: Varför?}]\n",
    ),
    "a dash too many": (
        Y + "handläggare:\n  namn: Ada Ek\n  - titel: utredare\n",
        Y + "handläggare:\n  namn: Ada Ek\n  titel: utredare\n",
    ),
    "bullets before the keys": (
        "* typ: yttrande\n* titel: T\n* nämnd: n\n",
        Y,
    ),
    "a quotation first in an item": (
        Y + 'till:\n  - "att" avslå\n  - b\n',
        Y + 'till:\n  - "”att” avslå"\n  - b\n',
    ),
    "a quotation and a colon in an item": (
        Y + 'till:\n  - Plan "A": del 1\n  - b\n',
        Y + 'till:\n  - "Plan ”A”: del 1"\n  - b\n',
    ),
    "a colon between brackets": (
        Y + "till: [Plan: del, x]\n",
        Y + 'till: ["Plan: del", x]\n',
    ),
    "two colons in an item": (
        Y + "till:\n  - Kl 10: möte: slut\n",
        Y + 'till:\n  - "Kl 10: möte: slut"\n',
    ),
    "a sign first in an item": (Y + "till:\n  - @x: y\n", Y + 'till:\n  - "@x: y"\n'),
    "an item on two lines": (
        Y + "till:\n  - Plan: del 1\n    som går vidare\n",
        Y + 'till:\n  - "Plan: del 1\n    som går vidare"\n',
    ),
    "no blanks after colons between braces": (
        Y + "handläggare: {namn:Ada Ek, titel:utredare}\n",
        Y + "handläggare: {namn: Ada Ek, titel: utredare}\n",
    ),
    "no blank after a colon, and another colon": (
        Y + "besvarar:Remiss: plan\n",
        Y + 'besvarar: "Remiss: plan"\n',
    ),
    "a hard blank after a colon, and another colon": (
        Y + "besvarar:\u00a0Remiss: plan\n",
        Y + 'besvarar: "Remiss: plan"\n',
    ),
    "hard blanks after all colons": (Y.replace(": ", ":\u00a0"), Y),
    "dashes before all keys": ("- typ: yttrande\n- titel: T\n- nämnd: n\n", Y),
    "no braces and a decimal comma": (
        F + "kostnad:\n  - ändamål: y, belopp: 1,5 mnkr\n",
        F + 'kostnad:\n  - {ändamål: y, belopp: "1,5 mnkr"}\n',
    ),
    "no braces and a colon": (
        Y + "frågor:\n  - text: Ett, svar: två: tre\n",
        Y + 'frågor:\n  - {text: Ett, svar: "två: tre"}\n',
    ),
    "years and a decimal comma": (
        F + "kostnad:\n  - {ändamål: x, per_år: 2026: 40 tkr, 2027: 1,5 mnkr}\n",
        F + 'kostnad:\n  - {ändamål: x, per_år: {2026: 40 tkr, 2027: "1,5 mnkr"}}\n',
    ),
    "a backslash that begins no escape": (
        Y + 'besvarar: "G:\\data"\n',
        Y + "besvarar: 'G:\\data'\n",
    ),
    "a server": (Y + 'besvarar: "\\\\server\\nytt"\n', Y + "besvarar: '\\\\server\\nytt'\n"),
    "a key that is a comment": (
        Y + "# yttrande: |\n  Text ett.\n\n  Text två.\n",
        Y + "yttrande: |\n  Text ett.\n\n  Text två.\n",
    ),
    "a sign that ends a text": (
        Y + "yttrande: Ett.\n  Två # tre.\n  Fyra.\n",
        Y + "yttrande: |\n  Ett.\n  Två # tre.\n  Fyra.\n",
    ),
    "a hard blank after a colon": (Y.replace("typ: ", "typ:\u00a0"), Y),
}


@pytest.mark.parametrize("name", MENDED)
def test_a_slip_is_mended_at_the_key_that_was_meant(name: str) -> None:
    text, wanted = MENDED[name]
    assert _found(text)
    assert _fixed(text) == wanted
    assert _found(wanted) == []


SEVERAL = {
    "a title that may be the document's": (
        "typ: yttrande\nnämnd: n\nhandläggare: Ada Ek\n  titel: utredare\n",
        "står under en text som inte har någon egen nyckel",
    ),
    "a heading pasted in": (
        Y + "Yttrande över plan\nBakgrund\nHej.\n",
        "Här saknas ett kolon efter nyckeln",
    ),
    "items without dashes": (
        Y + "undertecknare:\n  roll: Ordförande\n  namn: Ada Ek\n  roll: Ledamot\n  namn: Bo Alm\n",
        "två gånger i samma punkt",
    ),
    "an anchor before a list": (Y + "till: &a [Ada, Bo]\n", "är en hänvisning"),
    "an amount with three decimals": (
        F + 'kostnad:\n  - {ändamål: y, belopp: "1 234 567,895 kr"}\n',
        "kan läsas på flera sätt",
    ),
}


@pytest.mark.parametrize("name", SEVERAL)
def test_where_several_things_can_be_meant_nothing_is_mended(name: str) -> None:
    text, cause = SEVERAL[name]
    assert any(cause in one.message for one in _found(text))
    assert _fixed(text) == text


@pytest.mark.parametrize(
    "text",
    [
        r"rad ett\nrad två\nrad tre",
        r"Kolumn\tVärde\nett\ttvå",
        r"https:\/\/x.se\/a",
        r"\u00e4r p\u00e5",
        r"C:\\temp\\ny.docx",
    ],
)
def test_escapes_that_are_meant_are_left(text: str) -> None:
    assert _found(f'{Y}besvarar: "{text}"\n') == []


def test_both_readings_of_three_decimals_are_offered() -> None:
    (found,) = _found(SEVERAL["an amount with three decimals"][0])
    assert found.hint == "Skriv ”1 234 567 895 kr” eller ”1 234 567,90 kr”."


@pytest.mark.parametrize("tail", ["\t", " \t", "\u00a0", "\t\n\n"])
def test_a_line_of_blanks_has_a_place_that_does_not_end_before_it_begins(tail: str) -> None:
    for one in check(b"\xef\xbb\xbf" + tail.encode(), "fall.yaml", ROOT).diagnostics:
        place = one.position
        assert (place.line, place.column) <= (place.end_line, place.end_column), one


ITEMS = {
    "  i) första\n  ii) andra\n": "Sätt en tom rad mellan raderna.",
    "  A) x\n  B) y\n": "Sätt en tom rad mellan raderna.",
    "  a. x\n  b. y\n": "Sätt en tom rad mellan raderna.",
    "  text\n  2. a\n": "Sätt en tom rad före listan.",
    "  text\n  ab) x\n": "Sätt en tom rad mellan raderna.",
    "  text\n  2.a\n": "Sätt ett mellanslag efter punkten. Sätt en tom rad före listan.",
}


@pytest.mark.parametrize("text", ITEMS)
def test_a_line_like_an_item_is_told_what_makes_it_one(text: str) -> None:
    """What is there already is not asked for, and the empty line that is asked for mends it."""
    case = f"{Y}yttrande: |\n{text}"
    (found,) = _run_in(case)
    assert found.hint == ITEMS[text]
    first, second = text.splitlines()
    spaced = second.replace("2.a", "2. a")
    assert _run_in(f"{Y}yttrande: |\n{first}\n\n{spaced}\n") == []


def _run_in(text: str) -> list[Diagnostic]:
    found = check(text.encode(), "fall.yaml", ROOT).diagnostics
    return [one for one in found if one.code == "NK211"]
