"""NK303–NK311: the amounts of a cost that contradict each other, or look like a slip of the unit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Context, Decimal

from namndkit.checks.texts import waits
from namndkit.values.amount import MOST, Amount
from namndkit.values.budget import Budget, Line, Sum
from namndkit.values.case import Case
from namndkit.values.case.kostnad import Delbelopp
from namndkit.values.diagnostic import Diagnostic, error, warning
from namndkit.values.formats import format_amount
from namndkit.values.position import Position

SMALL = Decimal(1000)
_ORE, _WIDE = Decimal("0.01"), Context(prec=60)


_WAYS = {
    "belopp": "beloppet är",
    "antal och styckpris": "antalet gånger styckpriset är",
    "per_år": "åren blir tillsammans",
    "delar": "delarna blir tillsammans",
}
"""How a finding names each way in which a line states its amount."""


def kr(amount: Decimal) -> str:
    """``amount`` as findings name it."""
    return format_amount(amount, "kr")


def difference(first: Decimal, second: Decimal) -> str:
    """The sentence that tells how far two amounts are apart."""
    return f"Skillnaden är {kr(abs(first - second))}."


def also(found: Diagnostic, *places: tuple[Position, str]) -> Diagnostic:
    """``found`` with the other places that it is about."""
    return replace(found, related=places)


def bare_number_is_small(case: Case, _: Budget | None) -> Iterator[Diagnostic]:
    """``belopp: 5``: five kronor, or five millions?"""
    for _path, value in case.blad:
        if isinstance(value, Amount) and value.written[-1].isdigit() and abs(value.kronor) < SMALL:
            message = f"Beloppet ”{value.written}” saknar enhet: är det kronor eller miljoner?"
            hint = f"Skriv ”{value.written} kr” eller ”{value.written} mnkr”."
            yield warning(value.written.position, "NK303", message, hint)


def line_has_an_amount(_: Case, budget: Budget | None) -> Iterator[Diagnostic]:
    """A cost line states its amount; where a place to fill it in still stands, that is told already."""
    for line in budget.rader if budget else ():
        rad, place = line.rad, line.rad.ändamål.position
        if waits(rad):
            continue
        if bool(rad.antal) != bool(rad.styckpris):
            message = "Kostnadsraden har bara det ena av antal och styckpris."
            yield error(place, "NK306", message, "Lägg till det andra, eller skriv belopp: …")
        elif not line.angivet:
            hint = "Lägg till belopp: …, per_år: … eller antal: … och styckpris: …"
            found = error(place, "NK306", "Kostnadsraden har inget belopp.", hint)
            yield replace(found, draftable=True)
        if rad.år and rad.per_år:
            message = "Kostnadsraden har både år och per_år."
            yield error(place, "NK306", message, "Ta bort det ena.")


def _stated_lines(budget: Budget | None) -> Iterable[Line]:
    """The lines that state their amount."""
    return (line for line in budget.rader if line.angivet) if budget else ()


def line_has_one_amount(_: Case, budget: Budget | None) -> Iterator[Diagnostic]:
    """A cost line that states its amount in several ways gives the same in each."""
    for line in _stated_lines(budget):
        yield from _amounts_agree(line)


def _amounts_agree(line: Line) -> Iterator[Diagnostic]:
    """The amount that counts against the other ways in which a line states it."""
    ways = list(line.angivet.items())
    for name, other in ways:
        if other.kronor.quantize(_ORE, context=_WIDE) != other.kronor or other.kronor > MOST:
            what = "är orimligt stort" if other.kronor > MOST else "blir inte hela ören"
            message = f"Antal gånger styckpris {what}: {other.kronor.normalize(_WIDE):f} kr."
            place = line.rad.ändamål.position
            yield error(place, "NK306", message, "Rätta antalet eller priset.")
        elif other.kronor != ways[0][1].kronor:
            code = "NK309" if name == "delar" else "NK306"
            first = _WAYS[ways[0][0]].capitalize()
            message = f"{first} {kr(ways[0][1].kronor)} men {_WAYS[name]} {kr(other.kronor)}."
            hint = f"Rätta något av dem. {difference(other.kronor, ways[0][1].kronor)}"
            found = error(_stated_at(line, ways[0][0]), code, message, hint)
            yield also(found, (_stated_at(line, name), kr(other.kronor)))


def _stated_at(line: Line, way: str) -> Position:
    """Where a line states its amount in the way ``way``, a key of ``angivet``."""
    rad = line.rad
    if way == "belopp" and rad.belopp:
        return rad.belopp.written.position
    if way == "per_år":
        return rad.per_år[0].belopp.written.position
    if way == "delar":
        return rad.delar[0].belopp.written.position
    return rad.styckpris.written.position if rad.styckpris else rad.ändamål.position


def included_is_no_more(case: Case, budget: Budget | None) -> Iterator[Diagnostic]:
    """*Varav* is a part of its amount: of a line, or of the total."""
    cost = case.kostnad
    if not cost or not budget:
        return
    if budget.rader and budget.hel:
        yield from _included(cost.varav, budget.summa, "summan", budget.rader[0].rad.position)
    for line in _stated_lines(budget):
        yield from _included(line.rad.varav, line.summa, "raden", line.rad.ändamål.position)


def _included(
    parts: tuple[Delbelopp, ...], whole: Sum, name: str, place: Position
) -> Iterator[Diagnostic]:
    inside = Sum.of(part.belopp for part in parts)
    if abs(inside.kronor) > abs(whole.kronor) or inside.kronor * whole.kronor < 0:
        message = f"Varav-beloppen blir {kr(inside.kronor)}, men {name} är bara {kr(whole.kronor)}."
        hint = f"Rätta något av dem. {difference(inside.kronor, whole.kronor)}"
        found = error(parts[0].belopp.written.position, "NK310", message, hint)
        yield also(found, (place, f"{name} är {kr(whole.kronor)}"))


def applied_and_own_are_the_line(_: Case, budget: Budget | None) -> Iterator[Diagnostic]:
    """What is applied for and the own part are the line; no more is granted than was applied for."""
    for line in _stated_lines(budget):
        rad = line.rad
        if budget and budget.sökt and not (line.sökt and line.egen):
            message = "Raden saknar sökt och egen, som andra rader har."
            yield error(rad.ändamål.position, "NK311", message, "Skriv sökt: … eller egen: …")
        elif line.sökt and line.egen:
            yield from _shares_agree(line, line.sökt, line.egen)
        asked = line.sökt or line.summa
        if rad.beviljat and rad.beviljat.kronor > asked.kronor:
            message = f"Det beviljade, {kr(rad.beviljat.kronor)}, är mer än det sökta, {kr(asked.kronor)}."
            hint = f"Rätta något av dem. {difference(rad.beviljat.kronor, asked.kronor)}"
            found = error(rad.beviljat.written.position, "NK311", message, hint)
            yield also(found, (rad.ändamål.position, f"det sökta är {kr(asked.kronor)}"))


def _shares_agree(line: Line, applied: Sum, own: Sum) -> Iterator[Diagnostic]:
    both = Sum.of((applied, own)).kronor
    stated = line.rad.sökt or line.rad.egen
    below = min(applied.kronor, own.kronor) < 0 <= line.summa.kronor
    if stated and (both != line.summa.kronor or below):
        message = f"Sökt {kr(applied.kronor)} och egen {kr(own.kronor)} går inte ihop med radens {kr(line.summa.kronor)}."
        hint = f"Tillsammans ska de bli hela raden. {difference(both, line.summa.kronor)}"
        found = error(stated.written.position, "NK311", message, hint)
        yield also(found, (line.rad.ändamål.position, f"raden är {kr(line.summa.kronor)}"))


def stated_total_is_right(case: Case, budget: Budget | None) -> Iterator[Diagnostic]:
    """``summa`` is checked, never trusted."""
    cost = case.kostnad
    if cost and cost.summa and budget and budget.hel and cost.summa.kronor != budget.summa.kronor:
        stated, added = cost.summa.kronor, budget.summa.kronor
        message = f"Summan är angiven till {kr(stated)} men raderna blir {kr(added)}."
        hint = f"Rätta summan eller raderna. {difference(stated, added)}"
        found = error(cost.summa.written.position, "NK304", message, hint)
        yield also(
            found, *((line.rad.position, kr(line.summa.kronor)) for line in budget.rader[:1])
        )


LINE_RULES: tuple[Callable[[Case, Budget | None], Iterable[Diagnostic]], ...] = (
    bare_number_is_small,
    line_has_an_amount,
    line_has_one_amount,
    included_is_no_more,
    applied_and_own_are_the_line,
    stated_total_is_right,
)
