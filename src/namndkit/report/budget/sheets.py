"""What is printed of a budget: rows with a label and an amount in some of the columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from namndkit.values.amount import Amount
from namndkit.values.budget import Budget, Sum
from namndkit.values.case import Case
from namndkit.values.formats import (
    NBSP,
    common_unit,
    count_decimals,
    format_cell,
    format_share,
    with_about,
)
from namndkit.values.overview import Overview

TOTAL = "Totalt"
WITHOUT_YEAR = "Utan år"
_NO_NAME = {"insats": "utan insats", "slag": "utan slag", "varaktighet": "utan varaktighet"}


@dataclass(frozen=True, slots=True)
class Row:
    """One row: ``kind`` tells what of, ``label`` which one; ``amounts`` are by column."""

    kind: str
    label: str
    amounts: Mapping[str, Sum | Amount]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One case and its sums."""

    path: str
    case: Case
    budget: Budget

    @property
    def columns(self) -> list[str]:
        """The columns in order: years, what has no year, the total, and what is sökt, egen, beviljat."""
        budget = self.budget
        optional = {"Sökt": budget.sökt, "Egen del": budget.egen, "Beviljat": budget.beviljat}
        without = [WITHOUT_YEAR] if budget.utan_år else []
        years = [str(year) for year in budget.år]
        return [*years, *without, TOTAL, *(name for name, amount in optional.items() if amount)]

    @property
    def unit(self) -> str:
        """The unit that the case asks for, or the largest in which nothing is rounded."""
        cost = self.case.kostnad
        pots = [self.budget.ram.kronor, self.left.kronor] if self.budget.ram else []
        amounts = (*self.budget.belopp, *self.budget.finansieringens_belopp, *pots)
        return common_unit(amounts, cost.enhet if cost else None)

    @property
    def left(self) -> Sum:
        """What is left of the pot when the case has taken its part."""
        pot = Sum.of([self.budget.ram] if self.budget.ram else [])
        return Sum(
            pot.kronor - self.budget.ur_ramen.kronor, pot.about or self.budget.ur_ramen.about
        )

    def rows(self) -> Iterator[Row]:
        """The lines, their sum, the subtotals, the financing and the pot."""
        budget = self.budget
        for line in budget.rader:
            years = {str(year): amount for year, amount in line.per_år.items()}
            parts = {"Sökt": line.sökt, "Egen del": line.egen, "Beviljat": line.rad.beviljat}
            without = {} if years or not budget.år else {WITHOUT_YEAR: line.summa}
            given = {name: amount for name, amount in parts.items() if amount}
            purpose = " ".join(line.rad.ändamål.split())
            yield Row("rad", purpose, {**years, **without, TOTAL: line.summa, **given})
        yield Row("summa", "Summa", self._sums())
        yield from self._groups()
        cost = self.case.kostnad
        sources = cost.finansiering if cost else ()
        for source, paid in zip(sources, budget.per_källa, strict=True):
            yield Row("finansiering", str(source.källa), {TOTAL: paid})
        if sources:
            yield Row("finansiering", "Summa finansiering", {TOTAL: budget.finansierat})
        yield from self._pot()

    def _sums(self) -> dict[str, Sum]:
        budget = self.budget
        sums = {str(year): amount for year, amount in budget.per_år.items()}
        rest = {WITHOUT_YEAR: budget.utan_år, TOTAL: budget.summa, "Sökt": budget.sökt}
        rest |= {"Egen del": budget.egen, "Beviljat": budget.beviljat}
        return sums | {name: amount for name, amount in rest.items() if amount}

    def _groups(self) -> Iterator[Row]:
        budget = self.budget
        groups = {"insats": budget.per_insats, "slag": budget.per_slag}
        groups |= {"varaktighet": budget.per_varaktighet}
        for kind, sums in groups.items():
            for name, amount in sums.items():
                yield Row(kind, name or _NO_NAME[kind], {TOTAL: amount})
        if budget.reserv:
            yield Row("reserv", "varav reserv", {TOTAL: budget.reserv})

    def _pot(self) -> Iterator[Row]:
        budget = self.budget
        if not budget.ram:
            return
        cost = self.case.kostnad
        ram = cost.ram if cost else None
        name = f"Ram ({ram.namn})" if ram and ram.namn else "Ram"
        yield Row("ram", name, {TOTAL: budget.ram})
        share = budget.ramens_andel
        told = f" ({format_share(share)}{NBSP}%)" if share is not None else ""
        yield Row("ram", f"Ur ramen{told}", {TOTAL: budget.ur_ramen})
        yield Row("ram", "Kvar av ramen", {TOTAL: self.left})


@dataclass(frozen=True, slots=True)
class Account:
    """The cases with a cost, the sums over them, and how many cases have none."""

    sheets: list[Sheet]
    overview: Overview
    without_cost: int = 0

    @property
    def unit(self) -> str:
        """The largest unit in which the sums over the cases are not rounded."""
        pots = [(pot.belopp, pot.uttag, pot.kvar) for pot in self.overview.ramar]
        sums = [self.overview.summa, *self.overview.per_nämnd.values()]
        return common_unit(one.kronor for one in (*sums, *(part for pot in pots for part in pot)))

    def rows(self) -> Iterator[Row]:
        """The sum over the cases, per nämnd and per pot."""
        cases = _cases(one.path for one in self.sheets)
        yield Row("summa", f"Summa för {cases}", {TOTAL: self.overview.summa})
        for board, amount in self.overview.per_nämnd.items():
            yield Row("nämnd", board or "utan nämnd", {TOTAL: amount})
        for pot in self.overview.ramar:
            yield Row("ram", f"Ram ({pot.namn})", {TOTAL: pot.belopp})
            cases = _cases(one.path for one in pot.claims)
            yield Row("ram", f"Ur ramen, {cases}", {TOTAL: pot.uttag})
            overdrawn = " (övertrasserad)" if pot.kvar.kronor < 0 else ""
            yield Row("ram", f"Kvar av ramen{overdrawn}", {TOTAL: pot.kvar})


def _cases(paths: Iterable[str]) -> str:
    """How many cases ``paths`` are of: one has several costs when its documents differ in theirs."""
    number = len({*paths})
    return f"{number} ärenden" if number > 1 else "1 ärende"


HEADINGS: dict[str, str] = {
    "insats": "Per insats",
    "slag": "Per slag",
    "varaktighet": "Per varaktighet",
    "finansiering": "Finansiering",
    "nämnd": "Per nämnd",
    "ram": "",
}
"""The heading before the rows of a kind; empty for kinds that need none."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows as texts: every amount in one unit and with equally many decimals."""

    title: str
    columns: list[str]
    rows: list[tuple[str, str, list[str]]]
    """(kind, label, cells) of each row."""


def grid(title: str, columns: list[str], rows: Iterable[Row], unit: str) -> Grid:
    """``rows`` written in ``unit``; a row has an empty cell where it has no amount."""
    listed = list(rows)
    decimals = count_decimals((one.kronor for row in listed for one in row.amounts.values()), unit)

    def cell(amount: Sum | Amount | None) -> str:
        number = format_cell(amount.kronor, unit, decimals) if amount else ""
        return with_about(number, about=bool(amount and amount.about))

    written = [
        (row.kind, row.label, [cell(row.amounts.get(column)) for column in columns])
        for row in listed
    ]
    return Grid(f"{title} (belopp i {unit})", columns, written)


def grids(account: Account) -> Iterator[Grid]:
    """A grid for each case, and one of all when there are several."""
    for sheet in account.sheets:
        board = f", {sheet.case.nämnd}" if sheet.case.nämnd else ""
        title = f"{sheet.path}: {sheet.case.titel}{board}"
        yield grid(title, sheet.columns, sheet.rows(), sheet.unit)
    if len(account.sheets) > 1:
        yield grid("Alla ärenden", [TOTAL], account.rows(), account.unit)
