"""The document as a tree of blocks and inlines with roles: what each is, never how it looks."""

from __future__ import annotations

from dataclasses import dataclass, field

from namndkit.values.position import Position


@dataclass(frozen=True, slots=True)
class Run:
    """Literal text."""

    text: str


@dataclass(frozen=True, slots=True)
class Span:
    """Inlines with a role: ``strong``, ``emphasis``, ``lucka`` (a gap to fill in)."""

    role: str
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A link to ``url`` with an optional ``title``."""

    url: str
    title: str
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a paragraph (``tab`` false) or a tab."""

    tab: bool = False


Inline = Run | Span | Link | Break


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``role`` says what it is (``brödtext``, ``att-sats``, ``signaturnamn`` …)."""

    role: str
    inlines: tuple[Inline, ...]
    origin: Position


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 0 is the document's title, 1 a section, 2 a sub-section …"""

    level: int
    role: str
    inlines: tuple[Inline, ...]
    origin: Position


@dataclass(frozen=True, slots=True)
class Item:
    """A list item; ``number`` is the number as written, or None in a bullet list."""

    number: int | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; ``marker`` is ``•``, ``1.``, ``1)`` or ``a)``."""

    marker: str
    items: tuple[Item, ...]
    origin: Position


@dataclass(frozen=True, slots=True)
class Table:
    """A data table: one header row, rows of as many cells, ``right`` per column, a last sum row?"""

    header: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]
    right: tuple[bool, ...]
    summed: bool
    origin: Position


@dataclass(frozen=True, slots=True)
class Quote:
    """A block quotation."""

    blocks: tuple[Block, ...]
    origin: Position


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that belong together, kept on one page; ``role`` says why (``underskrift``)."""

    role: str
    blocks: tuple[Block, ...]
    origin: Position


@dataclass(frozen=True, slots=True)
class Columns:
    """Blocks side by side, read column by column (the head, two signatures)."""

    role: str
    columns: tuple[tuple[Block, ...], ...]
    origin: Position


Block = Paragraph | Heading | ListBlock | Table | Quote | Group | Columns


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says of itself: title, author, and the case's own date (ISO) or empty."""

    title: str
    author: str = ""
    date: str = ""
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file: its bytes, content type, size in pixels, and what it shows in words."""

    data: bytes
    kind: str
    width: int
    height: int
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """The whole document; ``layout`` names the page layout, ``foot`` is page 1's footer."""

    layout: str
    blocks: tuple[Block, ...]
    foot: tuple[Paragraph, ...] = ()
    properties: Properties = field(default_factory=lambda: Properties(""))
    logotype: Picture | None = None
