"""NK202: places that were meant to be filled in and were published as they stood."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from namndkit.checks.texts import Written
from namndkit.values.diagnostic import Diagnostic, error
from namndkit.values.placeholder import SIGNS, UNFILLED


def unfilled(text: Written) -> Iterator[Diagnostic]:
    """Prompts in brackets or guillemets, XX, TODO and Word's own prompts."""
    if not any(sign in text.node.text for sign in SIGNS):
        return
    for found in UNFILLED.finditer(text.node.text):
        message = f"”{found.group()}” är en plats som inte är ifylld."
        place = text.node.at(found.start(), found.end())
        yield replace(
            error(place, "NK202", message, "Fyll i texten, eller ta bort platsen."), draftable=True
        )
