"""Paragraphs → the blocks of a long text → its text, with what it cannot say told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from namndkit.pipeline.taking.inlines import runs
from namndkit.pipeline.taking.longtext import Loss, write
from namndkit.pipeline.taking.paragraphs import Para, unmarked
from namndkit.pipeline.taking.tables import Tabled, table_of
from namndkit.pipeline.taking.told import Told
from namndkit.values.document import Block, Inline, Item, ListBlock, Paragraph, Quote, Span
from namndkit.values.position import Position

BODY = "brödtext"
NOWHERE = Position("")
_NUMBER = re.compile(r"(\d{1,3})([.)])")
_LETTER = re.compile(r"([a-z])\)")
_CONTINUED = ("list continue", "list continue 2", "list continue 3")
_QUOTES = ("quote", "intense quote", "block text")
_LOSSES = {
    "ord": ("NK641", "Texten läses som något annat än den står"),
    "form": ("NK642", "Fet eller kursiv text, eller en rads form, kom inte med"),
    "rad": ("NK642", "En radbrytning blev ett nytt stycke"),
    "nivå": ("NK642", "Punktens nivå i listan kom inte med"),
    "märke": ("NK642", "Punktens nummer står som text"),
}


@dataclass(slots=True)
class _Open:
    """A list that is being filled: its items are a number and blocks."""

    level: int
    marker: str
    items: list[tuple[int | None, list[Block]]] = field(default_factory=list)

    def block(self) -> ListBlock:
        items = tuple(Item(number, tuple(blocks)) for number, blocks in self.items)
        return ListBlock(self.marker, items, NOWHERE)


class Assembler:
    """Makes one long text; ``told`` gathers what it does not say as the document does.

    ``lines`` are those that stand in it, by ``id``.
    """

    def __init__(self, told: list[Told]) -> None:
        self.lines: set[int] = set()
        self._told = told
        self._owners: dict[int, Para] = {}
        self._blocks: list[Block] = []
        self._lists: list[_Open] = []

    def text(self, parts: Iterable[Para | Tabled]) -> str:
        """``parts`` as a long text."""
        for part in parts:
            if isinstance(part, Tabled):
                self._table(part)
            elif part.line.item is not None and part.line.level is None:
                self._item(part)
            else:
                self._paragraph(part)
        self._close(0)
        written = write([*self._together()])
        for loss in written.losses:
            self._lost(loss)
        return written.text

    def _together(self) -> Iterator[Block]:
        """The blocks, paragraphs that are quoted after each other as one quotation."""
        for is_quote, group in groupby(self._blocks, key=lambda one: isinstance(one, Quote)):
            blocks = list(group)
            if is_quote:
                inner = tuple(
                    part for one in blocks if isinstance(one, Quote) for part in one.blocks
                )
                yield self._owned(Quote(inner, NOWHERE), self._owners[id(blocks[0])])
            else:
                yield from blocks

    def _owned(self, block: Block, para: Para) -> Block:
        self.lines.add(id(para.line))
        self._owners[id(block)] = para
        return block

    def _table(self, part: Tabled) -> None:
        block = table_of(part, self._told)
        if block is not None:
            self._close(0)
            self._blocks.append(self._owned(block, part.paras[0]))
            self.lines |= {id(para.line) for para in part.paras}

    def _paragraph(self, para: Para) -> None:
        slanted = para.style in _QUOTES and _is_slanted(para)
        inlines = unmarked(para).inlines if slanted else para.inlines  # a quotation's own look
        block = self._owned(Paragraph(BODY, inlines, NOWHERE), para)
        if para.style in _CONTINUED and self._lists:
            self._lists[-1].items[-1][1].append(block)
            return
        self._close(0)
        quoted = para.style in _QUOTES
        self._blocks.append(self._owned(Quote((block,), NOWHERE), para) if quoted else block)

    def _item(self, para: Para) -> None:
        item = para.line.item
        level = item.level if item else 0
        marker, number, inlines = self._marked(para)
        self._close(level + 1)
        if self._lists and self._lists[-1].level == level and self._lists[-1].marker != marker:
            self._close(level)
        if not self._lists or self._lists[-1].level < level:
            if level > (self._lists[-1].level + 1 if self._lists else 0):
                self._lost_of(para, "nivå")
            self._lists.append(_Open(level, marker))
        block = self._owned(Paragraph(BODY, inlines, NOWHERE), para)
        self._lists[-1].items.append((number, [block]))

    def _marked(self, para: Para) -> tuple[str, int | None, tuple[Inline, ...]]:
        """The list's marker, the item's number, and its words: a mark of another kind stands among them."""
        item = para.line.item
        if item is None or not item.ordered:
            return "•", None, para.inlines
        if found := _NUMBER.fullmatch(item.mark):
            return f"1{found[2]}", int(found[1]), para.inlines
        if found := _LETTER.fullmatch(item.mark):
            return "a)", ord(found[1]) - ord("a") + 1, para.inlines
        if not item.mark:
            return "•", None, para.inlines
        self._lost_of(para, "märke")
        return "•", None, (*runs(f"{item.mark} "), *para.inlines)

    def _close(self, level: int) -> None:
        """Close the lists of ``level`` and deeper."""
        while self._lists and self._lists[-1].level >= level:
            closed = self._lists.pop()
            block = self._owned(closed.block(), self._owners[id(closed.items[0][1][0])])
            home = self._lists[-1].items[-1][1] if self._lists else self._blocks
            home.append(block)

    def _lost(self, loss: Loss) -> None:
        para = self._owners[id(loss.block)]
        if loss.what in _LOSSES:
            self._lost_of(para, loss.what)
        else:
            what = "Länkens adress kom inte med"
            self._told.append(Told(para.line, "NK642", what, loss.what))

    def _lost_of(self, para: Para, kind: str) -> None:
        code, what = _LOSSES[kind]
        self._told.append(Told(para.line, code, what, para.text))


def _is_slanted(para: Para) -> bool:
    """True for a paragraph that is all in italic."""
    (first, *rest) = para.inlines
    return not rest and isinstance(first, Span) and first.role == "emphasis"
