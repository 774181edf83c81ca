"""What the YAML library says in scanner jargon, said in Swedish with what to write instead."""

from __future__ import annotations

from typing import Any

import yaml

from namndkit.source.bare import bare_texts, commented, dashes_too_many
from namndkit.source.beginnings import colons, dashes, indents, no_colon, texts
from namndkit.source.blanks import blanks
from namndkit.source.braces import braces, brackets, in_brackets, no_braces, semicolons
from namndkit.source.escapes import unread_escapes
from namndkit.source.pastes import continued, fences, unindented
from namndkit.source.quoting import curly, item_quotes, quotes, unended
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
        "Börja texten på nästa rad, indragen. Ska tecknet stå i texten: sätt citattecken runt den.",
    ),
    (
        "chomping or indentation indicators",
        "Efter | eller > får inget mer stå på raden.",
        "Börja texten på nästa rad, indragen. Ska tecknet stå i texten: sätt citattecken runt den.",
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
    found = _blanks(source, place.line) or _slip(source, place)
    if found:
        return found
    for part, message, hint in SENTENCES:
        if part in said:
            return error(place, "NK101", message, hint)
    return error(place, "NK101", "Filen går inte att läsa från och med här.", f"{_INDENT} {_QUOTE}")


def _blanks(source: SourceText, number: int) -> Diagnostic | None:
    """An indent of other characters than spaces, whether or not its mending is enough."""
    slip = blanks(source, number)
    if slip is None:
        return None
    return (first_that_helps(source, number, [[slip]]) or slip).told(source)


def _slip(source: SourceText, place: Position) -> Diagnostic | None:
    """What the lines themselves tell, when mending it helps."""
    number, column = place.line, place.column - 1
    groups = (
        fences(source, number),
        unread_escapes(source, number),
        unended(source, number),
        colons(source, number),
        no_colon(source, number),
        dashes_too_many(source, number),
        dashes(source, number),
        texts(source, number),
        unindented(source, number),
        commented(source, number),
        bare_texts(source, number),
        indents(source, number),
        curly(source, number),
        semicolons(source, number),
        no_braces(source, number),
        (*braces(source, number), *brackets(source, number)),
        in_brackets(source, number),
        continued(source, number),
        quotes(source, number, column),
        item_quotes(source, number, column),
    )
    slip = first_that_helps(source, number, groups)
    return slip.told(source) if slip else None
