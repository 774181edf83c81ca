"""A user's long text → blocks, and proof that nothing of it was lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import accumulate

from markdown_it.token import Token

from namndkit.markup.dialect import text_parser, with_plain_markers
from namndkit.markup.doubtful import doubtful
from namndkit.markup.inlines import inlines
from namndkit.markup.literal import literal_marks
from namndkit.markup.losses import find_loss
from namndkit.markup.plain import plain_paragraphs
from namndkit.markup.reader import Dialect, Reader, plain_paragraph
from namndkit.markup.tables import dropped_cells, too_wide
from namndkit.values.diagnostic import Diagnostic
from namndkit.values.document import Block
from namndkit.values.node import Scalar
from namndkit.values.position import Position

BODY = "brödtext"
_MARKER = re.compile(r"[ \t>]*(?:([0-9]{1,3})|([a-z]))([.)])[ \t]")


@lru_cache(maxsize=64)
def read_long_text(text: str, node: Scalar) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    """The blocks of ``text``, written at ``node``; a character that would be lost is an error."""
    origin = _line_finder(node)
    plain = plain_paragraphs(text, BODY, origin)
    return (plain, ()) if plain is not None else parse_long_text(text, node, origin)


def parse_long_text(
    text: str, node: Scalar, origin: Callable[[int], Position]
) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    """As ``read_long_text``, by the parser whatever the text."""
    lines = text.split("\n")
    findings: list[Diagnostic] = []

    def paragraph(token: Token, place: Position) -> tuple[Block, ...]:
        first = token.map[0] if token.map else 0
        findings.extend(doubtful(token.content, lambda line: origin(first + line)))
        return plain_paragraph(BODY, inlines(token.children or (), ()), place)

    def marker(item: Token, index: int) -> tuple[int, str]:
        return _marker(item, lines)

    dialect = Dialect(
        BODY, lambda token: inlines(token.children or (), ()), paragraph, origin, marker
    )
    tokens = text_parser(text).parse(with_plain_markers(lines), {"lines": lines})
    blocks = Reader(tokens, dialect).blocks()
    starts = _starts(lines)
    for line, first, end in dropped_cells(tokens, lines):
        findings.append(
            too_wide(node.at(*_trimmed(text, starts[line] + first, starts[line] + end)))
        )
    loss = (
        None if any(found.code == "NK210" for found in findings) else find_loss(text, blocks, node)
    )
    findings.extend(literal_marks(text, blocks, node))
    return blocks, (*findings, *([loss] if loss else []))


def _starts(lines: list[str]) -> list[int]:
    """Where each line begins in the text."""
    return [0, *accumulate(len(line) + 1 for line in lines)]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """``start`` and ``end`` without the blanks round what stands between."""
    inner = text[start:end]
    return start + len(inner) - len(inner.lstrip()), start + len(inner.rstrip())


def _marker(item: Token, lines: list[str]) -> tuple[int, str]:
    """The number and form of a numbered item, as typed on its line."""
    found = _MARKER.match(lines[item.map[0]]) if item.map else None
    if found and found[2]:
        return ord(found[2]) - ord("a") + 1, "a)"
    return int(item.info or 1), f"1{item.markup}"


def _line_finder(node: Scalar) -> Callable[[int], Position]:
    """From a line of a text (0-based) to its place in the file."""
    source, first = node.source, node.position.line
    if node.style not in ("|", "file"):
        return lambda line: node.position

    def find(line: int) -> Position:
        number = first + line + (node.style == "|")
        length = len(source.line(number))
        indent = length - len(source.line(number).lstrip())
        return Position(source.path, number, indent + 1, number, length + 1)

    return find
