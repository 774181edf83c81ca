"""Money as it is written: exact decimals in kronor, in the units and spellings of Malmö stad's documents."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from namndkit.values.formats import NBSP, UNITS, format_amount
from namndkit.values.node import Scalar
from namndkit.values.text import Text

SPACES = " \u00a0\u2007\u2009\u202f"
MINUS = "-\u2212\u2013"
MOST = Decimal(10) ** 14
_ORE = Decimal("0.01")

SPELLINGS: dict[str, str] = {
    **dict.fromkeys(("", "kr", "kr.", "krona", "kronor", "sek", ":-", ":–", ",-", ",–"), "kr"),
    **dict.fromkeys(("tkr", "kkr", "tsek", "ksek", "tusen", "tusen kr", "tusen kronor"), "tkr"),
    **dict.fromkeys(
        ("mkr", "mnkr", "msek", "mn kr", "milj", "milj.", "milj kr", "milj. kr"), "mnkr"
    ),
    **dict.fromkeys(
        ("milj kronor", "milj. kronor", "miljon", "miljon kr", "miljon kronor"), "mnkr"
    ),
    **dict.fromkeys(("miljoner", "miljoner kr", "miljoner kronor", "mljkr"), "mnkr"),
    **dict.fromkeys(("mdkr", "mdr", "mdr kr", "miljard", "miljard kronor"), "mdkr"),
    **dict.fromkeys(("miljarder", "miljarder kr", "miljarder kronor"), "mdkr"),
}
"""Every spelling that is read, in lower case, with the unit it stands for."""

_WRITTEN = re.compile(
    rf"(?P<about>(?:ca\.?|cirka|c:a|omkring|drygt|knappt)[{SPACES}]*)?"
    rf"(?P<sign>[{MINUS}+])?[{SPACES}]?"
    rf"(?P<whole>[0-9]{{1,3}}(?:[{SPACES}]+[0-9]{{3}})+|[0-9]+)"
    r"(?P<rest>(?:[.,][0-9]+)*)"
    rf"(?P<unit>[{SPACES}]?[:,][-–]|[{SPACES}]*[^\W\d][\w.{SPACES}]*|)",
    re.IGNORECASE,
)
_GROUPED = re.compile(r"[0-9]+[.,][0-9]+|[0-9]{1,3}(?:(?:\.[0-9]{3})+|(?:,[0-9]{3})+)")
_DECIMAL = re.compile(
    r"(?:[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+(?=,)|[0-9]{1,3}(?:,[0-9]{3})+(?=\.))[.,]([0-9]+)"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of money: exactly ``kronor`` (whole öre), and ``written`` as the case has it."""

    kronor: Decimal
    written: Text
    about: bool = False

    @property
    def origins(self) -> tuple[Scalar, ...]:
        """The node that it is made from."""
        return self.written.origins


@dataclass(frozen=True, slots=True)
class Misread:
    """Why a text is no amount: ``kind``, and the ``readings`` that were possible, each to write."""

    kind: str
    readings: tuple[str, ...] = field(default=())


def parse_amount(text: str) -> tuple[Decimal, bool] | Misread:
    """Read ``5 mnkr``, ``471 000:-``, ``−700 tkr``, ``ca 1,6 mkr``: (kronor, approximate?).

    A number that could mean two things (``1.500 tkr``, ``1,500 tkr``, ``1.5 mnkr``) is never
    guessed: the ``Misread`` names both readings.
    """
    found = _WRITTEN.fullmatch(text.strip())
    if not found:
        return Misread("no_amount")
    spelling = re.sub(rf"[{SPACES}]+", " ", found["unit"]).strip().lower()
    unit = SPELLINGS.get(spelling, SPELLINGS.get(spelling.removesuffix(".")))
    if unit is None:
        return Misread("unit", (found["unit"].strip(),))
    whole = re.sub(rf"[{SPACES}]", "", found["whole"])
    if len(whole) > 15:
        return Misread("too_large")
    if len(found["rest"]) > 12:
        return Misread("below_ore")
    if ambiguous := _ambiguous(whole, found["rest"], unit):
        return ambiguous
    kronor = Decimal(whole + found["rest"].replace(",", ".")) * UNITS[unit]
    if kronor > MOST:
        return Misread("too_large")
    if kronor != kronor.quantize(_ORE):
        return Misread("below_ore")
    negative = bool(found["sign"]) and found["sign"] in MINUS
    return (-kronor if negative else kronor), bool(found["about"])


def parse_number(text: str) -> Decimal | None:
    """``1 136`` or ``2,5``: a number without a unit, or None when it is none or could be two."""
    number = re.sub(rf"[{SPACES}]", " ", text.strip())
    if not re.fullmatch(r"(?:[0-9]{1,3}(?: [0-9]{3}){1,3}|[0-9]{1,9})(?:,[0-9]{1,4})?", number):
        return None
    whole, _, decimals = number.replace(" ", "").partition(",")
    if _ambiguous(whole, f",{decimals}" if decimals else "", "kr"):
        return None
    return Decimal(f"{whole}.{decimals or 0}")


def _ambiguous(whole: str, rest: str, unit: str) -> Misread | None:
    """``1.500``, ``1,500``, ``1.5`` and ``1.234,50``: what each could mean."""
    marks = "".join(mark for mark in rest if mark in ".,")
    if not marks or (marks == "," and (len(rest) != 4 or whole == "0")):
        return None
    number, digits = whole + rest, re.sub("[.,]", "", whole + rest)
    numbers: list[Decimal] = []
    if _GROUPED.fullmatch(number):
        numbers.append(Decimal(digits))
    if found := _DECIMAL.fullmatch(number):
        numbers.append(Decimal(digits).scaleb(-len(found[1])))
        if marks == ",":  # a decimal comma with a digit too many for whole öre
            numbers[-1] = (numbers[-1] * UNITS[unit]).quantize(_ORE, ROUND_HALF_UP) / UNITS[unit]
    readings = tuple(spelled for number in numbers if (spelled := _spell(number, unit)))
    return Misread("ambiguous" if readings else "no_amount", readings)


def _spell(number: Decimal, unit: str) -> str:
    """``number`` of ``unit`` in a spelling that can be read in one way only; empty when there is none."""
    kronor = number * UNITS[unit]
    if kronor > MOST or kronor != kronor.quantize(_ORE):
        return ""
    for smaller in (name for name in reversed(UNITS) if UNITS[name] <= UNITS[unit]):
        written = format_amount(kronor, smaller).replace(NBSP, " ")
        if len(written.partition(",")[2].partition(" ")[0]) != 3:
            return written
    return ""
