"""What Markdown does to tables in silence: cells beyond the header's are dropped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from markdown_it.token import Token

from namndkit.values.diagnostic import Diagnostic, error
from namndkit.values.position import Position

MOST_COLUMNS = 63
"""Word's own limit."""

_BORDER = re.compile(r"(?<!\\)\|")


def dropped_cells(tokens: Iterable[Token], lines: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """(line, first column, end column), 0-based, of each row's first cell outside its table."""
    for token in tokens:
        if token.type == "table_open" and token.map:
            first, end = token.map
            columns = len(cells_of(lines[first]))
            for number in range(first, end):
                cells = cells_of(lines[number])
                extra = cells[columns:] if columns <= MOST_COLUMNS else cells[MOST_COLUMNS:]
                lost = [cell for cell in extra if lines[number][slice(*cell)].strip()]
                yield from ((number, *cell) for cell in lost[:1])


def too_wide(place: Position) -> Diagnostic:
    """The finding for a dropped cell."""
    message = "Cellen ligger utanför tabellen och skulle försvinna."
    hint = f"Ge alla rader lika många celler som rubrikraden, högst {MOST_COLUMNS}."
    return error(place, "NK210", message, hint)


def cells_of(line: str) -> list[tuple[int, int]]:
    """Where the cells of a row stand, without the borders at its ends."""
    borders = [found.start() for found in _BORDER.finditer(line)]
    edges = [-1, *borders, len(line)]
    cells = [(left + 1, right) for left, right in pairwise(edges)]
    if borders and not line[: borders[0]].strip():
        cells = cells[1:]
    if len(cells) > 1 and borders and not line[borders[-1] + 1 :].strip():
        cells = cells[:-1]
    return cells
