"""Block tokens of either dialect → blocks, one small function for each kind of token."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from markdown_it.token import Token

from namndkit.values.document import (
    Block,
    Heading,
    Inline,
    Item,
    ListBlock,
    Paragraph,
    Quote,
    Run,
    Table,
)
from namndkit.values.position import Position


@dataclass(frozen=True, slots=True)
class Dialect:
    """What differs between the dialects while tokens are read.

    ``inline`` makes inlines of an inline token; ``paragraph`` blocks of one (a long text's token
    gives several); ``origin`` is the place of a line; ``marker`` tells how a numbered item on a line
    is marked: its number and ``1.``, ``1)`` or ``a)``.
    """

    role: str
    inline: Callable[[Token], tuple[Inline, ...]]
    paragraph: Callable[[Token, Position], tuple[Block, ...]]
    origin: Callable[[int], Position]
    marker: Callable[[Token, int], tuple[int, str]]


class Reader:
    """Reads one stream of block tokens."""

    def __init__(self, tokens: Iterable[Token], dialect: Dialect) -> None:
        self._tokens: Iterator[Token] = iter(tokens)
        self._dialect = dialect

    def blocks(self, closing: str = "") -> tuple[Block, ...]:
        """Blocks up to the token ``closing`` or the end."""
        found: list[Block] = []
        for token in self._tokens:
            if token.type == closing:
                break
            found.extend(_READERS[token.type](self, token))
        return tuple(found)

    def _origin(self, token: Token) -> Position:
        return self._dialect.origin(token.map[0] if token.map else 0)

    def _inner(self) -> Token:
        """The inline token of a paragraph, heading or cell, its closing token passed over."""
        inner = next(self._tokens)
        next(self._tokens)
        return inner

    def _paragraph(self, token: Token) -> tuple[Block, ...]:
        return self._dialect.paragraph(self._inner(), self._origin(token))

    def _heading(self, token: Token) -> tuple[Block, ...]:
        level = int(token.tag[1:]) - 1
        inner = self._dialect.inline(self._inner())
        made = Heading(level, self._dialect.role, inner, self._origin(token))
        return () if is_blank(inner) else (made,)

    def _quote(self, token: Token) -> tuple[Block, ...]:
        return (Quote(self.blocks("blockquote_close"), self._origin(token)),)

    def _bullets(self, token: Token) -> tuple[Block, ...]:
        items = tuple(Item(None, blocks) for _, blocks in self._items("bullet_list_close"))
        return (ListBlock("•", items, self._origin(token)),)

    def _numbers(self, token: Token) -> tuple[Block, ...]:
        marked = [
            (self._dialect.marker(*item), blocks)
            for item, blocks in self._items("ordered_list_close")
        ]
        items = tuple(Item(number, blocks) for (number, _), blocks in marked)
        return (ListBlock(marked[0][0][1], items, self._origin(token)),)

    def _items(self, closing: str) -> list[tuple[tuple[Token, int], tuple[Block, ...]]]:
        found: list[tuple[tuple[Token, int], tuple[Block, ...]]] = []
        for token in self._tokens:
            if token.type == closing:
                break
            found.append(((token, len(found)), self.blocks("list_item_close")))
        return found

    def _table(self, token: Token) -> tuple[Block, ...]:
        rows: list[list[tuple[Inline, ...]]] = []
        right: list[bool] = []
        for part in self._tokens:
            if part.type == "table_close":
                break
            if part.type == "tr_open":
                rows.append([])
            elif part.type in ("th_open", "td_open"):
                if part.type == "th_open":
                    right.append("right" in str(part.attrGet("style") or ""))
                rows[-1].append(self._dialect.inline(self._inner()))
        header, *body = map(tuple, rows)
        return (Table(header, tuple(body), tuple(right), False, self._origin(token)),)


_READERS: dict[str, Callable[[Reader, Token], tuple[Block, ...]]] = {
    "paragraph_open": Reader._paragraph,
    "heading_open": Reader._heading,
    "blockquote_open": Reader._quote,
    "bullet_list_open": Reader._bullets,
    "ordered_list_open": Reader._numbers,
    "table_open": Reader._table,
}


def is_blank(inlines: tuple[Inline, ...]) -> bool:
    """True for what prints nothing: a heading that the case says there is none of."""
    return all(one == Run("") for one in inlines)


def plain_paragraph(role: str, inner: tuple[Inline, ...], origin: Position) -> tuple[Block, ...]:
    """A paragraph of ``role``; none where it would print nothing."""
    return () if inner and is_blank(inner) else (Paragraph(role, inner, origin),)
