"""Blocks → the elements of word/document.xml, one small function for each kind of block."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from lxml import etree

from namndkit.values.document import (
    Block,
    Columns,
    Document,
    Group,
    Heading,
    Inline,
    ListBlock,
    Paragraph,
    Quote,
    Table,
)
from namndkit.word.lists import write_list
from namndkit.word.look import Look, page_size, text_width
from namndkit.word.runs import RunWriter, plain_text
from namndkit.word.styles import PARAGRAPH_STYLES
from namndkit.word.tables import write_columns, write_table
from namndkit.word.xml import NAMESPACES, add, children_after, keep_with_next, last_child, w


class BodyWriter:
    """Writes one document's body in the looks of ``look``.

    ``width`` is the text's width and ``page`` the page's width and height in twips; ``links`` and ``numbers`` (number, abstract numbering,
    level, start) are what the body came to need.
    """

    def __init__(self, look: Look) -> None:
        self.look = look
        self.width = 0
        self.page = (0, 0)
        self.numbers: list[tuple[int, str, int, int]] = []
        self._runs = RunWriter(look.styles)

    @property
    def links(self) -> list[str]:
        """The addresses linked to, in order."""
        return self._runs.links

    def body(self, document: Document) -> Any:
        """The ``w:document`` element."""
        root = etree.Element(w("document"), nsmap=NAMESPACES)
        body = add(root, "body")
        section = self.look.layout(document.layout)
        self.width, self.page = text_width(section), page_size(section)
        self.blocks(body, document.blocks)
        body.append(section)
        return root

    def blocks(self, parent: Any, blocks: Iterable[Block]) -> None:
        """Write ``blocks`` into ``parent``; what stands before a signature stays with it, and a
        paragraph that leads up to a list or a table stays with that.
        """
        previous: Block | None = None
        for block in blocks:
            if isinstance(block, Group) or _leads(previous, block):
                above = last_child(parent)
                if above is not None:
                    keep_with_next(above)
            if isinstance(previous, Table | Columns) and isinstance(block, Table | Columns):
                self.paragraph(parent, "efter tabell", ())  # or Word makes one table of the two
            if isinstance(previous, Table) and isinstance(block, Paragraph):
                block = _after_table(block)
            _WRITERS[type(block)](self, parent, block)
            previous = block

    def style(self, name: str) -> str:
        """The id of the style ``name``."""
        return self._runs.style(name)

    def paragraph(self, parent: Any, role: str, inlines: Sequence[Inline]) -> Any:
        """A ``w:p`` in the style of ``role``; returns its properties."""
        element = add(parent, "p")
        properties = add(element, "pPr")
        add(properties, "pStyle", val=self.style(PARAGRAPH_STYLES[role]))
        self._runs.write(element, inlines)
        return properties

    def new_number(self, abstract_id: str, level: int, start: int) -> str:
        """The id of a numbering of its own, so that each list restarts (python-docx #25)."""
        number_id = 1000 + len(self.numbers)
        self.numbers.append((number_id, abstract_id, level, start))
        return str(number_id)

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
        above = last_child(parent)
        self.blocks(parent, block.blocks)
        for element in list(children_after(parent, above))[:-1]:
            keep_with_next(element)


_WRITERS: dict[type[Block], Callable[..., None]] = {
    Paragraph: BodyWriter._paragraph,
    Heading: BodyWriter._heading,
    ListBlock: write_list,
    Table: write_table,
    Quote: BodyWriter._quote,
    Group: BodyWriter._group,
    Columns: write_columns,
}


def _leads(previous: Block | None, block: Block) -> bool:
    """True when ``block`` stays with ``previous``: a list or table with the paragraph that says what it
    holds, and a line on a sum with the sum.
    """
    if isinstance(previous, Table):
        return previous.summed and isinstance(block, Paragraph)
    if not isinstance(previous, Paragraph) or not isinstance(block, ListBlock | Table):
        return False
    return isinstance(block, Table) or plain_text(previous.inlines).rstrip().endswith(":")


def _after_table(block: Paragraph) -> Paragraph:
    """Text right below a table has air above it."""
    plain = block.role in ("brödtext", "uppgift")
    return replace(block, role="efter tabell") if plain else block
