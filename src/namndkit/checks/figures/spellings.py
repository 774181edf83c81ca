"""One amount in three spellings within the running text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from namndkit.checks.figures.mentions import Mention
from namndkit.checks.figures.passages import Passage
from namndkit.values.diagnostic import Diagnostic, hint

MOST = 2
"""Spellings of one amount that pass: with words in a sentence, in short beside a table."""


def one_amount_is_spelt_alike(passages: Iterable[Passage]) -> Iterator[Diagnostic]:
    """The third spelling of one amount in one text."""
    for passage in passages:
        seen: dict[Fraction, dict[str, tuple[Passage, Mention]]] = {}
        for mention in passage.mentions:
            if mention.share or mention.rounded or mention.each:
                continue
            spellings = seen.setdefault(mention.value, {})
            spelling = _spelling(mention.written)
            if spelling in spellings:
                continue
            spellings[spelling] = (passage, mention)
            if len(spellings) == MOST + 1:
                yield _finding(spellings)


def _spelling(written: str) -> str:
    return re.sub(r"\s+", " ", written.lower())


def _finding(spellings: dict[str, tuple[Passage, Mention]]) -> Diagnostic:
    *others, last = spellings.values()
    place = last[0].node.at(last[1].start, last[1].end)
    listed = ", ".join(f"”{spelling}”" for spelling in spellings)
    message = f"Samma belopp skrivs på {len(spellings)} sätt: {listed}."
    found = hint(place, "NK323", message, "Skriv beloppet på ett sätt i löpande text.")
    return replace(
        found, related=tuple((one.node.at(m.start, m.end), "här också") for one, m in others)
    )
