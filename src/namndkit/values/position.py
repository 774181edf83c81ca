"""Where something is written: a file read once, and places in it counted as people count."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file: 1-based lines and columns, counted in characters; the end is exclusive."""

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


def line_starts(text: str) -> Iterator[int]:
    """Where each line of ``text`` begins."""
    at = 0
    while at >= 0:
        yield at
        at = text.find("\n", at) + 1 or -1


@dataclass(frozen=True, slots=True, eq=False)
class SourceText:
    """The text of one file as it was read, each newline a single line feed.

    ``numbered`` is false for a Word document, whose lines are its paragraphs (the first is its title):
    nobody can count them there.
    """

    path: str
    text: str
    numbered: bool = True
    _starts: list[int] = field(default_factory=list, repr=False)

    def __post_init__(self) -> None:
        self._starts.extend(line_starts(self.text))

    def position(self, start: int, end: int) -> Position:
        """The place of ``text[start:end]`` (0-based character offsets)."""
        first = bisect_right(self._starts, start)
        last = bisect_right(self._starts, max(start, end))
        return Position(
            self.path,
            first,
            start - self._starts[first - 1] + 1,
            last,
            max(start, end) - self._starts[last - 1] + 1,
        )

    @property
    def lines(self) -> int:
        """How many lines there are; what follows the last line feed counts when there is anything."""
        return len(self._starts) - (self._starts[-1] == len(self.text))

    def line(self, number: int) -> str:
        """Line ``number`` (1-based) without its newline; empty when there is no such line."""
        if not 1 <= number <= len(self._starts):
            return ""
        start = self._starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start:] if end < 0 else self.text[start:end]
