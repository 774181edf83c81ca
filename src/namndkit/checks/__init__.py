"""checks: what is wrong in a case beyond its form, as two plain lists of functions.

``TEXT_RULES`` look at every text of the file, also when the form is broken; ``CASE_RULES`` at the
case and its budget.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from namndkit.checks.money import MONEY_RULES
from namndkit.checks.parts import PART_RULES
from namndkit.checks.placeholders import unfilled
from namndkit.checks.swallowed import swallowed_list
from namndkit.values.budget import Budget
from namndkit.values.case import Case
from namndkit.values.diagnostic import Diagnostic
from namndkit.values.node import Mapping, Node, Scalar, Sequence

TEXT_RULES: tuple[Callable[[Scalar], Iterable[Diagnostic]], ...] = (
    unfilled,
    swallowed_list,
)
CASE_RULES: tuple[Callable[[Case, Budget | None], Iterable[Diagnostic]], ...] = (
    *PART_RULES,
    *MONEY_RULES,
)


def check_texts(root: Mapping) -> list[Diagnostic]:
    """The findings of every text rule on every value of the file."""
    return [finding for text in _scalars(root) for rule in TEXT_RULES for finding in rule(text)]


def check_case(case: Case, budget: Budget | None) -> list[Diagnostic]:
    """The findings of every rule on the case and its money."""
    return [finding for rule in CASE_RULES for finding in rule(case, budget)]


def _scalars(node: Node) -> Iterator[Scalar]:
    waiting: list[Node] = [node]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Scalar):
            yield one
        elif isinstance(one, Sequence):
            waiting.extend(one.items)
        else:
            waiting.extend(entry.value for entry in one.entries)
