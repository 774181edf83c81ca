"""The running texts of a case that can speak of its money, with the numbers in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from namndkit.checks.figures.cues import BEHIND
from namndkit.checks.figures.mentions import Mention, mentions
from namndkit.checks.texts import Written
from namndkit.values.case import Förslag
from namndkit.values.case.part import Part, Path, leaves
from namndkit.values.node import Scalar
from namndkit.values.text import Text

_RUNNING = (
    *("titel", "sammanfattning", "ärendet", "bakgrund", "insatser_inledning", "insatser"),
    *("målgrupp", "förväntad_effekt", "beslut", "kostnad.inledning", "kostnad.text", "avsnitt"),
)
"""The fields that hold running text; the lines of the cost are what it is held against."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One text, and the numbers in it that are not quoted from others.

    ``insats`` is the heading of the insats that it describes, ``behind`` is true for a background:
    there other amounts than the proposal's are to be expected.
    """

    node: Scalar
    mentions: tuple[Mention, ...]
    insats: str = ""
    behind: bool = False

    @property
    def text(self) -> str:
        """The text as it is written; numbers and clauses are places in it."""
        return self.node.text


def passages(case: Förslag) -> Iterator[Passage]:
    """Every text of ``case`` that may speak of its money."""
    for path, value in _texts(case):
        found = tuple(mentions(value.node.text))
        borrowed = Written(value.node, ()).borrowed() if found else []
        own = tuple(
            one for one in found if not any(start <= one.start < end for start, end in borrowed)
        )
        insats = case.insatser[int(path[1])] if path[0] == "insatser" else None
        yield Passage(
            value.node, own, case.insats_namn[id(insats)] if insats else "", _is_behind(case, path)
        )


def _texts(case: Förslag) -> Iterator[tuple[Path, Text]]:
    for name in _RUNNING:
        path = tuple(name.split("."))
        part: object = case
        for step in path:
            part = getattr(part, step, None)
        for where, value in leaves(part, path):
            if isinstance(value, Text):
                yield where, value


def _is_behind(case: Förslag, path: Path) -> bool:
    if path[0] in ("bakgrund", "ärendet"):
        return True
    part: object = case
    for step in path[:-1]:
        part = part[step] if isinstance(step, int) else getattr(part, step)  # type: ignore[index]  # a path leads through tuples
        if isinstance(part, Part) and BEHIND.search(str(getattr(part, "rubrik", ""))):
            return path[0] == "avsnitt"
    return False
