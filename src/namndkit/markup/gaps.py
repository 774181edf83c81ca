"""Drafts: the places that are not filled in, marked where they stand as what is missing is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from namndkit.values.document import (
    Block,
    Columns,
    Group,
    Heading,
    Inline,
    Item,
    Link,
    ListBlock,
    Paragraph,
    Quote,
    Run,
    Span,
    Table,
)
from namndkit.values.placeholder import SIGNS, UNFILLED

GAP = "lucka"
"""The role of what is missing."""


def with_gaps(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """``blocks`` with every unfilled place in their texts as a span of its own."""
    return tuple(map(_block, blocks))


def gaps_in_paragraphs(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """As ``with_gaps``, for a page's foot."""
    return tuple(replace(one, inlines=_inlines(one.inlines)) for one in paragraphs)


def _block(block: Block) -> Block:
    if isinstance(block, Paragraph | Heading):
        return replace(block, inlines=_inlines(block.inlines))
    if isinstance(block, ListBlock):
        items = tuple(Item(item.number, with_gaps(item.blocks)) for item in block.items)
        return replace(block, items=items)
    if isinstance(block, Table):
        return replace(block, header=_row(block.header), rows=tuple(map(_row, block.rows)))
    if isinstance(block, Columns):
        return replace(block, columns=tuple(map(with_gaps, block.columns)))
    assert isinstance(block, Quote | Group)
    return replace(block, blocks=with_gaps(block.blocks))


def _row(cells: tuple[tuple[Inline, ...], ...]) -> tuple[tuple[Inline, ...], ...]:
    return tuple(map(_inlines, cells))


def _inlines(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    return tuple(marked for inline in inlines for marked in _inline(inline))


def _inline(inline: Inline) -> Iterator[Inline]:
    if isinstance(inline, Run):
        yield from _run(inline.text)
    elif isinstance(inline, Link) or (isinstance(inline, Span) and inline.role != GAP):
        yield replace(inline, inlines=_inlines(inline.inlines))
    else:
        yield inline


def _run(text: str) -> Iterator[Inline]:
    end = 0
    for found in UNFILLED.finditer(text) if any(sign in text for sign in SIGNS) else ():
        if found.start() > end:
            yield Run(text[end : found.start()])
        yield Span(GAP, (Run(found.group()),))
        end = found.end()
    if end < len(text):
        yield Run(text[end:])
