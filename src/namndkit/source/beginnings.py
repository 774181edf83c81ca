"""Slips at the beginning of a line: its indent, the dash of an item, the colon after the key."""

from __future__ import annotations

import re
from collections.abc import Iterator

from namndkit.source.slips import LONGEST, Slip
from namndkit.values.case.places import fits, is_key
from namndkit.values.items import ITEM, is_dash, remedy
from namndkit.values.position import SourceText

_KEY = re.compile(r"(?P<indent> *)(?P<dash>- +)?(?P<key>[^\W\d][\w -]*):(?= |$)")
_COLON = re.compile(
    r"(?P<before>\s*(?:- )?(?P<key>[^\W\d][\w -]*)):(?P<space>[\u00a0\u202f\u2007]*)"
)
_OPENS_TEXT = re.compile(r"(?:.*: +|\s*- +)[|>][-+]?\s*")
_NUMBERS = ("noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta")


def colons(source: SourceText, number: int) -> Iterator[Slip]:
    """No common space after the colon of line ``number`` or of the line above it."""
    for line_number in (above(source, number), number):
        line = source.line(line_number)
        found = _COLON.match(line[:LONGEST])
        rest = line[found.end() :] if found else ""
        if not found or not rest or rest[0] == " " or not is_key(found["key"]):
            continue
        mended = f"{found['before']}: {rest}"
        at = found.end("before")
        if found["space"]:
            message = "Efter kolonet står ett hårt blanksteg i stället för ett vanligt mellanslag."
            hint = f"Byt det mot ett vanligt mellanslag: {mended.strip()}"
            yield Slip(line_number, at + 1, found.end(), message, hint, mended)
        else:
            message = "Efter kolonet saknas ett mellanslag."
            yield Slip(line_number, at, at + 1, message, f"Skriv {mended.strip()}", mended)


def dashes(source: SourceText, number: int) -> Iterator[Slip]:
    """A line of a list that begins with a dash and no space, or with another mark than a dash."""
    found = ITEM.fullmatch(source.line(number)[:LONGEST])
    if found and not is_dash(found):
        start, end = found.span("mark")
        yield Slip(number, start, end, *remedy(found), f"{found['indent']}- {found['rest']}")


def indents(source: SourceText, number: int) -> Iterator[Slip]:
    """Line ``number``, or the one above it, begins with too many spaces or too few."""
    for line_number in (number, above(source, number)):
        found = _KEY.match(source.line(line_number)[:LONGEST])
        if found:
            yield from _moved(source, line_number, found)


def texts(source: SourceText, number: int) -> Iterator[Slip]:
    """Line ``number``, which begins with no key, belongs to the text under ``|`` above it."""
    key = _KEY.match(source.line(number)[:LONGEST])
    if key and is_key(key["key"]):
        return
    line, other = source.line(number), source.line(above(source, number))
    indent, own = _indent(other), _indent(line)
    opening = number - 1
    while opening > 0 and (
        not source.line(opening).strip() or _indent(source.line(opening)) >= indent
    ):
        opening -= 1
    if own < indent and _OPENS_TEXT.fullmatch(source.line(opening)[:LONGEST]):
        message = "Raden är mindre indragen än texten ovanför, och räknas inte till den."
        hint = "Dra in den lika mycket som raden ovanför."
        end = len(line.rstrip())
        yield Slip(number, own, end, message, hint, " " * indent + line.lstrip())


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _moved(source: SourceText, number: int, found: re.Match[str]) -> Iterator[Slip]:
    line, own = source.line(number), found.end("indent")
    levels = _levels(source, number)
    for level, beside in levels.items() or {0: ""}.items():
        if level == own:
            continue
        mended = " " * level + line[own:]
        certain = 2 * fits(found["key"], _parent(source, number, level)) + (level < own)
        message, hint = _shifted(own - level, beside)
        start, end = (0, own - level) if level < own else (own, found.end("key"))
        yield Slip(number, start, end, message, hint, mended, certain)


def _shifted(much: int, beside: str) -> tuple[str, str]:
    count = _NUMBERS[abs(much)] if abs(much) < len(_NUMBERS) else str(abs(much))
    under = f", så att den står rakt under ”{beside}”" if beside else ""
    if much == 1:
        return "Raden börjar med ett mellanslag för mycket.", "Ta bort mellanslaget först på raden."
    if much > 0:
        hint = f"Ta bort {count} mellanslag först på raden{under}."
        return f"Raden börjar med {count} mellanslag för mycket.", hint
    hint = f"Sätt {count} mellanslag till först på raden{under}."
    return f"Raden börjar med {count} mellanslag för lite.", hint


def _levels(source: SourceText, number: int) -> dict[int, str]:
    """The indents of the keys above that the line can belong beside, each with the nearest such key."""
    found: dict[int, str] = {}
    lowest = LONGEST
    for line_number in range(number - 1, max(0, number - LONGEST), -1):
        key = _KEY.match(source.line(line_number)[:LONGEST])
        if key and key.start("key") < lowest:
            lowest = key.start("key")
            found[lowest] = key["key"]
    return found


def _parent(source: SourceText, number: int, level: int) -> str | None:
    """The key that a line at indent ``level`` stands below."""
    return next((key for indent, key in _levels(source, number).items() if indent < level), None)


def above(source: SourceText, number: int) -> int:
    """The nearest line above ``number`` that is neither empty nor a comment; 0 for none."""
    for line_number in range(number - 1, 0, -1):
        line = source.line(line_number).strip()
        if line and not line.startswith("#"):
            return line_number
    return 0
