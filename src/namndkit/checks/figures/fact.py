"""One number of a budget: what a text may say of it, and what a finding calls it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction

from namndkit.values.formats import format_in_words
from namndkit.values.position import Position

SUMS = {
    "drift": "summan för drift",
    "investering": "summan för investering",
    "engångs": "summan av engångskostnaderna",
    "varaktig": "summan av de varaktiga kostnaderna",
    "egen": "den egna delen",
    "sökt": "det sökta",
    "beviljat": "det beviljade",
    "reserv": "reserven",
}
"""What a finding calls the sums over lines that have words of their own."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A number that the case states or adds up to: ``values`` are what a text may say of it.

    ``name`` tells in Swedish what it is, ``place`` where it is written, ``words`` what names it,
    ``reference`` how a text refers to it (empty when it cannot). ``years`` and ``parts`` (sökt, egen,
    beviljat) are what it is made of, where the case tells. A fact that is not ``told`` may be what the
    text means, but no finding names it.
    """

    kind: str
    name: str
    values: tuple[Fraction, ...]
    place: Position
    words: frozenset[str] = frozenset()
    reference: str = ""
    years: Mapping[int, Fraction] = field(default_factory=dict)
    parts: Mapping[str, Fraction] = field(default_factory=dict)
    heading: str = ""
    told: bool = True

    def aside(self) -> Fact:
        """The same thing, which no finding names."""
        return replace(self, told=False)

    def in_years(self, years: tuple[int, ...]) -> Fact:
        """The same thing in ``years``, each of which it has."""
        value = sum((self.years[year] for year in years), Fraction(0))
        when = f"{years[0]}" if len(years) == 1 else f"{years[0]}–{years[-1]}"
        return replace(self, name=f"{self.name} {when}", values=(value,), reference="")

    def part(self, name: str) -> Fact:
        """What is sökt, egen or beviljat of it."""
        return replace(self, name=f"{SUMS[name]} för {self.name}", values=(self.parts[name],))


def in_words(value: Fraction) -> str:
    """``value`` in kronor as a sentence has it."""
    return format_in_words(Decimal(value.numerator) / Decimal(value.denominator))
