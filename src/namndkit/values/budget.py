"""The money of a case added up: exact sums in kronor, made by the budget stage."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Context, Decimal
from fractions import Fraction

from namndkit.values.amount import Amount
from namndkit.values.case.kostnad import Kostnadsrad
from namndkit.values.node import Scalar

ZERO, _WIDE = Decimal(0), Context(prec=60)


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount that was added up: exactly ``kronor``; ``about`` when a part of it says ``ca``.

    ``origins`` are the nodes that it says the same as: those of a line, none of a total.
    """

    kronor: Decimal = ZERO
    about: bool = False
    origins: tuple[Scalar, ...] = field(default=(), compare=False, repr=False)

    @classmethod
    def of(cls, parts: Iterable[Amount | Sum]) -> Sum:
        """The sum of ``parts``; amounts of the case itself are its origins."""
        kronor, about, origins = ZERO, False, list[Scalar]()
        for part in parts:
            kronor, about = _WIDE.add(kronor, part.kronor), about or part.about
            if isinstance(part, Amount):
                origins += part.origins
        return cls(kronor, about, tuple(origins))

    @classmethod
    def by(cls, parts: Iterable[tuple[str, Sum]]) -> dict[str, Sum]:
        """The sum of every group of ``parts``, in the order in which the groups came."""
        groups: dict[str, list[Sum]] = {}
        for name, part in parts:
            groups.setdefault(name, []).append(part)
        return {name: cls.of(group) for name, group in groups.items()}


@dataclass(frozen=True, slots=True)
class Line:
    """One cost line: its whole amount and, when it is spread over years, each year's.

    ``angivet`` is every way in which the line states its amount, by the keys that do it; the first
    counts. ``insats`` is the heading of the insats that it belongs to, or empty. ``sökt`` and
    ``egen`` are both there when the line states either, since together they are the line.
    """

    rad: Kostnadsrad
    summa: Sum
    angivet: dict[str, Sum]
    per_år: dict[int, Sum]
    insats: str = ""
    sökt: Sum | None = None
    egen: Sum | None = None


@dataclass(frozen=True, slots=True)
class Budget:
    """What the lines of a case come to.

    ``per_år``, ``per_insats``, ``per_slag`` and ``per_varaktighet`` each part the total ``summa``,
    with what has no year in ``utan_år`` (None when nothing has, or when no line has a year) and
    what has no insats, slag or varaktighet under ``""``; they are empty when no line tells.
    ``sökt``, ``egen``, ``beviljat`` and ``reserv`` are None when no line tells. ``ur_ramen`` is what
    is taken from the pot ``ram``, ``ramens_andel`` its share (1 is the whole pot). ``per_källa``
    follows the order written; ``finansierat`` is its sum.
    """

    rader: tuple[Line, ...]
    summa: Sum
    per_år: dict[int, Sum]
    utan_år: Sum | None
    per_insats: dict[str, Sum]
    per_slag: dict[str, Sum]
    per_varaktighet: dict[str, Sum]
    sökt: Sum | None
    egen: Sum | None
    beviljat: Sum | None
    reserv: Sum | None
    ram: Amount | None
    ur_ramen: Sum
    per_källa: tuple[Sum, ...]
    finansierat: Sum

    @property
    def hel(self) -> bool:
        """True when every line states its amount; otherwise the sums lack something."""
        return all(line.angivet for line in self.rader)

    @property
    def år(self) -> tuple[int, ...]:
        """The years that any line names, in order."""
        return tuple(self.per_år)

    @property
    def ramens_andel(self) -> Fraction | None:
        """The share of the pot that is taken."""
        if not self.ram or self.ram.kronor <= 0:
            return None
        return Fraction(self.ur_ramen.kronor) / Fraction(self.ram.kronor)

    @property
    def belopp(self) -> tuple[Decimal, ...]:
        """Every amount that a table of the lines prints."""
        lines = [(line.summa, line.sökt, line.egen, *line.per_år.values()) for line in self.rader]
        granted = [line.rad.beviljat for line in self.rader]
        sums = (self.summa, self.utan_år, self.sökt, self.egen, self.beviljat)
        every = (part for line in lines for part in line)
        printed = (*every, *granted, *sums, *self.per_år.values())
        return tuple(one.kronor for one in printed if one is not None)

    @property
    def finansieringens_belopp(self) -> tuple[Decimal, ...]:
        """Every amount that a table of the financing prints."""
        return (*(paid.kronor for paid in self.per_källa), self.finansierat.kronor)
