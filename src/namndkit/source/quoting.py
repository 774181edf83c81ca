"""Slips in a value: a sign or a colon that YAML reads as its own, and the line with quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from namndkit.source.slips import LONGEST, Slip
from namndkit.values.case.places import is_key, takes_many, takes_part
from namndkit.values.position import Position, SourceText
from namndkit.values.quoted import quoted

_VALUE = re.compile(r"(?P<before>\s*(?:- +)?[^:#{\[\"']+: +)(?P<value>\S.*?)\s*")
_ITEM = re.compile(r"(?P<before>\s*- +)(?P<value>[^\s{\[].*?)\s*")
_PAIR = re.compile(r"(?P<before>\s*(?P<key>[^\W\d][\w -]*): +)(?P<value>.*?)\s*")
_CURLY = "”“„«»‟‘’"
_CLUES: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"[^\"'\[{|>].*: .*"),
        "Ett kolon följt av mellanslag mitt i en text läses som en ny nyckel.",
    ),
    (re.compile(r"\[.*"), "En text som börjar med [ läses som en lista."),
    (re.compile(r"\{.*"), "En text som börjar med { läses som nycklar med värden."),
    (
        re.compile(r"\"[^\"]*\" *[^\s#].*|'[^']*' *[^\s#].*"),
        "Det står text efter det avslutande citattecknet.",
    ),
    (re.compile(r"[@`%*&!].*"), "En text kan inte börja med det här tecknet."),
    (re.compile(r">\s*[\d=].*"), "Tecknet > först i ett värde läses inte som en del av texten."),
    (
        re.compile(r"- +\d.*"),
        "En punkt i en lista (”- ”) kan inte stå efter nyckeln på samma rad.",
    ),
)
"""(what the value looks like, what is wrong): the whole value between quotes is what to write."""


def curly(source: SourceText, number: int) -> Iterator[Slip]:
    """Curly quotation marks round a value where straight ones are meant."""
    line = source.line(number)
    found = _VALUE.fullmatch(line[:LONGEST])
    if found and _wrapped(found["value"]):
        mended = f"{found['before']}{quoted(found['value'][1:-1])}"
        message = "Citattecknen runt texten är böjda. De måste vara raka."
        start = found.start("value")
        hint = f"Byt dem mot raka citattecken: {mended.strip()}"
        yield Slip(number, start, start + 1, message, hint, mended)


def _wrapped(value: str) -> bool:
    """True when the first and the last character are the two ends of one pair of curly quotes."""
    if len(value) < 3 or value[0] not in _CURLY or value[-1] not in _CURLY:
        return False
    inner = next((at for at, char in enumerate(value[1:-1], 1) if char in _CURLY), 0)
    return not inner or not value[inner - 1].isalnum()


_ITEM_OR_VALUE = re.compile(r"(?P<before>\s*(?:- +)*(?:[^:#{\[\"']+: +)?)(?P<value>\S.*?)\s*")


def whole_value(source: SourceText, place: Position) -> Slip | None:
    """Quotation marks round the whole of the value that begins at ``place``, where it ends its line."""
    found = _ITEM_OR_VALUE.fullmatch(source.line(place.line)[:LONGEST])
    if not found or found.start("value") != place.column - 1:
        return None
    mended = found["before"] + quoted(found["value"])
    hint = f"Sätt citattecken runt texten: {mended.strip()}"
    return Slip(place.line, *found.span("value"), "", hint, mended, sure=True)


def quotes(source: SourceText, number: int, column: int) -> Iterator[Slip]:
    """A whole value that reads as something else than a text until it has quotation marks."""
    line = source.line(number)
    found = _VALUE.fullmatch(line[:LONGEST])
    if not found or len(line) > LONGEST or _is_pairs(found["value"]):
        return
    value, key = found["value"], found["before"].strip().lstrip("- ").rstrip(": ")
    if value.startswith("{") and (not key or takes_part(key)):
        return
    if value.startswith("[") and takes_many(key):
        return
    yield from _between_quotes(line, number, found, column)


def item_quotes(source: SourceText, number: int, column: int) -> Iterator[Slip]:
    """A whole item of a list that reads as something else than a text until it has quotation marks."""
    line = source.line(number)
    found = _ITEM.fullmatch(line[:LONGEST])
    if found and len(line) <= LONGEST:
        yield from _between_quotes(line, number, found, column)


def _between_quotes(line: str, number: int, found: re.Match[str], column: int) -> Iterator[Slip]:
    value = found["value"]
    message = next((message for pattern, message in _CLUES if pattern.fullmatch(value)), None)
    if message:
        mended = found["before"] + _bare(value)
        at = min(column, len(line))
        hint = f"Sätt citattecken runt texten: {mended.strip()}"
        yield Slip(number, at, at + 1, message, hint, mended)


def _bare(value: str) -> str:
    """``value`` between quotation marks; those that it begins and ends with are kept where they are its own.

    The first of them inside tells: after ``"Yttrande över `` another quotation begins, after ``"Plan``
    the first one ends.
    """
    mark = value[0]
    if mark not in "\"'" or not value.endswith(mark) or len(value) < 2:
        return quoted(re.sub(r"^- +(?=\d)", "-", value))
    inner = value[1:-1].replace("''", "'") if mark == "'" else value[1:-1]
    first = inner.find(mark)
    ends = first > 0 and not inner[first - 1].isspace() and not inner[first + 1 :][:1].isalnum()
    if ends:
        return quoted(value)
    return quoted(inner) if mark == "'" else '"' + inner.replace('"', "”") + '"'


def _is_pairs(value: str) -> bool:
    """True for ``{namn: Ada Ek, …``: keys with values, which no quotation marks may be set round."""
    pair = _PAIR.match(value[1:].partition(",")[0])
    return value.startswith("{") and bool(pair and is_key(pair["key"]))


_OPEN = re.compile(r"(?P<before>\s*(?:- +)?(?:[^\s:#\"'][^:#\"']*: +)?)(?P<mark>[\"'])(?P<rest>.*)")


def _is_ended(rest: str, mark: str) -> bool:
    """True when what follows the opening ``mark`` closes it; an escaped one does not count."""
    plain = re.sub(r"\\.", "", rest) if mark == '"' else rest
    return plain.count(mark) % 2 == 1


_FAR = 400
"""Lines above the place where reading stops that are looked at for a quotation mark without an end."""


def unended(source: SourceText, number: int) -> Iterator[Slip]:
    """A value that begins with a quotation mark and has none at its end; reading stops far below it."""
    for line_number in range(number, max(0, number - _FAR), -1):
        line = source.line(line_number)[:LONGEST].rstrip()
        found = _OPEN.fullmatch(line)
        if found and found["rest"] and not _is_ended(found["rest"], found["mark"]):
            mended = f"{line}{found['mark']}"
            at = found.start("mark")
            hint = f"Sätt {found['mark']} sist på raden: {mended.strip()}"
            message = "Citattecknet har inget slut på raden."
            yield Slip(line_number, at, at + 1, message, hint, mended)
