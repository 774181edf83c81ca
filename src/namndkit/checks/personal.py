"""NK224, NK225: personal data that has no place in a published document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from namndkit.checks.texts import Written
from namndkit.values.case.glossary import fold
from namndkit.values.diagnostic import Diagnostic, error, warning

_NUMBER = re.compile(
    r"(?<![\d\-+./])(?<!\d )(?P<century>18|19|20)?(?P<date>\d{6})[-+ ]?(?P<last>\d{4})(?![\d\-/])(?! \d)"
)
_DIGITS = re.compile(r"\d{6}")
_PRIVATE = re.compile(
    r"[\w.+-]+@(?:gmail|hotmail|outlook|live|yahoo|icloud|me|msn|telia|bredband2?|comhem)"
    r"\.(?:com|se|net|nu)\b",
    re.IGNORECASE,
)
_COORDINATION = 60
"""Added to the day in a samordningsnummer (folkbokföringslagen, 18 b §)."""


def personal_number(text: Written) -> Iterator[Diagnostic]:
    """Ten or twelve digits with a real date and the right check digit (SFS 1991:481, 18 §)."""
    if text.keys and text.keys[-1] == fold("telefon"):
        return
    for found in _NUMBER.finditer(text.node.text) if _DIGITS.search(text.node.text) else ():
        if _is_date(found["century"], found["date"]) and _checks(found["date"] + found["last"]):
            message = "Här står ett personnummer."
            hint = "Ta bort det. Publicerade handlingar ska inte innehålla personnummer."
            yield error(text.node.at(found.start(), found.end()), "NK224", message, hint)


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
