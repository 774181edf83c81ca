"""What the YAML library says in scanner jargon, said in Swedish with what to write instead."""

from __future__ import annotations

import re
from typing import Any

import yaml

from namndkit.source.beginnings import colons, dashes, indents, texts
from namndkit.source.quoting import braces, brackets, curly, quotes, unended
from namndkit.source.refusals import hard_indent
from namndkit.source.slips import first_that_helps
from namndkit.values.diagnostic import Diagnostic, error
from namndkit.values.position import Position, SourceText

_QUOTE = 'Sätt citattecken runt texten: nyckel: "texten".'
_INDENT = "Ställ raden rakt under de andra på samma nivå. Använd mellanslag, inte tabb."

SENTENCES: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed here",
        "Raden är fel indragen: den hör inte ihop med raden ovanför.",
        _INDENT,
    ),
    (
        "found character '\\t' that cannot start any token",
        "Raden börjar med en tabb.",
        "Byt tabben mot mellanslag.",
    ),
    ("that cannot start any token", "En text kan inte börja med det här tecknet.", _QUOTE),
    ("expected <block end>, but found '-'", "En punkt i en lista står på fel nivå.", _INDENT),
    (
        "expected <block end>, but found",
        "Raden hör inte ihop med det som står ovanför.",
        _INDENT,
    ),
    (
        "could not find expected ':'",
        "Här saknas ett kolon efter nyckeln, eller så är raden fel indragen.",
        "Skriv ”nyckel: värde”. En text på flera rader börjar med ”|” och dras in.",
    ),
    (
        "found unexpected end of stream",
        "Ett citattecken saknar sitt slut.",
        "Sätt ett avslutande citattecken.",
    ),
    (
        "expected escape sequence of",
        "Ett omvänt snedstreck har en särskild betydelse inom dubbla citattecken.",
        "Använd enkla citattecken ('…') eller skriv \\\\.",
    ),
    (
        "found unknown escape character",
        "Ett omvänt snedstreck har en särskild betydelse inom dubbla citattecken.",
        "Använd enkla citattecken ('…') eller skriv \\\\.",
    ),
    (
        "expected ',' or ']'",
        "En text som börjar med [ läses som en lista, och listan har inget slut.",
        _QUOTE,
    ),
    (
        "expected ',' or '}'",
        "En text som börjar med { läses som nycklar med värden, och de har inget slut.",
        "Sätt } efter det sista värdet. Är det en text sätts citattecken runt den.",
    ),
    ("expected the node content", "Här väntades ett värde.", _QUOTE),
    (
        "sequence entries are not allowed here",
        "En punkt i en lista (”- ”) kan inte stå efter nyckeln på samma rad.",
        'Börja listan på en ny rad, eller sätt citattecken runt värdet, till exempel "-700 tkr".',
    ),
    (
        "did not find expected <document start>",
        "Filen innehåller text som inte hör till någon nyckel.",
        "Skriv ”nyckel: värde”.",
    ),
    (
        "expected '<document start>'",
        "Filen innehåller text som inte hör till någon nyckel.",
        "Skriv ”nyckel: värde”.",
    ),
    (
        "expected alphabetic or numeric character",
        "En text kan inte börja med det här tecknet.",
        _QUOTE,
    ),
    ("while scanning a directive", "En rad kan inte börja med %.", _QUOTE),
    (
        "expected a comment or a line break",
        "Efter | eller > får inget mer stå på raden.",
        "Börja texten på nästa rad, indragen.",
    ),
    (
        "chomping or indentation indicators",
        "Efter | eller > får inget mer stå på raden.",
        "Börja texten på nästa rad, indragen.",
    ),
    (
        "block mapping keys are not allowed",
        "En nyckel står på en plats där den inte kan stå.",
        _INDENT,
    ),
    ("mapping keys are not allowed", "En nyckel står på en plats där den inte kan stå.", _INDENT),
    ("found undefined tag handle", "En text kan inte börja med utropstecken.", _QUOTE),
    (
        "expected a digit",
        "En radbrytning eller ett indrag är skrivet på ett sätt som inte går att läsa.",
        _INDENT,
    ),
)
"""(what PyYAML's problem or context holds, what is wrong, what to write)."""


_OPENS_TEXT = re.compile(r":\s*[|>][-+]?\s*$")
_AT_CONTEXT = (
    *("found unexpected end of stream", "could not find expected ':'"),
    *("expected ',' or ']'", "expected ',' or '}'"),
)
"""Problems that PyYAML notices far below the place where they begin."""


def say(problem: yaml.YAMLError, source: SourceText) -> Diagnostic:
    """The finding for ``problem``, at the place where the user's mistake is."""
    known: Any = problem
    said = f"{getattr(known, 'context', '')} {getattr(known, 'problem', '')} {getattr(known, 'reason', '')}"
    mark = getattr(known, "problem_mark", None) or getattr(known, "context_mark", None)
    if any(part in said for part in _AT_CONTEXT) and getattr(known, "context_mark", None):
        mark = known.context_mark
    index = min(mark.index, len(source.text)) if mark else 0
    place = source.position(index, index + (index < len(source.text)))
    found = _indent(source, place) or _slip(source, place)
    if found:
        return found
    for part, message, hint in SENTENCES:
        if part in said:
            return error(place, "NK101", message, hint)
    return error(place, "NK101", "Filen går inte att läsa från och med här.", f"{_INDENT} {_QUOTE}")


def _indent(source: SourceText, place: Position) -> Diagnostic | None:
    """An indent of other characters than spaces, or of too few for a text under ``|``."""
    line, above = source.line(place.line), source.line(place.line - 1)
    white = line[: len(line) - len(line.lstrip())]
    under = bool(_OPENS_TEXT.search(above))
    start = Position(source.path, place.line, 1, place.line, max(1, len(white)) + 1)
    if "\t" in white:
        message = "Raden är indragen med en tabb."
        other = len(above) - len(above.lstrip(" "))
        if under:
            hint = "Byt tabben mot mellanslag, två mer än raden med ”|”."
        elif other:
            hint = f"Byt tabben mot {other} mellanslag, så att raden står rakt under den ovanför."
        else:
            hint = "Byt tabben mot mellanslag: lika många som rader på samma nivå har."
        return error(start, "NK101", message, hint)
    if "\u00a0" in white:
        return hard_indent(start)
    if under and len(white) <= len(above) - len(above.lstrip(" ")):
        message = "Texten under ”|” är inte indragen."
        return error(place, "NK101", message, "Börja varje rad i texten med två mellanslag mer.")
    return None


def _slip(source: SourceText, place: Position) -> Diagnostic | None:
    """What the lines themselves tell, when mending it helps."""
    number, column = place.line, place.column - 1
    groups = (
        unended(source, number),
        colons(source, number),
        dashes(source, number),
        texts(source, number),
        indents(source, number),
        curly(source, number),
        (*braces(source, number), *brackets(source, number)),
        quotes(source, number, column),
    )
    slip = first_that_helps(source, number, groups)
    return slip.told(source.path) if slip else None
