"""budget: Case → Budget, the cost lines added up exactly."""

from __future__ import annotations

from decimal import Decimal

from namndkit.values.budget import Budget, Line
from namndkit.values.case.kostnad import Finansiering, Kostnad, Kostnadsrad

ZERO = Decimal(0)


def add_up(kostnad: Kostnad) -> Budget:
    """Sums of the lines and of the financing, in kronor; nothing is rounded but shares, to the öre."""
    lines = tuple(map(_line, kostnad.rader))
    total = sum((line.summa for line in lines), ZERO)
    years = sorted({year for line in lines for year in line.per_år})
    per_year = {year: sum((line.per_år.get(year, ZERO) for line in lines), ZERO) for year in years}
    sources = _finance(kostnad.finansiering, total)
    return Budget(lines, total, per_year, sources, sum(sources, ZERO))


def _line(rad: Kostnadsrad) -> Line:
    per_year: dict[int, Decimal] = {}
    for part in rad.per_år:
        per_year[part.år] = per_year.get(part.år, ZERO) + part.belopp.kronor
    if not per_year and rad.år and rad.belopp:
        per_year[rad.år] = rad.belopp.kronor
    whole = rad.belopp.kronor if rad.belopp else sum(per_year.values(), ZERO)
    return Line(rad, whole, per_year)


def _finance(sources: tuple[Finansiering, ...], total: Decimal) -> tuple[Decimal, ...]:
    """What each source pays; the first without amount and share takes what is left."""
    given = _whole([_stated(source, total) for source in sources], sources, total)
    rest = total - sum((amount for amount in given if amount is not None), ZERO)
    paid: list[Decimal] = []
    for amount in given:
        paid.append(rest if amount is None else amount)
        rest = ZERO if amount is None else rest
    return tuple(paid)


def _whole(
    given: list[Decimal | None], sources: tuple[Finansiering, ...], total: Decimal
) -> list[Decimal | None]:
    """Shares that make a hundred per cent lose no öre: the last of them takes what rounding left."""
    shares = [source.andel for source in sources]
    if not all(shares) or sum(share(one) for one in shares if one) != 100:
        return given
    left = total - sum((amount for amount in given if amount is not None), ZERO)
    return [*given[:-1], (given[-1] or ZERO) + left]


def _stated(source: Finansiering, total: Decimal) -> Decimal | None:
    if source.belopp:
        return source.belopp.kronor
    if source.andel:
        return (total * share(source.andel) / 100).quantize(Decimal("0.01"))
    return None


def share(andel: str) -> Decimal:
    """``"33,5 %"`` as 33.5."""
    return Decimal(andel.removesuffix("%").removesuffix("procent").strip().replace(",", "."))
