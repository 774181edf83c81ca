"""All paragraphs and tables of a document in reading order, with where they stand in Swedish."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from namndkit.values.finished import Cell, Change, Finished, Grid, Item, Line, Thing, What
from namndkit.values.node import Scalar
from namndkit.values.position import SourceText
from namndkit.word.finished.effective import Styles, is_on
from namndkit.word.finished.inline import Content, Reader
from namndkit.word.finished.opening import Parts
from namndkit.word.xml import w

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_WRAPPERS = tuple(w(name) for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml"))
_NAMED = 40
"""Characters of a heading that name a place."""


@dataclass(slots=True)
class _Raw:
    content: Content
    element: Any
    room: str
    place: str
    blank: bool
    cell: Any | None


class Walk:
    """Walks through one document."""

    def __init__(self, path: str, parts: Parts) -> None:
        self._path, self._parts = path, parts
        self._styles = Styles(parts.get("word/styles.xml"))
        self._raw: list[_Raw] = []
        self._grids: list[tuple[Any, int, str]] = []
        self._heading, self._count, self._tables = "", 0, 0

    def finished(self) -> Finished:
        """The whole document."""
        body = self._parts.get(self._parts.main)
        self._blocks(body[0] if body is not None and len(body) else (), "text", None)
        for room, start in (("sidhuvud", "header"), ("sidfot", "footer"), ("fotnot", "foot")):
            for root in self._parts.named(f"word/{start}"):
                if room != "fotnot" or root.tag == w("footnotes"):
                    self._heading, self._count = f"\0{room}", 0
                    notes = root if root.tag == w("footnotes") else (root,)
                    for note in notes:
                        self._blocks(note, room, None)
        core = self._parts.get("docProps/core.xml")
        title = "" if core is None else (core.findtext(f".//{_TITLE}") or "").strip()
        return self._assembled(title)

    def _blocks(self, parent: Any, room: str, cell: Any | None, where: str = "") -> None:
        children = [child for child in parent if child.tag != w("tcPr")]
        for number, child in enumerate(children):
            if child.tag == w("p"):
                self._paragraph(child, room, cell, where, _is_apart(children, number))
            elif child.tag == w("tbl"):
                self._table(child, room, where)
            elif child.tag in _WRAPPERS:
                prompts = child.find(f"{w('sdtPr')}/{w('showingPlcHdr')}") is not None
                first = len(self._raw)
                self._blocks(child, room, cell, where)
                for raw in self._raw[first:] if prompts else ():
                    raw.content.prompt = True

    def _paragraph(
        self, element: Any, room: str, cell: Any | None, where: str, apart: bool
    ) -> None:
        content = Reader(self._styles, element, cell).read()
        text = content.text.strip()
        level = self._styles.level(element)
        if level is not None and text and room == "text":
            self._heading, self._count = " ".join(text.split()), 0
            place = f"rubriken ”{_short(self._heading)}”"
        else:
            self._count += bool(text) and not where
            place = where or self._here(room)
        holds = text or content.pictures or content.needed or content.changed
        blank = not holds and room == "text" and not apart
        self._raw.append(_Raw(content, element, room, place, blank, cell))
        for box in content.boxes:
            self._blocks(box, "textruta", None, f"textruta vid {place}")

    def _here(self, room: str) -> str:
        if room in ("sidhuvud", "sidfot", "fotnot"):
            return {"sidhuvud": "sidhuvudet", "sidfot": "sidfoten", "fotnot": "en fotnot"}[room]
        number = max(self._count, 1)
        if self._heading and not self._heading.startswith("\0"):
            return f"stycke {number} under ”{_short(self._heading)}”"
        return f"stycke {number} i dokumentet"

    def _table(self, table: Any, room: str, where: str) -> None:
        self._tables += 1
        place = f"tabell {self._tables}"
        if self._heading and not self._heading.startswith("\0"):
            place += f" (under ”{_short(self._heading)}”)"
        self._grids.append((table, len(self._raw), place))
        for number, row in enumerate(_rows(table), 1):
            for column, cell in enumerate(_cells(row), 1):
                there = f"{place}, rad {number}, kolumn {column}"
                self._blocks(cell, "tabell", cell.find(w("tcPr")), there)

    def _assembled(self, title: str) -> Finished:
        flat = [" ".join(raw.content.text.split("\n")) for raw in self._raw]
        source = SourceText(self._path, "\n".join([title, *flat]), numbered=False)
        at, lines = len(title) + 1, []
        for raw, text in zip(self._raw, flat, strict=True):
            node = Scalar(source, at, at + len(text), text)
            lines.append(self._line(raw, node))
            at += len(text) + 1
        grids = [
            self._grid(one, lines[first].position, place)
            for one, first, place in self._grids
            if first < len(lines)
        ]
        return Finished(source, title, tuple(lines), tuple(grids), self._parts.outside)

    def _line(self, raw: _Raw, node: Scalar) -> Line:
        content = raw.content
        return Line(
            content.text,
            node,
            raw.room,
            raw.place,
            self._styles.name(raw.element),
            self._styles.level(raw.element) if content.text.strip() else None,
            Item(0, False, "") if self._styles.listed(raw.element) else None,
            raw.blank,
            tuple(content.stretches),
            tuple(content.links),
            (
                *(Thing(What.TEXT_BOX, 0) for _ in content.boxes),
                *(Thing(What.COMMENT, 0) for _ in range(content.comments)),
            ),
            (Change("format", 0),) if content.changed else (),
            bare_pictures=content.bare_pictures,
            prompt=content.prompt,
        )

    def _grid(self, table: Any, position: Any, place: str) -> Grid:
        rows = list(_rows(table))
        headed = bool(rows) and _is_head(rows[0])
        cells = tuple(
            tuple(
                Cell(_is_filled(cell), _is_merged(cell), f"{place}, rad {number}, kolumn {column}")
                for column, cell in enumerate(_cells(row), 1)
            )
            for number, row in enumerate(rows, 1)
        )
        return Grid(cells, headed, headed or self._styles.table_lined(table), position, place)


def _is_apart(children: list[Any], number: int) -> bool:
    """True for a paragraph that Word asks for: after a table at the end, or between two tables."""
    before = children[number - 1].tag if number else None
    after = children[number + 1].tag if number + 1 < len(children) else w("sectPr")
    return before == w("tbl") and after in (w("tbl"), w("sectPr"))


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == w("tr"):
            yield child
        elif child.tag in _WRAPPERS:
            yield from _rows(child)


def _cells(row: Any) -> Iterator[Any]:
    for child in row:
        if child.tag == w("tc"):
            yield child
        elif child.tag in _WRAPPERS:
            yield from _cells(child)


def _is_head(row: Any) -> bool:
    return is_on(row.find(f"{w('trPr')}/{w('tblHeader')}"))


def _is_filled(cell: Any) -> bool:
    seen = ("drawing", "pict", "object", "sym")
    drawn = any(next(cell.iter(w(name)), None) is not None for name in seen)
    return drawn or any((one.text or "").strip() for one in cell.iter(w("t")))


def _is_merged(cell: Any) -> bool:
    properties = cell.find(w("tcPr"))
    if properties is None:
        return False
    span = properties.find(w("gridSpan"))
    wide = span is not None and span.get(w("val"), "1") not in ("0", "1")
    return (
        wide or properties.find(w("vMerge")) is not None or properties.find(w("hMerge")) is not None
    )


def _short(text: str) -> str:
    return f"{text[:_NAMED]}…" if len(text) > _NAMED else text
