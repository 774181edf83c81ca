"""Sections that hold a decision, what it rests on and when it is made → their keys."""

from __future__ import annotations

import re
from collections.abc import Callable

from namndkit.pipeline.taking.head import board, fact
from namndkit.pipeline.taking.paragraphs import Para
from namndkit.pipeline.taking.sections import Section
from namndkit.pipeline.taking.taken import Value
from namndkit.values.document import Run

_PHRASE = re.compile(
    r"(?P<nämnd>.+?) (?:föreslås besluta|beslutar|föreslår (?P<organ>kommunstyrelsen|kommunfullmäktige) besluta):?"
    r"(?: att (?P<punkt>.+))?",
    re.DOTALL,
)
_AT_ONCE = "förklara paragrafen omedelbart justerad"
_AT_ONCE_ACTIVE = re.compile(r"(.+) förklarar paragrafen omedelbart justerad\.")
_POINT = re.compile(r"att\s+(.+)", re.DOTALL)
_SECTION = re.compile(r"\s§§?\s(\d+(?:\s?[a-z])?(?:[–-]\d+(?:\s?[a-z])?)?)$")
_DAY = re.compile(r"(?:^| )(\d{4}-\d\d-\d\d)$")
_BODIES = re.compile(r"(?:nämnden|styrelsen|fullmäktige|utskottet|beredningen|förvaltningen)\b")
_LONGEST = 100
"""Characters of a name with a title."""


def decision(section: Section) -> dict[str, Value] | None:
    """``beslut`` and the board, of a section with a decision; None when a part of it is not understood.

    A sentence that stands alone is a point in the active style.
    """
    made: dict[str, Value] = {}
    found: dict[str, Value] = {}
    into, active = "punkter", False
    for para in section.paras:
        phrase = _PHRASE.fullmatch(para.text) if para.style == "beslutsfras" else None
        if phrase:
            found["nämnd"] = board(phrase["nämnd"])
            into = phrase["organ"] or "punkter"
        alone = para.style == "body text" and into not in made
        point = para.text if alone else _point_of(para, phrase)
        if point is None and not phrase:
            return None
        active = active or alone or para.line.item is not None
        if point and not _at_once(point, made):
            _listed(made, into).append(point)
    if not made or section.below or not section.paras:
        return None
    return {**found, "beslut": {**({"stil": "aktiv"} if active else {}), **made}}


def _listed(made: dict[str, Value], key: str) -> list[Value]:
    points = made.setdefault(key, [])
    assert isinstance(points, list)
    return points


def _point_of(para: Para, phrase: re.Match[str] | None) -> str | None:
    """The point that a paragraph holds: after the board's words, after ``att``, or as a numbered sentence."""
    if phrase:
        return phrase["punkt"]
    if para.line.item is not None:
        return para.text
    found = _POINT.fullmatch(para.text) if para.style == "att-sats" else None
    return found[1] if found else None


def _at_once(point: str, made: dict[str, Value]) -> bool:
    """True for the point on the minutes, which has a key of its own."""
    if point != _AT_ONCE and not _AT_ONCE_ACTIVE.fullmatch(point):
        return False
    made["omedelbar_justering"] = "ja"
    return True


def answered(para: Para) -> dict[str, Value]:
    """``besvarar`` of the line that says what is answered; nothing of another."""
    made = fact(para.text) if para.style == "uppgift" else None
    return made if made and "besvarar" in made else {}


def basis(section: Section) -> list[Value] | None:
    """``beslutsunderlag``: each document with the body, day and § that are named after it."""
    return _each(section, _basis)


def schedule(section: Section) -> list[Value] | None:
    """``beslutsplanering``: each body with its day."""
    return _each(section, _dated)


def names(section: Section) -> list[Value] | None:
    """A list of short texts."""
    return _each(section, str)


def responsible(section: Section) -> list[Value] | None:
    """``ansvariga``: names with their titles."""
    paras = section.paras
    if not paras or section.below or any(len(para.text) > _LONGEST for para in paras):
        return None
    parts = [para.text.partition(", ") for para in paras]
    return [{"namn": name, **({"titel": title} if title else {})} for name, _, title in parts]


def _each(section: Section, read: Callable[[str], Value]) -> list[Value] | None:
    paras = section.paras
    if not paras or section.below or not all(map(_is_plain_item, paras)):
        return None
    return [read(para.text) for para in paras]


def _is_plain_item(para: Para) -> bool:
    """True for an item of the outermost level without bold, links and the like."""
    item = para.line.item
    plain = all(isinstance(one, Run) for one in para.inlines)
    return item is not None and item.level == 0 and plain


def _dated(text: str) -> Value:
    day = _DAY.search(text)
    return {"organ": text[: day.start()], "datum": day[1]} if day else {"organ": text}


def _basis(text: str) -> Value:
    """A document by its name alone, unless a day or a § follows, perhaps after a body."""
    made: dict[str, Value] = {}
    rest = text
    for key, pattern in (("paragraf", _SECTION), ("datum", _DAY)):
        if found := pattern.search(rest):
            made[key], rest = found[1], rest[: found.start()]
    name, _, body = rest.rpartition(", ")
    if not made:
        return text
    if rest.endswith(","):
        return {"text": rest[:-1], **made}
    if not _BODIES.search(body):
        return text
    return {**({"text": name} if name else {}), "organ": body, **made}
