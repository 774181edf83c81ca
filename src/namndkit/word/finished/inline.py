"""The content of one paragraph: its text in stretches, its links, pictures, text boxes and left-overs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from namndkit.values.finished import Link, Stretch
from namndkit.word.finished.effective import Styles
from namndkit.word.xml import w

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_VML = "{urn:schemas-microsoft-com:vml}"
_SIGNS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-", w("sym"): "•"}
_FILE = re.compile(r"[\w ()-]+\.(?:png|jpe?g|gif|bmp|tiff?|svg|emf|wmf)", re.IGNORECASE)
"""A file's name is no alternative text (WCAG 2.1, failure F30)."""
_INSIDE = tuple(
    w(name)
    for name in ("ins", "moveTo", "smartTag", "sdt", "sdtContent", "customXml", "dir", "bdo")
)
_GONE = (w("del"), w("moveFrom"))
_TRACKED = tuple(
    w(name)
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "cellIns", "cellDel"),
        *("sectPrChange", "tblPrChange", "tcPrChange", "trPrChange", "numberingChange"),
    )
)
_NEEDED = (w("sectPr"), w("fldChar"), w("fldSimple"), w("footnoteReference"), w("bookmarkStart"))
"""What makes a paragraph without text one that must be there."""


@dataclass(slots=True)
class Content:
    """What a paragraph holds. ``boxes`` are the contents of its text boxes."""

    text: str = ""
    stretches: list[Stretch] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    pictures: int = 0
    bare_pictures: int = 0
    comments: int = 0
    changed: bool = False
    prompt: bool = False
    needed: bool = False


class Reader:
    """Reads one paragraph, which stands in ``cell`` when it stands in a table."""

    def __init__(self, styles: Styles, paragraph: Any, cell: Any | None) -> None:
        self._styles, self._paragraph, self._cell = styles, paragraph, cell
        self._fields: list[tuple[list[str], int | None]] = []
        self.content = Content()

    def read(self) -> Content:
        """What the paragraph holds."""
        found = self.content
        found.changed = any(next(self._paragraph.iter(tag), None) is not None for tag in _TRACKED)
        self._inside(self._paragraph)
        page = any(one.get(w("type")) == "page" for one in self._paragraph.iter(w("br")))
        found.needed = page or any(
            next(self._paragraph.iter(tag), None) is not None for tag in _NEEDED
        )
        return found

    def _inside(self, parent: Any) -> None:
        for child in parent:
            if child.tag == w("r"):
                self._run(child)
            elif child.tag == w("hyperlink") or child.tag == w("fldSimple"):
                start = len(self.content.text)
                self._inside(child)
                if child.tag == w("hyperlink") or _is_link(child.get(w("instr"))):
                    self._link(start)
            elif child.tag in _INSIDE:
                prompts = child.find(f"{w('sdtPr')}/{w('showingPlcHdr')}")
                self.content.prompt |= prompts is not None
                self._inside(child)

    def _run(self, run: Any) -> None:
        for child in run:
            if child.tag == w("t"):
                self._text(run, child.text or "")
            elif child.tag in _SIGNS:
                self._text(run, _SIGNS[child.tag])
            elif child.tag == w("fldChar"):
                self._field(str(child.get(w("fldCharType"))))
            elif child.tag == w("instrText") and self._fields:
                self._fields[-1][0].append(child.text or "")
            elif child.tag == w("commentReference"):
                self.content.comments += 1
            elif child.tag in (w("drawing"), w("pict"), w("object"), f"{_MC}AlternateContent"):
                self._drawn(child)

    def _text(self, run: Any, text: str) -> None:
        if any(start is None for _, start in self._fields):
            return  # between the field's beginning and its result
        stretch = self._styles.stretch(
            run, self._paragraph, self._cell, text, len(self.content.text)
        )
        self.content.stretches.append(stretch)
        self.content.text += text

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(([], None))
        elif self._fields and kind == "separate":
            self._fields[-1] = (self._fields[-1][0], len(self.content.text))
        elif self._fields and kind == "end":
            instruction, start = self._fields.pop()
            if start is not None and _is_link("".join(instruction)):
                self._link(start)

    def _link(self, start: int) -> None:
        text = self.content.text[start:]
        if text.strip():
            self.content.links.append(Link(text, start))

    def _drawn(self, element: Any) -> None:
        seen = list(_seen(element))
        boxes = [one for one in seen if one.tag == w("txbxContent")]
        self.content.boxes += boxes
        told = [one for one in seen if one.tag == f"{_WP}docPr"]
        drawn = [one for one in seen if one.tag == f"{_VML}shape" and _holds(one, "imagedata")]
        bare = [one for one in told if not _has_text(one, "descr", "title")]
        bare += [one for one in drawn if not _has_text(one, "alt", "title")]
        self.content.pictures += len(told) + len(drawn) + len(boxes)
        if not boxes:
            self.content.bare_pictures += len(bare)


def _seen(element: Any) -> Iterator[Any]:
    """``element`` and all below it, but for what is drawn only where the first choice cannot be (10.2)."""
    waiting = [element]
    while waiting:
        one = waiting.pop()
        yield one
        if one.tag != w("txbxContent"):
            waiting += [child for child in reversed(one) if child.tag != f"{_MC}Fallback"]


def _holds(shape: Any, name: str) -> bool:
    return shape.find(f"{_VML}{name}") is not None


def _has_text(element: Any, *names: str) -> bool:
    decorative = next(element.iter(_DECORATIVE), None)
    if decorative is not None and decorative.get("val", "1") not in ("0", "false"):
        return True
    texts = (str(element.get(name) or "").strip() for name in names)
    return any(text and not _FILE.fullmatch(text) for text in texts)


def _is_link(instruction: str | None) -> bool:
    return (instruction or "").strip().upper().startswith("HYPERLINK")
