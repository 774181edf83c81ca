"""Slips at the beginning of a line: its indent, the dash of an item, the colon after the key."""

from __future__ import annotations

import re
from collections.abc import Iterator

from namndkit.source.slips import LONGEST, Slip
from namndkit.values.case.places import fits, is_key
from namndkit.values.items import ITEM, is_dash, remedy
from namndkit.values.position import SourceText

KEY = re.compile(r"(?P<indent> *)(?P<dash>- +)?(?P<key>[^\W\d][\w -]*):(?= |$)")
_COLON = re.compile(
    r"(?P<before>\s*(?:- )?(?P<key>[^\W\d][\w -]*)):(?P<space>[\u00a0\u202f\u2007]*)"
)
OPENS_TEXT = re.compile(r"(?:.*: +|\s*- +)[|>][-+]?\s*")
_FURTHEST = 1_000
"""Lines above that are looked at for the keys that a line can stand beside."""
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
            yield Slip(line_number, at + 1, found.end(), message, hint, mended, begins=True)
        else:
            message = "Efter kolonet saknas ett mellanslag."
            yield Slip(
                line_number, at, at + 1, message, f"Skriv {mended.strip()}", mended, begins=True
            )


_NO_COLON = re.compile(r"(?P<before> *(?:- +)?(?P<key>[^\W\d][\w-]*))(?P<rest> +[^\s:][^:]*)?")


def no_colon(source: SourceText, number: int) -> Iterator[Slip]:
    """A key of the format that begins a line and has no colon after it."""
    for line_number in (number, above(source, number)):
        line = source.line(line_number)[:LONGEST].rstrip()
        found = _NO_COLON.fullmatch(line)
        under = parent(source, line_number, indent_of(line)) if found else None
        if found and fits(found["key"], under) and not _is_prose(source, found["key"]):
            mended = f"{found['before']}:{found['rest'] or ''}"
            message = f"Efter nyckeln ”{found['key']}” saknas ett kolon."
            start, end = found.span("key")
            yield Slip(
                line_number, start, end, message, f"Skriv {mended.strip()}", mended, begins=True
            )


def _is_prose(source: SourceText, word: str) -> bool:
    """True for a word with a capital where the case's own first key has none: a pasted heading or sentence."""
    lines = (KEY.match(source.line(number)[:LONGEST]) for number in range(1, _FURTHEST))
    first = next((found["key"] for found in lines if found), "")
    return word[:1].isupper() and not first[:1].isupper()


def dashes(source: SourceText, number: int) -> Iterator[Slip]:
    """A line of a list that begins with a dash and no space, or with another mark than a dash."""
    found = ITEM.fullmatch(source.line(number)[:LONGEST])
    if found and not is_dash(found):
        start, end = found.span("mark")
        mended = f"{found['indent']}- {found['rest']}"
        yield Slip(number, start, end, *remedy(found), mended, begins=True)


def indents(source: SourceText, number: int) -> Iterator[Slip]:
    """Line ``number`` begins with too many spaces or too few, or the key above it that it is beside."""
    found = KEY.match(source.line(number)[:LONGEST])
    if not found:
        return
    own, levels = found.end("indent"), _levels(source, number)
    for level, (_, beside) in levels.items():
        if level != own:
            yield _moved(source, number, level, beside)
    deeper = min((level for level in levels if level > own), default=0)
    if deeper and levels[deeper][0]:
        yield _moved(source, levels[deeper][0], own, found["key"])


def texts(source: SourceText, number: int) -> Iterator[Slip]:
    """Line ``number``, which begins with no key, belongs to the text under ``|`` above it."""
    key = KEY.match(source.line(number)[:LONGEST])
    if key and is_key(key["key"]):
        return
    line, other = source.line(number), source.line(above(source, number))
    indent, own = indent_of(other), indent_of(line)
    opening = number - 1
    while opening > 0 and (
        not source.line(opening).strip() or indent_of(source.line(opening)) >= indent
    ):
        opening -= 1
    if own < indent and OPENS_TEXT.fullmatch(source.line(opening)[:LONGEST]):
        message = "Raden är mindre indragen än texten ovanför, och räknas inte till den."
        hint = "Dra in den lika mycket som raden ovanför."
        end = len(line.rstrip())
        yield Slip(number, own, end, message, hint, " " * indent + line.lstrip())


def indent_of(line: str) -> int:
    """How many spaces ``line`` begins with."""
    return len(line) - len(line.lstrip(" "))


def _moved(source: SourceText, number: int, level: int, beside: str) -> Slip:
    """Line ``number``, which begins with a key, at the indent ``level`` instead of its own."""
    line = source.line(number)
    own = indent_of(line)
    found = KEY.match(line[:LONGEST])
    key, end = (found["key"], found.end("key")) if found else ("", own)
    fitting = fits(key, parent(source, number, level))
    certain = (int(fitting), -(level % 2), -abs(own - level), int(level < own))
    start, end = (0, own - level) if level < own else (own, end)
    mended = " " * level + line[own:]
    return Slip(number, start, end, *_shifted(own - level, beside), mended, certain, begins=True)


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


def _levels(source: SourceText, number: int) -> dict[int, tuple[int, str]]:
    """The indents that line ``number`` can have, each with the nearest key above there and its line."""
    found: dict[int, tuple[int, str]] = {}
    lowest = LONGEST
    for line_number in range(number - 1, max(0, number - _FURTHEST), -1):
        line = source.line(line_number)[:LONGEST]
        key = KEY.match(line)
        known = key and (is_key(key["key"]) or _opens_document(line, key))
        if key and known and key.start("key") < lowest:
            lowest = key.start("key")
            found[lowest] = (0 if key["dash"] else line_number), key["key"]
    found.setdefault(0, (0, ""))
    return found


def _opens_document(line: str, key: re.Match[str]) -> bool:
    """True for the name of a document of the case: an outermost key with nothing beside it."""
    return key.start("key") == 0 and not line[key.end() :].partition("#")[0].strip()


def parent(source: SourceText, number: int, level: int) -> str | None:
    """The key that a line at indent ``level`` stands below."""
    levels = _levels(source, number)
    return next((key for indent, (_, key) in levels.items() if indent < level), None)


def above(source: SourceText, number: int) -> int:
    """The nearest line above ``number`` that is neither empty nor a comment; 0 for none."""
    for line_number in range(number - 1, 0, -1):
        line = source.line(line_number).strip()
        if line and not line.startswith("#"):
            return line_number
    return 0
