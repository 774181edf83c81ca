"""NK610–NK614, NK616: tables, pictures, text boxes and links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from namndkit.values.diagnostic import Diagnostic, error, warning
from namndkit.values.finished import Finished, Grid, What
from namndkit.values.position import Position

_VAGUE = re.compile(
    r"(?:klicka(?: här)?|här|läs mer(?: här)?|läs vidare|mer(?: information| info)?|länk(?:en)?"
    r"|denna länk|den här länken|följ länken|se länk|se här|hit|vidare|ladda ner|click here|here|read more)"
    r"[\s.!>»→:…]*",
    re.IGNORECASE,
)
_APART = ("byggblock", "kommentar")
"""Rooms that are not on the page."""
_BARE = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


def tables(document: Finished) -> Iterator[Diagnostic]:
    """WCAG 1.3.1: a header row that is marked as one, no merged cells, no empty ones.

    A table without lines and header row sets things side by side: it is read cell by cell, and
    nothing more is asked of it.
    """
    for grid in document.grids:
        if grid.data and len(grid.rows) > 1 and max(map(len, grid.rows)) > 1:
            yield from _table(grid)


def _table(grid: Grid) -> Iterator[Diagnostic]:
    cells = [cell for row in grid.rows for cell in row]
    if not grid.headed:
        remedy = "Markera första raden och välj Tabellayout, Upprepa rubrikrader."
        message = f"Tabellens första rad är inte märkt som rubrikrad. Plats: {grid.place}."
        yield error(grid.position, "NK610", message, remedy)
    merged = [cell for cell in cells if cell.merged]
    if merged:
        message = f"Tabellen har sammanslagna celler. Plats: {merged[0].place}."
        yield warning(
            grid.position, "NK611", message, "Dela cellerna, så att varje rad har lika många."
        )
    empty = [cell for cell in cells if not cell.filled and not cell.merged]
    if empty:
        more = f" och {len(empty) - 1} till" if len(empty) > 1 else ""
        message = f"Tabellen har tomma celler. Plats: {empty[0].place}{more}."
        yield warning(
            grid.position, "NK612", message, "Skriv ett värde, eller ett streck om det saknas."
        )


def bare_pictures(document: Finished) -> Iterator[Diagnostic]:
    """WCAG 1.1.1: a picture says in words what it shows, or that it is decoration."""
    for line in document.lines:
        if line.bare_pictures and line.room not in _APART:
            many = "En bild" if line.bare_pictures == 1 else f"{line.bare_pictures} bilder"
            message = f"{many} saknar alternativtext. Plats: {line.place}."
            remedy = "Högerklicka på bilden, välj Visa alternativtext och beskriv den, eller märk den som dekorativ."
            yield error(line.position, "NK613", message, remedy)


def text_boxes(document: Finished) -> Iterator[Diagnostic]:
    """A text box stands outside the reading order, and many screen readers pass it over."""
    for line in document.lines:
        if line.count(What.TEXT_BOX) and line.room not in _APART:
            message = f"Texten står i en textruta. Plats: {line.place}."
            yield error(line.position, "NK616", message, "Flytta texten till ett vanligt stycke.")


def vague_links(document: Finished) -> Iterator[Diagnostic]:
    """WCAG 2.4.4: a link's text says where it goes."""
    for line in document.lines:
        for link in line.links if line.room not in _APART else ():
            text = " ".join(link.text.split())
            if _VAGUE.fullmatch(text) or _BARE.fullmatch(text):
                at = line.node.start + link.start
                place: Position = line.node.source.position(at, at + len(link.text))
                message = f"Länktexten ”{text}” säger inte vart länken går. Plats: {line.place}."
                yield warning(
                    place,
                    "NK614",
                    message,
                    "Skriv vad som finns där, till exempel dokumentets namn.",
                )
