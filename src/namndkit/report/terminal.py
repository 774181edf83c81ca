"""Printing to a terminal or not: colours where they are wanted, never Rich markup."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TextIO, TypeVar

from namndkit.report.outlet import trusting
from namndkit.report.visible import visible

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["WIDE", "console", "progress", "say", "show_rows", "visible"]

T = TypeVar("T")
_WORTH_A_BAR = 50
NARROWEST = 20
"""Columns that are used at least: a terminal that is narrower, or says 0, breaks the lines itself."""
WIDE = 200
"""Columns where there is no terminal to fit."""


def console(out: TextIO | None = None, width: int | None = None) -> Console:
    """``out`` or standard error, with nothing of Rich's that changes what is printed.

    ``width`` in columns, where it is not the terminal's.
    """
    from namndkit.report.screen import Screen

    stream = trusting(out or sys.stderr)
    screen = Screen(
        file=stream, markup=False, emoji=False, highlight=False, soft_wrap=True, width=width
    )
    screen.width = max(screen.width, NARROWEST)
    return screen


def progress(items: Iterable[T], doing: str, total: int) -> Iterable[T]:
    """``items``, with a bar on standard error when it is a terminal and there is something to wait for."""
    if total < _WORTH_A_BAR or not sys.stderr.isatty():
        return items
    from rich.progress import track

    return track(items, doing, total=total, console=console(), transient=True)


def show_rows(rows: Sequence[tuple[str, ...]]) -> None:
    """Rows in columns to standard output; the first is their headings."""
    from rich.table import Table
    from rich.text import Text

    out = console(sys.stdout, None if sys.stdout.isatty() else WIDE)
    table = Table(box=None, pad_edge=False)
    for heading in rows[0]:
        table.add_column(Text(heading), overflow="fold")
    for row in rows[1:]:
        table.add_row(*map(Text, row))
    out.print(table, soft_wrap=False)


def say(sentence: str) -> None:
    """One line to standard error."""
    print("\n".join(map(visible, sentence.split("\n"))), file=sys.stderr)
