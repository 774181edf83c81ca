"""What YAML allows and a case does not, or what YAML keeps silent about: the findings."""

from __future__ import annotations

import re
from dataclasses import replace

from namndkit.source.bare import dashes_too_many
from namndkit.source.beginnings import colons
from namndkit.source.blanks import HARD_HINT, HARD_MESSAGE, blanks
from namndkit.source.quoting import whole_value
from namndkit.values.diagnostic import Diagnostic, Fix, error, warning
from namndkit.values.node import Scalar
from namndkit.values.position import Position, SourceText
from namndkit.values.quoted import quoted

_QUOTE = "Sätt citattecken runt texten"
_HELD = re.compile(r"(?P<mark>[&!][^\s\[{]*)\s*[\[{|>]")
"""A mark before a list, keys with values or a text on lines of its own: no quotation marks are meant."""


def several_cases(place: Position) -> Diagnostic:
    """``---`` begins another document."""
    message = "Filen innehåller flera ärenden (en rad ”---” till)."
    return error(place, "NK107", message, "Lägg varje ärende i en egen fil.")


def reference(source: SourceText, place: Position, mark: str) -> Diagnostic:
    """``&name`` or ``*name``: an anchor or an alias."""
    message = f"Ett värde som börjar med {mark} är en hänvisning i YAML; det stöds inte."
    return _between_quotes(source, error(place, "NK109", message, f"{_QUOTE}."))


def tag(source: SourceText, place: Position) -> Diagnostic:
    """``!name``: a type tag."""
    message = "Ett värde som börjar med ! är en typmärkning i YAML; det stöds inte."
    return _between_quotes(source, error(place, "NK109", message, f"{_QUOTE}."))


def _between_quotes(source: SourceText, found: Diagnostic) -> Diagnostic:
    """``found`` with the quoted value to write, where the value ends its line."""
    line, place = source.line(found.position.line), found.position
    if held := _HELD.match(line, place.column - 1):
        return replace(found, hint=f"Ta bort ”{held['mark']}”.")
    slip = whole_value(source, place)
    return replace(found, hint=slip.hint, fixes=slip.told(source).fixes) if slip else found


def too_deep(place: Position, most: int) -> Diagnostic:
    """Lists in lists in lists."""
    message = f"Filen har listor i listor i fler än {most} nivåer."
    return error(place, "NK110", message, "Gör strukturen enklare.")


def too_many(place: Position, most: int) -> Diagnostic:
    """More values than any case has."""
    message = f"Filen har fler än {most} värden."
    return error(place, "NK110", message, "Dela upp ärendet i flera filer.")


def key_is_no_text(place: Position) -> Diagnostic:
    """``[a, b]: x``."""
    message = "Här väntades en nyckel, men det står en lista eller nycklar med värden."
    return error(place, "NK101", message, "Skriv ”nyckel: värde”.")


def key_with_dash(key: Scalar) -> Diagnostic:
    """``-text: x``: an item of a list without the space after its dash."""
    message = "Efter strecket saknas ett mellanslag, så raden läses inte som en punkt i en lista."
    hint = f"Skriv ett mellanslag efter strecket: - {key.text.lstrip('-')}: …"
    after = key.source.position(key.start + 1, key.start + 1)
    return replace(error(key.position, "NK101", message, hint), fixes=(Fix(after, " "),))


def hard_indent(key: Scalar) -> Diagnostic:
    """An indent of no-break spaces, which YAML takes for a part of the key."""
    slip = blanks(key.source, key.position.line)
    found = error(key.position, "NK101", HARD_MESSAGE, HARD_HINT)
    return replace(found, fixes=replace(slip, sure=True).told(key.source).fixes) if slip else found


def key_twice(key: Scalar, first: Scalar) -> Diagnostic:
    """YAML silently takes the last of two."""
    line = first.position.line
    message = f"Nyckeln ”{key.text}” finns två gånger (den första på rad {line})."
    return error(key.position, "NK104", message, "Ta bort den ena eller slå ihop dem.")


def item_without_dash(key: Scalar, first: Scalar) -> Diagnostic:
    """``roll``, ``namn``, ``roll``, ``namn``: the items of a list with no dash between them."""
    line = first.position.line
    message = f"Nyckeln ”{key.text}” finns två gånger i samma punkt (den första på rad {line})."
    hint = "Hör den till nästa punkt sätts ”- ” först i varje punkt. Annars: slå ihop de två."
    return error(key.position, "NK104", message, hint)


def comment_in_text(place: Position, text: str, lost: str) -> Diagnostic:
    """``titel: Ärende #2 om X`` is cut to ``Ärende``."""
    message = f"”{lost}” räknas som en kommentar och kommer inte med i texten."
    return warning(place, "NK111", message, f"{_QUOTE}: {quoted(f'{text} {lost}')}")


def no_case(source: SourceText, place: Position, *, empty: bool) -> Diagnostic:
    """The file holds no mapping; a key whose colon or dash makes it none is told."""
    number = place.line
    slips = (*dashes_too_many(source, number), *colons(source, number)) if not empty else ()
    for slip in slips:
        if slip.line == number:
            return replace(slip, sure=True).told(source)
    message = "Filen är tom." if empty else "Filen är inget ärende: den saknar nycklar."
    wanted = "Skriv rader av formen ”nyckel: värde”, först till exempel ”typ: förslag”."
    return error(place, "NK107", message, wanted)
