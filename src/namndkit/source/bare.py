"""Slips of a key that finds no part to stand in: below a bare text, behind a dash, below a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from namndkit.source.beginnings import KEY, above, indent_of, parent
from namndkit.source.slips import LONGEST, Slip
from namndkit.values.case.places import fits, is_key, part_with, text_of
from namndkit.values.items import ITEM
from namndkit.values.position import SourceText

_BARE = re.compile(
    r"(?P<before>(?P<indent> *)(?:(?P<dash>- +)|(?P<key>[^\W\d]\w*): +))(?P<text>[^\s|>].*?)\s*"
)
_COMMENTED = re.compile(r"(?P<indent> *)#+ ?(?P<pair>(?P<key>[^\W\d]\w*):(?: *[|>][-+]?)?)\s*")
_MOST_LINES = 2_000


def bare_texts(source: SourceText, number: int) -> Iterator[Slip]:
    """``handläggare: Ada Ek`` with ``  titel: utredare`` below it: the text needs a key of its own."""
    line, over = source.line(number), above(source, number)
    key = KEY.match(line[:LONGEST])
    found = _BARE.fullmatch(source.line(over)[:LONGEST])
    if not key or key["dash"] or not found or indent_of(line) <= len(found["indent"]):
        return
    under = parent(source, number, indent_of(line))
    part = part_with(key["key"], under)
    name = text_of(part) if part else None
    if not name or (found["key"] and found["key"] != under):
        return
    written = f"{name}: {found['text']}"
    if found["key"]:
        mended = f"{found['indent']}{found['key']}:\n{' ' * indent_of(line)}{written}"
        hint = f"Skriv texten på en egen rad under ”{under}”: {written}"
    else:
        mended = f"{found['before']}{written}"
        hint = f"Sätt nyckeln före texten: {mended.strip()}"
    message = f"”{key['key']}” står under en text som inte har någon egen nyckel."
    yield Slip(over, *found.span("text"), message, hint, mended)
    if fits(
        key["key"], parent(source, over, len(found["indent"]))
    ):  # it may be meant beside the text
        yield Slip(number, 0, indent_of(line), message, hint, found["indent"] + line.lstrip())


def dashes_too_many(source: SourceText, number: int) -> Iterator[Slip]:
    """``- titel: x`` below ``namn: y``, or ``* typ: x`` outermost: a mark before a key that needs none."""
    line = source.line(number)
    found = ITEM.fullmatch(line[:LONGEST])
    key = KEY.match(found["rest"]) if found else None
    own = indent_of(line)
    if not found or not key or not fits(key["key"], parent(source, number, own)):
        return
    mark = found["mark"]
    name = "strecket" if mark == "-" else f"”{mark}”"
    mended = f"{found['indent']}{found['rest']}"
    message = f"Före nyckeln ”{key['key']}” står ett {'streck' if mark == '-' else 'tecken'} som inte ska stå där."
    hint = f"Ta bort {name}: {found['rest'].strip()}"
    start, end = found.span("mark")
    inner = found.start("rest")
    others = tuple(_drawn_out(source, number, inner, inner - own))
    yield Slip(number, start, end, message, hint, mended, (), others, begins=True)


def _drawn_out(
    source: SourceText, number: int, indent: int, much: int
) -> Iterator[tuple[int, str]]:
    """The lines below ``number`` that are at least ``indent`` in, ``much`` less so."""
    for at in range(number + 1, min(source.lines, number + _MOST_LINES) + 1):
        line = source.line(at)
        if line.strip() and indent_of(line) < indent:
            return
        if line.strip():
            yield at, line[much:]


def commented(source: SourceText, number: int) -> Iterator[Slip]:
    """A text whose key stands above it and is still a comment."""
    at = number - 1
    while at > max(0, number - _MOST_LINES) and not source.line(at).lstrip().startswith("#"):
        if source.line(at).strip() and not indent_of(source.line(at)):
            return
        at -= 1
    found = _COMMENTED.fullmatch(source.line(at)[:LONGEST])
    if found and is_key(found["key"]) and indent_of(source.line(number)) > len(found["indent"]):
        mended = f"{found['indent']}{found['pair']}"
        message = f"Nyckeln ”{found['key']}” är en kommentar, men under den står en text."
        hint = f"Ta bort # först på raden: {mended.strip()}"
        yield Slip(at, *found.span("pair"), message, hint, mended)
