"""Slips in a value: a sign or a colon that YAML reads as its own, and the line with quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from namndkit.source.beginnings import above
from namndkit.source.slips import LONGEST, Slip
from namndkit.values.case.places import is_key, takes_part
from namndkit.values.position import Position, SourceText

_VALUE = re.compile(r"(?P<before>\s*(?:- +)?[^:#{\[\"']+: +)(?P<value>\S.*?)\s*")
_BRACES = re.compile(r"(?P<before>[^{\"']*\{)(?P<inside>.*?)(?P<after>\}?\s*)")
_PAIR = re.compile(r"(?P<before>\s*(?P<key>[^\W\d][\w -]*): +)(?P<value>.*?)\s*")
_LAST_KEY = re.compile(r"(?P<text>.*\S)\s+(?P<key>[^\W\d]\w*): (?P<rest>.*)")
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
        mended = f"{found['before']}{_quoted(found['value'][1:-1])}"
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


def braces(source: SourceText, number: int) -> Iterator[Slip]:
    """``{nyckel: värde, …}`` with no end, without a comma, or with a colon in one of its texts."""
    for line_number in (number, above(source, number)):
        yield from _in_braces(source.line(line_number)[:LONGEST], line_number)


def brackets(source: SourceText, number: int) -> Iterator[Slip]:
    """``till: [Ada, Bo``: a list with no end."""
    for line_number in (number, above(source, number)):
        line = source.line(line_number)[:LONGEST].rstrip()
        found = _VALUE.fullmatch(line)
        if found and found["value"].startswith("[") and "]" not in line and line[-1] != ",":
            at = found.start("value")
            hint = f"Sätt ] sist på raden: {line.strip()}]"
            message = "Hakparentesen [ har inget slut."
            yield Slip(line_number, at, at + 1, message, hint, f"{line}]")


def _in_braces(line: str, number: int) -> Iterator[Slip]:
    found = _BRACES.fullmatch(line)
    if not found or not _PAIR.match(found["inside"].partition(",")[0]):
        return
    if not found["after"].strip() and not line.rstrip().endswith(","):
        mended = f"{line.rstrip()}}}"
        message = "Klammern { har inget slut."
        at = found.end("before") - 1
        yield Slip(number, at, at + 1, message, f"Sätt }} sist på raden: {mended.strip()}", mended)
    pieces = _pieces(found["inside"])
    for index, piece in enumerate(pieces):
        if slip := _piece(line, number, found, pieces, index, piece):
            yield slip


def _pieces(inside: str) -> list[str]:
    """``inside`` parted at the commas that a known key follows, or that end a quoted value."""
    pieces: list[str] = []
    for part in inside.split(","):
        pair = _PAIR.match(part)
        if pieces and not (pair and is_key(pair["key"])):
            pieces[-1] += f",{part}"
        else:
            pieces.append(part)
    return pieces


def _piece(
    line: str, number: int, found: re.Match[str], pieces: list[str], index: int, piece: str
) -> Slip | None:
    pair = _PAIR.fullmatch(piece)
    if not pair or ": " not in pair["value"] or pair["value"][0] in "\"'{[":
        return None
    start = found.end("before") + len(",".join([*pieces[:index], ""])) + pair.start("value")
    second = _LAST_KEY.fullmatch(pair["value"])
    if second and is_key(second["key"]):
        new = f"{pair['before']}{second['text']}, {second['key']}: {second['rest']}"
        message = f"Före nyckeln ”{second['key']}” saknas ett komma."
        start, end = start + second.start("key"), start + second.end("key")
        hint = "Sätt ett komma före den"
    else:
        new = f"{pair['before']}{_quoted(pair['value'])}"
        message = "Ett kolon följt av mellanslag mitt i en text läses som en ny nyckel."
        end = start + len(pair["value"])
        hint = "Sätt citattecken runt texten"
    inside = ",".join([*pieces[:index], new, *pieces[index + 1 :]])
    mended = f"{found['before']}{inside}{found['after']}"
    return Slip(number, start, end, message, f"{hint}: {mended.strip()}", mended)


_ITEM_OR_VALUE = re.compile(r"(?P<before>\s*(?:- +)*(?:[^:#{\[\"']+: +)?)(?P<value>\S.*?)\s*")


def whole_value(source: SourceText, place: Position) -> Slip | None:
    """Quotation marks round the whole of the value that begins at ``place``, where it ends its line."""
    found = _ITEM_OR_VALUE.fullmatch(source.line(place.line)[:LONGEST])
    if not found or found.start("value") != place.column - 1:
        return None
    mended = found["before"] + _quoted(found["value"])
    hint = f"Sätt citattecken runt texten: {mended.strip()}"
    return Slip(place.line, *found.span("value"), "", hint, mended, sure=True)


def quotes(source: SourceText, number: int, column: int) -> Iterator[Slip]:
    """A whole value that reads as something else than a text until it has quotation marks."""
    line = source.line(number)
    found = _VALUE.fullmatch(line[:LONGEST])
    if not found or len(line) > LONGEST or _is_pairs(found["value"]):
        return
    value = found["value"]
    if value.startswith("{") and _takes_pairs(found["before"]):
        return
    message = next((message for pattern, message in _CLUES if pattern.fullmatch(value)), None)
    if message:
        plain = re.sub(r"^- +(?=\d)", "-", value).strip("'")
        mended = found["before"] + _quoted(plain)
        at = min(column, len(line))
        yield Slip(
            number, at, at + 1, message, f"Sätt citattecken runt texten: {mended.strip()}", mended
        )


def _is_pairs(value: str) -> bool:
    """True for ``{namn: Ada Ek, …``: keys with values, which no quotation marks may be set round."""
    pair = _PAIR.match(value[1:].partition(",")[0])
    return value.startswith("{") and bool(pair and is_key(pair["key"]))


def _takes_pairs(before: str) -> bool:
    """True for ``handläggare: `` and ``- ``, where keys with values can stand between braces."""
    key = before.strip().lstrip("- ").rstrip(": ")
    return not key or takes_part(key)


_OPEN = re.compile(r"(?P<before>\s*(?:- +)?(?:[^\s:#\"'][^:#\"']*: +)?)(?P<mark>[\"'])(?P<rest>.*)")
_FAR = 400
"""Lines above the place where reading stops that are looked at for a quotation mark without an end."""


def unended(source: SourceText, number: int) -> Iterator[Slip]:
    """A value that begins with a quotation mark and has none at its end; reading stops far below it."""
    for line_number in range(number, max(0, number - _FAR), -1):
        line = source.line(line_number)[:LONGEST].rstrip()
        found = _OPEN.fullmatch(line)
        if found and found["rest"] and found["rest"].count(found["mark"]) % 2 == 0:
            mended = f"{line}{found['mark']}"
            at = found.start("mark")
            hint = f"Sätt {found['mark']} sist på raden: {mended.strip()}"
            message = "Citattecknet har inget slut på raden."
            yield Slip(line_number, at, at + 1, message, hint, mended)


def _quoted(text: str) -> str:
    """``text`` between straight quotation marks; those in it become curly."""
    marked = text.replace("\\", "\\\\").replace('"', "”")
    return f'"{marked}"'
