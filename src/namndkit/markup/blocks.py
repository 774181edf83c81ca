"""Fences → blocks: the template's Markdown read in its dialect, long texts put in their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from markdown_it.token import Token

from namndkit.markup.dialect import template_parser
from namndkit.markup.fences import PARAGRAPHS, Fence
from namndkit.markup.inlines import inlines, lone_value, misplaced
from namndkit.markup.lines import Line
from namndkit.markup.longtext import BODY, read_long_text
from namndkit.markup.reader import Dialect, Reader, plain_paragraph
from namndkit.markup.tables import dropped_cells, too_wide
from namndkit.values.diagnostic import Diagnostic, error
from namndkit.values.document import Block, Break, Columns, Group, Inline, Paragraph, Run, Table
from namndkit.values.position import Position
from namndkit.values.worded import Value


@lru_cache(maxsize=1024)
def _tokens(markdown: str) -> tuple[Token, ...]:
    """The tokens of the template's Markdown, in which every value is a number: cases that have the same
    parts have the same Markdown.
    """
    return tuple(template_parser(markdown).parse(markdown))


class Builder:
    """Builds the blocks of one document; ``findings`` gathers what is wrong on the way.

    In a fence ``fortsatt`` a numbered list goes on from the last one.
    """

    def __init__(self, values: Sequence[Value]) -> None:
        self._values = values
        self._last = self._before = 0
        self.findings: list[Diagnostic] = []

    def build(self, fence: Fence, role: str = BODY) -> tuple[Block, ...]:
        """The blocks inside ``fence``; ``role`` is what a paragraph in it is."""
        role = PARAGRAPHS.get(fence.role, role)
        if fence.role in ("huvud", "spalter") and any(isinstance(p, Fence) for p in fence.parts):
            return self._columns(fence, role)
        self._before = self._last if fence.role == "fortsatt" else 0
        blocks = tuple(block for part in fence.parts for block in self._part(part, role))
        self._before = 0
        if fence.role == "underskrift" and blocks:
            return (Group(fence.role, blocks, fence.origin),)
        if fence.role == "summerad":
            return tuple(_summed(block) for block in blocks)
        return tuple(_with_label(block) for block in blocks) if role == "att-sats" else blocks

    def _part(self, part: Fence | list[Line], role: str) -> tuple[Block, ...]:
        return self.build(part, role) if isinstance(part, Fence) else self._lines(part, role)

    def _columns(self, fence: Fence, role: str) -> tuple[Block, ...]:
        """The columns that hold something; none at all when every column is empty."""
        built = (self.build(part, role) for part in fence.parts if isinstance(part, Fence))
        columns = tuple(column for column in built if column)
        return (Columns(fence.role, columns, fence.origin),) if columns else ()

    def _lines(self, lines: list[Line], role: str) -> tuple[Block, ...]:
        markdown = "\n".join(line.text for line in lines)
        if not markdown.strip():
            return ()

        def inline(token: Token) -> tuple[Inline, ...]:
            if misplaced(token.content, self._values):
                place = lines[token.map[0]].origin if token.map else lines[0].origin
                self._misplaced(place)
            return inlines(token.children or (), self._values)

        def paragraph(token: Token, origin: Position) -> tuple[Block, ...]:
            value = lone_value(token.content, self._values)
            if value and value.kind == "long" and value.node:
                return read_long_text(value.text, value.node)[0]  # its findings came with the check
            place = value.node.position if value and value.node else origin
            return plain_paragraph(role, inline(token), place)

        def marker(item: Token, index: int) -> tuple[int, str]:
            self._last = self._before + index + 1
            return self._last, f"1{item.markup}"

        dialect = Dialect(role, inline, paragraph, lambda line: lines[line].origin, marker)
        tokens = _tokens(markdown)
        self.findings += [
            too_wide(lines[number].origin)
            for number, _, _ in dropped_cells(tokens, [line.text for line in lines])
        ]
        return Reader(tokens, dialect).blocks()

    def _misplaced(self, origin: Position) -> None:
        message = "En lång text måste stå ensam i sitt stycke i mallen."
        self.findings.append(
            error(origin, "NK408", message, "Sätt en tom rad före och efter {{ … }}.")
        )


def _summed(block: Block) -> Block:
    return replace(block, summed=True) if isinstance(block, Table) else block


def _with_label(block: Block) -> Block:
    """``att godkänna …`` with a tab after its label, so that the layout can hang it."""
    if not isinstance(block, Paragraph) or not block.inlines:
        return block
    first, *rest = block.inlines
    if not isinstance(first, Run) or not first.text.startswith("att "):
        return block
    text = first.text.removeprefix("att ")
    kept: Iterator[Inline] = iter([Run(text)] if text else [])
    return replace(block, inlines=(Run("att"), Break(tab=True), *kept, *rest))
