"""Inline tokens → inlines; a value's token becomes its literal text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from markdown_it.token import Token

from namndkit.markup.gaps import GAP
from namndkit.values.document import Break, Inline, Link, Run, Span
from namndkit.values.worded import VALUE_CLOSE, VALUE_OPEN, Value

_VALUE = re.compile(f"{VALUE_OPEN}([0-9]+){VALUE_CLOSE}")
_DEEPEST = 20
_SPANS = {"strong_open": "strong", "em_open": "emphasis"}


def lone_value(text: str, values: Sequence[Value]) -> Value | None:
    """The value that ``text`` consists of, when it is nothing else."""
    found = _VALUE.fullmatch(text.strip())
    return values[int(found[1])] if found else None


def misplaced(text: str, values: Sequence[Value]) -> bool:
    """True when ``text`` holds a long text beside something else."""
    return any(values[int(number)].kind == "long" for number in _VALUE.findall(text))


def inlines(tokens: Sequence[Token], values: Sequence[Value]) -> tuple[Inline, ...]:
    """The inlines of one paragraph, heading or cell.

    Emphasis in emphasis beyond any use stays as typed.
    """
    if max((token.level for token in tokens), default=0) > _DEEPEST:
        return merged(part for token in tokens for part in literal(token.content or token.markup))
    return merged(_read(iter(tokens), values, ""))


def _read(tokens: Iterator[Token], values: Sequence[Value], closing: str) -> Iterator[Inline]:
    for token in tokens:
        if token.type == closing:
            return
        if token.type in _SPANS:
            inner = merged(_read(tokens, values, token.type.replace("open", "close")))
            yield Span(_SPANS[token.type], inner)
        elif token.type == "link_open":
            url = str(token.attrGet("href"))
            inner = merged(_read(tokens, values, "link_close"))
            if url:
                yield Link(url, str(token.attrGet("title") or ""), inner or (Run(url),))
            else:
                yield from (Run("["), *inner, Run("]()"))
        elif token.type == "softbreak":
            yield Run(" ")
        elif token.type == "hardbreak":
            yield Break()
        else:
            yield from _text(token.content, values)


def _text(text: str, values: Sequence[Value]) -> Iterator[Inline]:
    if not values:  # a user's own text: nothing in it is a token
        yield from literal(text)
        return
    for index, piece in enumerate(_VALUE.split(text)):
        if index % 2 == 0:
            yield from literal(piece)
        elif values[int(piece)].kind == "gap":
            yield Span(GAP, (Run(values[int(piece)].text),))
        else:
            yield from literal(values[int(piece)].text.strip("\n"))


def literal(text: str) -> Iterator[Inline]:
    """Text as typed: a newline is a line break, a tab a tab."""
    for index, piece in enumerate(re.split("([\n\t])", text)):
        if index % 2:
            yield Break(tab=piece == "\t")
        elif piece:
            yield Run(piece)


def merged(parts: Iterable[Inline]) -> tuple[Inline, ...]:
    """Neighbouring runs of text as one."""
    done: list[Inline] = []
    for part in parts:
        if isinstance(part, Run) and done and isinstance(done[-1], Run):
            done[-1] = Run(done[-1].text + part.text)
        else:
            done.append(part)
    return tuple(done)
