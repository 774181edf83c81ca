"""A document in the terminal: headings, paragraphs, lists and tables, from the same tree as the Word file."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from namndkit.report.outlet import trusting
from namndkit.report.room import fits, turned
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
_NARROWEST = 24
"""Columns that what stands inside something else has at least."""
_BETWEEN = 2
"""Columns between two cells."""
_QUOTED = 4
"""Columns that a quotation is indented on each side."""
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
    for renderable in _blocks((*document.blocks, *document.foot), width):
        with out.capture() as lines:
            out.print(renderable, width=width, soft_wrap=False)
        for line in lines.get().splitlines():
            print(line.rstrip().replace(_HELD, NBSP), file=trusting(sys.stdout))


def _blocks(blocks: Iterable[Block], room: int) -> Iterator[RenderableType]:
    """Every block in ``room`` columns, an empty line between those that do not stand line below line."""
    previous: Block | None = None
    for block in blocks:
        if previous is not None and not (_is_tight(previous) and _is_tight(block)):
            yield Text("")
        yield from _block(block, room)
        previous = block


def _is_tight(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role in _TIGHT


def _block(block: Block, room: int) -> Iterator[RenderableType]:
    if isinstance(block, Heading):
        yield _inlines(block.inlines, "bold underline" if block.level == 0 else "bold")
    elif isinstance(block, Paragraph):
        yield _paragraph(block)
    elif isinstance(block, ListBlock):
        yield from _list(block, room)
    elif isinstance(block, Table):
        yield from _table(block, room)
    elif isinstance(block, Columns):
        yield from _columns(block, room)
    elif isinstance(block, Quote):
        indent = _QUOTED if room > _NARROWEST else 0
        inner = _blocks(block.blocks, room - 2 * indent)
        yield from (Padding(one, (0, indent)) for one in inner)
    else:
        yield from _blocks(block.blocks, room)


def _paragraph(block: Paragraph) -> RenderableType:
    if block.role != "att-sats":
        return _inlines(block.inlines)
    grid = Grid.grid(padding=(0, 2))
    words = _inlines(block.inlines)
    label, tab, _ = words.plain.partition("\t")
    if not tab:
        return words
    grid.add_row(Text(label), words[len(label) + 1 :])
    return grid


def _list(block: ListBlock, room: int) -> Iterator[RenderableType]:
    for item in block.items:
        mark = f"  {'•' if item.number is None else _mark(item.number, block.marker)}"
        if room <= _NARROWEST:  # deep inside other lists: no more indents
            yield Text(mark)
            yield from _blocks(item.blocks, room)
            continue
        left = room - len(mark) - 1
        grid, inner = Grid.grid(padding=(0, 1)), Grid.grid()
        inner.add_column(width=left)
        for renderable in _blocks(item.blocks, left):
            inner.add_row(renderable)
        grid.add_row(Text(mark), inner)
        yield grid


def _mark(number: int, marker: str) -> str:
    letter = marker.startswith("a")
    return f"{chr(96 + number) if letter and number < 27 else number}{marker[-1]}"


def _table(block: Table, room: int) -> Iterator[RenderableType]:
    headings = [_inlines(heading, "bold underline") for heading in block.header]
    rows = [[_inlines(cell) for cell in row] for row in block.rows]
    for row in rows[-1:] if block.summed else ():
        for cell in row:
            cell.stylize("bold")
    if not fits(headings, rows, block.right, _BETWEEN, room):
        yield from turned(headings, rows)
        return
    table = Grid(box=None, pad_edge=False, padding=(0, _BETWEEN, 0, 0))
    for heading, right in zip(headings, block.right, strict=True):
        table.add_column(heading, justify="right" if right else "left", no_wrap=right)
    for row in rows:
        table.add_row(*row)
    yield table


def _columns(block: Columns, room: int) -> Iterator[RenderableType]:
    each = room // len(block.columns) - _BETWEEN
    if each < _NARROWEST // 2:
        for column in block.columns:
            yield from _blocks(column, room)
        return
    grid = Grid.grid(expand=True, padding=(0, _BETWEEN))
    cells = []
    for column in block.columns:
        grid.add_column(ratio=1)
        inner = Grid.grid()
        for renderable in _blocks(column, each):
            inner.add_row(renderable)
        cells.append(inner)
    grid.add_row(*cells)
    yield grid


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
