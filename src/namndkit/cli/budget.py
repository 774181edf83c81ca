"""``namndkit budget``: the figures of any number of cases, and what does not add up in them."""

from __future__ import annotations

import sys

from namndkit.cli.cases import check_each, find_cases
from namndkit.cli.validate import show_findings
from namndkit.pipeline import add_claims, claim_of
from namndkit.report import FORMATS, Findings, print_all, say
from namndkit.report.budget import FIGURES, Account, Sheet, show_figures
from namndkit.values.diagnostic import Diagnostic, Severity
from namndkit.values.overview import Claim

MONEY = ("NK3", "NK203")
"""The beginnings of the codes that are about money."""


def run(names: list[str], *, style: str | None, check: bool) -> int:
    """Show the figures of the cases ``names``, or with ``check`` only what is wrong; the exit code."""
    forms = FORMATS if check else FIGURES
    chosen = style or next(iter(forms))
    if chosen not in forms:
        other = "utan" if check else "med"
        fits = chosen in (FIGURES if check else FORMATS)
        hint = f"Formen går {other} --check." if fits else f"Välj bland {', '.join(forms)}."
        say(f"fel: Formen {chosen} finns inte här.\nhjälp: {hint}")
        return 2
    account, found = _account(list(find_cases(names)))
    if check:
        show_findings(found, chosen)
    else:
        show_figures(account, found, chosen, sys.stdout)
        if chosen != "json":
            print_all(found)
    if found.unusable:
        return 2
    return int(found.has(Severity.WARNING if check else Severity.ERROR))


def _account(cases: list[str]) -> tuple[Account, Findings]:
    found, claims, sheets = Findings(), list[Claim](), list[Sheet]()
    without = 0
    for name, checked in check_each(cases):
        unfilled = checked.budget is None and any(one.case.kostnad for one in checked.papers)
        blocking = checked.case is None or unfilled
        found.add((one for one in checked.diagnostics if _counts(one, blocking)), checked.texts)
        claims += claim_of(name, checked)
        sheets += (Sheet(name, case, budget) for case, budget in checked.budgets)
        without += checked.case is not None and not checked.budget and not unfilled
    overview, shared = add_claims(claims)
    found.diagnostics += shared
    return Account(sheets, overview, without), found


def _counts(one: Diagnostic, blocking: bool) -> bool:
    """True for a finding on money, and for what kept a case from being added up at all."""
    return one.code.startswith(MONEY) or (blocking and one.severity is Severity.ERROR)
