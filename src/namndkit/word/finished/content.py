"""What a paragraph is read with, and what it is found to hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from namndkit.values.finished import Change, Link, Stretch, Thing
from namndkit.word.finished.colours import Colours
from namndkit.word.finished.drawn import Drawn
from namndkit.word.finished.fields import Fields
from namndkit.word.finished.look import Looks
from namndkit.word.finished.opening import Relation
from namndkit.word.finished.styles import is_on
from namndkit.word.xml import w


@dataclass(slots=True)
class Surroundings:
    """What a paragraph is read with: the looks of its document, its part's relations and open fields."""

    looks: Looks
    colours: Colours
    relations: dict[str, Relation]
    fields: Fields


@dataclass(slots=True)
class Content:
    """What a paragraph holds. ``readings`` are its text in all the ways it can be read; ``drawings`` are what is drawn in it, ``codes`` the instructions of its
    fields, ``outside`` what those fetch from elsewhere.
    """

    text: str = ""
    before: str = ""
    readings: tuple[str, ...] = ()
    stretches: list[Stretch] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    things: list[Thing] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    drawings: list[Drawn] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    bare_pictures: int = 0
    prompt: bool = False
    generated: bool = False


def choice(data: Any | None) -> tuple[str, bool] | None:
    """What an old form field shows, and is it a checkbox? None for one whose text is typed (17.16.17)."""
    if data is None:
        return None
    box, chosen = data.find(w("checkBox")), data.find(w("ddList"))
    if box is not None:
        said = box.find(w("checked"))
        return ("☒" if is_on(said if said is not None else box.find(w("default"))) else "☐"), True
    if chosen is None:
        return None
    entries = [str(one.get(w("val")) or "") for one in chosen.findall(w("listEntry"))]
    result = chosen.find(w("result"))
    result = chosen.find(w("default")) if result is None else result
    at = 0 if result is None else str(result.get(w("val")) or "0")
    number = int(at) if str(at).isdecimal() and len(str(at)) < 6 else 0
    return (entries[number] if number < len(entries) else ""), False
