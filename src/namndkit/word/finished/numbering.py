"""Real lists: the level and the mark of each item, as Word counts them (17.9)."""

from __future__ import annotations

import re
from typing import Any

from namndkit.values.finished import Item
from namndkit.word.finished.styles import Layer, Styles, number
from namndkit.word.finished.symbols import is_symbol_font, symbol
from namndkit.word.xml import w

_PLACE = re.compile("%([1-9])")
_DEEPEST = 8
_ROMAN: tuple[tuple[int, str], ...] = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
)
_ROMAN += ((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Numbering:
    """Counts the lists of one document as its paragraphs come."""

    def __init__(self, root: Any | None, styles: Styles) -> None:
        self._styles = styles
        holders = [] if root is None else root.findall(w("abstractNum"))
        self._abstract = {str(one.get(w("abstractNumId"))): one for one in holders}
        self._numbers = {} if root is None else _by_id(root)
        self._levels: dict[tuple[str, int], Any | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def item(self, properties: Layer, style: str) -> Item | None:
        """The place in a list of a paragraph with these properties; None when it has none."""
        told = properties.get(w("numPr"))
        inherited = self._styles.paragraph_layer(style).get(w("numPr"))
        number_id = _value(told, "numId") or _value(inherited, "numId")
        if number_id is None or number_id == "0":
            return None
        level = _value(told, "ilvl")
        if level is None:
            level = str(self._level_of(number_id, style)) if _value(told, "numId") is None else "0"
        if level == "0" and _value(inherited, "ilvl") and _value(told, "ilvl") is None:
            level = str(_value(inherited, "ilvl"))
        return self._counted(number_id, min(max(number(level, 0), 0), _DEEPEST))

    def _level_of(self, number_id: str, style: str) -> int:
        """The level that a list gives a style (17.9.23)."""
        for at in range(_DEEPEST + 1):
            level = self._level(number_id, at)
            if level is not None and _value(level, "pStyle") == style:
                return at
        return 0

    def _counted(self, number_id: str, level: int) -> Item:
        own = self._level(number_id, level)
        form = _value(own, "numFmt") or "decimal"
        text = _value(own, "lvlText") or ""
        if form == "bullet":
            return Item(level, False, _bullet(own, text))
        counts = self._counts.setdefault(self._list(number_id), [None] * (_DEEPEST + 1))
        if (number_id, level) not in self._begun:
            self._begun.add((number_id, level))
            if self._restarts(number_id, level):
                counts[level] = None
        before = counts[level]
        counts[level] = self._start(number_id, level) if before is None else before + 1
        counts[level + 1 :] = [None] * (_DEEPEST - level)
        for at in range(level):
            if counts[at] is None:
                counts[at] = self._start(number_id, at)

        def shown(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            its = _value(self._level(number_id, at), "numFmt") or "decimal"
            return _written(counts[at] or 0, its)

        return Item(level, form != "none", _PLACE.sub(shown, text))

    def _list(self, number_id: str) -> str:
        """The list that a number belongs to: several may go on with the same count."""
        one = self._numbers.get(number_id)
        return str(_value(one, "abstractNumId")) if one is not None else f"?{number_id}"

    def _restarts(self, number_id: str, level: int) -> bool:
        own = _override(self._numbers.get(number_id), level)
        return own is not None and own.find(w("startOverride")) is not None

    def _start(self, number_id: str, level: int) -> int:
        own = _override(self._numbers.get(number_id), level)
        over = _value(own, "startOverride")
        return number(over or _value(self._level(number_id, level), "start"), 1)

    def _level(self, number_id: str, level: int) -> Any | None:
        if (number_id, level) not in self._levels:
            self._levels[number_id, level] = self._found(number_id, level)
        return self._levels[number_id, level]

    def _found(self, number_id: str, level: int) -> Any | None:
        own = _override(self._numbers.get(number_id), level)
        if own is not None and own.find(w("lvl")) is not None:
            return own.find(w("lvl"))
        for one in self._abstract.get(self._list(number_id), ()):
            if one.tag == w("lvl") and one.get(w("ilvl")) == str(level):
                return one
        return None


def _by_id(root: Any) -> dict[str, Any]:
    return {str(one.get(w("numId"))): one for one in root.findall(w("num"))}


def _override(numbered: Any | None, level: int) -> Any | None:
    found = () if numbered is None else numbered.findall(w("lvlOverride"))
    return next((one for one in found if one.get(w("ilvl")) == str(level)), None)


def _value(element: Any | None, name: str) -> str | None:
    one = None if element is None else element.find(w(name))
    return None if one is None else one.get(w("val"))


def _bullet(level: Any, text: str) -> str:
    fonts = level.find(f"{w('rPr')}/{w('rFonts')}")
    font = "" if fonts is None else str(fonts.get(w("ascii")) or fonts.get(w("hAnsi")) or "")
    if not is_symbol_font(font):
        return text or "•"
    return "".join(symbol(font, f"{ord(char):X}") for char in text) or "•"


def _written(count: int, form: str) -> str:
    if form.endswith("Letter"):
        letters = chr(97 + (count - 1) % 26) * min((count - 1) // 26 + 1, 20)
        return letters.upper() if form.startswith("upper") else letters
    if form.endswith("Roman") and 0 < count < 5000:
        text = _roman(count)
        return text.upper() if form.startswith("upper") else text
    return (
        ""
        if form == "none"
        else f"0{count}"
        if form == "decimalZero" and count < 10
        else str(count)
    )


def _roman(count: int) -> str:
    text = ""
    for size, letters in _ROMAN:
        text, count = text + letters * (count // size), count % size
    return text
