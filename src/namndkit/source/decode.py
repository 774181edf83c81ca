"""Bytes → text: UTF-8 with or without a byte order mark, any newline; nothing is guessed."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from itertools import islice

from namndkit.values.diagnostic import Diagnostic, Outcome, error
from namndkit.values.position import Position, SourceText
from namndkit.values.text import NOT_XML

MOST_BYTES = 2_000_000
"""A case of this size is some thousand pages: anything larger is not a case."""

MOST = 100
"""Characters that are reported of one file."""
_NAMES = {
    "\x0b": "lodrät tabb (radbrytning från Word)",
    "\x0c": "sidbrytning",
    "\x00": "tomt tecken",
    "\u2028": "radavgränsare",
    "\u2029": "styckeavgränsare",
}
_BREAKS = "\x0b\x0c\x85\u2028\u2029"
_SAVE = "Spara filen på nytt och välj kodningen UTF-8 (i Anteckningar: Arkiv, Spara som, Kodning)."


def decode(data: bytes, path: str) -> Outcome[SourceText]:
    """The text of a file, or why it cannot be read as text; with findings the text is only to show.

    Characters that Word cannot hold (XML 1.0, section 2.2) are errors at their place.
    """
    start = Position(path)
    if len(data) > MOST_BYTES:
        return _stop(
            error(
                start,
                "NK110",
                f"Filen är för stor ({len(data)} byte).",
                "Dela upp ärendet i flera filer.",
            )
        )
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return _stop(error(start, "NK102", "Filen är sparad som UTF-16, inte UTF-8.", _SAVE))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        at = problem.start + len(data) - len(data.removeprefix(BOM_UTF8))
        return _stop(_not_utf8(data, path, at))
    source = SourceText(path, text.replace("\r\n", "\n").replace("\r", "\n"))
    findings = tuple(
        _forbidden(source, found) for found in islice(NOT_XML.finditer(source.text), MOST)
    )
    return Outcome(source, findings)


def _stop(finding: Diagnostic) -> Outcome[SourceText]:
    return Outcome(None, (finding,))


def _not_utf8(data: bytes, path: str, at: int) -> Diagnostic:
    *above, before = (
        data[:at].decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    )
    line, column = len(above) + 1, len(before) + 1
    guess = data[at : at + 1].decode("cp1252", "replace")
    return error(
        Position(path, line, column, line, column + 1),
        "NK102",
        f"Filen är inte sparad som UTF-8 (troligen står det ”{guess}” här, sparat på äldre vis).",
        _SAVE,
    )


def _forbidden(source: SourceText, found: re.Match[str]) -> Diagnostic:
    char = found.group()
    name = _NAMES.get(char, "tecken som inte kan skrivas ut")
    return error(
        source.position(found.start(), found.end()),
        "NK103",
        f"Här finns ett osynligt tecken som Word inte kan visa: {name} (U+{ord(char):04X}).",
        _instead(source.text, found.start()),
    )


def _instead(text: str, at: int) -> str:
    """What to do about the character at ``at``: it may stand for a letter, or keep two words apart."""
    before, char = text[max(0, at - 1) : at], text[at]
    read = (before + char).encode("latin-1", "replace").decode("utf-8", "replace")
    if len(read) == 1 and read.isalpha():
        return f"Skriv ”{read}” i stället för ”{before}” och tecknet. Är hela texten sådan kopierar du den på nytt."
    if char in _BREAKS:
        return "Skriv ett mellanslag eller en ny rad i stället."
    if before.isalnum() and text[at + 1 : at + 2].isalnum():
        return "Jämför med källan och skriv det som ska stå här: en bokstav, ett mellanslag eller ingenting."
    return "Jämför med källan: skriv bokstaven om tecknet står för en, och ta annars bort tecknet."
