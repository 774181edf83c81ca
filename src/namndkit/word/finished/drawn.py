"""What is drawn in a paragraph: pictures, charts, text boxes with their fills, and their alternative texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from namndkit.values.finished import UNKNOWN, What
from namndkit.word.finished.colours import A, Colours
from namndkit.word.finished.look import Ground
from namndkit.word.xml import R, w

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_VML = "{urn:schemas-microsoft-com:vml}"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
BOX = w("txbxContent")
_KNOWN = (
    *("http://schemas.microsoft.com/office/", "http://schemas.openxmlformats.org/"),
    *("urn:schemas-microsoft-com:", "http://purl.oclc.org/ooxml/"),
)
"""The namespaces that Word may know begin so."""
_FILE = re.compile(r"[\w ()-]+\.(?:png|jpe?g|gif|bmp|tiff?|svg|emf|wmf)", re.IGNORECASE)
"""A file's name is no alternative text (WCAG 2.1, failure F30)."""


@dataclass(slots=True)
class Drawn:
    """What stands in one drawing: its ``kind``, alternative ``texts``, ``boxes`` with what they stand on,
    paragraphs of ``labels`` outside text boxes, and the ids of the ``parts`` that it shows.
    """

    kind: What = What.PICTURE
    texts: list[str] = field(default_factory=list)
    boxes: list[tuple[Any, Ground]] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    bare: int = 0


def drawn(element: Any, colours: Colours, ground: Ground) -> Drawn:
    """What stands in ``element``, a ``w:drawing``, ``w:pict`` or ``w:object``."""
    found = Drawn()
    floating = next(element.iter(f"{_WP}anchor"), None) is not None
    for one in seen(element):
        if one.tag == BOX:
            found.boxes.append((one, _ground(one, colours, ground, floating)))
        elif one.tag == f"{A}p":
            found.labels.append(label(one))
        elif one.tag == f"{_WP}docPr" or (one.tag == f"{_VML}shape" and _holds(one, "imagedata")):
            found.bare += not _has_text(one, "descr", "title", "alt")
        found.texts += [str(one.get(name)) for name in ("descr", "alt") if one.get(name)]
        found.texts += [str(one.get("string"))] if one.tag == f"{_VML}textpath" else []
        found.parts += [
            str(text) for name, text in one.attrib.items() if str(name).startswith(f"{{{R}}}")
        ]
        found.kind = _kind(one) or found.kind
    if found.boxes:
        found.kind, found.bare = What.TEXT_BOX, 0
    return found


def seen(element: Any) -> Iterator[Any]:
    """``element`` and all below it, but for the insides of text boxes and what is drawn only where the
    first choice cannot be (ISO 29500-3, 10.2).
    """
    waiting = [element]
    while waiting:
        one = waiting.pop()
        yield one
        if one.tag == f"{MC}AlternateContent":
            shown = chosen(one)
            waiting += [] if shown is None else [shown]
        elif one.tag != BOX:
            waiting += reversed(one)


def chosen(alternate: Any) -> Any | None:
    """What Word shows of an ``mc:AlternateContent``: the first choice whose namespaces it knows."""
    for one in alternate:
        names = str(one.get("Requires") or "").split()
        if one.tag == f"{MC}Choice" and all(is_known(one.nsmap.get(name)) for name in names):
            return one
        if one.tag == f"{MC}Fallback":
            return one
    return None


def passed_over(alternate: Any) -> Iterator[str]:
    """The texts that Word does not show of an ``mc:AlternateContent``, but for those that it shows too."""
    shown = chosen(alternate)
    known = {"" if shown is None else _text(shown), ""}
    for one in alternate:
        text = _text(one)
        if text not in known:
            known.add(text)
            yield text


def _text(element: Any) -> str:
    return "".join(one.text or "" for one in element.iter(w("t"), f"{A}t")).strip()


def is_known(namespace: str | None) -> bool:
    """True for a namespace that Word may know."""
    return (namespace or "").startswith(_KNOWN)


def label(paragraph: Any) -> str:
    """The text of an ``a:p``."""
    pieces = []
    for one in paragraph.iter(f"{A}t", f"{A}br"):
        pieces.append("\n" if one.tag == f"{A}br" else one.text or "")
    return "".join(pieces)


def _kind(element: Any) -> What | None:
    if element.tag == f"{_OFFICE}OLEObject":
        return What.OBJECT
    if element.tag != f"{A}graphicData":
        return None
    uri = str(element.get("uri") or "").lower()
    kinds = {"chart": What.CHART, "diagram": What.FIGURE}
    return next((kind for word, kind in kinds.items() if word in uri.rpartition("/")[2]), None)


def _holds(shape: Any, name: str) -> bool:
    return shape.find(f"{_VML}{name}") is not None


def _has_text(element: Any, *names: str) -> bool:
    decorative = next(element.iter(_DECORATIVE), None)
    if decorative is not None and decorative.get("val", "1") not in ("0", "false"):
        return True
    texts = (str(element.get(name) or "").strip() for name in names)
    return any(text and not _FILE.fullmatch(text) for text in texts)


def _ground(box: Any, colours: Colours, below: Ground, floating: bool) -> Ground:
    """What the text of a text box stands on: its shape's fill, or what lies below."""
    shape = box.getparent()
    shape = None if shape is None else shape.getparent()
    if shape is None:
        return below
    if str(shape.tag).startswith(_WPS):
        return _drawn_ground(shape, colours, below, floating)
    fill = shape.find(f"{_VML}fill")
    if shape.get("filled") in ("f", "false", "0") or (fill is not None and fill.get("on") == "f"):
        return Ground(below.background, floating=True)
    if fill is not None and fill.get("type") not in (None, "solid"):
        return Ground(UNKNOWN)
    return Ground(colours.vml(shape.get("fillcolor")) or "FFFFFF")


def _drawn_ground(shape: Any, colours: Colours, below: Ground, floating: bool) -> Ground:
    properties, style = shape.find(f"{_WPS}spPr"), shape.find(f"{_WPS}style")
    font = None if style is None else colours.drawn(style.find(f"{A}fontRef"))
    colour = None if font in (None, UNKNOWN) else font
    fill = colours.fill(properties)
    bare = properties is not None and properties.find(f"{A}noFill") is not None
    if fill is None and not bare and style is not None:
        reference = style.find(f"{A}fillRef")
        if reference is not None and reference.get("idx", "0") != "0":
            fill = colours.drawn(reference)
    if fill is None:
        return Ground(below.background, (), colour, floating or below.floating)
    return Ground(fill, (), colour)
