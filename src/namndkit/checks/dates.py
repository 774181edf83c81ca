"""NK218, NK220–NK223: days that do not exist, and dates, paragraphs and case numbers that contradict each other or their form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from namndkit.checks.alike import meant_by_looks
from namndkit.checks.own_letter import own_letter_has_one_date
from namndkit.values.budget import Budget
from namndkit.values.case import Case
from namndkit.values.case.forval import is_like
from namndkit.values.case.glossary import fold
from namndkit.values.case.namesake import is_namesake
from namndkit.values.case.scalars import MONTHS
from namndkit.values.diagnostic import Diagnostic, Fix, warning
from namndkit.values.placeholder import UNFILLED, is_place
from namndkit.values.position import Position
from namndkit.values.text import Text

NUMBER = r"[A-ZÅÄÖ]{2,5}-[0-9]{4}-[0-9]{1,5}"
"""How Malmö writes a diarienummer (SN-2015-916)."""
_A_DAY = re.compile(
    r"(?<![\w–-])(?P<iso>(?:19|20)\d{2}-\d{2}-\d{2})(?![\w-])"
    rf"|(?<![\w.,/–-])(?P<day>\d{{1,2}}) (?P<month>{'|'.join(MONTHS)})\b(?: (?P<year>\d{{4}})\b)?",
    re.IGNORECASE,
)
_LEAP = 2000
"""The year of a day that names none."""
_DECIDED = re.compile(
    r"(?P<body>nämnden för \w+(?: (?:&|och) \w+)?|(?-i:\b[A-ZÅÄÖ]{2,4}\b)"
    r"|\b\w*(?:nämnden|styrelsen|fullmäktige))(?:s beslut| beslutade)?,?\s+"
    r"(?:den\s+)?(?P<day>\d{4}-\d{2}-\d{2}),?\s+§\s*(?P<number>\d+)",
    re.IGNORECASE,
)
_SHORT = {"ks": fold("kommunstyrelsen"), "kf": fold("kommunfullmäktige")}


def meetings_come_after(case: Case, _: Budget | None) -> Iterator[Diagnostic]:
    """A planned decision before the document itself."""
    for meeting in case.beslutsplanering:
        if case.datum and meeting.datum and meeting.datum.day < case.datum.day:
            message = f"Mötet {meeting.datum.iso} ligger före dokumentets datum {case.datum.iso}."
            found = warning(meeting.datum.position, "NK221", message, "Rätta ett av datumen.")
            yield replace(found, related=((case.datum.position, "dokumentets datum"),))


def paragraph_has_one_date(case: Case, _: Budget | None) -> Iterator[Diagnostic]:
    """One § of one body with two dates within a calendar year, for § numbers restart every year."""
    first: dict[tuple[str, int, str], tuple[date, Position]] = {}
    for body, day, number, place in sorted(_decisions(case), key=lambda one: one[3]):
        name = _SHORT.get(fold(body), fold(body))
        earlier, where = first.setdefault((name, day.year, number), (day, place))
        if earlier != day:
            message = f"§ {number} har datumet {day} här men {earlier} på ett annat ställe."
            found = warning(
                place, "NK222", message, "Kontrollera protokollet och rätta ett av datumen."
            )
            yield replace(found, related=((where, "det andra datumet"),))


def _decisions(case: Case) -> Iterator[tuple[str, date, str, Position]]:
    for underlag in case.beslutsunderlag:
        if underlag.organ and underlag.datum and underlag.paragraf:
            number = underlag.paragraf.strip("§ \u00a0")
            yield underlag.organ, underlag.datum.day, number, underlag.position
    texts = (value for _path, value in case.blad if isinstance(value, Text) and "§" in value)
    for text in texts:
        for found in _DECIDED.finditer(text):
            try:
                day = date.fromisoformat(found["day"])
            except ValueError:
                continue
            yield found["body"], day, found["number"], text.node.at(*found.span())


def number_has_its_form(case: Case, example: str | None) -> Iterator[Diagnostic]:
    """The case's own diarienummer; other bodies' numbers are free text.

    ``example`` is the folder's own; without one Malmö's form is asked for, in Malmö.
    """
    number = case.diarienummer
    ours = not case.kommun or fold(case.kommun) in map(fold, ("Malmö stad", "Malmö"))
    if not number or not (example or ours) or _waits(number):
        return

    def fits(text: str) -> bool:
        return is_like(text, example) if example else bool(re.fullmatch(NUMBER, text))

    if fits(number):
        return
    message = f"Diarienumret ”{number}” har inte {'den form som namndkit.yaml anger' if example else 'Malmös form'}."
    hint = f"Skriv det på samma sätt som till exempel {example or 'SN-2022-916'}."
    found = warning(number.position, "NK223", message, hint)
    if meant := meant_by_looks(number, fits):
        written, signs = meant
        message = f"Diarienumret ”{number}” ser rätt ut, men {signs}."
        fix = Fix(_inside(number), written)
        found = replace(found, message=message, hint=f"Skriv {written}.", fixes=(fix,))
    yield found


def _waits(number: str) -> bool:
    """True for a place to fill in, which is told already."""
    whole = is_place(number, data=True) or is_namesake(number, "diarienummer")
    return whole or bool(UNFILLED.search(number))


def _inside(text: Text) -> Position:
    """Where the signs of ``text`` stand, without quotation marks or blanks round it."""
    before = len(text.node.text) - len(text.node.text.lstrip())
    return text.node.at(before, before + len(text))


def deadline_exists(case: Case, _: Budget | None) -> Iterator[Diagnostic]:
    """A deadline in the case's own words that names a day which no calendar has."""
    for answer in (*case.rekommendationer, *case.yrkanden, *case.frågor):
        node = answer.klart_senast.node if answer.klart_senast else None
        for found in _A_DAY.finditer(node.text) if node else ():
            if node and not _exists(found):
                message = f"Dagen ”{found.group()}” finns inte i kalendern."
                place = node.at(*found.span())
                yield warning(place, "NK218", message, "Rätta dagen eller månaden.")


def _exists(found: re.Match[str]) -> bool:
    if found["iso"]:
        year, month, day = map(int, found["iso"].split("-"))
    else:
        year, day = int(found["year"] or _LEAP), int(found["day"])
        month = MONTHS.index(found["month"].lower()) + 1
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


DATE_RULES: tuple[Callable[[Case, Budget | None], Iterable[Diagnostic]], ...] = (
    own_letter_has_one_date,
    meetings_come_after,
    paragraph_has_one_date,
    deadline_exists,
)
