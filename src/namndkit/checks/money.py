"""NK303–NK308: money that contradicts itself, and amounts that look like a slip of the unit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from namndkit.values.amount import Amount, format_amount
from namndkit.values.budget import Budget
from namndkit.values.case import Case, Förslag
from namndkit.values.case.kostnad import Kostnad
from namndkit.values.case.part import leaves
from namndkit.values.diagnostic import Diagnostic, error, warning

SMALL = Decimal(1000)


def _cost(case: Case) -> Kostnad | None:
    return case.kostnad if isinstance(case, Förslag) else None


def _kr(amount: Decimal) -> str:
    return format_amount(amount, "kr")


def bare_number_is_small(case: Case, _: Budget | None) -> Iterator[Diagnostic]:
    """``belopp: 5``: five kronor, or five millions?"""
    for _path, value in leaves(case):
        if isinstance(value, Amount) and value.written[-1].isdigit() and abs(value.kronor) < SMALL:
            message = f"Beloppet ”{value.written}” saknar enhet: är det kronor eller miljoner?"
            hint = f"Skriv ”{value.written} kr” eller ”{value.written} mnkr”."
            yield warning(value.written.position, "NK303", message, hint)


def line_has_one_amount(case: Case, budget: Budget | None) -> Iterator[Diagnostic]:
    """A cost line has an amount, or one for each year, and both agree when both are given."""
    for line in budget.rader if budget else ():
        rad = line.rad
        if not rad.belopp and not rad.per_år:
            yield error(
                rad.ändamål.position,
                "NK306",
                "Kostnadsraden har inget belopp.",
                "Lägg till belopp: … eller per_år: …",
            )
            continue
        if rad.år and rad.per_år:
            message = "Kostnadsraden har både år och per_år."
            yield error(rad.ändamål.position, "NK306", message, "Ta bort det ena.")
        years = sum((part.belopp.kronor for part in rad.per_år), Decimal(0))
        if rad.belopp and rad.per_år and years != rad.belopp.kronor:
            message = (
                f"Beloppet är {_kr(rad.belopp.kronor)} men åren blir tillsammans {_kr(years)}."
            )
            yield error(
                rad.belopp.written.position,
                "NK306",
                message,
                f"Rätta något av dem. Skillnaden är {_kr(years - rad.belopp.kronor)}.",
            )


def stated_total_is_right(case: Case, budget: Budget | None) -> Iterator[Diagnostic]:
    """``summa`` is checked, never trusted."""
    cost = _cost(case)
    if cost and cost.summa and budget and cost.summa.kronor != budget.summa:
        message = (
            f"Summan är angiven till {_kr(cost.summa.kronor)} men raderna blir {_kr(budget.summa)}."
        )
        difference = _kr(budget.summa - cost.summa.kronor)
        found = error(
            cost.summa.written.position,
            "NK304",
            message,
            f"Rätta summan eller raderna. Skillnaden är {difference}.",
        )
        yield replace(
            found, related=tuple((line.rad.position, _kr(line.summa)) for line in budget.rader[:1])
        )


def financing_equals_cost(case: Case, budget: Budget | None) -> Iterator[Diagnostic]:
    """What the sources give is the cost: neither less nor more."""
    cost = _cost(case)
    if not cost or not cost.finansiering or not budget:
        return
    if budget.finansierat != budget.summa or any(
        paid < 0 < budget.summa for paid in budget.per_källa
    ):
        stated = sum((paid for paid in budget.per_källa if paid > 0), Decimal(0))
        message = f"Finansieringen blir {_kr(stated)} men kostnaden är {_kr(budget.summa)}."
        hint = f"Skillnaden är {_kr(stated - budget.summa)}. En källa utan belopp och andel tar resten."
        yield error(cost.finansiering[0].källa.position, "NK305", message, hint)


def one_source_takes_the_rest(case: Case, _: Budget | None) -> Iterator[Diagnostic]:
    """A source has an amount or a share, and at most one has neither."""
    cost = _cost(case)
    sources = cost.finansiering if cost else ()
    for source in sources:
        if source.belopp and source.andel:
            yield error(
                source.källa.position,
                "NK307",
                f"”{source.källa}” har både belopp och andel.",
                "Ta bort det ena.",
            )
    for source in [s for s in sources if not s.belopp and not s.andel][1:]:
        yield error(
            source.källa.position,
            "NK307",
            "Bara en källa kan sakna belopp och andel (den tar resten).",
            "Ange belopp eller andel för den här.",
        )


def cost_fits_the_pot(case: Case, budget: Budget | None) -> Iterator[Diagnostic]:
    """No more can be applied for than there is in the pot."""
    cost = _cost(case)
    if cost and cost.ram and budget and budget.summa > cost.ram.belopp.kronor:
        over = _kr(budget.summa - cost.ram.belopp.kronor)
        message = f"Kostnaden {_kr(budget.summa)} är större än ramen {_kr(cost.ram.belopp.kronor)}."
        yield error(
            cost.ram.belopp.written.position, "NK308", message, f"Ramen räcker inte: {over} fattas."
        )


MONEY_RULES: tuple[Callable[[Case, Budget | None], Iterable[Diagnostic]], ...] = (
    bare_number_is_small,
    line_has_one_amount,
    stated_total_is_right,
    financing_equals_cost,
    one_source_takes_the_rest,
    cost_fits_the_pot,
)
