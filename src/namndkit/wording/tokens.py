"""How values and the template's own lines are told apart in what Jinja2 writes.

Every value is handed out as a token, so that nothing a user wrote is parsed as the template's
Markdown; every line of the template's own text carries the template's name and line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, cast

from jinja2 import TemplateSyntaxError, Undefined, pass_context
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import Context
from markupsafe import Markup

from namndkit.values.case.glossary import fold
from namndkit.values.text import NOT_XML, LongText, Text, origins
from namndkit.values.worded import (
    LINE_CLOSE,
    LINE_OPEN,
    LINE_TEXT,
    VALUE_CLOSE,
    VALUE_OPEN,
    Asked,
    Value,
)

_PRIVATE = re.compile(f"[{VALUE_OPEN}-{LINE_CLOSE}]")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_OURS = re.compile(f"{VALUE_OPEN}[0-9]+{VALUE_CLOSE}|{LINE_OPEN}[^{LINE_CLOSE}]*{LINE_CLOSE}")


class Gap(str):
    """What is missing in a draft: printed so that it is seen."""

    __slots__ = ()


class Unprintable(Exception):
    """A template prints a value that must pass a filter first, or that is not there."""

    def __init__(self, value: object) -> None:
        super().__init__(type(value).__name__)
        self.value = value


class Glued(Exception):
    """A template makes one text of several values, or of values and its own words."""


class Tokens:
    """The values handed out while one document is worded; ``headings`` are its own, by their folded keys."""

    def __init__(self, headings: dict[str, str] | None = None) -> None:
        self.values: list[Value] = []
        self.asked: list[Asked] = []
        self.printed: set[int] = set()
        self._headings = headings or {}

    def heading(self, key: str, usual: str) -> str:
        """The heading of the part under ``key``: the case's own (empty for none), else the ``usual`` one."""
        return self._headings.get(fold(key), usual)

    def give(self, value: object) -> Markup:
        """The token for ``value``, or ``value`` itself when it is the template's own text."""
        if isinstance(value, Markup):
            return value
        if isinstance(value, Undefined):
            str(value)
        if isinstance(value, bool) or not isinstance(value, str | int):
            raise Unprintable(value)
        if isinstance(value, str) and _PRIVATE.search(value):
            raise Glued(value)
        if isinstance(value, str) and NOT_XML.search(value) and not origins(value):
            raise Unprintable(value)  # what the case holds is told at its place
        kind = (
            "gap" if isinstance(value, Gap) else "long" if isinstance(value, LongText) else "text"
        )
        node = value.node if isinstance(value, Text) else None
        self.printed.update(map(id, origins(value)))
        self.values.append(Value(str(value), kind, node))
        return Markup(f"{VALUE_OPEN}{len(self.values) - 1}{VALUE_CLOSE}")


@pass_context
def finalize(context: Context, value: object) -> Markup:
    """Jinja2's hook for every ``{{ … }}``; with the context, so that constants are not folded."""
    environment: Any = context.environment  # ours, with the tokens and effort of this document
    environment.effort.spend(1 + len(value) if isinstance(value, str) else 1)
    return cast(Markup, environment.tokens.give(value))


def stray(markdown: str) -> str:
    """Text that is neither a token nor the template's own: glued together past ``finalize``."""
    return _OURS.sub("", markdown).strip()


class Lines(Extension):
    """Marks each line of a template's own text with the template's path and the line's number."""

    def filter_stream(self, stream: TokenStream) -> TokenStream | Iterable[Token]:
        """Jinja2's hook between lexer and parser."""
        return _marked(stream)


def _marked(stream: TokenStream) -> Iterator[Token]:
    for token in stream:
        if token.type == "data":
            name, path = stream.name or "", (stream.filename or "").replace("\\", "/")
            place = name if _PRIVATE.search(path) else path or name
            yield Token(token.lineno, "data", _mark(token.value, token.lineno, name, place))
        else:
            yield token


def _mark(data: str, first: int, template: str, path: str) -> str:
    if _PRIVATE.search(data):
        raise TemplateSyntaxError("tecken ur Unicodes privata område", first, template)

    def mark(found: re.Match[str]) -> str:
        line = first + data.count("\n", 0, found.start())
        return f"{LINE_OPEN}{path}:{line}{LINE_TEXT}{found.group()}{LINE_CLOSE}"

    return _LINE.sub(mark, data)
