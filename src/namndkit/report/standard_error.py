"""Findings to standard error: what prints them is imported when there are any."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from namndkit.report.findings import Findings
from namndkit.values.diagnostic import Diagnostic
from namndkit.values.position import SourceText


def print_findings(findings: Sequence[Diagnostic], texts: Iterable[SourceText]) -> None:
    """Print the ``findings`` of one file, quoting from ``texts``, and count them."""
    print_all(Findings(list(findings), {text.path: text for text in texts}, 1))


def print_all(found: Findings, *, count: bool = True) -> None:
    """Print ``found``, with ``count`` also how many there were."""
    if found.diagnostics:
        from namndkit.report.full import print_full

        print_full(found, count=count)
