"""Colours as Word draws them: themes with tints and shades, patterns of shading, fills of shapes."""

from __future__ import annotations

import colorsys
import re
from typing import Any

from namndkit.values.finished import UNKNOWN
from namndkit.word.xml import w

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_HEX = re.compile("#?([0-9A-Fa-f]{6})")
_SHORT = re.compile("#([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])")
_HIGHLIGHTS = {
    **{"yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF", "magenta": "FF00FF"},
    **{"blue": "0000FF", "red": "FF0000", "darkBlue": "00008B", "darkCyan": "008B8B"},
    **{"darkGreen": "006400", "darkMagenta": "8B008B", "darkRed": "8B0000"},
    **{"darkYellow": "808000", "darkGray": "A9A9A9", "lightGray": "D3D3D3"},
    **{"black": "000000", "white": "FFFFFF"},
}
_NAMED = {
    **{"black": "000000", "white": "FFFFFF", "red": "FF0000", "lime": "00FF00", "blue": "0000FF"},
    **{"yellow": "FFFF00", "aqua": "00FFFF", "fuchsia": "FF00FF", "silver": "C0C0C0"},
    **{"gray": "808080", "maroon": "800000", "green": "008000", "navy": "000080"},
    **{"olive": "808000", "teal": "008080", "purple": "800080"},
}
"""The colours that VML names (14.1.2.1)."""
_SLOTS = {
    **{"dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2", "tx1": "dk1"},
    **{"bg1": "lt1", "tx2": "dk2", "bg2": "lt2", "hyperlink": "hlink"},
    "followedHyperlink": "folHlink",
}
_MAPPED = {
    **{"text1": "dark1", "text2": "dark2", "background1": "light1", "background2": "light2"},
    **{"tx1": "dark1", "tx2": "dark2", "bg1": "light1", "bg2": "light2"},
}
_MAP_KEYS = {"text1": "t1", "text2": "t2", "background1": "bg1", "background2": "bg2"}
_MAP_KEYS |= {"tx1": "t1", "tx2": "t2", "bg1": "bg1", "bg2": "bg2"}


class Colours:
    """The colours of one document: those of its theme, as its settings map them (17.15.1.20)."""

    def __init__(self, theme: Any | None, settings: Any | None) -> None:
        self._scheme: dict[str, str] = {}
        scheme = None if theme is None else next(theme.iter(f"{A}clrScheme"), None)
        for slot in () if scheme is None else scheme:
            for one in slot:
                value = one.get("lastClr") or one.get("val")
                self._scheme[str(slot.tag).rpartition("}")[2]] = str(value)
        mapping = None if settings is None else settings.find(w("clrSchemeMapping"))
        self._mapping = {} if mapping is None else dict(mapping.attrib)

    def text(self, element: Any | None) -> str | None:
        """The colour that ``w:color`` says; None for the automatic one (17.3.2.6)."""
        return None if element is None else self._said(element, "val", "theme", "Color")

    def shading(self, element: Any | None) -> str | None:
        """The colour that ``w:shd`` comes to; None where what is below shows through (17.3.5)."""
        if element is None:
            return None
        pattern = str(element.get(w("val")) or "clear")
        fill = self._said(element, "fill", "theme", "Fill")
        if pattern in ("clear", "nil"):
            return fill
        front = self._said(element, "color", "theme", "Color") or "000000"
        share = 1.0 if pattern == "solid" else 0.5
        if pattern.startswith("pct") and pattern[3:].isdigit():
            share = min(int(pattern[3:]), 100) / 100
        return _mixed(front, fill or "FFFFFF", share)

    @staticmethod
    def highlight(name: str | None) -> str | None:
        """The colour of a marker pen."""
        return _HIGHLIGHTS.get(name or "")

    def fill(self, holder: Any | None) -> str | None:
        """What ``a:solidFill`` and its like in ``holder`` come to; None for no fill, UNKNOWN for pictures."""
        for one in () if holder is None else holder:
            name = str(one.tag).rpartition("}")[2]
            if name == "solidFill":
                return self.drawn(one)
            if name in ("gradFill", "blipFill", "pattFill", "grpFill"):
                return UNKNOWN
        return None

    def drawn(self, holder: Any | None) -> str | None:
        """The colour that stands in a DrawingML element, with its modifications (20.1.2.3)."""
        one = None if holder is None or not len(holder) else holder[0]
        if one is None:
            return None
        name = str(one.tag).rpartition("}")[2]
        value = one.get("lastClr") if name == "sysClr" else one.get("val")
        colour = self._theme(str(value)) if name == "schemeClr" else value
        told = _HEX.fullmatch(colour or "")
        if told is None:
            return UNKNOWN
        colour = told[1].upper()
        for change in one:
            colour = _modified(
                colour, str(change.tag).rpartition("}")[2], change.get("val", "100000")
            )
        return colour

    @staticmethod
    def vml(text: str | None) -> str | None:
        """A colour as VML writes it (``#1f3864 [3215]``, ``white``, ``#abc``); None when it is none of them."""
        word = (text or "").partition(" ")[0].strip()
        if short := _SHORT.fullmatch(word):
            return "".join(2 * digit for digit in short.groups()).upper()
        found = _HEX.fullmatch(word)
        return found[1].upper() if found else _NAMED.get(word.lower())

    def _said(self, element: Any, plain: str, theme: str, ending: str) -> str | None:
        """A colour given plainly, or by the theme with ``themeFillTint`` and its like (17.18.97)."""
        tint = "theme" if ending == "Color" else f"{theme}{ending}"
        named = self._theme(str(element.get(w(f"{theme}{ending}")) or ""))
        if named is not None:
            named = _lighter(named, element.get(w(f"{tint}Tint")))
            return _darker(named, element.get(w(f"{tint}Shade")))
        found = _HEX.fullmatch(str(element.get(w(plain)) or ""))
        return found[1].upper() if found else None

    def _theme(self, name: str) -> str | None:
        if name in _MAPPED:
            name = str(self._mapping.get(w(_MAP_KEYS[name])) or _MAPPED[name])
        found = _HEX.fullmatch(self._scheme.get(_SLOTS.get(name, name), ""))
        return found[1].upper() if found else None


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def _hex(red: float, green: float, blue: float) -> str:
    return "".join(f"{round(min(max(one, 0), 1) * 255):02X}" for one in (red, green, blue))


def _mixed(front: str, back: str, share: float) -> str:
    pairs = zip(_parts(front), _parts(back), strict=True)
    red, green, blue = (one * share + other * (1 - share) for one, other in pairs)
    return _hex(red, green, blue)


def _lightness(colour: str, times: float, plus: float) -> str:
    hue, light, strength = colorsys.rgb_to_hls(*_parts(colour))
    return _hex(*colorsys.hls_to_rgb(hue, min(max(light * times + plus, 0), 1), strength))


def _share(value: str | None) -> float | None:
    try:
        return None if value is None else int(value, 16) / 255
    except ValueError:
        return None


def _lighter(colour: str, value: str | None) -> str:
    share = _share(value)
    return colour if share is None else _lightness(colour, share, 1 - share)


def _darker(colour: str, value: str | None) -> str:
    share = _share(value)
    return colour if share is None else _lightness(colour, share, 0)


def _modified(colour: str, name: str, value: str) -> str:
    try:
        share = int(value) / 100_000
    except ValueError:
        return colour
    if name == "lumMod":
        return _lightness(colour, share, 0)
    if name == "lumOff":
        return _lightness(colour, 1, share)
    if name == "shade":
        return _mixed(colour, "000000", min(max(share, 0), 1))
    if name == "tint":
        return _mixed(colour, "FFFFFF", min(max(share, 0), 1))
    return colour
