"""A finding's remedy done to the file exactly as it is told: what tests of remedies share."""

from __future__ import annotations

import re
from collections.abc import Callable

from namndkit.source import mend
from namndkit.values.diagnostic import Diagnostic

NEW_TEXT = "Text"
"""What is filled in for ``…``."""


def follow(text: str, found: Diagnostic) -> str | None:
    """``text`` with the remedy of ``found`` done; None when it names nothing to write."""
    if found.fixes:
        return mend(text.encode(), found.position.path, [found])[0].decode()
    for pattern, do in _REMEDIES:
        if named := re.match(pattern, found.hint):
            return do(text, found, named["new"] if "new" in named.groupdict() else "")
    return None


def _span(text: str, found: Diagnostic, new: str) -> str:
    """What the finding points at becomes ``new``."""
    lines = text.split("\n")
    place = found.position
    first, last = place.line - 1, place.end_line - 1
    joined = lines[first][: place.column - 1] + new + lines[last][place.end_column - 1 :]
    return "\n".join([*lines[:first], joined, *lines[last + 1 :]])


def _line(text: str, found: Diagnostic, new: str) -> str:
    """The line becomes ``new``, as far in as it was."""
    lines = text.split("\n")
    old = lines[found.position.line - 1]
    lines[found.position.line - 1] = f"{old[: len(old) - len(old.lstrip())]}{new}"
    return "\n".join(lines)


def _value(text: str, found: Diagnostic, new: str) -> str:
    """The value on the line becomes ``new``; where that names its key, the pair of both."""
    line = text.split("\n")[found.position.line - 1]
    key, colon, _ = new.partition(": ")
    if colon and not new.startswith('"') and (at := line.find(f"{key}: ")) >= 0:
        if "{" not in line[:at]:
            return _line(text, found, f"{line[:at].lstrip()}{new}")
        end = line.rfind("}")
        return _line(text, found, f"{line[:at].lstrip()}{new}{line[end:]}")
    before = re.match(r"\s*(?:- +)?(?:[^\W\d][\w -]*: +)?", line)
    return _line(text, found, f"{before.group().lstrip() if before else ''}{new}")


def _added(text: str, found: Diagnostic, new: str) -> str:
    """A line more above the finding, as far in."""
    lines = text.split("\n")
    old = lines[found.position.line - 1]
    start = re.match(r"\s*(?:- )?", old)
    indent = " " * len(start.group()) if start else ""
    at = found.position.line if old.lstrip().startswith("- ") else found.position.line - 1
    return "\n".join([*lines[:at], indent + new.replace("…", NEW_TEXT), *lines[at:]])


_LITERAL = r"(?P<new>.+)"
_REMEDIES: tuple[tuple[str, Callable[[str, Diagnostic, str], str]], ...] = (
    (rf"Sätt citattecken runt [^:]+: {_LITERAL}", _value),
    (rf"Sätt .+ (?:sist på raden|före den): {_LITERAL}", _line),
    (rf"Byt .+ mot [^:]+: {_LITERAL}", _line),
    (rf"Skriv ett mellanslag efter strecket: {_LITERAL}", _line),
    (rf"Skriv ett vanligt mellanslag efter kolonet: {_LITERAL}", _value),
    (rf"Ta bort klamrarna: {_LITERAL}", _value),
    (r"Skriv bara numret: (?P<new>[^.]+)", _span),
    (r"Skriv (?P<new>\"[^\"]+\")(?: eller \"[^\"]+\")?\.", _span),
    (r"Skriv ”(?P<new>[^”]+)” eller ”[^”]+”\.", _span),
    (r"Skriv ”(?P<new>[^”]+)”\.$", _span),
    (r"Skriv (?P<new>[0-9]{4}-[0-9]{2}-[0-9]{2})\.", _span),
    (r"Menade du ”(?P<new>[^”]+)”\?$", _span),
    (r"Menade du (?P<new>\{=[^}]+\})\?$", _span),
    (r"Lägg till en rad: (?P<new>.+)", _added),
    (r"Lägg till nyckeln (?P<new>\w+: …)(?: på samma nivå som text\.)?$", _added),
    (r"Ta bort tecknet\.", _span),
)
"""What a remedy says, and how it is done."""
