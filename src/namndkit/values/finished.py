"""A finished Word document, whoever wrote it, as it is inspected: its paragraphs as lines of a text."""

from __future__ import annotations

from dataclasses import dataclass

from namndkit.values.node import Scalar
from namndkit.values.position import Position, SourceText


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text of one look, ``start`` characters into its paragraph.

    ``size`` is in points; ``colour`` and ``background`` are RRGGBB, None for the automatic ones.
    """

    text: str
    start: int
    bold: bool
    size: float
    colour: str | None
    background: str | None
    language: str


@dataclass(frozen=True, slots=True)
class Link:
    """The text of a link, ``start`` characters into its paragraph."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph; ``text`` has line breaks as line feeds, ``node`` the same text as one line, and its place.

    ``level`` is 0 for the title, 1–9 for a heading, None otherwise; ``room`` is ``text``, ``tabell``,
    ``sidhuvud``, ``sidfot``, ``fotnot`` or ``textruta``; ``place`` says in Swedish where it stands.
    ``blank`` is true of a paragraph that holds nothing and need not be there; ``bare_pictures`` counts
    the pictures without alternative text; ``prompt`` is Word's own prompt when it has not been filled in.
    """

    text: str
    node: Scalar
    room: str
    place: str
    style: str
    level: int | None
    listed: bool
    blank: bool
    stretches: tuple[Stretch, ...]
    links: tuple[Link, ...] = ()
    bare_pictures: int = 0
    text_boxes: int = 0
    comments: int = 0
    changed: bool = False
    prompt: bool = False

    @property
    def position(self) -> Position:
        """The paragraph."""
        return self.node.position


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: does it hold anything, and is it merged with another?"""

    filled: bool
    merged: bool
    place: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. ``data`` is false for one without lines and header row, which only sets things side by side."""

    rows: tuple[tuple[Cell, ...], ...]
    headed: bool
    data: bool
    position: Position
    place: str


@dataclass(frozen=True, slots=True)
class Finished:
    """The document. ``outside`` are the things that it fetches from elsewhere when it is opened."""

    source: SourceText
    title: str
    lines: tuple[Line, ...]
    grids: tuple[Grid, ...]
    outside: tuple[str, ...] = ()

    @property
    def whole(self) -> Position:
        """The place of a finding about the whole document."""
        return Position(self.source.path)
