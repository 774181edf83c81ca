"""A section that holds a decision → ``beslut``: the points of each body, in the order that they are written."""

from __future__ import annotations

import re

from namndkit.pipeline.taking.head import board
from namndkit.pipeline.taking.inlines import marked
from namndkit.pipeline.taking.paragraphs import Para
from namndkit.pipeline.taking.sections import Section
from namndkit.pipeline.taking.taken import Value

_PHRASE = re.compile(
    r"(?P<nämnd>.+?) (?:föreslås besluta|beslutar|föreslår (?P<organ>kommunstyrelsen|kommunfullmäktige) besluta):?"
    r"(?: att (?P<punkt>.+))?",
    re.DOTALL,
)
_AT_ONCE = re.compile(
    r"förklara paragrafen omedelbart justerad|.+ förklarar paragrafen omedelbart justerad\."
)
_POINT = re.compile(r"att\s+(.+)", re.DOTALL)
_OWN, _JUSTIFIED = "punkter", "omedelbar_justering"


class _Unknown(Exception):
    """A part of the section is not understood, or would be printed in another place."""


def decision(section: Section, *, own: bool, usual: str = "") -> dict[str, Value] | None:
    """``beslut`` and the board, of a section with a decision; None when a part of it is not understood.

    ``own`` is true of a document that namndkit wrote, ``usual`` the style that the folder gives.
    """
    read = _Decision(own=own)
    try:
        for para in section.paras:
            read.paragraph(para)
        made = read.done(usual)
    except _Unknown:
        return None
    if section.below or not section.paras:
        return None
    return {**({"nämnd": read.board} if read.board else {}), "beslut": made}


class _Decision:
    """A decision, as its paragraphs are read."""

    def __init__(self, *, own: bool) -> None:
        self.board = ""
        self._own, self._into = own, _OWN
        self._points: dict[str, list[Value]] = {}
        self._marks: list[str] = []
        self._active: set[bool] = set()
        self._justified = False

    def paragraph(self, para: Para) -> None:
        """Take one paragraph; raises _Unknown."""
        phrase = _PHRASE.fullmatch(para.text) if para.style == "beslutsfras" else None
        clause = _POINT.fullmatch(para.text) if para.style == "att-sats" else None
        if marked(para.inlines):
            raise _Unknown
        if phrase:
            self.board, self._into = board(phrase["nämnd"]), phrase["organ"] or _OWN
            if phrase["punkt"]:
                self._point(phrase["punkt"], active=False)
        elif clause:
            self._point(clause[1], active=False)
        elif self._is_sentence(para):
            self._point(para.text, active=True)
            self._marks.append(para.line.item.mark if para.line.item else "")
        else:
            raise _Unknown

    def _is_sentence(self, para: Para) -> bool:
        """True for a point of a list, or one that stands alone in a document of ours."""
        if para.line.item is not None:
            return para.line.item.level == 0
        return self._own and para.style == "body text" and not self._points.get(self._into)

    def _point(self, point: str, *, active: bool) -> None:
        resumed = self._into in self._points and self._into != [*self._points][-1]
        if resumed or (self._justified and self._into == _OWN):
            raise _Unknown
        points = self._points.setdefault(self._into, [])
        self._active.add(active)
        if self._into == _OWN and _AT_ONCE.fullmatch(point):
            self._justified = True
        else:
            points.append(point)

    def done(self, usual: str) -> dict[str, Value]:
        """What was read, as ``beslut``; raises _Unknown."""
        alone = self._justified and not self._points[_OWN]
        if len(self._active) != 1 or (alone and next(iter(self._points)) != _OWN):
            raise _Unknown
        style = "aktiv" if self._active == {True} else "att-satser"
        made: dict[str, Value] = {} if style == (usual or "att-satser") else {"stil": style}
        numbers = [f"{number}." for number in range(1, len(self._marks) + 1)]
        if self._marks == numbers and numbers and (len(self._points) > 1 or len(numbers) == 1):
            made["löpande_numrering"] = "ja"
        made |= {body: points for body, points in self._points.items() if points}
        return made | ({_JUSTIFIED: "ja"} if self._justified else {})
