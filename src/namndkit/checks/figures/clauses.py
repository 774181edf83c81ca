"""What stands round a number: its sentence, and the words before and after it that say what it is of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from namndkit.checks.figures.cues import CUT, FIRM_PURPOSE, FROM_WHAT, PAST, PURPOSE, THIN
from namndkit.checks.figures.mentions import Mention
from namndkit.checks.figures.passages import Passage
from namndkit.checks.figures.words import content_words
from namndkit.checks.figures.years import years_said

_END = re.compile(
    r"[.!?:]?\n[ \t]*\n|\n(?=[ \t]*(?:[-•–*]|\d+[.)]|[a-z]\))[ \t])|\|\n"
    r"|(?<=[.!?])\s+(?=[A-ZÅÄÖ”\"])"
)


MOST_NUMBERS = 20
"""Numbers in a sentence beyond which it is a table in disguise, and left alone."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A number in its sentence.

    ``lead`` is the sentence up to the number, ``before`` the same from the number before it, and
    ``after`` what follows up to the next number.
    """

    passage: Passage
    mention: Mention
    sentence: str
    lead: str
    before: str
    after: str
    previous: Clause | None
    beside: tuple[Mention, ...]
    """Every number of the sentence, the clause's own among them."""
    preceding: str = ""
    """The sentence before."""

    @property
    def is_past(self) -> bool:
        """True when the sentence tells of something that has been (but for what it is compared with)."""
        return bool(PAST.search(self.sentence.partition(" än ")[0]))

    @property
    def purpose(self) -> str:
        """What follows the number and says what it is for; empty when nothing does."""
        if not PURPOSE.match(self.after):
            return ""
        purpose = CUT.split(self.after.lstrip(" \u00a0\n("), maxsplit=1)[0]
        return FROM_WHAT.split(purpose, maxsplit=1)[0]

    @property
    def firm(self) -> bool:
        """True when the number is said to be for something (``för``, ``till``), not only in or on it."""
        return bool(FIRM_PURPOSE.match(self.after)) and bool(content_words(self.purpose))

    @property
    def subject(self) -> str:
        """What stands before the number in its clause; in an enumeration, before the first number."""
        if self.previous and THIN.fullmatch(self.before):
            return self.previous.subject
        whole = self.before.rstrip(" \u00a0\n:,(")
        *_, last = CUT.split(whole)
        return last if content_words(last) else whole

    @property
    def rest(self) -> str:
        """What follows in the same clause."""
        return CUT.split(self.after, maxsplit=1)[0]

    @property
    def years(self) -> tuple[int, ...]:
        """The years that the number is said to be of: right after it, or the last ones before it."""
        return years_said(
            self.before,
            self.after,
            follows=self.previous is not None,
            leads=self.mention is not self.beside[-1],
        )


def clauses(passage: Passage) -> Iterator[Clause]:
    """Every number of ``passage`` in its sentence."""
    text = passage.text
    starts = [one.start for one in passage.mentions]
    preceding = ""
    for start, end in _sentences(text):
        inside = passage.mentions[bisect_left(starts, start) : bisect_left(starts, end)]
        if len(inside) > MOST_NUMBERS:
            continue
        previous: Clause | None = None
        for number, mention in enumerate(inside):
            before = inside[number - 1].end if number else start
            after = inside[number + 1].start if number + 1 < len(inside) else end
            previous = Clause(
                passage,
                mention,
                text[start:end],
                text[start : mention.start],
                text[before : mention.start],
                text[mention.end : after],
                previous,
                inside,
                preceding,
            )
            yield previous
        preceding = text[start:end]


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence, list item and table row of ``text`` stands."""
    start = 0
    for found in _END.finditer(text):
        if text[start : found.start()].strip():
            yield start, found.start()
        start = found.end()
    if text[start:].strip():
        yield start, len(text)
