"""checks: what is wrong in a case beyond its form, as three plain lists of functions.

``TEXT_RULES`` look at every text of the file, also when the form is broken; ``LINE_RULES`` at the
cost lines, ``CASE_RULES`` at the case and its budget.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import chain, islice

from namndkit.checks.answers import ANSWER_RULES
from namndkit.checks.coverage import COVERAGE_RULES
from namndkit.checks.damaged import damaged
from namndkit.checks.dates import DATE_RULES, number_has_its_form
from namndkit.checks.escaped import escaped
from namndkit.checks.figures import FIGURE_RULES
from namndkit.checks.financing import FINANCING_RULES, check_pots
from namndkit.checks.hyphens import broken_paragraph, leftover_hyphen
from namndkit.checks.miscoded import miscoded
from namndkit.checks.money import LINE_RULES
from namndkit.checks.one_byte import one_byte
from namndkit.checks.pasted import pasted
from namndkit.checks.personal import personal_number, private_address
from namndkit.checks.placeholders import unfilled
from namndkit.checks.suppress import exception_in_text, suppress
from namndkit.checks.swallowed import swallowed_list
from namndkit.checks.texts import Written, keys, written
from namndkit.checks.writing import writing_rules
from namndkit.values.budget import Budget
from namndkit.values.case import Case
from namndkit.values.case.forval import Förval
from namndkit.values.case.part import Part
from namndkit.values.diagnostic import Diagnostic, Severity
from namndkit.values.node import Mapping, Scalar

__all__ = [
    "CASE_RULES",
    "LINE_RULES",
    "TEXT_RULES",
    "check_case",
    "check_pots",
    "check_texts",
    "suppress",
]

TEXT_RULES: tuple[Callable[[Written], Iterable[Diagnostic]], ...] = (
    unfilled,
    exception_in_text,
    swallowed_list,
    leftover_hyphen,
    broken_paragraph,
    pasted,
    personal_number,
    private_address,
    writing_rules,
)
LETTER_RULES: tuple[Callable[[Scalar], Iterable[Diagnostic]], ...] = (
    damaged,
    miscoded,
    one_byte,
    escaped,
)
"""Looked at in every text and every key: whether its characters are whole."""
MOST_OF_A_TEXT = 50
"""Findings of one rule that are reported of one text."""
MOST = 2000
"""Findings of text rules that are reported of one file."""
CASE_RULES: tuple[Callable[[Case, Budget | None], Iterable[Diagnostic]], ...] = (
    *COVERAGE_RULES,
    *ANSWER_RULES,
    *DATE_RULES,
    *FINANCING_RULES,
    *FIGURE_RULES,
)


def check_texts(root: Mapping, part: type[Part]) -> list[Diagnostic]:
    """The findings of every text rule on every value of ``root``, which is or was meant as a ``part``.

    So many that a person reads them; that there are more is told, and an error always is.
    """
    texts = list(written(root, part))
    nodes = (*keys(root), *(text.node for text in texts))
    letters = (_cut(rule(node)) for node in nodes for rule in LETTER_RULES)
    words = (_cut(rule(text)) for text in texts for rule in TEXT_RULES)
    every = chain.from_iterable(chain(letters, words))
    found = list(islice(every, MOST))
    errors = [one for one in every if one.severity is Severity.ERROR]
    return [*found, *errors]


def _cut(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The first of ``findings``; the next stands for those that are not shown, at its own place."""
    some = list(islice(findings, MOST_OF_A_TEXT + 1))
    if len(some) > MOST_OF_A_TEXT:
        message = f"Det finns fler fynd av samma slag i texten än de {MOST_OF_A_TEXT} som visas."
        remedy = "Rätta dem som visas, och kontrollera igen."
        some[-1] = replace(some[-1], message=message, hint=remedy, fixes=())
    return some


def check_case(case: Case, budget: Budget | None, defaults: Förval | None) -> list[Diagnostic]:
    """The findings of every rule on the case and its money, and on its number.

    While a line lacks its amount only the lines are looked at, not what they come to.
    """
    whole = budget if budget and budget.hel else None
    found = [finding for rule in LINE_RULES for finding in rule(case, budget)]
    found += (finding for rule in CASE_RULES for finding in rule(case, whole))
    example = defaults.diarienummer_mönster if defaults else None
    return [*found, *number_has_its_form(case, example)]
