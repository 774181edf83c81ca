"""Tables where there is little room: none of their letters or digits is cut off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.padding import Padding
from rich.text import Text

Row = Sequence[Text]
_SHORTEST = 8
"""Columns of the screen that a column of words has at least, where it has as long words."""


def fits(
    headings: Row, rows: Sequence[Row], right: Sequence[bool], between: int, room: int
) -> bool:
    """True when a table fits in ``room`` columns of the screen with every number whole.

    Long words may go on on the next line. The cells of a column to the ``right`` are numbers, and never broken; ``between`` are the columns
    of the screen between two cells.
    """
    widths = (
        max(map(_whole if number else _longest_word, column))
        for number, column in zip(right, zip(headings, *rows, strict=True), strict=True)
    )
    return sum(widths) + between * len(headings) <= room


def _whole(cell: Text) -> int:
    return max(map(cell_len, cell.plain.split("\n")))


def _longest_word(cell: Text) -> int:
    return min(_SHORTEST, max(map(cell_len, cell.plain.split()), default=0))


def turned(headings: Row, rows: Sequence[Row]) -> Iterator[Text | Padding]:
    """The table with each row as a list: its first cell, and below it what stands under each heading."""
    yield from (one for one in headings[: 1 if rows else None] if one)
    for row in rows:
        yield row[0]
        for heading, cell in zip(headings[1:], row[1:], strict=True):
            if cell.plain.strip():
                line = Text.assemble(heading, ": ", cell, overflow="fold") if heading else cell
                yield Padding(line, (0, 0, 0, 2), expand=False)
