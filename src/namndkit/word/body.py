"""Blocks → the elements of word/document.xml, one small function for each kind of block."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from lxml import etree

from namndkit.values.document import (
    Block,
    Columns,
    Document,
    Group,
    Heading,
    Inline,
    Item,
    ListBlock,
    Paragraph,
    Quote,
    Table,
)
from namndkit.word.look import Look
from namndkit.word.runs import RunWriter, plain_text
from namndkit.word.styles import PARAGRAPH_STYLES, TABLE_STYLES
from namndkit.word.widths import column_widths
from namndkit.word.xml import NAMESPACES, add, w


class BodyWriter:
    """Writes one document's body; ``links``, ``numbers`` and ``missing`` are what it came to need."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._runs = RunWriter(look.styles)
        self._width = 0
        self.numbers: list[tuple[int, str, int, int]] = []

    @property
    def links(self) -> list[str]:
        """The addresses linked to, in order."""
        return self._runs.links

    @property
    def missing(self) -> set[str]:
        """Names of styles that the Word file lacks."""
        return self._runs.missing

    def body(self, document: Document) -> Any:
        """The ``w:document`` element."""
        root = etree.Element(w("document"), nsmap=NAMESPACES)
        body = add(root, "body")
        section = self._look.layout(document.layout)
        self._width = _text_width(section)
        self.blocks(body, document.blocks)
        body.append(section)
        return root

    def blocks(self, parent: Any, blocks: Iterable[Block]) -> None:
        """Write ``blocks`` into ``parent``; what stands before a signature stays with it."""
        previous: Block | None = None
        for block in blocks:
            if isinstance(block, Group) and len(parent):
                _keep_with_next(parent[-1])
            if isinstance(previous, Table):
                block = _after_table(parent, block)
            _WRITERS[type(block)](self, parent, block)
            previous = block

    def paragraph(self, parent: Any, role: str, inlines: Sequence[Inline]) -> Any:
        """A ``w:p`` in the style of ``role``; returns its properties."""
        element = add(parent, "p")
        properties = add(element, "pPr")
        add(properties, "pStyle", val=self._runs.style(PARAGRAPH_STYLES[role]))
        self._runs.write(element, inlines)
        return properties

    def _paragraph(self, parent: Any, block: Paragraph) -> None:
        self.paragraph(parent, block.role, block.inlines)

    def _heading(self, parent: Any, block: Heading) -> None:
        role = "titel" if block.level == 0 else f"rubrik {min(block.level, 4)}"
        named = block.role == "rekommendation"
        self.paragraph(parent, "rekommendation" if named else role, block.inlines)

    def _quote(self, parent: Any, block: Quote) -> None:
        for inner in block.blocks:
            if isinstance(inner, Paragraph):
                self.paragraph(parent, "citat", inner.inlines)
            else:
                self.blocks(parent, (inner,))

    def _group(self, parent: Any, block: Group) -> None:
        first = len(parent)
        self.blocks(parent, block.blocks)
        for element in parent[first:-1]:
            _keep_with_next(element)

    def _list(self, parent: Any, block: ListBlock, level: int = 0) -> None:
        role = "lista" if block.marker == "•" else f"lista {block.marker}"
        levels = self._look.lists.get(PARAGRAPH_STYLES[role].lower())
        number_id, following = (levels.num_id if levels else "0"), None
        for item in block.items:
            if item.number is not None and levels and item.number != following:
                number_id = self._new_number(levels.abstract_id, level, item.number)
            following = None if item.number is None else item.number + 1
            indent = levels.indents[level] if levels and level < len(levels.indents) else "0"
            self._item(parent, item, role, level, number_id, indent)

    def _item(
        self, parent: Any, item: Item, role: str, level: int, number_id: str, indent: str
    ) -> None:
        blocks = item.blocks
        first = blocks[0] if blocks and isinstance(blocks[0], Paragraph) else None
        properties = self.paragraph(parent, role, first.inlines if first else ())
        numbering = add(properties, "numPr")
        add(numbering, "ilvl", val=str(min(level, 8)))
        add(numbering, "numId", val=number_id)
        for block in blocks[1:] if first else blocks:
            if isinstance(block, ListBlock):
                self._list(parent, block, level + 1)
            elif isinstance(block, Paragraph):
                continued = self.paragraph(parent, "lista fortsättning", block.inlines)
                if level:
                    add(continued, "ind", left=indent)
            else:
                self.blocks(parent, (block,))

    def _new_number(self, abstract_id: str, level: int, start: int) -> str:
        """A numbering of its own, so that each list restarts (python-docx #25)."""
        number_id = 1000 + len(self.numbers)
        self.numbers.append((number_id, abstract_id, min(level, 8), start))
        return str(number_id)

    def _table(self, parent: Any, block: Table) -> None:
        rows = (block.header, *block.rows)
        texts = [[plain_text(cell) for cell in row] for row in rows]
        table = self._new_table(parent, "tabell", column_widths(texts, block.right, self._width))
        look = {"firstRow": "1", "lastRow": str(int(block.summed)), "firstColumn": "0"}
        add(table.find(w("tblPr")), "tblLook", **look, lastColumn="0", noHBand="1", noVBand="1")
        for number, row in enumerate(rows):
            summed = block.summed and number == len(rows) - 1
            self._row(table, row, block.right, header=number == 0, summed=summed)

    def _row(
        self,
        table: Any,
        row: Sequence[Sequence[Inline]],
        right: Sequence[bool],
        *,
        header: bool,
        summed: bool,
    ) -> None:
        element = add(table, "tr")
        properties = add(element, "trPr")
        add(properties, "cantSplit")
        if header:
            add(properties, "tblHeader")
        for cell, is_amount in zip(row, right, strict=True):
            kind = "rubrik" if header else "summa" if summed else "" if is_amount else "text"
            self.paragraph(add(element, "tc"), f"tabell{kind}{'belopp' if is_amount else ''}", cell)

    def _columns(self, parent: Any, block: Columns) -> None:
        count = len(block.columns)
        widths = _column_shares(block.role, count, self._width)
        table = self._new_table(parent, "spalter", widths)
        row = add(table, "tr")
        add(add(row, "trPr"), "cantSplit")
        for width, column in zip(widths, block.columns, strict=True):
            cell = add(row, "tc")
            add(add(cell, "tcPr"), "tcW", w=str(width), type="dxa")
            self.blocks(cell, column)
            if block.role == "spalter":
                for paragraph in cell.findall(w("p")):
                    _keep_with_next(paragraph)

    def _new_table(self, parent: Any, kind: str, widths: Sequence[int]) -> Any:
        table = add(parent, "tbl")
        properties = add(table, "tblPr")
        add(properties, "tblStyle", val=self._runs.style(TABLE_STYLES[kind]))
        add(properties, "tblW", w=str(sum(widths)), type="dxa")
        add(properties, "tblLayout", type="fixed")
        grid = add(table, "tblGrid")
        for width in widths:
            add(grid, "gridCol", w=str(width))
        return table


_WRITERS: dict[type[Block], Callable[..., None]] = {
    Paragraph: BodyWriter._paragraph,
    Heading: BodyWriter._heading,
    ListBlock: BodyWriter._list,
    Table: BodyWriter._table,
    Quote: BodyWriter._quote,
    Group: BodyWriter._group,
    Columns: BodyWriter._columns,
}


def _column_shares(role: str, count: int, width: int) -> list[int]:
    """The head has a wide left column, other columns are equal; the sum is ``width``."""
    first = width * 62 // 100 if role == "huvud" and count == 2 else width // count
    others = [(width - first) // max(count - 1, 1)] * (count - 1)
    return [width - sum(others), *others]


def _after_table(parent: Any, block: Block) -> Block:
    """What follows a table: body text has air above it, and two tables do not grow together."""
    if isinstance(block, Paragraph) and block.role in ("brödtext", "uppgift"):
        return Paragraph("efter tabell", block.inlines, block.origin)
    return block


def _keep_with_next(element: Any) -> None:
    """Keep a paragraph on the page of what follows it (``w:keepNext`` comes right after the style)."""
    properties = element.find(w("pPr"))
    if properties is not None and properties.find(w("keepNext")) is None:
        properties.insert(1, properties.makeelement(w("keepNext"), {}))


def _text_width(section: Any) -> int:
    """The width of the text in twips."""
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    return int(size.get(w("w"))) - int(margins.get(w("left"))) - int(margins.get(w("right")))
