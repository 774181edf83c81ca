"""Fields: an instruction and what Word has made of it, over runs and paragraphs (17.16)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_WORD = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')
_LISTS = ("TOC", "INDEX", "TOA", "BIBLIOGRAPHY")
_FETCHES = (
    "INCLUDEPICTURE",
    "INCLUDETEXT",
    "INCLUDE",
    "IMPORT",
    "LINK",
    "DDE",
    "DDEAUTO",
    "RD",
    "DATABASE",
)
_TYPED = ("HYPERLINK", "FORMTEXT", "QUOTE", *_LISTS)
_BUTTONS = ("MACROBUTTON", "GOTOBUTTON")
_LONGEST = 10_000
"""Characters of an instruction that are read as one; Word's own are far shorter."""


_DEEPEST = 50
"""Fields within fields that are told apart."""


@dataclass(slots=True)
class Field:
    """A field that is open: where its result begins in the paragraph (``start``, and the ``first`` piece
    of text), None while it is told what to do. ``choice`` is what a form shows, and is it a checkbox?
    """

    pieces: list[str] = field(default_factory=list)
    start: int | None = None
    first: int = 0
    choice: tuple[str, bool] | None = None
    name: str = ""

    @property
    def instruction(self) -> str:
        """What Word is told to do."""
        return "".join(self.pieces).strip()


class Fields:
    """The fields that are open in one story."""

    def __init__(self) -> None:
        self._open: list[Field] = []
        self._deeper = 0

    def begin(self, one: Field) -> None:
        """A field begins."""
        if len(self._open) < _DEEPEST:
            self._open.append(one)
        else:
            self._deeper += 1

    def separate(self, start: int, first: int) -> None:
        """The instruction of the innermost field ends, and its result begins."""
        if self._open and not self._deeper:
            one = self._open[-1]
            one.start, one.first, one.name = start, first, instruction_name(one.instruction)

    def end(self) -> Field | None:
        """The field that ends; None when there is none."""
        if self._deeper:
            self._deeper -= 1
            return None
        return self._open.pop() if self._open else None

    def told(self, text: str) -> None:
        """A piece of the innermost field's instruction."""
        self._open[-1].pieces.append(text)

    @property
    def telling(self) -> bool:
        """True between a field's beginning and its result."""
        return any(one.start is None for one in self._open)

    @property
    def generates(self) -> bool:
        """True in a table of contents and its like."""
        return any(one.name in _LISTS for one in self._open)

    @property
    def computed(self) -> bool:
        """True in a result that Word works out: a page number, a date, a reference."""
        return any(one.name and one.name not in _TYPED for one in self._open)

    def next_paragraph(self) -> None:
        """A result goes on in the next paragraph; an instruction does not (it may never be ended)."""
        for one in self._open:
            if one.start is None:
                one.name = instruction_name(one.instruction)
            one.start, one.first = 0, 0


def words(instruction: str) -> list[str]:
    """The words of an instruction, quoted ones without their marks."""
    found = _WORD.finditer(instruction[:_LONGEST])
    return [one[1].replace("\\\\", "\\") if one[1] is not None else one[2] for one in found]


def instruction_name(instruction: str) -> str:
    """The first word, in capitals."""
    return instruction.lstrip().partition(" ")[0].upper()


def fetched(instruction: str) -> str | None:
    """What an instruction fetches from elsewhere; None when it fetches nothing."""
    name, *rest = words(instruction) or [""]
    if name.upper() not in _FETCHES:
        return None
    return f"{name.upper()} {' '.join(one for one in rest if not one.startswith(chr(92)))}".strip()


def address(instruction: str) -> str | None:
    """Where a link goes; None for another field."""
    name, *rest = words(instruction) or [""]
    if name.upper() != "HYPERLINK":
        return None
    where, place, switch = "", "", ""
    for one in rest:
        if one.startswith("\\"):
            switch = one[1:2].lower()
        elif switch == "l":
            place, switch = one, ""
        elif switch in ("o", "t"):
            switch = ""
        else:
            where = where or one
    return where + (f"#{place}" if place else "")


def button(instruction: str) -> str | None:
    """What a button shows, which stands in its instruction; None for another field."""
    name, _, rest = instruction.strip().partition(" ")
    return rest.strip().partition(" ")[2] if name.upper() in _BUTTONS else None
