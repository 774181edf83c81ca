"""A finished Word document, whoever wrote it: what stands in it, as lines of a text, and what stands beside.

It says what the document holds and not what anybody thinks of it: whoever reads it decides what to do
with hidden text, a symbol or a deletion.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from namndkit.values.node import Scalar
from namndkit.values.position import Position, SourceText

UNKNOWN = "?"
"""The background of a text that stands on a picture or a gradient."""


class Kind(StrEnum):
    """How a stretch came to be.

    A ``SYMBOL`` is a character of a symbol font, as Unicode where it is known and otherwise as its
    private-use character; a ``CHOICE`` what is chosen in a form's list; a ``CHECKBOX`` is ☐ or ☒; a
    ``FIELD`` is what Word has worked out (a page number, a date, a reference); an ``EQUATION`` is
    its characters in one line, without its layout.
    """

    TEXT = "text"
    SYMBOL = "symbol"
    EQUATION = "ekvation"
    CHOICE = "val"
    CHECKBOX = "kryssruta"
    FIELD = "fält"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text of one look, ``start`` characters into its paragraph.

    ``size`` is in points; ``colour`` and ``background`` are RRGGBB, None for the automatic ones;
    ``raised`` is 1 for superscript, -1 for subscript; ``font`` is the symbol font of a ``SYMBOL``.
    """

    text: str
    start: int
    bold: bool
    size: float
    colour: str | None
    background: str | None
    language: str
    italic: bool = False
    struck: bool = False
    hidden: bool = False
    raised: int = 0
    kind: Kind = Kind.TEXT
    font: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """The text of a link, ``start`` characters into its paragraph, and where it goes.

    ``address`` begins with ``#`` for a place in the same document.
    """

    text: str
    start: int
    address: str = ""


class What(StrEnum):
    """What stands in a paragraph without being its text, in Swedish."""

    PICTURE = "bild"
    CHART = "diagram"
    FIGURE = "figur"
    TEXT_BOX = "textruta"
    OBJECT = "inbäddat objekt"
    FOOTNOTE = "fotnot"
    ENDNOTE = "slutnot"
    COMMENT = "kommentar"
    BREAK = "sid- eller spaltbrytning"


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that stands ``start`` characters into a paragraph; ``text`` is its alternative text.

    The lines of a note, a comment, a text box or a chart are those whose ``within`` is ``ident``.
    """

    what: What
    start: int
    text: str = ""
    ident: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A tracked change, ``start`` characters into its paragraph.

    ``kind`` is ``insatt`` (``text`` is part of the paragraph's), ``struket`` (``text`` is not),
    ``stycketecken insatt``, ``stycketecken struket`` or ``format``; ``author`` and ``when`` are as
    they are written, perhaps empty. A move is a deletion and an insertion.
    """

    kind: str
    start: int
    text: str = ""
    author: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph's place in a list: ``level`` from 0, ``mark`` as Word shows it (``•``, ``2.``, ``b)``)."""

    level: int
    ordered: bool
    mark: str


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph; ``text`` has line breaks as line feeds, ``node`` the same text as one line, and its place.

    ``text`` is what stands when every tracked change is accepted, hidden and struck text included;
    ``before`` what stood before them (empty when nothing is deleted). ``level`` is 0 for the title
    and subtitle, 1–9 for a heading, None otherwise; ``item`` tells its place in a real list.
    ``room`` is ``text``, ``tabell``, ``sidhuvud``, ``sidfot``, ``fotnot``, ``slutnot``, ``textruta``,
    ``kommentar``, ``diagram``, ``figur``, ``byggblock`` or ``infogat``; ``place`` says in Swedish where
    it stands. ``blank`` is true of a paragraph that holds nothing and need not be there; ``prompt`` is
    Word's own prompt when it has not been filled in; ``generated`` is what Word makes of a field over
    several paragraphs: a table of contents, an index. ``bare_pictures`` counts the pictures without
    alternative text.
    """

    text: str
    node: Scalar
    room: str
    place: str
    style: str = ""
    level: int | None = None
    item: Item | None = None
    blank: bool = False
    stretches: tuple[Stretch, ...] = ()
    links: tuple[Link, ...] = ()
    things: tuple[Thing, ...] = ()
    changes: tuple[Change, ...] = ()
    before: str = ""
    within: str = ""
    subtitle: bool = False
    prompt: bool = False
    generated: bool = False
    bare_pictures: int = 0

    @property
    def position(self) -> Position:
        """The paragraph."""
        return self.node.position

    @property
    def listed(self) -> bool:
        """True for an item of a real list."""
        return self.item is not None

    def count(self, what: What) -> int:
        """How many things of a kind stand in it."""
        return sum(thing.what is what for thing in self.things)


@dataclass(frozen=True, slots=True)
class Aside:
    """Text that the file holds and the page does not show as text.

    ``kind`` is ``egenskap``, ``alternativtext``, ``länkadress``, ``fältkod``, ``numrering`` (what a list
    prints), ``inbäddat`` or ``data``; ``attribut`` and ``i filen`` for what the file keeps for itself;
    ``läsning`` for a paragraph without hidden text or with its tracked changes declined, ``rad`` for a
    row's cells with tabs between. ``name`` says which property, or what the table's head says;
    ``place`` says in Swedish where it stands.
    """

    kind: str
    node: Scalar
    place: str
    name: str = ""


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
class Structural:
    """A tracked change of what is no paragraph: a row, a cell, a table, a section, a style."""

    position: Position
    place: str


@dataclass(frozen=True, slots=True)
class Finished:
    """The document. ``outside`` are the things that it fetches from elsewhere when it is opened;
    ``unread`` the parts of the file that hold something and were not read, each with what it is;
    ``inserted`` the places where the content of another file is put in as it is opened (``w:altChunk``).
    """

    source: SourceText
    title: str
    lines: tuple[Line, ...]
    grids: tuple[Grid, ...]
    outside: tuple[str, ...] = ()
    asides: tuple[Aside, ...] = ()
    structural: tuple[Structural, ...] = ()
    inserted: tuple[tuple[Position, str], ...] = ()
    unread: tuple[tuple[str, str], ...] = ()

    @property
    def whole(self) -> Position:
        """The place of a finding about the whole document."""
        return Position(self.source.path)

    def texts(self, without: tuple[str, ...] = ()) -> Iterator[tuple[Scalar, str]]:
        """Every text that the file holds, shown or not, with its place; ``without`` asides of some kinds."""
        yield from ((line.node, line.place) for line in self.lines)
        yield from ((aside.node, aside.place) for aside in self.asides if aside.kind not in without)
