"""What is wrong in a finished Word document, as a plain list of functions: lagen (2018:1937) om
tillgänglighet with EN 301 549, and what should not be left in a document that is published.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import islice

from namndkit.checks.finished.contrast import low_contrast
from namndkit.checks.finished.left import (
    comments,
    inserted,
    outside,
    tracked,
    unfilled_places,
    unread,
)
from namndkit.checks.finished.numbers import personal_numbers
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


@dataclass(frozen=True, slots=True)
class FinishedRule:
    """What a rule looks at, in words, the ``codes`` of its findings, and how it finds them."""

    looks_at: str
    codes: tuple[str, ...]
    find: Callable[[Finished], Iterable[Diagnostic]]


FINISHED_RULES = (
    FinishedRule("titel", ("NK603",), title),
    FinishedRule("språk", ("NK604", "NK605"), language),
    FinishedRule("rubriknivåer", ("NK606", "NK607"), headings),
    FinishedRule("rubriker i fetstil", ("NK608",), bold_headings),
    FinishedRule("listor", ("NK609",), lists_by_hand),
    FinishedRule("tomma stycken", ("NK615",), blank_paragraphs),
    FinishedRule("tabeller", ("NK610", "NK611", "NK612"), tables),
    FinishedRule("alternativtexter", ("NK613",), bare_pictures),
    FinishedRule("textrutor", ("NK616",), text_boxes),
    FinishedRule("länktexter", ("NK614",), vague_links),
    FinishedRule("kontrast", ("NK617", "NK622"), low_contrast),
    FinishedRule("kommentarer", ("NK618",), comments),
    FinishedRule("spårade ändringar", ("NK619",), tracked),
    FinishedRule("innehåll utifrån", ("NK602",), outside),
    FinishedRule("infogade filer", ("NK621",), inserted),
    FinishedRule("delar som inte går att läsa", ("NK620",), unread),
    FinishedRule("platser som inte är ifyllda", ("NK202",), unfilled_places),
    FinishedRule("personnummer", ("NK224",), personal_numbers),
)
MOST_OF_A_RULE = 100
"""Findings of one rule that are reported of one document."""


def check_finished(document: Finished) -> list[Diagnostic]:
    """The findings of every rule on ``document``; that there are more than are told is told."""
    found: list[Diagnostic] = []
    for rule in FINISHED_RULES:
        some = list(islice(rule.find(document), MOST_OF_A_RULE + 1))
        found += some[:MOST_OF_A_RULE]
        if len(some) > MOST_OF_A_RULE:
            message = f"Det finns fler fynd av samma slag än de {MOST_OF_A_RULE} som visas."
            remedy = "Rätta dem som visas och granska igen."
            found.append(replace(some[-1], position=document.whole, message=message, hint=remedy))
    return found
