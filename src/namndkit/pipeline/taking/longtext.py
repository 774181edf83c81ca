"""Blocks → a long text that becomes exactly those blocks, proved by the dialect's own parser.

The dialect has no escapes. What a line means is changed by two things that do not show: a no-break
space at its beginning, which is no part of the paragraph, and marks of bold and italic left out.
Nothing here knows what the dialect reads: each way of writing is tried, and the first that is read
back as it stood is taken. What no way says is told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from namndkit.markup import blocks_of
from namndkit.pipeline.taking.inlines import (
    markdown,
    marked,
    merged,
    plain,
    rows_of,
    split,
    unmarked,
)
from namndkit.values.document import (
    Block,
    Inline,
    Item,
    Link,
    ListBlock,
    Paragraph,
    Quote,
    Run,
    Table,
)
from namndkit.values.formats import NBSP

_MOST_SPANS = 40
"""Marked stretches in a paragraph that are tried one by one."""


@dataclass(frozen=True, slots=True)
class Loss:
    """What is not said of ``block``: ``what`` is ``ord`` (the words are read otherwise), ``form``, ``rad``
    (a line break began a paragraph) or the address of a link.
    """

    block: Block
    what: str


@dataclass(frozen=True, slots=True)
class Written:
    """``text`` is read as ``blocks``; ``losses`` are what differs from what was asked for."""

    text: str
    blocks: tuple[Block, ...]
    losses: list[Loss] = field(default_factory=list)


def write(blocks: Sequence[Block]) -> Written:
    """``blocks`` as a long text."""
    parts = [_WRITERS[type(block)](block) for block in blocks]
    whole = _joined(parts)
    if blocks_of(whole.text) != whole.blocks:
        pairs = enumerate(pairwise(parts), 1)
        changed = [blocks[number] for number, pair in pairs if not _is_apart(pair)]
        whole.losses.extend(Loss(block, "ord") for block in changed or blocks[:1])
    return whole


def _is_apart(pair: tuple[Written, Written]) -> bool:
    """True when two blocks are read beside each other as each is alone."""
    both = _joined(pair)
    return blocks_of(both.text) == both.blocks


def _joined(parts: Sequence[Written], between: str = "\n\n") -> Written:
    return Written(
        between.join(part.text for part in parts),
        tuple(block for part in parts for block in part.blocks),
        [loss for part in parts for loss in part.losses],
    )


def _paragraph(block: Paragraph) -> Written:
    """The first way to write ``block`` that is read back as it stood, or as near as can be."""
    if text := _exact(block):
        return Written(text, (block,))
    fewer, dropped = _with_fewer_marks(block)
    told = [Loss(block, _told(one)) for one in dropped]
    if text := _exact(fewer):
        return Written(text, (fewer,), told)
    bare = replace(block, inlines=merged(unmarked(block.inlines)))
    losses = [Loss(block, _told(one)) for one in marked(block.inlines)]
    if text := _exact(bare):
        return Written(text, (bare,), losses)
    rows = list(rows_of(bare.inlines))
    if len(rows) > 1:
        parts = _joined([_paragraph(replace(block, inlines=row)) for row in rows])
        worst = ["ord"] if any(loss.what == "ord" for loss in parts.losses) else ["rad"]
        return replace(parts, losses=[*losses, *(Loss(block, what) for what in worst)])
    return replace(_nearest(fewer), losses=[*told, Loss(block, "ord")])


def _exact(block: Paragraph) -> str:
    """A text that is read as ``block``, or an empty one."""
    text = markdown(block.inlines)
    return next((way for way in (text, NBSP + text) if blocks_of(way) == (block,)), "")


def _nearest(block: Paragraph) -> Written:
    """A paragraph's words as they stand, as one paragraph if that can be."""
    text = markdown(block.inlines)
    ways = [Written(way, blocks_of(way)) for way in (text, NBSP + text)]
    single = (one for one in ways if len(one.blocks) == 1 and isinstance(one.blocks[0], Paragraph))
    return next(single, ways[0])


def _told(inline: Inline) -> str:
    return inline.url if isinstance(inline, Link) else "form"


def _with_fewer_marks(block: Paragraph) -> tuple[Paragraph, list[Inline]]:
    """``block`` with those of its marks that are read as marks where they stand, and the others."""
    spans = marked(block.inlines)
    if len(spans) > _MOST_SPANS:
        return block, []

    dropped = [
        one
        for number, one in enumerate(block.inlines)
        if one in spans and not _is_read(block, number)
    ]
    kept = (Run(plain((one,))) if _is_among(one, dropped) else one for one in block.inlines)
    return replace(block, inlines=merged(split(kept))), dropped


def _is_read(block: Paragraph, number: int) -> bool:
    """True when the mark round an inline is read as one between the characters that it stands between."""
    before, after = plain(block.inlines[:number]), plain(block.inlines[number + 1 :])
    around = (Run(f"a{before[-1:]}"), block.inlines[number], Run(f"{after[:1]}a"))
    return bool(_exact(replace(block, inlines=around)))


def _is_among(one: Inline, others: Sequence[Inline]) -> bool:
    return any(one is other for other in others)


def _list(block: ListBlock) -> Written:
    """A list, without empty lines between its items where that says the same."""
    for between in ("\n", "\n\n"):
        items = [_item(item, block.marker, between) for item in block.items]
        rows = _joined(items, between)
        pairs = zip(block.items, items, strict=True)
        made = replace(block, items=tuple(Item(one.number, part.blocks) for one, part in pairs))
        if blocks_of(rows.text) == (made,):
            return replace(rows, blocks=(made,))
    return Written(rows.text, blocks_of(rows.text), [*rows.losses, Loss(block, "ord")])


def _item(item: Item, marker: str, between: str) -> Written:
    """An item with its marker, further lines set in below its text."""
    sign = _sign(item.number, marker)
    first, *others = [_WRITERS[type(block)](block) for block in item.blocks]
    tight = all(isinstance(block, ListBlock) for block in item.blocks[1:])
    whole = _joined([first, *others], between if tight else "\n\n")
    rows = whole.text.split("\n")
    indent = " " * len(sign)
    text = "\n".join([sign + rows[0], *(indent + row if row else row for row in rows[1:])])
    return replace(whole, text=text)


def _sign(number: int | None, marker: str) -> str:
    if number is None:
        return "- "
    shown = chr(ord("a") + number - 1) if marker == "a)" else str(number)
    return f"{shown}{marker[-1]} "


def _quote(block: Quote) -> Written:
    inner = _joined([_WRITERS[type(one)](one) for one in block.blocks])
    text = "\n".join(
        f"> {row}".rstrip(" ") if not row else f"> {row}" for row in inner.text.split("\n")
    )
    made = replace(block, blocks=inner.blocks)
    if blocks_of(text) == (made,):
        return Written(text, (made,), inner.losses)
    return Written(text, blocks_of(text), [*inner.losses, Loss(block, "ord")])


def _table(block: Table) -> Written:
    text = table_text(block)
    if blocks_of(text) == (block,):
        return Written(text, (block,))
    bare = replace(
        block,
        header=tuple(merged(unmarked(cell)) for cell in block.header),
        rows=tuple(tuple(merged(unmarked(cell)) for cell in row) for row in block.rows),
    )
    text = table_text(bare)
    if blocks_of(text) == (bare,):
        cells = (cell for row in (block.header, *block.rows) for cell in row)
        return Written(
            text, (bare,), [Loss(block, _told(one)) for cell in cells for one in marked(cell)]
        )
    return Written(text, blocks_of(text), [Loss(block, "ord")])


def table_text(block: Table) -> str:
    """A table as rows of cells between bars."""
    rule = ["---:" if right else "---" for right in block.right]
    rows = [[markdown(cell) for cell in row] for row in (block.header, *block.rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (rows[0], rule, *rows[1:]))


_WRITERS: dict[type[Block], Callable[..., Written]] = {
    Paragraph: _paragraph,
    ListBlock: _list,
    Quote: _quote,
    Table: _table,
}
