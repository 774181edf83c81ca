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

from namndkit.values.diagnostic import Outcome, error
from namndkit.values.position import Position

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
    paragraph; the last one is used for a name that the file does not have.
    """

    path: str
    styles: dict[str, str]
    layouts: dict[str, Any]
    parts: dict[str, Part]
    lists: dict[str, Levels]
    last_layout: str = ""
    numbering: Any = None
    warm: dict[str, bytes] = field(default_factory=dict)

    def layout(self, name: str) -> Any:
        """The section properties of the page layout ``name``, a copy."""
        return copy.deepcopy(self.layouts.get(name, self.layouts[self.last_layout]))


def read_look(path: Path) -> Outcome[Look]:
    """Read the Word file at ``path``."""
    shown = path.as_posix()
    try:
        package = docx.Document(str(path))
    except Exception as problem:
        # python-docx raises whatever zipfile, lxml or a missing part raises: one place, one finding.
        message = f"Word-mallen går inte att läsa ({type(problem).__name__})."
        hint = "Öppna den i Word och spara den på nytt som .docx."
        return Outcome(None, (error(Position(shown), "NK409", message, hint),))
    styles = {style.name.lower(): style.style_id for style in package.styles if style.name}
    parts = {rid: rel.target_part for rid, rel in package.part.rels.items() if _kept(rel)}
    layouts = _layouts(package.element.body)
    numbering = next((p for p in parts.values() if p.partname.endswith("numbering.xml")), None)
    element = numbering.element if numbering is not None else None
    lists = _lists(package, element) if element is not None else {}
    return Outcome(Look(shown, styles, layouts, parts, lists, list(layouts)[-1], element))


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
