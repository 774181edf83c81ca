"""Slips between braces and brackets: no end, no comma, a colon, or no braces where they are meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from namndkit.source.beginnings import above, indent_of, parent
from namndkit.source.slips import LONGEST, Slip
from namndkit.values.case.places import fits, is_key, part_with, text_of
from namndkit.values.position import SourceText
from namndkit.values.quoted import quoted

_BRACES = re.compile(r"(?P<before>[^{\"']*\{)(?P<inside>.*?)(?P<after>\}?\s*)")
_PAIR = re.compile(r"(?P<before>\s*(?P<key>[^\W\d][\w -]*): +)(?P<value>.*?)\s*")
_VALUE = re.compile(r"(?P<before>\s*(?:- +)?[^:#{\[\"']+: +)(?P<value>\S.*?)\s*")
_LAST_KEY = re.compile(r"(?P<text>.*\S)\s+(?P<key>[^\W\d]\w*): (?P<rest>.*)")
_KEYS = re.compile(r"\s*(?P<mark>[,;])\s*(?=(?P<key>[^\W\d]\w*): )")
_NEXT_YEAR = re.compile(r"\s*[,;]\s*(?=\d{4}: )")
_YEARS = re.compile(r"\d{4}: [^{}\[\]\"']+")
_NO_BRACES = re.compile(
    r"(?P<before>\s*(?:- +)?(?:(?P<above>[^\W\d]\w*): +)?)(?P<pairs>(?P<key>[^\W\d]\w*): [^{}\[\]\"']*\S)\s*"
)


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
    if _YEARS.fullmatch(pair["value"]):
        new = f"{pair['before']}{{{_paired(pair['value'], _NEXT_YEAR)}}}"
        message = "Flera nycklar med värden på samma rad måste stå inom klammrar."
        end, hint = start + len(pair["value"]), "Sätt klammrar runt åren"
        inside = ",".join([*pieces[:index], new, *pieces[index + 1 :]])
        mended = f"{found['before']}{inside}{found['after']}"
        return Slip(number, start, end, message, f"{hint}: {mended.strip()}", mended)
    second = _LAST_KEY.fullmatch(pair["value"])
    if second and is_key(second["key"]):
        new = f"{pair['before']}{second['text']}, {second['key']}: {second['rest']}"
        message = f"Före nyckeln ”{second['key']}” saknas ett komma."
        start, end = start + second.start("key"), start + second.end("key")
        hint = "Sätt ett komma före den"
    else:
        new = f"{pair['before']}{quoted(pair['value'])}"
        message = "Ett kolon följt av mellanslag mitt i en text läses som en ny nyckel."
        end = start + len(pair["value"])
        hint = "Sätt citattecken runt texten"
    inside = ",".join([*pieces[:index], new, *pieces[index + 1 :]])
    mended = f"{found['before']}{inside}{found['after']}"
    return Slip(number, start, end, message, f"{hint}: {mended.strip()}", mended)


def semicolons(source: SourceText, number: int) -> Iterator[Slip]:
    """``{ändamål: x; belopp: 5 tkr}``: a semicolon where a comma is meant."""
    line = source.line(number)[:LONGEST]
    found = _BRACES.fullmatch(line)
    marks = list(_KEYS.finditer(found["inside"])) if found else []
    wrong = next((one for one in marks if one["mark"] == ";" and is_key(one["key"])), None)
    if found and wrong:
        inside = _paired(found["inside"], _KEYS)
        mended = f"{found['before']}{inside}{found['after']}"
        message = f"Före nyckeln ”{wrong['key']}” står ett semikolon i stället för ett komma."
        at = found.end("before") + wrong.start("mark")
        hint = f"Byt semikolonet mot ett komma: {mended.strip()}"
        yield Slip(number, at, at + 1, message, hint, mended)


def _paired(text: str, following: re.Pattern[str]) -> str:
    """``text`` with a comma between its pairs (``following`` ends each); a value with a comma or a colon gets quotes."""
    ends = [
        one
        for one in following.finditer(text)
        if "key" not in one.groupdict() or is_key(one["key"])
    ]
    starts = [0, *(one.end() for one in ends)]
    pairs = (
        text[start:end]
        for start, end in zip(starts, [*(one.start() for one in ends), None], strict=True)
    )
    return ", ".join(_whole(pair) for pair in pairs)


def _whole(pair: str) -> str:
    key, colon, value = pair.partition(": ")
    plain = ("," in value or ": " in value) and not set("\"'{[") & set(value)
    return f"{key}{colon}{quoted(value)}" if plain else pair


def no_braces(source: SourceText, number: int) -> Iterator[Slip]:
    """``- roll: Ordförande, namn: Ada Ek``: keys with values on one line, and no braces round them."""
    line = source.line(number)[:LONGEST]
    found = _NO_BRACES.fullmatch(line)
    if not found:
        return
    years = _VALUE.fullmatch(line)
    if years and _YEARS.fullmatch(years["value"]):
        yield _braced(number, years["before"], _paired(years["value"], _NEXT_YEAR), "åren")
        return
    under = found["above"] or parent(source, number, indent_of(line) + 1)
    keys = [found["key"], *(one["key"] for one in _KEYS.finditer(found["pairs"]))]
    inner = found["above"] or "- " in found["before"]
    if inner and len(keys) > 1 and all(fits(key, under) for key in keys):
        yield _braced(number, found["before"], _paired(found["pairs"], _KEYS), "dem")


def _braced(number: int, before: str, pairs: str, what: str) -> Slip:
    mended = f"{before}{{{pairs}}}"
    message = "Flera nycklar med värden på samma rad måste stå inom klammrar."
    hint = f"Sätt klammrar runt {what}: {mended.strip()}"
    return Slip(number, len(before), len(before) + len(pairs), message, hint, mended)


_IN_BRACKETS = re.compile(
    r"(?P<before>\s*(?:- +)?(?P<key>[^:#{\[\"']+): +\[)(?P<inside>[^\[\]]*)(?P<after>\]\s*)"
)
_MARKED = re.compile(r"\s*(?:\"[^\"]*\"|'[^']*') *[^\s#\"'].*")


def in_brackets(source: SourceText, number: int) -> Iterator[Slip]:
    """``[- ett, - två]`` and ``["Tekniska" nämnden, x]``: items that are none, or quoted in part."""
    found = _IN_BRACKETS.fullmatch(source.line(number)[:LONGEST])
    if not found:
        return
    items = [item.strip() for item in found["inside"].split(",")]
    dashed = all(item.startswith("- ") for item in items)
    if not dashed and not any(_MARKED.fullmatch(item) for item in items):
        return
    if dashed:
        message = "Mellan hakparenteser har punkterna inget streck."
        hint = "Ta bort strecken"
        written = [_item(item[1:].strip(), found["key"]) for item in items]
    else:
        message = "Det står text efter det avslutande citattecknet."
        hint = "Sätt citattecken runt texten"
        written = [quoted(item) if _MARKED.fullmatch(item) else item for item in items]
    mended = f"{found['before']}{', '.join(written)}{found['after']}"
    start, end = found.span("inside")
    yield Slip(number, start, end, message, f"{hint}: {mended.strip()}", mended)


def _item(text: str, key: str) -> str:
    """``text`` as an item below ``key``: where that takes keys with values, at the key that is needed."""
    part = part_with("text", key)
    return (
        f"{{text: {text}}}"
        if part and "text" not in part.short and text_of(part) == "text"
        else text
    )
