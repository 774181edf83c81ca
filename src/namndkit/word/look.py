"""Reads the Word file that holds the looks: styles, page layouts, lists, headers and footers."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part
from docx.oxml.ns import qn
from lxml import etree

from namndkit.values.diagnostic import Outcome, error
from namndkit.values.position import Position
from namndkit.word.styles import LIST_STYLES, STYLES

_KEPT = (RT.STYLES, RT.SETTINGS, RT.NUMBERING, RT.FONT_TABLE, RT.THEME)
_FURNITURE = (qn("w:headerReference"), qn("w:footerReference"))


@dataclass(frozen=True, slots=True)
class Levels:
    """A list style's numbering: its abstract definition and each level's left indent (twips)."""

    num_id: str
    abstract_id: str
    indents: tuple[str, ...]


@dataclass(slots=True)
class Look:
    """What the writer needs of the Word file; read once, used for any number of documents.

    ``layouts`` are section properties (``w:sectPr``) by the name that stands in the section's first
    paragraph; the last one is used for a name that the file does not have. ``names`` are the styles'
    names in lower case by id. ``furniture`` (headers and footers, parsed) and ``archives`` (the parts
    that do not change, deflated) are filled as documents need them.
    """

    path: str
    styles: dict[str, str]
    layouts: dict[str, Any]
    parts: dict[str, Part]
    lists: dict[str, Levels]
    last_layout: str
    numbering: Any
    names: dict[str, str]
    furniture: dict[str, Any] = field(default_factory=dict)
    archives: dict[object, bytes] = field(default_factory=dict)

    def layout(self, name: str) -> Any:
        """The section properties of the page layout ``name``, a copy."""
        return copy.deepcopy(self.layouts.get(name, self.layouts[self.last_layout]))

    def furnish(self, rid: str) -> Any:
        """The header or footer with the relation ``rid``, parsed once."""
        if rid not in self.furniture:
            self.furniture[rid] = etree.fromstring(self.parts[rid].blob)
        return self.furniture[rid]


def read_look(path: Path) -> Outcome[Look]:
    """Read the Word file at ``path``; every style of the contract must be in it."""
    place = Position(path.as_posix())
    try:
        look = _read(path)
    except Exception as problem:
        # python-docx raises whatever zipfile, lxml or a missing part raises: one place, one finding.
        message = f"Word-mallen går inte att läsa ({type(problem).__name__})."
        hint = "Öppna den i Word och spara den på nytt som .docx."
        return Outcome(None, (error(place, "NK409", message, hint),))
    missing = [name for name in STYLES if name.lower() not in look.styles]
    if missing:
        names = ", ".join(f"”{name}”" for name in missing)
        message = f"Word-mallen saknar formatmallar som dokumenten behöver: {names}."
        hint = "Lägg till dem i Word-mallen, eller kopiera namndkits egen."
        return Outcome(None, (error(place, "NK410", message, hint),))
    bare = [name for name in LIST_STYLES if name.lower() not in look.lists]
    if bare:
        names = ", ".join(f"”{name}”" for name in bare)
        message = f"Listorna i Word-mallen har ingen punkt eller numrering: {names}."
        return Outcome(
            None, (error(place, "NK411", message, "Koppla formatmallen till en lista."),)
        )
    return Outcome(look)


def _read(path: Path) -> Look:
    package = docx.Document(str(path))
    styles = {style.name.lower(): style.style_id for style in package.styles if style.name}
    parts = {rid: rel.target_part for rid, rel in package.part.rels.items() if _kept(rel)}
    layouts = _layouts(package.element.body)
    for section in layouts.values():
        text_width(section)
    numbering = next(p for p in parts.values() if p.partname.endswith("numbering.xml")).element
    lists = _lists(package, numbering)
    names = {style_id: name for name, style_id in styles.items()}
    last = list(layouts)[-1]
    return Look(path.as_posix(), styles, layouts, parts, lists, last, numbering, names)


def text_width(section: Any) -> int:
    """The width of the text in twips."""
    margins = section.find(qn("w:pgMar"))
    edges = int(margins.get(qn("w:left"))) + int(margins.get(qn("w:right")))
    return page_size(section)[0] - edges


def page_size(section: Any) -> tuple[int, int]:
    """The width and height of the page in twips."""
    size = section.find(qn("w:pgSz"))
    return int(size.get(qn("w:w"))), int(size.get(qn("w:h")))


def _kept(relationship: Any) -> bool:
    kind = relationship.reltype
    return not relationship.is_external and (kind in _KEPT or kind in (RT.HEADER, RT.FOOTER))


def _layouts(body: Any) -> dict[str, Any]:
    """Each section's properties by its first paragraph's text; headers left out are inherited."""
    found: dict[str, Any] = {}
    name: str | None = None
    inherited: dict[tuple[str, str], Any] = {}
    for child in body:
        section = (
            child if child.tag == qn("w:sectPr") else child.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
        )
        text = "".join(child.itertext(qn("w:t"))).strip()
        name = name or text.lower() or None
        if section is None:
            continue
        own = {(ref.tag, ref.get(qn("w:type"))): ref for ref in section if ref.tag in _FURNITURE}
        for key, reference in inherited.items():
            if key not in own:
                section.insert(0, copy.deepcopy(reference))
        inherited = {**inherited, **own}
        found[name or "standard"] = section
        name = None
    return found


def _lists(package: Any, numbering: Any) -> dict[str, Levels]:
    """The numbering of every style that has one, by the style's name in lower case."""
    abstract = {
        num.get(qn("w:numId")): num[0].get(qn("w:val")) for num in numbering.findall(qn("w:num"))
    }
    indents = {
        one.get(qn("w:abstractNumId")): _indents(one)
        for one in numbering.findall(qn("w:abstractNum"))
    }
    found: dict[str, Levels] = {}
    for style in package.styles:
        number = style.element.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
        if number is not None and number.get(qn("w:val")) in abstract:
            num_id = number.get(qn("w:val"))
            abstract_id = abstract[num_id]
            found[style.name.lower()] = Levels(num_id, abstract_id, indents.get(abstract_id, ()))
    return found


def _indents(abstract: Any) -> tuple[str, ...]:
    levels = abstract.findall(f"{qn('w:lvl')}/{qn('w:pPr')}/{qn('w:ind')}")
    return tuple(level.get(qn("w:left")) or level.get(qn("w:start")) or "0" for level in levels)
