"""A user's long text → blocks, and proof that nothing of it was lost."""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it.token import Token

from namndkit.markup.dialect import plain_markers, text_parser
from namndkit.markup.inlines import inlines
from namndkit.markup.losses import find_loss
from namndkit.markup.reader import Dialect, Reader, plain_paragraph
from namndkit.values.diagnostic import Diagnostic, warning
from namndkit.values.document import Block
from namndkit.values.node import Scalar
from namndkit.values.position import Position

BODY = "brödtext"
_PARSER = text_parser()
_MARKER = re.compile(r"[ \t>]*(?:([0-9]{1,3})|([a-z]))([.)])[ \t]")
_RUN_IN = re.compile(r"[0-9]{1,3}[.)][ \t]+\S")


def read_long_text(text: str, node: Scalar) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    """The blocks of ``text``, written at ``node``; a character that would be lost is an error."""
    lines = text.split("\n")
    origin = _line_finder(node)
    findings: list[Diagnostic] = []

    def paragraph(token: Token, place: Position) -> tuple[Block, ...]:
        findings.extend(_run_in(token, lines, origin))
        return plain_paragraph(BODY, inlines(token.children or (), ()), place)

    def marker(item: Token, index: int) -> tuple[int, str]:
        return _marker(item, lines)

    dialect = Dialect(
        BODY, lambda token: inlines(token.children or (), ()), paragraph, origin, marker
    )
    blocks = Reader(_PARSER.parse(plain_markers(text)), dialect).blocks()
    loss = find_loss(text, blocks, node)
    return blocks, (*findings, *([loss] if loss else []))


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


def _run_in(token: Token, lines: list[str], origin: Callable[[int], Position]) -> list[Diagnostic]:
    """A line inside a paragraph that looks like a numbered item: it is run into the line above."""
    first, end = token.map or [0, 0]
    return [
        warning(
            origin(number),
            "NK211",
            f"Raden börjar som en numrerad punkt men blir en del av stycket ovanför: ”{lines[number].strip()[:40]}”.",
            "Lämna en tom rad före punkten om den ska börja en lista.",
        )
        for number in range(first + 1, end)
        if _RUN_IN.match(lines[number].strip())
    ]
