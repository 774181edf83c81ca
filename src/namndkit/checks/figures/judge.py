"""The judgement of one case: every number of its texts against every fact of its budget."""

from __future__ import annotations

from collections.abc import Iterator

from namndkit.checks.figures.amounts import judge_amounts
from namndkit.checks.figures.clauses import clauses
from namndkit.checks.figures.facts import Facts
from namndkit.checks.figures.passages import passages
from namndkit.checks.figures.shares import judge_shares
from namndkit.checks.figures.spellings import one_amount_is_spelt_alike
from namndkit.values.budget import Budget
from namndkit.values.case import Case
from namndkit.values.diagnostic import Diagnostic


def judge(case: Case, budget: Budget) -> Iterator[Diagnostic]:
    """Amounts and percentages of the text of ``case`` that contradict its ``budget``."""
    found = list(passages(case))
    if not any(passage.mentions for passage in found):
        return
    facts = Facts(case, budget, (passage.text for passage in found))
    for passage in found:
        around = list(clauses(passage))
        yield from judge_amounts(around, facts)
        yield from judge_shares(around, facts)
    yield from one_amount_is_spelt_alike(found)
