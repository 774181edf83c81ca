"""The styles of one document: each with those that it is based on, merged once (17.7.2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from namndkit.word.xml import w

_OFF = ("0", "false", "off", "none")
_DEEPEST = 20
Layer = dict[str, Any]
"""Properties by tag, the nearest ones."""
_KEPT = frozenset(
    w(name)
    for name in (
        *("b", "i", "strike", "dstrike", "vanish", "color", "sz", "shd", "highlight", "lang"),
        *("vertAlign", "rFonts", "rStyle", "pStyle", "outlineLvl", "numPr", "pBdr"),
    )
)


class Styles:
    """The styles by id."""

    def __init__(self, root: Any | None) -> None:
        styles = [] if root is None else root.findall(w("style"))
        self._by_id = {str(one.get(w("styleId"))): one for one in styles}
        self._default = {
            str(one.get(w("type"))): str(one.get(w("styleId")))
            for one in reversed(styles)
            if one.get(w("default"), "0") not in _OFF
        }
        self._layers: dict[tuple[str, str], Layer] = {}
        self._told: dict[str, tuple[str, int | None, bool]] = {}
        defaults = None if root is None else root.find(f"{w('docDefaults')}/{w('rPrDefault')}")
        self.defaults = own(None if defaults is None else defaults.find(w("rPr")))

    def run_layer(self, style: str) -> Layer:
        """The run properties of a style of any kind."""
        return self._layer(style, w("rPr"))

    def paragraph_layer(self, style: str) -> Layer:
        """The paragraph properties of a style."""
        return self._layer(style, w("pPr"))

    def of_paragraph(self, properties: Layer) -> str:
        """The id of the style that a paragraph with these properties has."""
        named = value(properties, "pStyle")
        return self._default.get("paragraph", "") if named is None else named

    def of_table(self, properties: Any | None) -> str:
        """The id of the style of a table with these ``w:tblPr``."""
        style = None if properties is None else properties.find(w("tblStyle"))
        named = None if style is None else style.get(w("val"))
        return self._default.get("table", "") if named is None else str(named)

    def name(self, style: str) -> str:
        """A style's name, in small letters."""
        return _name(self._by_id[style]) if style in self._by_id else ""

    def told(self, style: str) -> tuple[str, int | None, bool]:
        """A style's name, its heading level as its names say (0 for a title), and is it a subtitle?"""
        if style not in self._told:
            self._told[style] = self._tell(style)
        return self._told[style]

    def _tell(self, style: str) -> tuple[str, int | None, bool]:
        for name in map(_name, self.chain(style)):
            word, _, number = name.partition(" ")
            if word == "heading" and number.isdecimal() and 1 <= int(number) <= 9:
                return self.name(style), int(number), False
            if name in ("title", "subtitle"):
                return self.name(style), 0, name == "subtitle"
        return self.name(style), None, False

    def chain(self, style: str | None) -> Iterator[Any]:
        """A style and those that it is based on."""
        for _ in range(_DEEPEST):
            one = self._by_id.get(style or "")
            if one is None:
                return
            yield one
            based = one.find(w("basedOn"))
            style = None if based is None else based.get(w("val"))

    def _layer(self, style: str, tag: str) -> Layer:
        if (style, tag) not in self._layers:
            merged: Layer = {}
            for one in self.chain(style):
                merged = own(one.find(tag)) | merged
            self._layers[style, tag] = merged
        return self._layers[style, tag]


def own(properties: Any | None) -> Layer:
    """The properties that stand in an element, by tag."""
    return {} if properties is None else {one.tag: one for one in properties if one.tag in _KEPT}


def value(layer: Layer, name: str) -> str | None:
    """The value of a property; None when it is not there."""
    element = layer.get(w(name))
    return None if element is None else element.get(w("val"))


def is_on(element: Any | None) -> bool:
    """True for a property that is there and not switched off (17.17.4)."""
    return element is not None and element.get(w("val"), "1") not in _OFF


def number(text: str | None, otherwise: int) -> int:
    """A number as it is written; ``otherwise`` when it is none."""
    try:
        return int(float(text)) if text else otherwise
    except (OverflowError, ValueError):
        return otherwise


def _name(style: Any) -> str:
    name = style.find(w("name"))
    return "" if name is None else str(name.get(w("val"))).lower()
