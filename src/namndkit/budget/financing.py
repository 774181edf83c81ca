"""Who pays what: amounts as stated, shares to the öre, and the rest to the source without either."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from namndkit.values.budget import Sum
from namndkit.values.case.kostnad import Finansiering


def finance(sources: Sequence[Finansiering], total: Sum) -> tuple[Sum, ...]:
    """What each source pays, in the order written; the first with neither takes what is left."""
    shares = _shares(sources, total.kronor)
    given = [
        Sum.of([source.belopp])
        if source.belopp
        else None
        if share is None
        else Sum(share, total.about)
        for source, share in zip(sources, shares, strict=True)
    ]
    rest = total.kronor - sum((part.kronor for part in given if part), Decimal(0))
    about = total.about or any(part.about for part in given if part)
    paid: list[Sum] = []
    for part in given:
        paid.append(Sum(rest, about) if part is None else part)
        rest = Decimal(0) if part is None else rest
    return tuple(paid)


def _shares(sources: Sequence[Finansiering], total: Decimal) -> list[Decimal | None]:
    """The shares in kronor; those that with the amounts make the whole lose no öre together."""
    exact = [None if source.belopp else source.kvot for source in sources]
    parts = [Fraction(total) * share for share in exact if share is not None]
    fixed = sum((source.belopp.kronor for source in sources if source.belopp), Decimal(0))
    whole = total - fixed
    complete = abs(sum(parts) - Fraction(whole)) < Fraction(1, 100) and all(
        source.belopp or source.andel for source in sources
    )
    allotted = iter(allot(parts, whole if complete else None))
    return [None if share is None else next(allotted) for share in exact]


def allot(parts: Sequence[Fraction], whole: Decimal | None) -> list[Decimal]:
    """``parts`` in whole öre; with ``whole`` they add up to it, by the method of largest remainders."""
    ore = [part * 100 for part in parts]
    if whole is None:
        return [Decimal(round(part)).scaleb(-2) for part in ore]
    floors = [part.numerator // part.denominator for part in ore]
    left = int(whole * 100) - sum(floors)
    order = sorted(range(len(ore)), key=lambda n: floors[n] - ore[n])
    for n in order[:left]:
        floors[n] += 1
    return [Decimal(floor).scaleb(-2) for floor in floors]
