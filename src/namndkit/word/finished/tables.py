"""What a table gives the text in its cells: shading and the parts of its style (17.4, 17.7.6)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from namndkit.word.finished.colours import Colours
from namndkit.word.finished.look import Ground
from namndkit.word.finished.styles import Layer, Styles, is_on, number, own
from namndkit.word.xml import w

_BITS = {
    **{"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100},
    **{"noHBand": 0x200, "noVBand": 0x400},
}


class TableLook:
    """How one table's style falls on its cells, by row and column."""

    def __init__(self, styles: Styles, colours: Colours, table: Any, below: Ground) -> None:
        properties = table.find(w("tblPr"))
        self._styles, self._colours, self._below = styles, colours, below
        self._properties = properties
        self._chain = list(styles.chain(styles.of_table(properties)))
        self._asked = _asked(properties)
        self._high, self._wide = (self._band(name) for name in ("Row", "Col"))
        self._grounds: dict[tuple[str, ...], Ground] = {}
        self._parts: dict[str, list[Any]] = {}
        for style in self._chain:
            for part in style.findall(w("tblStylePr")):
                self._parts.setdefault(str(part.get(w("type"))), []).append(part)

    def ground(self, cell: Any, row: int, rows: int, column: int, last: bool) -> Ground:
        """What the text in ``cell`` stands on."""
        where = tuple(self._where(row, rows, column, last)) if self._chain else ()
        if where not in self._grounds:
            self._grounds[where] = self._styled(where)
        styled = self._grounds[where]
        mine = cell.find(f"{w('tcPr')}/{w('shd')}")
        if mine is None:
            return styled
        fill = self._colours.shading(mine) or self._below.background
        return Ground(fill, styled.table, self._below.colour, self._below.floating)

    def _styled(self, where: tuple[str, ...]) -> Ground:
        parts = [part for name in where for part in self._parts.get(name, ())]
        holders = [*parts, *self._chain]
        shades = [
            shade for one in holders if (shade := one.find(f"{w('tcPr')}/{w('shd')}")) is not None
        ]
        whole = [one.find(w("tblPr")) for one in self._chain]
        shades += [
            shade
            for one in (self._properties, *whole)
            if one is not None and (shade := one.find(w("shd"))) is not None
        ]
        fill = self._colours.shading(shades[0]) if shades else None
        layers: list[Layer] = [own(one.find(w("rPr"))) for one in holders]
        kept = tuple(layer for layer in layers if layer)
        background = fill or self._below.background
        return Ground(background, kept, self._below.colour, self._below.floating)

    def _where(self, row: int, rows: int, column: int, last: bool) -> Iterator[str]:
        """The parts of the style that fall on a cell, those that win first."""
        asked = self._asked
        first_row, last_row = asked["firstRow"] and row == 0, asked["lastRow"] and row == rows - 1
        first, final = asked["firstColumn"] and column == 0, asked["lastColumn"] and last
        corners = ((first_row, "n"), (last_row, "s"))
        for is_row, edge in corners:
            yield from (
                f"{edge}{side}Cell" for one, side in ((first, "w"), (final, "e")) if is_row and one
            )
        named = (
            (first, "firstCol"),
            (final, "lastCol"),
            (first_row, "firstRow"),
            (last_row, "lastRow"),
        )
        yield from (name for holds, name in named if holds)
        if not asked["noHBand"] and not first_row and not last_row:
            band = (row - asked["firstRow"]) // self._high % 2 + 1
            yield f"band{band}Horz"
        if not asked["noVBand"] and not first and not final:
            band = (column - asked["firstColumn"]) // self._wide % 2 + 1
            yield f"band{band}Vert"

    def _band(self, name: str) -> int:
        for style in self._chain:
            size = style.find(f"{w('tblPr')}/{w(f'tblStyle{name}BandSize')}")
            if size is not None:
                return max(number(size.get(w("val")), 1), 1)
        return 1

    @property
    def lined(self) -> bool:
        """True when the style draws a line or shades anything."""
        return any(has_lines(style) for style in self._chain)


def _asked(properties: Any | None) -> dict[str, bool]:
    """Which parts of its style a table asks for: ``w:tblLook`` in either of its forms."""
    look = None if properties is None else properties.find(w("tblLook"))
    if look is None:
        return dict.fromkeys(_BITS, False)
    try:
        bits = int(str(look.get(w("val")) or "0"), 16)
    except ValueError:
        bits = 0
    found = {}
    for name, bit in _BITS.items():
        said = look.get(w(name))
        found[name] = bool(bits & bit) if said is None else said not in ("0", "false", "off")
    return found


def has_lines(holder: Any) -> bool:
    """True when a border is drawn anywhere in ``holder``."""
    for borders in holder.iter(w("tblBorders"), w("tcBorders")):
        if any(edge.get(w("val")) not in ("none", "nil", None) for edge in borders):
            return True
    return False


def is_head(row: Any) -> bool:
    """True for a row that is marked as a header."""
    return is_on(row.find(f"{w('trPr')}/{w('tblHeader')}"))


def is_merged(cell: Any) -> bool:
    """True for a cell over several columns or rows."""
    properties = cell.find(w("tcPr"))
    if properties is None:
        return False
    merges = (properties.find(w("vMerge")), properties.find(w("hMerge")))
    return span(cell) > 1 or any(one is not None for one in merges)


def span(cell: Any) -> int:
    """How many columns a cell takes."""
    wide = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
    return 1 if wide is None else min(max(number(wide.get(w("val")), 1), 1), 1000)
