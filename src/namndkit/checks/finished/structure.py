"""NK603–NK609, NK615: title, language, headings, lists and paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise

from namndkit.values.diagnostic import Diagnostic, error, warning
from namndkit.values.finished import Finished, Line

_LONG = 15
"""Paragraphs of a document that needs headings."""
_LONGEST_HEADING = 120
"""Characters that a heading has at most."""
_WRITTEN = ("text", "tabell", "sidfot", "fotnot", "slutnot", "textruta")
"""Where lists are written."""
_APART = ("byggblock", "kommentar")
_NO_HEADING = ("caption", "beskrivning", "toc", "innehåll", "signatur")
_MARK = re.compile(
    r"[ \t]*(?:(?P<bullet>[-–—•·*▪◦‣●○■]|o(?=\t))|\(?(?P<number>\d{1,2})[.)]|\(?(?P<letter>[a-zåäö])[.)])[ \t\u00a0]+\S"
)


def title(document: Finished) -> Iterator[Diagnostic]:
    """WCAG 2.4.2: the document's property, which programs show in place of the file's name."""
    if not document.title:
        remedy = "Skriv den i Word under Arkiv, Info, Titel."
        yield error(
            document.whole, "NK603", "Dokumentet har ingen titel bland egenskaperna.", remedy
        )


def language(document: Finished) -> Iterator[Diagnostic]:
    """WCAG 3.1.1: the language that most of the text is marked with."""
    counted: Counter[str] = Counter()
    for line in document.lines:
        for stretch in line.stretches if line.room not in _APART else ():
            counted[stretch.language] += len(stretch.text.strip())
    if not counted.total():
        return
    remedy = "Markera all text i Word och välj Granska, Språk, Ange korrekturspråk: svenska."
    most = counted.most_common(1)[0][0]
    if not most:
        yield error(
            document.whole, "NK604", "Dokumentet säger inte vilket språk det är på.", remedy
        )
    elif not most.lower().startswith("sv"):
        message = f"Texten är märkt som ett annat språk än svenska ({most})."
        yield warning(document.whole, "NK605", message, remedy)


def headings(document: Finished) -> Iterator[Diagnostic]:
    """WCAG 1.3.1: headings that begin at level 1 and skip none on the way down."""
    before = 0
    found = [line for line in document.lines if line.level and line.room in ("text", "tabell")]
    for line in found:
        level = line.level or 0
        if level > before + 1:
            after = f"efter rubriknivå {before}" if before else "först i dokumentet"
            message = (
                f"Rubriken har nivå {level} {after}: en nivå är överhoppad. Plats: {line.place}."
            )
            yield error(
                line.position, "NK606", message, f"Ge den formatmallen Rubrik {before + 1}."
            )
        before = level
    paragraphs = [line for line in document.lines if line.room == "text" and line.text.strip()]
    if not found and len(paragraphs) > _LONG:
        message = "Dokumentet har inga rubriker som är rubriker också för en skärmläsare."
        yield warning(
            document.whole, "NK607", message, "Använd formatmallarna Rubrik 1, Rubrik 2 …"
        )


def bold_headings(document: Finished) -> Iterator[Diagnostic]:
    """WCAG 1.3.1: a short paragraph all in bold, right before ordinary text, acts as a heading."""
    lines = [line for line in document.lines if line.text.strip()]
    for line, after in pairwise(lines):
        alike = (line.room, after.room) == ("text", "text")
        if alike and _acts_as_heading(line) and after.level is None and not _is_bold(after):
            message = f"Stycket är helt i fetstil och ser ut som en rubrik utan att vara det. Plats: {line.place}."
            yield warning(line.position, "NK608", message, "Ge det en formatmall för rubriker.")


def _acts_as_heading(line: Line) -> bool:
    text = line.text.strip()
    plain = (
        line.level is None
        and not line.listed
        and not line.generated
        and not line.style.startswith(_NO_HEADING)
    )
    short = len(text) <= _LONGEST_HEADING and not text.endswith((".", "!", ",", ";"))
    return plain and short and any(map(str.isalpha, text)) and _is_bold(line)


def _is_bold(line: Line) -> bool:
    return all(one.bold for one in line.stretches if one.text.strip())


def lists_by_hand(document: Finished) -> Iterator[Diagnostic]:
    """WCAG 1.3.1: two or more items in a row whose marks are typed."""
    rows = [
        (line, kind)
        for line in document.lines
        if line.text.strip() and line.room in _WRITTEN and not line.generated
        for kind in _kinds(line)
    ]
    for (kind, _room), run in groupby(rows, key=lambda row: (row[1], row[0].room)):
        found = list(run)
        if kind and len(found) > 1:
            line = found[0][0]
            message = (
                f"Listan är gjord för hand: tecknen före punkterna är skrivna. Plats: {line.place}."
            )
            yield warning(
                line.position, "NK609", message, "Gör den till en lista med Words listknapp."
            )


def _kinds(line: Line) -> list[str]:
    """The kind of typed mark that each row of the paragraph begins with, or an empty text."""
    if line.listed or line.level is not None:
        return [""]
    marks = [_MARK.match(row) for row in line.text.split("\n") if row.strip()]
    return ["" if mark is None else str(mark.lastgroup) for mark in marks]


def blank_paragraphs(document: Finished) -> Iterator[Diagnostic]:
    """Air is made by the styles' spacing; a screen reader reads an empty paragraph out."""
    for blank, run in groupby(document.lines, key=lambda line: line.blank):
        found = list(run)
        if blank:
            number = "Tomt stycke" if len(found) == 1 else f"{len(found)} tomma stycken i rad"
            message = f"{number}. Plats: efter {found[0].place}."
            yield warning(
                found[0].position,
                "NK615",
                message,
                "Ta bort det, och ge styckena avstånd i formatmallen.",
            )
