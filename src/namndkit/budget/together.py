"""The sums of several cases."""

from __future__ import annotations

from collections.abc import Iterable

from namndkit.values.amount import Amount
from namndkit.values.budget import Budget, Sum
from namndkit.values.case import Case
from namndkit.values.case.glossary import fold
from namndkit.values.overview import Claim, Overview, Pot


def claim(case: Case, budget: Budget, path: str) -> Claim:
    """What the case in the file ``path`` costs and takes from its pot."""
    cost = case.kostnad
    ram = cost.ram if cost else None
    return Claim(
        path,
        str(case.nämnd or ""),
        budget.summa,
        budget.ram,
        str(ram.namn or "") if ram else "",
        budget.ur_ramen,
        ram.belopp.written.position if ram else case.position,
    )


def add_together(claims: Iterable[Claim]) -> Overview:
    """The sums over ``claims``; boards and pots are the same when their names are, whatever the case
    of the letters. A pot without a name is its case's own and shared with none.
    """
    given = tuple(claims)
    boards: dict[str, str] = {}
    named = [(boards.setdefault(fold(one.nämnd), one.nämnd), one.summa) for one in given]
    pots: dict[str, list[Claim]] = {}
    for one in given:
        if one.ram and one.ramens_namn:
            pots.setdefault(fold(one.ramens_namn), []).append(one)
    return Overview(
        given,
        Sum.of(one.summa for one in given),
        Sum.by(named),
        tuple(_pot(shared[0].ram, shared) for shared in pots.values() if shared[0].ram),
    )


def _pot(amount: Amount, shared: list[Claim]) -> Pot:
    taken = Sum.of(one.ur_ramen for one in shared)
    return Pot(shared[0].ramens_namn, amount, taken, tuple(shared))
