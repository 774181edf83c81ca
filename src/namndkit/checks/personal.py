"""NK224, NK225: personal data that has no place in a published document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import unquote

from namndkit.checks.signs import plain_signs
from namndkit.checks.texts import Written
from namndkit.values.case.glossary import fold
from namndkit.values.diagnostic import Diagnostic, error, warning
from namndkit.values.position import Position

_NUMBER = re.compile(
    r"(?<!\d)(?<!\d[-+])"
    r"(?P<century>18|19|20)?(?P<year>\d\d)(?P<apart>[-./ ]?)(?P<month>\d\d)(?P=apart)(?P<day>\d\d)"
    r"(?P<mark>[^\S\n]{0,3}[-+]{0,2}[^\S\n]{0,3})(?P<last>\d{4})"
    r"(?!\d)(?!-\d)(?!-[0-9A-Fa-f]{4}-)"
)
"""Read in a text without signs that nobody sees and with one kind of dash; no part of a GUID."""
_DIGITS = re.compile(r"\d{4}")
_ESCAPED = re.compile("%[0-9A-Fa-f]{2}")
_TELEPHONE = re.compile(
    r"(?:\btel|\btfn|mobil|\bring|\bsms|\bfax|\bväxel|\bnås\b|(?<!person)(?<!samordnings)nummer)[^\d\n]{0,25}$",
    re.IGNORECASE,
)
"""What stands before a telephone number."""
_PERSON = re.compile(
    r"(?:person|samordnings|\bpe?r?s?n(?:umme)?r|född|födelse)[^\d\n]{0,25}$", re.IGNORECASE
)
"""What stands before a number that is none."""
_SENTENCE = re.compile(r"[.!?]\s+(?=[A-ZÅÄÖ])")
_MOBILE = re.compile("07[02369]")
_PRIVATE = re.compile(
    r"[\w.+-]+@(?:gmail|hotmail|outlook|live|yahoo|icloud|me|msn|telia|bredband2?|comhem)"
    r"\.(?:com|se|net|nu)\b",
    re.IGNORECASE,
)
_COORDINATION = 60
"""Added to the day in a samordningsnummer (folkbokföringslagen, 18 b §)."""


def personal_number(text: Written) -> Iterator[Diagnostic]:
    """Ten or twelve digits with a real date and the right check digit (SFS 1991:481, 18 §)."""
    telephone = bool(text.keys) and text.keys[-1] == fold("telefon")
    for start, end, _ in numbers(text.node.text, telephone):
        yield told(text.node.at(start, end))


def told(place: Position) -> Diagnostic:
    """The finding on a number at ``place``."""
    hint = "Ta bort det. Publicerade handlingar ska inte innehålla personnummer."
    return error(place, "NK224", "Här står ett personnummer.", hint)


def numbers(text: str, telephone: bool = False) -> Iterator[tuple[int, int, str]]:
    """Where each number in ``text`` begins and ends, with its ten digits; ``telephone`` for one under
    that word. One that shows when an address is decoded stands in the whole of ``text``.
    """
    found = list(_numbers(text, telephone))
    yield from found
    if _ESCAPED.search(text):
        known = {digits for _, _, digits in found}
        for _, _, digits in _numbers(unquote(text), telephone):
            if digits not in known:
                known.add(digits)
                yield 0, len(text), digits


def _numbers(text: str, telephone: bool) -> Iterator[tuple[int, int, str]]:
    seen, places = plain_signs(text)
    for found in _NUMBER.finditer(seen) if _DIGITS.search(seen) else ():
        digits = found["year"] + found["month"] + found["day"] + found["last"]
        if (
            _is_date(found["century"], digits)
            and _checks(digits)
            and _stands_alone(found)
            and not _is_telephone(found, telephone)
        ):
            yield places[found.start()], places[found.end() - 1] + 1, digits


def _stands_alone(found: re.Match[str]) -> bool:
    """True unless the digits may be part of something longer: without a dash nothing touches them.

    After a date with dashes a year may stand; twelve digits are known by themselves also in an address.
    Digits with a blank among them may be a column of numbers.
    """
    if found["apart"] == " " and not (found["century"] or "-" in found["mark"]):
        return False
    if found["apart"]:
        return found["mark"] == "-" or found["last"][:2] not in ("19", "20")
    if found["mark"].strip():
        return True
    before = found.string[max(0, found.start() - 2) : found.start()]
    after = found.string[found.end() : found.end() + 2]
    if found["mark"] and (re.search(r"\d\s$", before) or re.match(r"\s\d", after)):
        return False
    close = r"\w$" if found["century"] else r"\w$|[-+./]$"
    return not (re.search(close, before) or re.match(r"\w|[-/]|[.,]\d", after))


def _is_telephone(found: re.Match[str], under_telephone: bool) -> bool:
    """Ten digits that begin with a nought and are written without a dash may be a telephone number.

    They are where the words before say so; and a mobile number that would be a samordningsnummer is.
    """
    if found["century"] or found["apart"] or found["mark"].strip():
        return False
    if found["year"][0] != "0":
        return False
    before = _SENTENCE.split(found.string[max(0, found.start() - 40) : found.start()])[-1]
    if _PERSON.search(before):
        return False
    mobile = _MOBILE.match(found.group()) and int(found["day"]) > _COORDINATION
    return bool(under_telephone or mobile or _TELEPHONE.search(before))


def _is_date(century: str | None, digits: str) -> bool:
    month, day = int(digits[2:4]), int(digits[4:6])
    day -= _COORDINATION if day > _COORDINATION else 0
    for first in (century,) if century else ("19", "20"):
        try:
            date(int(first + digits[:2]), month, day)
        except ValueError:
            continue
        return True
    return False


def _checks(digits: str) -> bool:
    """The check digit by Luhn's method: every other digit twice, digit sums, a multiple of ten."""
    doubled = [int(digit) * (2 - index % 2) for index, digit in enumerate(digits)]
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0


def private_address(text: Written) -> Iterator[Diagnostic]:
    """An e-mail address at a domain for private use."""
    for found in _PRIVATE.finditer(text.node.text) if "@" in text.node.text else ():
        message = f"Adressen ”{found.group()}” ser ut att vara privat."
        hint = "Ange en adress i tjänsten, eller ta bort den."
        yield warning(text.node.at(found.start(), found.end()), "NK225", message, hint)
