"""A document in the terminal: headings, paragraphs, lists and tables, from the same tree as the Word file."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from namndkit.report.outlet import trusting
from namndkit.report.terminal import console, visible
from namndkit.values.document import (
    Block,
    Break,
    Columns,
    Document,
    Heading,
    Inline,
    Link,
    ListBlock,
    Paragraph,
    Quote,
    Run,
    Span,
    Table,
)
from namndkit.values.formats import NBSP

_WIDEST = 80
"""Columns of text: longer lines are hard to read."""
_HELD = "\ue000"
"""Stands for a no-break space while Rich breaks lines: it breaks at any space. No text holds it."""
_STYLES = {"strong": "bold", "emphasis": "italic", "lucka": "reverse"}
_TIGHT = (
    "huvud",
    "huvudetikett",
    "mottagare",
    "uppgift",
    "att-sats",
)
"""Roles whose paragraphs stand line below line."""


def show_document(document: Document) -> None:
    """Print ``document`` to standard output."""
    out = console(sys.stdout)
    width = min(out.width, _WIDEST)
    for renderable in _blocks((*document.blocks, *document.foot)):
        with out.capture() as lines:
            out.print(renderable, width=width, soft_wrap=False)
        for line in lines.get().splitlines():
            print(line.rstrip().replace(_HELD, NBSP), file=trusting(sys.stdout))


def _blocks(blocks: Iterable[Block]) -> Iterator[RenderableType]:
    """Every block, with an empty line between those that do not stand line below line."""
    previous: Block | None = None
    for block in blocks:
        if previous is not None and not (_is_tight(previous) and _is_tight(block)):
            yield Text("")
        yield from _block(block)
        previous = block


def _is_tight(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role in _TIGHT


def _block(block: Block) -> Iterator[RenderableType]:
    if isinstance(block, Heading):
        yield _inlines(block.inlines, "bold underline" if block.level == 0 else "bold")
    elif isinstance(block, Paragraph):
        yield _paragraph(block)
    elif isinstance(block, ListBlock):
        yield _list(block)
    elif isinstance(block, Table):
        yield _table(block)
    elif isinstance(block, Columns):
        yield _columns(block)
    elif isinstance(block, Quote):
        yield from (Padding(one, (0, 4)) for one in _blocks(block.blocks))
    else:
        yield from _blocks(block.blocks)


def _paragraph(block: Paragraph) -> RenderableType:
    if block.role != "att-sats":
        return _inlines(block.inlines)
    grid = Grid.grid(padding=(0, 2))
    words = _inlines(block.inlines)
    label, _, rest = words.plain.partition("\t")
    grid.add_row(Text(label), words[len(label) + 1 :] if rest else Text(""))
    return grid


def _list(block: ListBlock) -> RenderableType:
    grid = Grid.grid(padding=(0, 1))
    for item in block.items:
        mark = "•" if item.number is None else _mark(item.number, block.marker)
        inner = Grid.grid()
        for renderable in _blocks(item.blocks):
            inner.add_row(renderable)
        grid.add_row(Text(f"  {mark}"), inner)
    return grid


def _mark(number: int, marker: str) -> str:
    letter = marker.startswith("a")
    return f"{chr(96 + number) if letter and number < 27 else number}{marker[-1]}"


def _table(block: Table) -> RenderableType:
    table = Grid(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold underline")
    for heading, right in zip(block.header, block.right, strict=True):
        table.add_column(_inlines(heading), justify="right" if right else "left", no_wrap=right)
    for number, row in enumerate(block.rows, 1):
        total = block.summed and number == len(block.rows)
        table.add_row(*(_inlines(cell) for cell in row), style="bold" if total else "")
    return table


def _columns(block: Columns) -> RenderableType:
    grid = Grid.grid(expand=True, padding=(0, 2))
    cells = []
    for column in block.columns:
        grid.add_column(ratio=1)
        inner = Grid.grid()
        for renderable in _blocks(column):
            inner.add_row(renderable)
        cells.append(inner)
    grid.add_row(*cells)
    return grid


def _inlines(inlines: Iterable[Inline], style: str = "") -> Text:
    text = Text(style=style, overflow="fold")
    for inline in inlines:
        if isinstance(inline, Run):
            text.append(visible(inline.text).replace(NBSP, _HELD))
        elif isinstance(inline, Break):
            text.append("\t" if inline.tab else "\n")
        elif isinstance(inline, Span):
            text.append_text(_inlines(inline.inlines, _STYLES.get(inline.role, "")))
        elif isinstance(inline, Link):
            text.append_text(_inlines(inline.inlines, "underline"))
            text.append(f" <{visible(inline.url)}>")
    return text
