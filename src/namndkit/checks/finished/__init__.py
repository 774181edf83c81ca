"""What is wrong in a finished Word document, as a plain list of functions: lagen (2018:1937) om
tillgänglighet with EN 301 549, and what should not be left in a document that is published.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice

from namndkit.checks.finished.contrast import low_contrast
from namndkit.checks.finished.left import (
    comments,
    inserted,
    outside,
    personal_numbers,
    tracked,
    unfilled_places,
    unread,
)
from namndkit.checks.finished.objects import bare_pictures, tables, text_boxes, vague_links
from namndkit.checks.finished.structure import (
    blank_paragraphs,
    bold_headings,
    headings,
    language,
    lists_by_hand,
    title,
)
from namndkit.values.diagnostic import Diagnostic
from namndkit.values.finished import Finished

FINISHED_RULES: dict[str, Callable[[Finished], Iterable[Diagnostic]]] = {
    "titel": title,
    "språk": language,
    "rubriknivåer": headings,
    "rubriker i fetstil": bold_headings,
    "listor": lists_by_hand,
    "tomma stycken": blank_paragraphs,
    "tabeller": tables,
    "alternativtexter": bare_pictures,
    "textrutor": text_boxes,
    "länktexter": vague_links,
    "kontrast": low_contrast,
    "kommentarer": comments,
    "spårade ändringar": tracked,
    "innehåll utifrån": outside,
    "infogade filer": inserted,
    "delar som inte går att läsa": unread,
    "platser som inte är ifyllda": unfilled_places,
    "personnummer": personal_numbers,
}
"""Every rule by what it looks at, in words."""
MOST_OF_A_RULE = 100
"""Findings of one rule that are reported of one document."""


def check_finished(document: Finished) -> list[Diagnostic]:
    """The findings of every rule on ``document``."""
    return [
        finding
        for rule in FINISHED_RULES.values()
        for finding in islice(rule(document), MOST_OF_A_RULE)
    ]
