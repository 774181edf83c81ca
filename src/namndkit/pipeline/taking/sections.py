"""Paragraphs → the document's sections: each heading with what stands below it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from namndkit.pipeline.taking.paragraphs import Para
from namndkit.pipeline.taking.tables import Tabled

ANSWERED = re.compile(
    r"(?P<before>(?:[^\W\d][\w-]*\s){0,3})(?P<number>\d+ ?[a-z]?)(?P<after>\.?(?:\s[^\W\d][\w-]*){0,3}):\s+(?P<text>.+)",
    re.DOTALL,
)
"""A heading of what is answered: the number among the words for it, and its own words."""
_PLAIN = re.compile(r"(?:Rekommendation|Yrkande|Fråga)\s\d+ ?[a-z]?:\s+.+", re.DOTALL)
"""One that counts as a heading also in the look of a text."""


@dataclass(slots=True)
class Section:
    """A heading with its paragraphs and the smaller sections below it."""

    heading: Para
    level: int
    parts: list[Para | Tabled] = field(default_factory=list)
    below: list[Section] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The heading's words."""
        return self.heading.text

    @property
    def paras(self) -> list[Para]:
        """The paragraphs right below the heading; empty when a table stands among them."""
        found = [part for part in self.parts if isinstance(part, Para)]
        return found if len(found) == len(self.parts) else []


def sections_of(parts: Iterable[Para | Tabled]) -> tuple[list[Para | Tabled], list[Section]]:
    """What stands before the first heading, and the outermost sections."""
    front: list[Para | Tabled] = []
    tops: list[Section] = []
    open_: list[Section] = []
    for part in parts:
        level = _level(part)
        if level is None:
            (open_[-1].parts if open_ else front).append(part)
            continue
        assert isinstance(part, Para)
        while open_ and open_[-1].level >= level:
            open_.pop()
        section = Section(part, level)
        (open_[-1].below if open_ else tops).append(section)
        open_.append(section)
    return front, tops


def _level(part: Para | Tabled) -> int | None:
    if not isinstance(part, Para) or part.line.room != "text":
        return None
    if _PLAIN.fullmatch(part.text) and part.line.item is None:
        return 2
    return part.line.level
