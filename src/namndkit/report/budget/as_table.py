"""Figures as tables on a terminal, or as aligned text where there is none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from namndkit.report.budget.sheets import HEADINGS, Account, Grid, grids
from namndkit.report.room import fits, turned
from namndkit.report.terminal import WIDE, console, visible

_BETWEEN = 3
"""Columns between two cells."""
_LABEL = 60
"""Characters of a label before it goes on on the next line."""


def show_table(account: Account, out: TextIO) -> None:
    """Print a table for each case and one for all, or a sentence when no case has a cost."""
    screen = console(out, None if out.isatty() else WIDE)
    for number, one in enumerate(grids(account)):
        screen.print(Text("\n" * (number > 0) + visible(one.title), style="bold"))
        for part in _shown(one, screen.width):
            screen.print(part, soft_wrap=False)
    if account.without_cost:
        cases = "ärende" if account.without_cost == 1 else "ärenden"
        screen.print(Text(f"\n{account.without_cost} {cases} har ingen kostnad."))


def _shown(one: Grid, room: int) -> Iterator[RenderableType]:
    """The grid as a table, or turned where the terminal is too narrow for it."""
    headings = [Text(), *map(Text, one.columns)]
    rows = [[Text(visible(label)), *map(Text, cells)] for _, label, cells in one.rows]
    right = [False, *(True for _ in one.columns)]
    if fits(headings, rows, right, _BETWEEN, room):
        yield _table(one)
        return
    last = "rad"
    for (kind, _, _), row in zip(one.rows, rows, strict=True):
        if kind != last and HEADINGS.get(kind):
            yield Text(HEADINGS[kind], style="dim")
        if kind == "summa":
            row[0].stylize("bold")
        yield from turned(headings, [row])
        last = kind


def _table(one: Grid) -> Table:
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    table.add_column("", max_width=_LABEL, overflow="fold")
    for column in one.columns:
        table.add_column(Text(column), justify="right", no_wrap=True)
    last = "rad"
    for kind, label, cells in one.rows:
        if kind != last and kind in HEADINGS:
            table.add_section()
            if HEADINGS[kind]:
                table.add_row(Text(HEADINGS[kind], style="dim"))
        elif kind == "summa" and last == "rad":
            table.add_section()
        style = "bold" if kind == "summa" else ""
        table.add_row(
            Text(visible(label), style=style), *(Text(cell, style=style) for cell in cells)
        )
        last = kind
    return table
