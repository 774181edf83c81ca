"""Sections of one line for each thing: what a decision rests on, when it is made, who is responsible, names."""

from __future__ import annotations

import re
from collections.abc import Callable

from namndkit.pipeline.taking.inlines import marked
from namndkit.pipeline.taking.paragraphs import Para
from namndkit.pipeline.taking.sections import Section
from namndkit.pipeline.taking.taken import Value

_SECTION = re.compile(r"\s§§?\s(\d+(?:\s?[a-z])?(?:[–-]\d+(?:\s?[a-z])?)?)$")
_DAY = re.compile(r"(?:^| )(\d{4}-\d\d-\d\d)$")
_BODIES = re.compile(r"(?:nämnden|styrelsen|fullmäktige|utskottet|beredningen|förvaltningen)\b")
_LONGEST = 100
"""Characters of a name with a title."""


def basis(section: Section) -> list[Value] | None:
    """``beslutsunderlag``: each document with the body, day and § that are named after it."""
    return _each(section, _basis)


def schedule(section: Section) -> list[Value] | None:
    """``beslutsplanering``: each body with its day."""
    return _each(section, _dated)


def names(section: Section) -> list[Value] | None:
    """A list of short texts."""
    return _each(section, str)


def short(section: Section, *, many: bool) -> Value | None:
    """A short text that stands alone, or a list of them: its items, or its paragraphs."""
    paras = section.paras
    items = [para for para in paras if para.line.item]
    plain = all(_is_plain_item(para) if items else not marked(para.inlines) for para in paras)
    if not paras or section.below or not plain or (not many and (items or len(paras) > 1)):
        return None
    return [para.text for para in paras] if many else paras[0].text


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
    return item is not None and item.level == 0 and not marked(para.inlines)


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
