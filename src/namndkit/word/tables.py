"""Data tables and columns side by side → ``w:tbl``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from namndkit.values.document import Columns, Inline, Table
from namndkit.word.runs import plain_text
from namndkit.word.styles import TABLE_STYLES
from namndkit.word.widths import column_shares, column_widths
from namndkit.word.xml import add, keep_with_next, no_space_above, w

if TYPE_CHECKING:
    from namndkit.word.body import BodyWriter


def write_table(writer: BodyWriter, parent: Any, block: Table) -> None:
    """A data table: the first row is marked as its header, no row is broken over two pages.

    No row but the header's stands alone on a page: the first stays with the second, the last with
    the one before.
    """
    rows = (block.header, *block.rows)
    texts = [[plain_text(cell) for cell in row] for row in rows]
    table = _table(writer, parent, "tabell", column_widths(texts, block.right, writer.width))
    look = {"firstRow": "1", "lastRow": str(int(block.summed)), "firstColumn": "0"}
    add(table.find(w("tblPr")), "tblLook", **look, lastColumn="0", noHBand="1", noVBand="1")
    for number, row in enumerate(rows):
        kind = "rubrik" if number == 0 else ""
        if block.summed and number == len(rows) - 1:
            kind = "summa"
        _row(writer, table, row, block.right, kind)
    kept = table.findall(w("tr"))
    for element in (*kept[:2], *kept[-2:-1]) if len(kept) > 2 else kept[:1]:
        keep_with_next(element)


def _row(
    writer: BodyWriter,
    table: Any,
    row: Sequence[Sequence[Inline]],
    right: Sequence[bool],
    kind: str,
) -> None:
    """A row of ``kind`` ``rubrik``, ``summa`` or neither; the role of a cell says both."""
    element = add(table, "tr")
    properties = add(element, "trPr")
    add(properties, "cantSplit")
    if kind == "rubrik":
        add(properties, "tblHeader")
    for cell, is_amount in zip(row, right, strict=True):
        role = f"tabell{kind}{'belopp' if is_amount else '' if kind else 'text'}"
        writer.paragraph(add(element, "tc"), role, cell)


def write_columns(writer: BodyWriter, parent: Any, block: Columns) -> None:
    """Columns as a borderless table of one row, read cell by cell."""
    widths = column_shares(len(block.columns), writer.width, head=block.role == "huvud")
    row = add(_table(writer, parent, "spalter", widths), "tr")
    add(add(row, "trPr"), "cantSplit")
    for width, column in zip(widths, block.columns, strict=True):
        cell = add(row, "tc")
        add(add(cell, "tcPr"), "tcW", w=str(width), type="dxa")
        writer.blocks(cell, column)
        if block.role == "huvud" and len(cell) > 1 and cell[1].tag == w("p"):
            no_space_above(cell[1])
        if cell[-1].tag != w("p"):  # ISO 29500-1, 17.4.65: a cell ends with a paragraph
            writer.paragraph(cell, "huvud", ())
        if block.role == "spalter":
            for paragraph in cell.findall(w("p")):
                keep_with_next(paragraph)


def _table(writer: BodyWriter, parent: Any, kind: str, widths: Sequence[int]) -> Any:
    table = add(parent, "tbl")
    properties = add(table, "tblPr")
    add(properties, "tblStyle", val=writer.style(TABLE_STYLES[kind]))
    add(properties, "tblW", w=str(sum(widths)), type="dxa")
    add(properties, "tblLayout", type="fixed")
    grid = add(table, "tblGrid")
    for width in widths:
        add(grid, "gridCol", w=str(width))
    return table
