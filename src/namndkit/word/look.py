"""Reads the Word file that holds the looks: styles, page layouts, lists, headers and footers."""

from __future__ import annotations

import copy
import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part
from docx.oxml.ns import qn
from lxml import etree

from namndkit.disk import DOCUMENT, Refusal, exists, is_folder, read_at_home
from namndkit.values.diagnostic import Diagnostic, Outcome, error, warning
from namndkit.values.position import Position
from namndkit.word.archive import OF_LOOKS, Unsafe, look_through
from namndkit.word.styles import LIST_STYLES, STYLES, SWEDISH

LOOK = "utseende.docx"
"""The Word file among the templates."""
_KEPT = (RT.STYLES, RT.SETTINGS, RT.NUMBERING, RT.FONT_TABLE, RT.THEME)
_COMPARED, _TOLD = 1_000, 20
"""Styles of a Word file that are looked through for a misspelled name, and that are named."""
_ID = qn("r:id")
_FURNITURE = (qn("w:headerReference"), qn("w:footerReference"))


Archive = tuple[bytes, tuple[tuple[str, str], ...]]
"""Parts in a zip, and the name and digest of each."""


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
    names in lower case by id, ``own`` the names of those that are not Word's. ``furniture`` (headers and footers, parsed) and ``archives`` (the parts
    that do not change, deflated, with a digest of each) are filled as documents need them.
    """

    path: str
    styles: dict[str, str]
    layouts: dict[str, Any]
    parts: dict[str, Part]
    lists: dict[str, Levels]
    last_layout: str
    numbering: Any
    names: dict[str, str]
    own: tuple[str, ...] = ()
    furniture: dict[str, Any] = field(default_factory=dict)
    archives: dict[object, Archive] = field(default_factory=dict)

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
    data = read_at_home(path, DOCUMENT)
    if isinstance(data, Refusal):
        message, hint = _unreadable(path, data)
        return Outcome(None, (error(place, "NK409", message, hint),))
    try:
        look = _read(data, path)
    except Unsafe as problem:
        message = f"Word-mallen ”{path.name}” används inte. {problem.sentence}"
        hint = "Använd en Word-fil med bara formatmallar och några sidor, eller namndkits egen."
        return Outcome(None, (error(place, "NK409", message, hint),))
    except Exception:
        # python-docx raises whatever zipfile, lxml or a missing part raises: one place, one finding.
        message = f"Word-mallen ”{path.name}” går inte att läsa."
        hint = "Öppna den i Word och spara den på nytt som .docx."
        return Outcome(None, (error(place, "NK409", message, hint),))
    missing = [name for name in STYLES if name.lower() not in look.styles]
    if missing:
        names = ", ".join(_called(name) for name in missing)
        message = f"Word-mallen saknar formatmallar som dokumenten behöver: {names}."
        return Outcome(None, (error(place, "NK410", message, _remedy(missing, look)),))
    bare = [name for name in LIST_STYLES if name.lower() not in look.lists]
    if bare:
        names = ", ".join(_called(name) for name in bare)
        message = f"Listorna i Word-mallen har ingen punkt eller numrering: {names}."
        return Outcome(
            None, (error(place, "NK411", message, "Koppla formatmallen till en lista."),)
        )
    return Outcome(look)


def _called(name: str) -> str:
    """A style's name as Word in English and in Swedish shows it."""
    return f"”{name}” ({SWEDISH[name]})" if name in SWEDISH else f"”{name}”"


def _unreadable(path: Path, refused: Refusal) -> tuple[str, str]:
    """What to say of a Word file that cannot be read."""
    if not is_folder(path.parent):
        return (
            f"Mappen ”{path.parent.as_posix()}” finns inte.",
            "Kontrollera sökvägen till mallarna.",
        )
    if not exists(path):
        message = f"Word-mallen ”{path.name}” finns inte i mappen."
        return message, "Kopiera den från namndkits egna mallar, eller ge din fil det namnet."
    message = f"Word-mallen ”{path.name}” går inte att läsa: {refused.reason}."
    return message, refused.remedy or "Kontrollera filen i mappen med mallar."


def _remedy(missing: list[str], look: Look) -> str:
    """What to do about missing styles: names in the file that look like misspellings come first."""
    needed = {name.lower() for name in STYLES}
    others = [name for name in look.styles if name not in needed and len(name) < 100][:_COMPARED]
    near = {name: get_close_matches(name.lower(), others, n=1, cutoff=0.75) for name in missing}
    alike = [f"”{found[0]}” ser ut att vara ”{name}”" for name, found in near.items() if found]
    if len(alike) == len(missing):
        return f"Byt namn i Word: {', '.join(alike)}."
    own = [f"”{name}”" for name in look.own[:_TOLD] if name.lower() not in needed]
    renamed = f"Har du bytt namn på en formatmall? Filen har också {', '.join(own)}." if own else ""
    added = "Annars: lägg till dem, som nya formatmallar med de namnen."
    return " ".join([*(f"{one}." for one in alike), renamed, added]).strip()


def proofread_look(path: Path, layouts: Iterable[str]) -> tuple[Diagnostic, ...]:
    """What is wrong with the Word file at ``path``, and which of the page ``layouts`` it lacks."""
    outcome = read_look(path)
    look, place = outcome.value, Position(path.as_posix())
    if look is None:
        return outcome.diagnostics
    found: list[Diagnostic] = []
    for name in layouts:
        if name not in look.layouts:
            message = f"Word-mallen har ingen sidlayout för {name}; layouten ”{look.last_layout}” används."
            hint = f"Lägg till ett avsnitt vars första stycke är ordet {name}."
            found.append(warning(place, "NK415", message, hint))
    for name, section in look.layouts.items():
        headers = [ref.get(_ID) for ref in section if ref.tag == qn("w:headerReference")]
        fields = " ".join(
            "".join(look.furnish(rid).itertext(qn("w:instrText")))
            for rid in headers
            if rid in look.parts
        )
        if "PAGE" not in fields:
            message = f"Sidlayouten ”{name}” har inget sidnummer i sidhuvudet."
            hint = "Infoga fälten PAGE och NUMPAGES i sidhuvudet, så att det står 1 (3)."
            found.append(warning(place, "NK416", message, hint))
    return tuple(found)


def _read(data: bytes, path: Path) -> Look:
    look_through(data, OF_LOOKS)
    package = docx.Document(io.BytesIO(data))
    styles = {style.name.lower(): style.style_id for style in package.styles if style.name}
    parts = {rid: rel.target_part for rid, rel in package.part.rels.items() if _kept(rel)}
    layouts = _layouts(package.element.body)
    for section in layouts.values():
        text_width(section)
    numbering = next(p for p in parts.values() if p.partname.endswith("numbering.xml")).element
    lists = _lists(package, numbering)
    names = {style_id: name for name, style_id in styles.items()}
    own = tuple(style.name for style in package.styles if style.name and not style.builtin)
    last = list(layouts)[-1]
    look = Look(path.as_posix(), styles, layouts, parts, lists, last, numbering, names, own)
    for section in layouts.values():
        for reference in section.iterchildren(*_FURNITURE):
            look.furnish(reference.get(_ID))  # a header that is missing or damaged is told as that
    return look


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
