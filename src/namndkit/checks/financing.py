"""NK305, NK307, NK308, NK312, NK313: who pays, and the pots that the money comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from namndkit.checks.money import also, difference, kr
from namndkit.checks.texts import waits
from namndkit.values.budget import Budget, Sum
from namndkit.values.case import Case
from namndkit.values.diagnostic import Diagnostic, error, warning
from namndkit.values.overview import Claim, Overview, Pot
from namndkit.values.position import Position

_SHOWN = 5
"""Other cases that a finding about a shared pot names."""


def financing_equals_cost(case: Case, budget: Budget | None) -> Iterator[Diagnostic]:
    """What the sources give is the cost: neither less nor more."""
    cost = case.kostnad
    if not cost or not cost.finansiering or not budget:
        return
    whole = budget.summa.kronor
    beyond = any(paid.kronor < 0 < whole for paid in budget.per_källa)
    if budget.finansierat.kronor != whole or beyond:
        stated = Sum.of(paid for paid in budget.per_källa if paid.kronor > 0).kronor
        message = f"Finansieringen blir {kr(stated)} men kostnaden är {kr(whole)}."
        hint = f"{difference(stated, whole)} En källa utan belopp och andel tar resten."
        found = error(cost.finansiering[0].källa.position, "NK305", message, hint)
        yield also(found, *((rad.position, "kostnaden") for rad in cost.rader[:1]))


def one_source_takes_the_rest(case: Case, _: Budget | None) -> Iterator[Diagnostic]:
    """A source has an amount or a share (or a place for it), and at most one has neither."""
    cost = case.kostnad
    sources = cost.finansiering if cost else ()
    for source in sources:
        if source.belopp and source.andel:
            message = f"”{source.källa}” har både belopp och andel."
            yield error(source.källa.position, "NK307", message, "Ta bort det ena.")
    rest = [one for one in sources if not (one.belopp or one.andel or waits(one))]
    for source in rest[1:]:
        message = "Bara en källa kan sakna belopp och andel (den tar resten)."
        hint = "Ange belopp eller andel för den här."
        yield error(source.källa.position, "NK307", message, hint)


def cost_fits_the_pot(case: Case, budget: Budget | None) -> Iterator[Diagnostic]:
    """No more can be applied for than there is in the pot."""
    cost = case.kostnad
    if not cost or not cost.ram or not budget:
        return
    taken, pot = budget.ur_ramen.kronor, cost.ram.belopp.kronor
    if taken > pot:
        what = "Kostnaden" if budget.ur_ramen == budget.summa else "Det som söks ur ramen,"
        message = f"{what} {kr(taken)} är större än ramen {kr(pot)}."
        place = cost.ram.belopp.written.position
        found = error(place, "NK308", message, f"Ramen räcker inte: {kr(taken - pot)} fattas.")
        yield also(found, *((rad.position, "kostnaden") for rad in cost.rader[:1]))


def check_pots(overview: Overview) -> Iterator[Diagnostic]:
    """Pots that several cases name: one amount, and no more taken than there is."""
    for pot in overview.ramar:
        yield from _one_amount(pot)
        if len(pot.claims) > 1 and pot.kvar.kronor < 0:
            *others, last = pot.claims
            number = len({one.path for one in pot.claims})
            who = f"{number} ärenden" if number > 1 else "Ärendets kostnader"
            message = f"{who} tar tillsammans {kr(pot.uttag.kronor)} ur ”{pot.namn}”, som är på {kr(pot.belopp.kronor)}."
            hint = f"Ramen räcker inte: {kr(-pot.kvar.kronor)} fattas."
            found = error(last.place, "NK312", message, hint)
            yield also(found, *map(_taken, others[:_SHOWN]))


def _taken(claim: Claim) -> tuple[Position, str]:
    return claim.place, f"tar {kr(claim.ur_ramen.kronor)}"


def _one_amount(pot: Pot) -> Iterator[Diagnostic]:
    first = pot.claims[0]
    for claim in pot.claims[1:]:
        if claim.ram and claim.ram.kronor != pot.belopp.kronor:
            message = f"Ramen ”{pot.namn}” är {kr(claim.ram.kronor)} här men {kr(pot.belopp.kronor)} i ett annat ärende."
            hint = f"Rätta den som är fel. {difference(claim.ram.kronor, pot.belopp.kronor)}"
            yield also(
                warning(claim.place, "NK313", message, hint), (first.place, kr(pot.belopp.kronor))
            )


FINANCING_RULES: tuple[Callable[[Case, Budget | None], Iterable[Diagnostic]], ...] = (
    financing_equals_cost,
    one_source_takes_the_rest,
    cost_fits_the_pot,
)
