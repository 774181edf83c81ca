"""The figures of cases: a table on a terminal, Markdown, CSV or JSON."""

from __future__ import annotations

from collections.abc import Callable
from typing import TextIO

from namndkit.report.budget.sheets import Account, Sheet
from namndkit.report.findings import Findings
from namndkit.report.outlet import for_programs, trusting

__all__ = ["FIGURES", "Account", "Sheet", "show_figures"]


def _table(account: Account, found: Findings, out: TextIO) -> None:
    from namndkit.report.budget.as_table import show_table

    show_table(account, out)


def _markdown(account: Account, found: Findings, out: TextIO) -> None:
    from namndkit.report.budget.as_markdown import markdown

    print("\n".join(markdown(account)), file=out)


def _csv(account: Account, found: Findings, out: TextIO) -> None:
    from namndkit.report.budget.as_csv import write_csv

    write_csv(account, trusting(for_programs(out)))


def _json(account: Account, found: Findings, out: TextIO) -> None:
    from namndkit.report.budget.as_json import figures_json

    print(figures_json(account, found), file=for_programs(out))


FIGURES: dict[str, Callable[[Account, Findings, TextIO], None]] = {
    "table": _table,
    "markdown": _markdown,
    "csv": _csv,
    "json": _json,
}
"""Every form by its name."""


def show_figures(account: Account, found: Findings, name: str, out: TextIO) -> None:
    """Print ``account`` in the form ``name``; only ``json`` holds the findings too."""
    FIGURES[name](account, found, out)
