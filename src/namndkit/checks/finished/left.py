"""NK202, NK602, NK618–NK621: what should not be left in a document that is published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from namndkit.checks.placeholders import unfilled
from namndkit.checks.texts import Written
from namndkit.values.diagnostic import Diagnostic, error, warning
from namndkit.values.finished import Finished, Line, What
from namndkit.values.node import Scalar

_MARKS = re.compile(r"\{\{[^{}\n]{1,80}\}\}|\{%[^{}\n]{1,80}%\}")
"""What a program that fills in Word templates has left."""
_READ_OUT = ("title", "subject", "keywords", "description", "category")
"""The properties that somebody fills in and others see."""
_NOT_FILLED_IN = ("byggblock", "kommentar")
"""Where a prompt is none of the document's: Word's own store of them, and what is said of the text."""


def comments(document: Finished) -> Iterator[Diagnostic]:
    """Comments follow a document wherever it is sent."""
    anchored = [line for line in document.lines if line.count(What.COMMENT)]
    each = {
        (line.within or line.place): line for line in document.lines if line.room == "kommentar"
    }
    for line in anchored or each.values():
        message = f"En kommentar är kvar i dokumentet. Plats: {line.place}."
        yield error(line.position, "NK618", message, "Ta bort den under Granska, Kommentarer.")


def tracked(document: Finished) -> Iterator[Diagnostic]:
    """Tracked changes show what the text was before."""
    places = [(line.position, line.place) for line in document.lines if line.changes]
    places += [(one.position, one.place) for one in document.structural]
    for position, place in places:
        message = f"Spårade ändringar är kvar i dokumentet. Plats: {place}."
        yield error(position, "NK619", message, "Godkänn eller avvisa dem under Granska.")


def outside(document: Finished) -> Iterator[Diagnostic]:
    """Pictures and templates fetched from elsewhere tell somebody that the document is opened."""
    for address in document.outside:
        message = f"Dokumentet hämtar innehåll utifrån när det öppnas: {address}"
        yield warning(
            document.whole,
            "NK602",
            message,
            "Lägg in bilden i dokumentet, eller ta bort kopplingen.",
        )


def unfilled_places(document: Finished) -> Iterator[Diagnostic]:
    """The places that ``validate`` finds in a case, and Word's own prompts; also in the document's title
    and in alternative texts, which are read out.
    """
    for line in document.lines:
        if line.room in _NOT_FILLED_IN:
            continue
        found = list(_places(line.node, line.place))
        found += [_unfilled(line, mark.group()) for mark in _MARKS.finditer(line.text)]
        if line.prompt and not found:
            found = [_unfilled(line, line.text.strip())]
        yield from found
    for aside in document.asides:
        shown = aside.kind in ("alternativtext", "numrering")
        if shown or (aside.kind == "egenskap" and aside.name in _READ_OUT):
            yield from _places(aside.node, aside.place)


def _places(node: Scalar, place: str) -> Iterator[Diagnostic]:
    for one in unfilled(Written(node, ())):
        yield replace(one, message=f"{one.message} Plats: {place}.", draftable=False)


def _unfilled(line: Line, text: str) -> Diagnostic:
    message = f"”{text}” är en plats som inte är ifylld. Plats: {line.place}."
    return error(line.position, "NK202", message, "Fyll i texten, eller ta bort platsen.")


def unread(document: Finished) -> Iterator[Diagnostic]:
    """What the file holds that nobody has looked at is told, so that silence means something."""
    for name, what in document.unread:
        message = f"Delen {name} är inte granskad: {what}."
        yield warning(document.whole, "NK620", message, "Ta bort den, eller granska den för hand.")


def inserted(document: Finished) -> Iterator[Diagnostic]:
    """Word makes paragraphs of the other file only when it opens the document."""
    for position, place in document.inserted:
        message = f"Här infogas en annan fil när dokumentet öppnas. Plats: {place}."
        remedy = "Öppna dokumentet i Word och spara det, så blir innehållet vanliga stycken som kan granskas."
        yield error(position, "NK621", message, remedy)
