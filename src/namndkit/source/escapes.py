"""A backslash between double quotation marks: an escape that was meant as the sign itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from namndkit.source.slips import LONGEST, Slip
from namndkit.values.diagnostic import Diagnostic, Fix, error
from namndkit.values.position import SourceText
from namndkit.values.text import NOT_XML

_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|(?P<char>[\s\S]))")
_ROOTED = re.compile(r"(?<!\w)(?:[A-Za-z]:\\(?!\\)\S|(?<!\\)\\\\[\w.$-]+\\(?!\\)\S)")
_PARTS = re.compile(r"\w\\\w[^\s\\]*\\\w|\w\\[_/]\w")
"""A path from its drive or its server, and two parts of one or a sign that nobody escapes between words."""
_FILE = re.compile(r"\.[A-Za-z]{2,5}$")
_QUOTED = re.compile(r"(?<![\w”])\"(?P<raw>[^\"']*)\"")
_MESSAGE = "Ett omvänt snedstreck har en särskild betydelse inom dubbla citattecken."


def escapes(source: SourceText, start: int, end: int, text: str) -> Iterator[Diagnostic]:
    """What the escapes in the value at ``start``, which says ``text``, do to it against its meaning."""
    raw = source.text[start + 1 : end - 1]
    signs = [found["char"] for found in _ESCAPE.finditer(raw)]
    letters = [char for char in signs if char and (char.isalnum() or char in "_/ ")]
    bad = NOT_XML.search(text)
    if not bad and not (letters and "://" not in text and _is_path(raw, letters)):
        return
    place = source.position(start, end)
    fixes: tuple[Fix, ...] = ()
    hint = "Använd enkla citattecken ('…') eller skriv \\\\."
    if bad and not letters:
        code = f"Texten innehåller ett tecken som Word inte kan visa (U+{ord(bad.group()):04X})."
        written = next(one.group() for one in _ESCAPE.finditer(raw))
        yield error(place, "NK103", code, f"Ta bort koden för tecknet ({written}).")
        return
    if raw.startswith("\\\\") and _ROOTED.match(raw):  # the two backslashes of a server
        signs = signs[1:]
    if "'" not in raw and "\n" not in raw and not {"\\", '"', None} & set(signs):
        hint = f"Använd enkla citattecken: '{raw}'"
        fixes = (Fix(place, f"'{raw}'"),)
    found = error(place, "NK103" if bad else "NK101", _MESSAGE, hint)
    yield replace(found, fixes=fixes)


def unread_escapes(source: SourceText, number: int) -> Iterator[Slip]:
    r"""``"G:\data"``: a value between double quotes whose backslash begins no escape at all."""
    line = source.line(number)[:LONGEST]
    for found in _QUOTED.finditer(line):
        raw = found["raw"]
        if "\\" in raw and "\\\\" not in raw and '\\"' not in raw:
            mended = f"{line[: found.start()]}'{raw}'{line[found.end() :]}"
            hint = f"Använd enkla citattecken: {mended.strip()}"
            yield Slip(number, *found.span(), _MESSAGE, hint, mended)


def _is_path(raw: str, letters: list[str]) -> bool:
    r"""True where ``raw`` looks like a path; ``\n`` and ``\t`` alone are meant, unless a file's name ends it."""
    plain = set(letters) <= {"n", "t", "r"} and not _FILE.search(raw)
    return bool(_ROOTED.search(raw) or (not plain and _PARTS.search(raw)))
