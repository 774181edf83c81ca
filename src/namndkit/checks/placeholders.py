"""NK202: places that were meant to be filled in and were published as they stood."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from namndkit.checks.texts import Written
from namndkit.values.diagnostic import Diagnostic, error
from namndkit.values.placeholder import SIGNS, UNFILLED


def unfilled(text: Written) -> Iterator[Diagnostic]:
    """Prompts in brackets or guillemets, XX, TODO, Word's own prompts, and what only names its field."""
    whole = text.node.text
    if text.place:
        yield _told(text, 0, len(whole))
    elif any(sign in whole for sign in SIGNS):
        for found in UNFILLED.finditer(whole):
            yield _told(text, *found.span())


def _told(text: Written, start: int, end: int) -> Diagnostic:
    message = f"”{text.node.text[start:end].strip()}” är en plats som inte är ifylld."
    place = text.node.at(start, end)
    found = error(place, "NK202", message, "Fyll i texten, eller ta bort platsen.")
    return replace(found, draftable=True)
