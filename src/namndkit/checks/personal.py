"""NK224, NK225: personal data that has no place in a published document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from namndkit.checks.texts import Written
from namndkit.values.case.glossary import fold
from namndkit.values.diagnostic import Diagnostic, error, warning

_DASH = "[-+\u2010-\u2015\u2212\ufe58\ufe63\uff0d]"
_BLANK = r"[^\S\n]|[\u00ad\u200b-\u200d\u2060\ufeff]"
"""A blank on the same line, of any width or of none."""
_NUMBER = re.compile(
    r"(?<!\d)(?<!\d[-+./])"
    r"(?P<century>18|19|20)?(?P<year>\d\d)(?P<apart>[-.\u2010\u2011]?)(?P<month>\d\d)(?P=apart)(?P<day>\d\d)"
    rf"(?P<mark>(?:{_BLANK}){{0,3}}(?:{_DASH})?(?:{_BLANK}){{0,3}})"
    r"(?P<last>\d{4})(?!\d)(?![-/.\u2010-\u2015]\d)"
)
_DIGITS = re.compile(r"\d{4}")
_TELEPHONE = re.compile(
    r"(?:\btel|\btfn|mobil|\bring|\bsms|\bfax|\bväxel|\bnås\b|nummer)[^\d\n]{0,25}$", re.IGNORECASE
)
"""What stands before a telephone number."""
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
    for found in _NUMBER.finditer(text.node.text) if _DIGITS.search(text.node.text) else ():
        digits = found["year"] + found["month"] + found["day"]
        if (
            _is_date(found["century"], digits)
            and _checks(digits + found["last"])
            and _stands_alone(found)
            and not _is_telephone(found, telephone)
        ):
            message = "Här står ett personnummer."
            hint = "Ta bort det. Publicerade handlingar ska inte innehålla personnummer."
            yield error(text.node.at(found.start(), found.end()), "NK224", message, hint)


def _stands_alone(found: re.Match[str]) -> bool:
    """True unless the digits may be part of something longer: without a dash nothing touches them."""
    if found["apart"]:
        return found["mark"] in ("-", "\u2010", "\u2011")
    if re.search(_DASH, found["mark"]):
        return True
    before = found.string[max(0, found.start() - 2) : found.start()]
    after = found.string[found.end() : found.end() + 2]
    touched = re.search(r"\w$|\d\s$|[-+./]$", before) or re.match(r"\w|\s\d|[-/]", after)
    return touched is None


def _is_telephone(found: re.Match[str], under_telephone: bool) -> bool:
    """Ten digits that begin with a nought and are written without a dash may be a telephone number.

    They are where the words before say so; and a mobile number that would be a samordningsnummer is.
    """
    if found["century"] or found["apart"] or re.search(_DASH, found["mark"]):
        return False
    if found["year"][0] != "0":
        return False
    before = found.string[max(0, found.start() - 40) : found.start()]
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
