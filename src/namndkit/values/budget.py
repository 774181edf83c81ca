"""The money of a case added up: exact sums in kronor, made by the budget stage."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from namndkit.values.case.kostnad import Kostnadsrad


@dataclass(frozen=True, slots=True)
class Line:
    """One cost line: its whole amount and, when it is spread over years, each year's."""

    rad: Kostnadsrad
    summa: Decimal
    per_år: dict[int, Decimal]

    @property
    def ungefärliga_år(self) -> frozenset[int]:
        """The years whose amounts are written with ``ca``."""
        whole = self.rad.belopp and self.rad.belopp.about
        years = {self.rad.år} if whole and self.rad.år else set()
        return frozenset(years | {part.år for part in self.rad.per_år if part.belopp.about})

    @property
    def ungefär(self) -> bool:
        """True when the case says ``ca``."""
        return bool(self.rad.belopp and self.rad.belopp.about) or bool(self.ungefärliga_år)


@dataclass(frozen=True, slots=True)
class Budget:
    """Sums in kronor: ``summa`` is the lines' total, ``per_år`` each year's, ``finansierat`` what the
    sources of funding give, ``per_källa`` each of them in the order written.
    """

    rader: tuple[Line, ...]
    summa: Decimal
    per_år: dict[int, Decimal]
    per_källa: tuple[Decimal, ...]
    finansierat: Decimal

    @property
    def år(self) -> tuple[int, ...]:
        """The years that any line names, in order."""
        return tuple(self.per_år)

    @property
    def ungefär(self) -> bool:
        """True when a line is approximate, and so the sum."""
        return any(line.ungefär for line in self.rader)

    @property
    def ungefärliga_år(self) -> frozenset[int]:
        """The years whose sums are approximate."""
        return frozenset(year for line in self.rader for year in line.ungefärliga_år)

    @property
    def belopp(self) -> tuple[Decimal, ...]:
        """Every amount that a table of the lines prints."""
        lines = (amount for line in self.rader for amount in (line.summa, *line.per_år.values()))
        return (*lines, self.summa, *self.per_år.values())
