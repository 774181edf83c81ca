"""Slips of text that was pasted in over several lines: fences, no indent, a colon in a plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from namndkit.source.beginnings import KEY, OPENS_TEXT, above, indent_of
from namndkit.source.slips import LONGEST, Slip
from namndkit.values.case.places import is_key, takes_long
from namndkit.values.position import SourceText

_FENCE = re.compile(r"\s*(?:`{3,}|~{3,}) ?[\w-]*\s*")
_STARTS = re.compile(
    r"(?P<before> *(?:- +)?(?:(?P<key>[^\W\d][\w -]*): +)?)(?P<text>[^\s\"'|>\[{#&*!%@`].*)"
)
_ITEM = re.compile(r"(?P<before> *- +)(?P<key>(?!))?(?P<text>[^\s\"'|>\[{#&*!%@`].*)")
_MOST_LINES = 2_000


def _start(line: str) -> re.Match[str] | None:
    """Where the plain text on ``line`` begins; a word with a colon that is no key belongs to an item's text."""
    found = _STARTS.fullmatch(line[:LONGEST])
    if found and found["key"] and not is_key(found["key"]):
        return _ITEM.fullmatch(line[:LONGEST])
    return found


def fences(source: SourceText, number: int) -> Iterator[Slip]:
    """A line of backticks round the case, as in a chat or on a web page."""
    for line_number in (number, above(source, number)):
        line = source.line(line_number)
        if _FENCE.fullmatch(line[:LONGEST]) and len(line) <= LONGEST:
            message = (
                f"Raden ”{line.strip()}” hör inte till ärendet. Den följer med när text kopieras."
            )
            yield Slip(line_number, 0, len(line), message, "Ta bort raden.", None)


def unindented(source: SourceText, number: int) -> Iterator[Slip]:
    """A text that stands under ``|`` and is not indented: all of it, up to a key that can follow."""
    opening = (
        number if OPENS_TEXT.fullmatch(source.line(number)[:LONGEST]) else above(source, number)
    )
    base = indent_of(source.line(opening))
    first = opening + 1
    while first <= number and not source.line(first).strip():
        first += 1
    if (
        not OPENS_TEXT.fullmatch(source.line(opening)[:LONGEST])
        or indent_of(source.line(first)) > base
    ):
        return
    text: list[tuple[int, str]] = []
    for line_number in range(first, first + _MOST_LINES):
        line = source.line(line_number)
        key = KEY.match(line[:LONGEST])
        if text and (line_number > source.lines or (key and is_key(key["key"]))):
            yield _unindented(text, base)
        if line_number > source.lines or (key and _follows(key, base)):
            return
        text.append((line_number, f"{' ' * (base + 2)}{line}" if line.strip() else line))


def _follows(key: re.Match[str], base: int) -> bool:
    """True for a key of the format that stands where the key above the text does."""
    return key.end("indent") <= base and not key["dash"] and is_key(key["key"])


def _unindented(text: list[tuple[int, str]], base: int) -> Slip:
    (number, mended), *others = text
    message = "Texten under ”|” är inte indragen."
    hint = "Börja varje rad i texten med två mellanslag mer."
    return Slip(number, base, base + 1, message, hint, mended, (-len(text),), tuple(others))


def continued(source: SourceText, number: int) -> Iterator[Slip]:
    """A text that goes on over lines below its key, with a colon that makes YAML see another key."""
    start = number
    while start > 0 and not _begins(source, start, number):
        start = above(source, start)
    found = _start(source.line(start)) if start else None
    if not found or len(source.line(start)) > LONGEST:
        return
    rest = _below(source, start, indent_of(source.line(start)))
    inside = [found["text"], *(source.line(one) for one in rest)]
    colon = any(re.search(r":\s", f"{line} ") for line in inside)
    hash_sign = any(re.search(r"\s#", line) for line in inside)
    known = any((key := KEY.match(line[:LONGEST])) and is_key(key["key"]) for line in inside[1:])
    if known or not (colon or hash_sign):
        return
    if not (rest or found["text"].rstrip().endswith(":")):
        return
    message = _COLON if colon else _HASH
    bar = rest and found["key"] and takes_long(found["key"])
    yield (_under_bar if bar else _between_quotes)(source, start, found, rest, message)


_COLON = "Ett kolon i en text utan citattecken läses som en ny nyckel."
_HASH = "Ett mellanslag och # i en text utan citattecken läses som slutet på texten."


def _under_bar(
    source: SourceText, start: int, found: re.Match[str], rest: list[int], message: str
) -> Slip:
    inner = " " * (indent_of(source.line(start)) + 2)
    hint = "Sätt ”|” efter nyckeln och börja texten på nästa rad, indragen."
    mended = f"{found['before'].rstrip()} |\n{inner}{found['text']}"
    others = tuple((one, f"{inner}{source.line(one).strip()}".rstrip()) for one in rest)
    return Slip(start, found.start("text"), found.end("text"), message, hint, mended, (), others)


def _between_quotes(
    source: SourceText, start: int, found: re.Match[str], rest: list[int], message: str
) -> Slip:
    lines = [source.line(start), *(source.line(one) for one in rest)]
    at = found.start("text")
    whole = "\n".join([lines[0][at:], *lines[1:]]).rstrip().replace("\\", "\\\\")
    first, *others = (whole.replace('"', "”") + '"').split("\n")
    mended = f'{lines[0][:at]}"{first}'
    hint = f"Sätt citattecken runt texten: {mended.strip()}"
    if rest:
        hint = (
            "Sätt citattecken runt hela texten, ett före det första ordet och ett efter det sista."
        )
    changed = tuple(zip(rest, others, strict=True))
    return Slip(start, at, len(lines[0].rstrip()), message, hint, mended, (), changed)


def _begins(source: SourceText, number: int, stopped: int) -> bool:
    """True for a line that begins a plain text and is less indented than the one where reading stops."""
    line = source.line(number)
    found = _start(line)
    less = number == stopped or indent_of(line) < indent_of(source.line(stopped))
    return bool(
        found
        and less
        and (found["key"] is None or is_key(found["key"]))
        and found["before"].strip()
    )


def _below(source: SourceText, start: int, indent: int) -> list[int]:
    """The lines after ``start`` that are more indented, with the empty ones between them."""
    found: list[int] = []
    last = 0
    for number in range(start + 1, min(source.lines, start + _MOST_LINES) + 1):
        line = source.line(number)
        if line.strip() and indent_of(line) <= indent:
            break
        found.append(number)
        last = len(found) if line.strip() else last
    return found[:last]
