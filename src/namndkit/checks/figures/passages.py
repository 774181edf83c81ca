"""The running texts of a case that can speak of its money, with the numbers in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from namndkit.checks.figures.cues import BEHIND
from namndkit.checks.figures.mentions import Mention, mentions
from namndkit.checks.plain import Plain
from namndkit.checks.texts import Written
from namndkit.values.case import Case
from namndkit.values.case.kostnad import Delbelopp, Kostnadsrad
from namndkit.values.case.part import Part, Path
from namndkit.values.case.role import Role
from namndkit.values.case.shape import shapes
from namndkit.values.text import LongText, Text

_HELD_AGAINST = (Kostnadsrad, Delbelopp)
"""The lines of the cost are what texts are held against."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One text, and the numbers in it that are not quoted from others.

    ``insats`` is the heading of the insats that it describes, ``behind`` is true for a background:
    there other amounts than the proposal's are to be expected.
    """

    node: Plain
    mentions: tuple[Mention, ...]
    insats: str = ""
    behind: bool = False

    @property
    def text(self) -> str:
        """The text as it reads; numbers and clauses are places in it."""
        return self.node.text


def passages(case: Case) -> Iterator[Passage]:
    """Every text of ``case`` that may speak of its money."""
    for path, value in _texts(case, ()):
        text = Written(value.node, role=Role.RUNNING if isinstance(value, LongText) else Role.SHORT)
        own = tuple(
            one
            for one in mentions(text.plain.text)
            if not text.borrowed.meets(one.start, one.start + 1)
        )
        insats = case.insatser[int(path[1])] if path[0] == "insatser" else None
        yield Passage(
            text.plain, own, case.insats_namn[id(insats)] if insats else "", _is_behind(case, path)
        )


def _texts(part: Part, path: Path) -> Iterator[tuple[Path, Text]]:
    """The own prose of ``part``, and where it stands."""
    for name, taken in shapes(type(part)).items():
        for where, value in _each(getattr(part, name), (*path, name)):
            if isinstance(value, Part) and not isinstance(value, _HELD_AGAINST):
                yield from _texts(value, where)
            elif isinstance(value, Text) and taken.leaf and taken.leaf.role.own:
                yield where, value


def _each(value: object, path: Path) -> Iterator[tuple[Path, object]]:
    """``value``, or its items when it is a list."""
    if isinstance(value, tuple):
        yield from (((*path, number), item) for number, item in enumerate(value))
    else:
        yield path, value


def _is_behind(case: Case, path: Path) -> bool:
    if path[0] in ("bakgrund", "ärendet"):
        return True
    part: object = case
    for step in path[:-1]:
        part = part[step] if isinstance(step, int) else getattr(part, step)  # type: ignore[index]  # a path leads through tuples
        if isinstance(part, Part) and BEHIND.search(str(getattr(part, "rubrik", ""))):
            return path[0] == "avsnitt"
    return False
