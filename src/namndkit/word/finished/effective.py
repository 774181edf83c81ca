"""What holds for a paragraph or run in the end: its own properties, its styles', the defaults (17.7.2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from namndkit.values.finished import Stretch
from namndkit.word.xml import w

_OFF = ("0", "false", "off", "none")
_HIGHLIGHTS = {
    **{"yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF", "magenta": "FF00FF"},
    **{"blue": "0000FF", "red": "FF0000", "darkBlue": "00008B", "darkCyan": "008B8B"},
    **{"darkGreen": "006400", "darkMagenta": "8B008B", "darkRed": "8B0000"},
    **{"darkYellow": "808000", "darkGray": "A9A9A9", "lightGray": "D3D3D3"},
    **{"black": "000000", "white": "FFFFFF"},
}
_SIZE = 10.0
"""Points where nothing says otherwise (17.3.2.38)."""
_DEEPEST = 20


class Styles:
    """The styles of one document, by id."""

    def __init__(self, root: Any | None) -> None:
        styles = [] if root is None else list(root.iter(w("style")))
        self._by_id = {str(one.get(w("styleId"))): one for one in styles}
        self._defaults = None if root is None else root.find(f"{w('docDefaults')}")
        self._normal = next((one for one in styles if _is_default(one)), None)
        self._tables = next((one for one in styles if _is_default(one, "table")), None)

    def name(self, paragraph: Any) -> str:
        """The name of the paragraph's style, in lower case; styles that it rests on are not asked."""
        style = next(self._chain(_style_id(paragraph.find(w("pPr")), "pStyle")), None)
        name = None if style is None else style.find(w("name"))
        return "" if name is None else str(name.get(w("val"))).lower()

    def level(self, paragraph: Any) -> int | None:
        """0 for the title, 1–9 for a heading, None for other paragraphs."""
        for properties in self._paragraph(paragraph):
            outline = properties.find(w("outlineLvl"))
            if outline is not None:
                level = _number(outline.get(w("val")), 9)
                return level + 1 if level < 9 else None
        names = [self._name_of(style) for style in self._styles_of(paragraph)]
        for name in names:
            word, _, number = name.partition(" ")
            if word == "heading" and number.isdigit():
                return int(number)
        return 0 if any(name in ("title", "subtitle") for name in names) else None

    def listed(self, paragraph: Any) -> bool:
        """True when the paragraph is an item of a real list."""
        for properties in self._paragraph(paragraph):
            number = properties.find(f"{w('numPr')}/{w('numId')}")
            if number is not None:
                return bool(number.get(w("val")) != "0")
        return False

    def stretch(self, run: Any, paragraph: Any, cell: Any, text: str, start: int) -> Stretch:
        """``text`` of ``run`` as it looks in the end."""
        layers = list(self._run(run, paragraph))
        size = _first(layers, "sz")
        colour = _hex(_first(layers, "color"))
        return Stretch(
            text,
            start,
            is_on(_element(layers, "b")),
            _number(size, 0) / 2 or _SIZE,
            colour,
            self._background(layers, paragraph, cell),
            next((value for value in _languages(layers) if value), ""),
        )

    def table_lined(self, table: Any) -> bool:
        """True when the table or its style draws a line or shades a cell anywhere."""
        properties = table.find(w("tblPr"))
        holders = [table, *self._chain(_style_id(properties, "tblStyle"))]
        if len(holders) == 1 and self._tables is not None:
            holders.append(self._tables)
        return any(_has_lines(holder) for holder in holders)

    def _background(self, layers: list[Any], paragraph: Any, cell: Any) -> str | None:
        highlight = _first(layers, "highlight")
        if highlight and highlight != "none":
            return _HIGHLIGHTS.get(highlight)
        holders = [*layers, *self._paragraph(paragraph)]
        holders += [cell] if cell is not None else []
        for holder in holders:
            shading = holder.find(w("shd"))
            fill = None if shading is None else shading.get(w("fill"))
            if fill and fill != "auto":
                return str(fill)
        return None

    def _paragraph(self, paragraph: Any) -> Iterator[Any]:
        """The paragraph properties that hold, the nearest first."""
        own = paragraph.find(w("pPr"))
        if own is not None:
            yield own
        for style in self._styles_of(paragraph):
            properties = style.find(w("pPr"))
            if properties is not None:
                yield properties

    def _styles_of(self, paragraph: Any) -> Iterator[Any]:
        named = _style_id(paragraph.find(w("pPr")), "pStyle")
        if named is None and self._normal is not None:
            yield from self._chain(str(self._normal.get(w("styleId"))))
        else:
            yield from self._chain(named)

    def _run(self, run: Any, paragraph: Any) -> Iterator[Any]:
        """The run properties that hold, the nearest first."""
        own = run.find(w("rPr"))
        styles = list(self._chain(_style_id(own, "rStyle"))) + list(self._styles_of(paragraph))
        holders = [own, *(style.find(w("rPr")) for style in styles)]
        if self._defaults is not None:
            holders.append(self._defaults.find(f"{w('rPrDefault')}/{w('rPr')}"))
        yield from (holder for holder in holders if holder is not None)

    def _chain(self, style_id: str | None) -> Iterator[Any]:
        """A style and those that it is based on."""
        for _ in range(_DEEPEST):
            style = self._by_id.get(style_id or "")
            if style is None:
                return
            yield style
            based = style.find(w("basedOn"))
            style_id = None if based is None else based.get(w("val"))

    @staticmethod
    def _name_of(style: Any) -> str:
        name = style.find(w("name"))
        return "" if name is None else str(name.get(w("val"))).lower()


def _is_default(style: Any, kind: str = "paragraph") -> bool:
    return style.get(w("type")) == kind and style.get(w("default"), "0") not in _OFF


def _style_id(properties: Any | None, name: str) -> str | None:
    style = None if properties is None else properties.find(w(name))
    return None if style is None else style.get(w("val"))


def _element(layers: list[Any], name: str) -> Any | None:
    return next((one for layer in layers if (one := layer.find(w(name))) is not None), None)


def _first(layers: list[Any], name: str) -> str | None:
    element = _element(layers, name)
    return None if element is None else element.get(w("val"))


def _languages(layers: list[Any]) -> Iterator[str]:
    for layer in layers:
        language = layer.find(w("lang"))
        if language is not None:
            yield str(language.get(w("val")) or "")


def is_on(element: Any | None) -> bool:
    """True for a property that is there and not switched off (17.17.4)."""
    return element is not None and element.get(w("val"), "1") not in _OFF


def _hex(value: str | None) -> str | None:
    return None if value in (None, "auto") else value


def _number(value: str | None, otherwise: int) -> int:
    try:
        return int(float(value)) if value else otherwise
    except (OverflowError, ValueError):
        return otherwise


def _has_lines(holder: Any) -> bool:
    for borders in holder.iter(w("tblBorders"), w("tcBorders")):
        if any(edge.get(w("val")) not in ("none", "nil", None) for edge in borders):
            return True
    return False
