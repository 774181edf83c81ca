"""How a list that YAML has run into one text is mended: as items, or as a text under ``|``."""

from __future__ import annotations

import re

from namndkit.values.diagnostic import Fix
from namndkit.values.node import Scalar
from namndkit.values.position import Position

_MARKS = "-•·–—*"
"""Marks that a dash takes the place of; a number or a letter may mean something."""
_KEY = re.compile(r"(?P<before> *(?:- +)*)[^\W\d][\w -]*: +")
_ITEM = re.compile(r" *(?=- )")


def as_items(text: Scalar, items: list[re.Match[str]]) -> tuple[Fix, ...]:
    """Each of ``items`` begun with a dash and a blank, where the whole plain text is such lines."""
    raw = text.source.text
    first = raw.rfind("\n", 0, text.start) + 1
    opening = _ITEM.match(raw, first)
    below = not raw[first : text.start].strip()
    if text.style or not (below or opening) or any(one["mark"] not in _MARKS for one in items):
        return ()
    lines = raw[text.start : text.end].count("\n") + 1
    if len(items) != lines - (not below):
        return ()
    column = len(opening.group()) if opening and not below else None
    return tuple(
        Fix(
            text.source.position(one.start(), one.start("rest")),
            f"{one['indent'] if column is None else ' ' * column}- ",
        )
        for one in items
    )


def under_bar(text: Scalar) -> tuple[Fix, ...]:
    """The plain ``text`` after its key put on lines of its own under ``|``."""
    source = text.source
    row = text.position.line
    key = _KEY.fullmatch(source.line(row)[: text.position.column - 1])
    if text.style or not key:
        return ()
    inner = " " * (len(key["before"]) + 2)
    below = [(at, source.line(at)) for at in range(row + 1, text.position.end_line + 1)]
    drawn = [len(line) - len(line.lstrip()) for _, line in below if line.strip()]
    least = min(drawn, default=0)
    opened = Fix(source.position(text.start, text.start), f"|\n{inner}")
    moved = (
        Fix(Position(source.path, at, 1, at, least + 1), inner) for at, one in below if one.strip()
    )
    return (opened, *moved)
