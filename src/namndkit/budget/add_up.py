"""The sums of one case."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Context, Inexact

from namndkit.budget.financing import finance
from namndkit.values.budget import Budget, Line, Sum
from namndkit.values.case import Case
from namndkit.values.case.glossary import fold
from namndkit.values.case.kostnad import Kostnad, Kostnadsrad
from namndkit.values.case.scalars import Year
from namndkit.values.node import Scalar
from namndkit.values.text import origins

_EXACT = Context(prec=60, traps=[Inexact])
"""A product of two numbers that the case format takes has at most 60 digits."""


def add_up(case: Case) -> Budget | None:
    """The sums of ``case`` in kronor, or None when it has no cost.

    Nothing is rounded but shares of the financing, to the öre.
    """
    cost = case.kostnad
    if not cost:
        return None
    lines = tuple(_line(rad, case) for rad in cost.rader)
    total = Sum.of(line.summa for line in lines)
    years = _years(lines)
    sources = finance(cost.finansiering, total)
    applied = _given(line.sökt for line in lines)
    return Budget(
        rader=lines,
        summa=total,
        per_år=years,
        utan_år=_without_year(lines) if years else None,
        per_insats=_groups((line.insats, line.summa) for line in lines),
        per_slag=_groups((line.rad.slag or "", line.summa) for line in lines),
        per_varaktighet=_groups((line.rad.varaktighet or "", line.summa) for line in lines),
        sökt=applied,
        egen=_given(line.egen for line in lines),
        beviljat=_given(Sum.of([rad.beviljat]) if rad.beviljat else None for rad in cost.rader),
        reserv=_given(line.summa if line.rad.reserv else None for line in lines),
        ram=cost.ram.belopp if cost.ram else None,
        ur_ramen=_from_the_pot(cost, applied, sources, total),
        per_källa=sources,
        finansierat=Sum.of(sources),
    )


def _stated(rad: Kostnadsrad) -> Iterable[tuple[str, Sum]]:
    """Every way in which ``rad`` states its whole amount, with the keys that do it."""
    if rad.belopp:
        yield "belopp", Sum.of([rad.belopp])
    if rad.antal and rad.styckpris:
        product = _EXACT.multiply(rad.antal.number, rad.styckpris.kronor)
        factors = (*rad.antal.origins, *rad.styckpris.origins)
        yield "antal och styckpris", Sum(product, rad.styckpris.about, factors)
    if rad.per_år:
        yield "per_år", Sum.of(part.belopp for part in rad.per_år)
    if rad.delar:
        yield "delar", Sum.of(part.belopp for part in rad.delar)


def _line(rad: Kostnadsrad, case: Case) -> Line:
    stated = dict(_stated(rad))
    whole = next(iter(stated.values()), Sum())
    about = any(amount.about for amount in stated.values())
    years: dict[int, Sum] = {part.år: Sum.of([part.belopp]) for part in rad.per_år}
    if not years and rad.år:
        years[rad.år] = replace(whole, about=about)
    insats = case.insatsen(rad.insats)
    applied, own = _split(rad, whole)
    heading = case.insats_namn[id(insats)] if insats else ""
    return Line(rad, replace(whole, about=about), stated, years, heading, applied, own)


def _split(rad: Kostnadsrad, whole: Sum) -> tuple[Sum | None, Sum | None]:
    """What is applied for and what the board pays itself: either is what the other leaves."""
    if not rad.sökt and not rad.egen:
        return None, None
    applied = Sum.of([rad.sökt]) if rad.sökt else None
    own = Sum.of([rad.egen]) if rad.egen else None
    return applied or _rest(whole, own), own or _rest(whole, applied)


def _rest(whole: Sum, part: Sum | None) -> Sum:
    taken = part or Sum()
    return Sum(whole.kronor - taken.kronor, whole.about or taken.about)


def _years(lines: Iterable[Line]) -> dict[int, Sum]:
    """The sum of each year, under a year that is written wherever a line has it."""
    parts = [(year, part) for line in lines for year, part in line.per_år.items()]
    sums = Sum.by((str(year), part) for year, part in parts)
    written: dict[str, list[Scalar]] = {}
    for year, _ in parts:
        written.setdefault(str(year), []).extend(origins(year))
    return {Year.of(int(year), tuple(written[year])): sums[year] for year in sorted(sums)}


def _without_year(lines: Iterable[Line]) -> Sum | None:
    return _given(None if line.per_år else line.summa for line in lines)


def _given(parts: Iterable[Sum | None]) -> Sum | None:
    """The sum of the parts that are there; None when none is."""
    there = [part for part in parts if part is not None]
    return Sum.of(there) if there else None


def _groups(parts: Iterable[tuple[str, Sum]]) -> dict[str, Sum]:
    """The sum of each group; nothing when no line belongs to one."""
    groups = Sum.by(parts)
    return groups if any(groups) else {}


def _from_the_pot(cost: Kostnad, applied: Sum | None, sources: tuple[Sum, ...], total: Sum) -> Sum:
    """What is applied for; else what the source of funding with the pot's name gives; else all."""
    if applied is not None:
        return applied
    name = fold(cost.ram.namn) if cost.ram and cost.ram.namn else None
    paid = [
        part
        for source, part in zip(cost.finansiering, sources, strict=True)
        if name and fold(source.källa) == name
    ]
    return Sum.of(paid) if paid else total
