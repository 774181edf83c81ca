"""NK320–NK323: numbers of the running text against the lines, the total, the pot and the financing.

A false alarm costs more than a miss, so a number is judged only where the text says what it is of:

- ``mentions`` finds the amounts and percentages, with the rounding that the text states;
- ``clauses`` parts a text in sentences and finds what stands round each number;
- ``facts`` are the numbers of the budget, each with the ``words`` that name it;
- ``said_of`` tells, by the ``cues`` of Swedish, which facts a number is said of: a line, who pays
  (``paid_by``), or the ``whole`` (a year, the total); ``others`` tells what is not the proposal's;
- ``amounts`` and ``shares`` judge.
"""

from __future__ import annotations

from collections.abc import Iterator

from namndkit.values.budget import Budget
from namndkit.values.case import Case
from namndkit.values.diagnostic import Diagnostic


def text_follows_the_lines(case: Case, budget: Budget | None) -> Iterator[Diagnostic]:
    """Amounts and percentages of the text that contradict the budget."""
    if budget and budget.rader:
        from namndkit.checks.figures.judge import judge

        yield from judge(case, budget)


FIGURE_RULES = (text_follows_the_lines,)
