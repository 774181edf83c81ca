"""A finished document's tables: which can stand in a long text, and as what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from namndkit.pipeline.taking.longtext import write
from namndkit.pipeline.taking.paragraphs import Para, unmarked
from namndkit.pipeline.taking.told import Told
from namndkit.values.document import Inline, Table
from namndkit.values.finished import Finished, Grid
from namndkit.values.position import Position

_RIGHT = {"tabellrubrik belopp", "tabellbelopp", "tabellsummabelopp"}


@dataclass(frozen=True, slots=True)
class Tabled:
    """A table with its paragraphs, each with its row and column (from 0)."""

    grid: Grid
    paras: tuple[Para, ...]
    places: tuple[tuple[int, int], ...]

    def rows(self) -> Iterator[list[Para]]:
        """Its paragraphs row by row."""
        pairs = zip(self.places, self.paras, strict=True)
        for _, group in groupby(pairs, key=lambda one: one[0][0]):
            yield [para for _, para in group]


class Grids:
    """Finds the cell that a paragraph stands in."""

    def __init__(self, document: Finished) -> None:
        self._cells = {
            cell.place: (grid, row, column)
            for grid in document.grids
            for row, cells in enumerate(grid.rows)
            for column, cell in enumerate(cells)
        }

    def gathered(self, paras: Iterable[Para]) -> Iterator[Para | Tabled]:
        """``paras`` with those of a table as one."""
        for grid, group in groupby(paras, key=self._grid):
            if grid is None:
                yield from group
                continue
            inside = tuple(group)
            places = tuple(self._cells[para.line.place][1:] for para in inside)
            yield Tabled(grid, inside, places)

    def _grid(self, para: Para) -> Grid | None:
        found = self._cells.get(para.line.place) if para.line.room == "tabell" else None
        return found[0] if found else None


def table_of(part: Tabled, told: list[Told]) -> Table | None:
    """The table as a block; None when a long text cannot hold it: then its rows are told."""
    table = _built(part)
    if table is None or any(loss.what == "ord" for loss in write([table]).losses):
        told += untabled(part)
        return None
    return table


def untabled(part: Tabled) -> Iterator[Told]:
    """The rows of a table that has no place."""
    for row in part.rows():
        place = row[0].line.place.partition(", kolumn ")[0]
        words = " | ".join(" ".join(para.text.split()) for para in row)
        yield Told(row[0].line, "NK640", "Tabellens rad har ingen plats i ärendet", words, place)


def _built(part: Tabled) -> Table | None:
    rows, grid = part.grid.rows, part.grid
    widths = {len(row) for row in rows}
    merged = any(cell.merged for row in rows for cell in row)
    several = len(set(part.places)) < len(part.places)
    if not grid.data or len(rows) < 2 or len(widths) != 1 or merged or several:
        return None
    cells = dict(zip(part.places, part.paras, strict=True))
    (width,) = widths

    def inlines(row: int, column: int) -> tuple[Inline, ...]:
        para = cells.get((row, column))
        if para is None:
            return ()
        return (unmarked(para) if row == 0 else para).inlines

    made = [tuple(inlines(row, column) for column in range(width)) for row in range(len(rows))]
    styles = [{para.style for (_, at), para in cells.items() if at == one} for one in range(width)]
    right = tuple(bool(found) and found <= _RIGHT for found in styles)
    return Table(made[0], tuple(made[1:]), right, False, Position(""))
