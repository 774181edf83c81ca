"""The net under the Markdown parser: every letter and digit typed must stand in the tree, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from namndkit.values.diagnostic import Diagnostic, error
from namndkit.values.document import (
    Block,
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
from namndkit.values.node import Scalar

_MARKUP = frozenset("*-+>|:[]()\"'<\\•·▪◦‣●–—−.\uf0b7\uf0a7")
_SPACES = (code for code in range(0x3001) if chr(code).isspace())
_PASSED_OVER = dict.fromkeys([*_SPACES, *map(ord, _MARKUP)])
"""What is not compared: blanks, and the characters that Markdown is made of."""


def find_loss(text: str, blocks: Iterable[Block], node: Scalar) -> Diagnostic | None:
    """An error at the first character of ``text`` that the tree does not hold, or None."""
    kept = "".join(_pieces(blocks)).translate(_PASSED_OVER)
    if text.translate(_PASSED_OVER) == kept:
        return None
    at = 0
    for index, char in enumerate(text):
        if ord(char) in _PASSED_OVER:
            continue
        if at >= len(kept) or kept[at] != char:
            return _lost(text, index, node)
        at += 1
    return None


def _lost(text: str, index: int, node: Scalar) -> Diagnostic:
    hint = "Skriv stycket enklare. En numrerad lista har ett slags numrering, utan nollor före."
    return error(
        node.at(index, index + 1),
        "NK210",
        f"Texten från ”{text[index : index + 20].strip()}” kan inte återges och skulle försvinna.",
        hint,
    )


def _pieces(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph | Heading):
            yield from _inline(block.inlines)
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield _label(item.number, block.marker)
                yield from _pieces(item.blocks)
        elif isinstance(block, Quote):
            yield from _pieces(block.blocks)
        elif isinstance(block, Table):
            for row in (block.header, *block.rows):
                for cell in row:
                    yield from _inline(cell)


def _label(number: int | None, marker: str) -> str:
    if number is None:
        return ""
    return chr(ord("a") + number - 1) if marker == "a)" else str(number)


def _inline(inlines: Iterable[Inline]) -> Iterator[str]:
    for inline in inlines:
        if isinstance(inline, Run):
            yield inline.text
        elif isinstance(inline, Span):
            yield from _inline(inline.inlines)
        elif isinstance(inline, Link):
            yield from _inline(inline.inlines)
            yield inline.url
            yield inline.title
