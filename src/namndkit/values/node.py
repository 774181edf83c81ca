"""The YAML as written: raw text, style and place of every value; nothing is typed by its looks."""

from __future__ import annotations

from dataclasses import dataclass

from namndkit.values.position import Position, SourceText

_WALKED = 20_000
"""Characters of a text written without ``|`` that are walked to find a place in it."""


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A stretch of a source file: ``source.text[start:end]``."""

    source: SourceText
    start: int
    end: int

    @property
    def position(self) -> Position:
        """The stretch as lines and columns."""
        return self.source.position(self.start, self.end)


@dataclass(frozen=True, slots=True, eq=False)
class Scalar(Place):
    """One value: ``text`` is what YAML says it holds, ``style`` how it is written.

    ``style`` is ``""`` (plain), ``"'"``, ``'"'``, ``"|"``, ``">"`` or ``"file"`` for a text drawn in
    from a file of its own.
    """

    text: str
    style: str = ""

    def at(self, start: int, end: int) -> Position:
        """The place in the file of ``text[start:end]``: value and source are walked side by side."""
        if self.style in ("|", "file"):
            return self._at_lines(start, end)
        if len(self.text) > _WALKED:
            return self.position
        place, index, first = self._content, 0, None
        while index < min(end, len(self.text)):
            if index == start:
                place = first = self._next(place, self.text[index])
            else:
                place = self._next(place, self.text[index])
            place, index = place + self._taken(place, self.text[index]), index + 1
        return self.source.position(place if first is None else first, min(place, self.end))

    def _at_lines(self, start: int, end: int) -> Position:
        """As ``at``, where each line of the text is a line of the file, perhaps indented."""
        before = self.text.count("\n", 0, start)
        begin = self.text.rfind("\n", 0, start) + 1
        line = self.text[begin:].partition("\n")[0]
        number = self.position.line + before + (self.style == "|")
        column = start - begin + len(self.source.line(number)) - len(line) + 1
        length = max(0, min(end, begin + len(line)) - start)
        return Position(self.source.path, number, column, number, column + length)

    def unfolded(self) -> Scalar:
        """A text written with ``>`` as if it had been written with ``|``."""
        lines = self.source.text[self._content : self.end].split("\n")
        indent = min(
            (len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0
        )
        text = "\n".join(line[indent:] for line in lines)
        return Scalar(self.source, self.start, self.end, text, "|")

    @property
    def _content(self) -> int:
        """Where the text itself begins: after the quote, or below the line of ``|`` or ``>``."""
        if self.style in ("|", ">"):
            return self.source.text.find("\n", self.start, self.end) + 1 or self.end
        return self.start + (self.style in ("'", '"'))

    def _taken(self, place: int, char: str) -> int:
        """How many source characters ``char`` of the text takes: none for a line that YAML did not have."""
        raw = self.source.text[place : place + 1]
        if char.isspace() and not (raw.isspace() or raw == "\\"):
            return 0
        return _length(self.source.text, place, self.style)

    def _next(self, place: int, char: str) -> int:
        """The first place from ``place`` where ``char`` can come from."""
        if char.isspace():
            return place
        raw = self.source.text
        for at in range(place, self.end):
            if raw[at] == char or (raw[at] == "\\" and self.style == '"'):
                return at
        return place


def _length(raw: str, place: int, style: str) -> int:
    """How many source characters one value character takes: an escape takes several."""
    if style == '"' and raw.startswith("\\", place):
        return {"x": 4, "u": 6, "U": 10}.get(raw[place + 1 : place + 2], 2)
    if style == "'" and raw.startswith("''", place):
        return 2
    return 1


@dataclass(frozen=True, slots=True, eq=False)
class Sequence(Place):
    """A YAML list."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One ``key: value`` of a mapping."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True, eq=False)
class Mapping(Place):
    """A YAML mapping, its entries in the order written."""

    entries: tuple[Entry, ...]


Node = Scalar | Sequence | Mapping
