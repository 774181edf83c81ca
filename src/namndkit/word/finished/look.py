"""How a text looks in the end: itself, its styles, its table's style, the defaults (17.7.2, 17.7.3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from namndkit.values.finished import UNKNOWN, Kind, Stretch
from namndkit.word.finished.colours import Colours
from namndkit.word.finished.styles import Layer, Styles, is_on, number, value
from namndkit.word.xml import w

_SIZE = 10.0
"""Points where nothing says otherwise (17.3.2.38)."""


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What a paragraph stands on: the ``background`` below it, the properties that a table's style gives
    its text, and a text box's own ``colour``; ``floating`` over something that nobody knows.
    """

    background: str | None = None
    table: tuple[Layer, ...] = ()
    colour: str | None = None
    floating: bool = False


class Looks:
    """Makes the stretches of one document."""

    def __init__(self, styles: Styles, colours: Colours) -> None:
        self._styles, self._colours = styles, colours

    def stretch(
        self, text: str, start: int, run: Layer, paragraph: Layer, ground: Ground, kind: Kind
    ) -> Stretch:
        """``text`` with a run's own properties, in a paragraph with its own properties."""
        style = self._styles.of_paragraph(paragraph)
        character = self._styles.run_layer(value(run, "rStyle") or "")
        levels = [run, character, self._styles.run_layer(style), *ground.table]
        levels.append(self._styles.defaults)
        colour = self._colours.text(_first(levels[:-1], "color"))
        if colour is None:
            colour = ground.colour or self._colours.text(_first(levels[-1:], "color"))
        return Stretch(
            text,
            start,
            bold=_toggled(levels, "b"),
            size=number(_value(levels, "sz"), 0) / 2 or _SIZE,
            colour=colour,
            background=self._background(levels, paragraph, style, ground, colour),
            language=next((one for one in map(_language, levels) if one), ""),
            italic=_toggled(levels, "i"),
            struck=_toggled(levels, "strike") or _toggled(levels, "dstrike"),
            hidden=_toggled(levels, "vanish"),
            raised={"superscript": 1, "subscript": -1}.get(_value(levels, "vertAlign") or "", 0),
            kind=kind,
        )

    def font(self, run: Layer, paragraph: Layer) -> str:
        """The font that a run's letters are in."""
        levels = [run, self._styles.run_layer(self._styles.of_paragraph(paragraph))]
        fonts = _first(levels, "rFonts")
        return "" if fonts is None else str(fonts.get(w("ascii")) or fonts.get(w("hAnsi")) or "")

    def _background(
        self, levels: list[Layer], paragraph: Layer, style: str, ground: Ground, colour: str | None
    ) -> str | None:
        marker = _value(levels, "highlight")
        if marker and marker != "none":
            return self._colours.highlight(marker)
        shaded = [_first(levels, "shd")]
        shaded.append(_first([paragraph, self._styles.paragraph_layer(style)], "shd"))
        fills = (self._colours.shading(one) for one in shaded)
        found = next((fill for fill in fills if fill is not None), ground.background)
        if found is None and ground.floating and _is_light(colour):
            return UNKNOWN  # light text in a box without a fill is meant for what lies beneath
        return found


def _first(levels: list[Layer], name: str) -> Any | None:
    tag = w(name)
    return next((level[tag] for level in levels if tag in level), None)


def _value(levels: list[Layer], name: str) -> str | None:
    element = _first(levels, name)
    return None if element is None else element.get(w("val"))


def _toggled(levels: list[Layer], name: str) -> bool:
    """A property that styles of several kinds turn to and fro (17.7.3); what the run says itself holds."""
    tag = w(name)
    mine, character, paragraph, *table, defaults = levels
    if tag in mine:
        return is_on(mine[tag])
    in_table = next((level[tag] for level in table if tag in level), None)
    times = is_on(character.get(tag)) + is_on(paragraph.get(tag)) + is_on(in_table)
    return bool(times % 2) or is_on(defaults.get(tag))


def _language(level: Layer) -> str:
    element = level.get(w("lang"))
    return "" if element is None else str(element.get(w("val")) or "")


def _is_light(colour: str | None) -> bool:
    return colour is not None and sum(int(colour[at : at + 2], 16) for at in (0, 2, 4)) > 3 * 140
