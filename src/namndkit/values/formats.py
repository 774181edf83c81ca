"""Money and shares in Swedish: spacing and decimal comma by Myndigheternas skrivregler; never rounded
but for shares.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Context, Decimal
from fractions import Fraction

NBSP = "\u00a0"
_WIDE = Context(prec=60)

UNITS: dict[str, Decimal] = {
    "kr": Decimal(1),
    "tkr": Decimal(1000),
    "mnkr": Decimal(1000000),
    "mdkr": Decimal(1000000000),
}
"""The units namndkit writes, with their worth in kronor."""


def format_number(number: Decimal) -> str:
    """``1136`` as ``1 136`` with no-break spaces, ``6.20`` as ``6,2``, minus as ``−``; exact."""
    whole, _, decimals = f"{abs(number):f}".partition(".")
    decimals = decimals.rstrip("0")
    grouped = f"{int(whole):,}".replace(",", NBSP)
    sign = "\u2212" if number < 0 else ""
    return sign + grouped + (f",{decimals}" if decimals else "")


def format_amount(kronor: Decimal, unit: str) -> str:
    """``6200000`` in ``mnkr`` as ``6,2 mnkr``; öre are written with two decimals; never rounded."""
    number = format_number(_WIDE.divide(kronor, UNITS[unit]))
    if unit == "kr" and "," in number:
        number = f"{number}0" if len(number.rpartition(",")[2]) == 1 else number
    return f"{number}{NBSP}{unit}"


def format_cell(kronor: Decimal, unit: str, decimals: int = 0) -> str:
    """``6,20``: for a column in one unit, with at least ``decimals`` decimals; never rounded."""
    number = format_amount(kronor, unit).rpartition(NBSP)[0]
    missing = decimals - len(number.partition(",")[2])
    return number + ("," if missing > 0 and "," not in number else "") + "0" * missing


def with_about(written: str, *, about: bool) -> str:
    """``written`` with the ``ca`` of an amount that is approximate."""
    return f"ca{NBSP}{written}" if about else written


def format_in_words(kronor: Decimal) -> str:
    """For running text: ``6,2 miljoner kronor``, ``1 miljon kronor``, ``471 000 kronor``.

    A line may end between the words, not before the first of them.
    """
    millions = _WIDE.divide(kronor, UNITS["mnkr"])
    if abs(millions) >= 1 and millions == millions.quantize(Decimal("0.01"), context=_WIDE):
        word = "miljon" if abs(millions) == 1 else "miljoner"
        return f"{format_number(millions)}{NBSP}{word} kronor"
    return f"{format_amount(kronor, 'kr').removesuffix('kr')}kronor"


MOST_DECIMALS = 3
"""Decimals that a column of amounts may have in a unit that was asked for."""


def common_unit(amounts: Iterable[Decimal], asked: str | None = None) -> str:
    """The unit ``asked`` for, when ``amounts`` (kronor) need few decimals in it; else the largest of
    mnkr, tkr and kr in which every one of them is short and exact.

    Short is millions with at most one decimal, whole thousands, otherwise kronor.
    """
    kronor = [amount for amount in amounts if amount]
    if asked and count_decimals(kronor, asked) <= MOST_DECIMALS:
        return asked
    if kronor and all(amount % 100000 == 0 and abs(amount) >= 100000 for amount in kronor):
        return "mnkr"
    return "tkr" if kronor and all(amount % 1000 == 0 for amount in kronor) else "kr"


def count_decimals(kronor: Iterable[Decimal], unit: str) -> int:
    """How many decimals the amounts need, all of them written in ``unit``."""
    written = (format_amount(amount, unit).rpartition(NBSP)[0] for amount in kronor)
    return max((len(number.partition(",")[2]) for number in written), default=0)


def share_in_words(share: Fraction) -> str:
    """For running text: ``7,9 procent``, with one decimal."""
    return f"{format_share(share)}{NBSP}procent"


def format_share(share: Fraction, decimals: int = 1) -> str:
    """``1/8`` as ``12,5``: per cent, for people."""
    return format_number(per_cent(share, decimals))


def per_cent(share: Fraction, decimals: int = 1) -> Decimal:
    """``1/8`` as 12.5, rounded half up to ``decimals``, or to the first digit that is none."""
    for places in range(decimals, 9):
        scaled = share * 100 * 10**places
        whole = (2 * abs(scaled.numerator) + scaled.denominator) // (2 * scaled.denominator)
        if whole or not share:
            break
    return Decimal(whole if share >= 0 else -whole).scaleb(-places)
