"""The YAML as written: raw text, style and place of every value; nothing is typed by its looks."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from namndkit.values.position import Position, SourceText, line_starts


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
    _found: array[int] = field(default_factory=lambda: array("L"), init=False, repr=False)
    """Where each line of the text begins in it, or each character in the file: filled when first asked for."""

    def at(self, start: int, end: int) -> Position:
        """The place in the file of ``text[start:end]``."""
        if self.style in ("|", "file"):
            return self._at_lines(start, end)
        if not self._found:
            self._found.extend(self._walk())
        last = min(end, len(self.text))
        after = self._after(last - 1) if last > 0 else self._content
        first = self._found[start] if start < last else after
        return self.source.position(first, min(after, self.end))

    def _at_lines(self, start: int, end: int) -> Position:
        """As ``at``, where each line of the text is a line of the file, perhaps indented."""
        if not self._found:
            self._found.extend(line_starts(self.text))
        before = bisect_right(self._found, start) - 1
        begin = self._found[before]
        stop = self.text.find("\n", begin)
        stop = len(self.text) if stop < 0 else stop
        number = self.position.line + before + (self.style == "|")
        column = start - begin + len(self.source.line(number)) - (stop - begin) + 1
        length = max(0, min(end, stop) - start)
        return Position(self.source.path, number, column, number, column + length)

    def _walk(self) -> Iterator[int]:
        """Where each character of the text stands in the file: both are walked side by side, once."""
        place = self._content
        for char in self.text:
            place = self._next(place, char)
            yield place
            place += self._taken(place, char)

    def _after(self, index: int) -> int:
        """The place in the file after the character ``index`` of the text."""
        place = self._found[index]
        return place + self._taken(place, self.text[index])

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
        raw = self.source.text
        if char.isspace() and not (raw[place : place + 1].isspace() or _is_white(raw, place)):
            return 0
        return _length(raw, place, self.style)

    def _next(self, place: int, char: str) -> int:
        """The first place from ``place`` where ``char`` can come from."""
        if char.isspace():
            return place
        raw = self.source.text
        at = raw.find(char, place, self.end)
        escape = raw.find("\\", place, at if at >= 0 else self.end) if self.style == '"' else -1
        return max(place, at if escape < 0 else escape)


def _length(raw: str, place: int, style: str) -> int:
    """How many source characters one value character takes: an escape takes several."""
    if style == '"' and raw.startswith("\\", place):
        return {"x": 4, "u": 6, "U": 10}.get(raw[place + 1 : place + 2], 2)
    if style == "'" and raw.startswith("''", place):
        return 2
    return 1


def _is_white(raw: str, place: int) -> bool:
    """True for an escape that stands for white space, or for an end of line that YAML takes away."""
    if not raw.startswith("\\", place):
        return False
    digits = raw[place + 2 : place + _length(raw, place, '"')]
    if digits:
        return chr(int(digits, 16)).isspace()
    return raw[place + 1 : place + 2] in "nrtvfNLP_ \n"


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
