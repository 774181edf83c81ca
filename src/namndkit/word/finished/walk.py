"""Paragraphs and tables of one part in reading order, with where they stand in Swedish."""

from __future__ import annotations

from typing import Any

from namndkit.values.finished import Cell, Change, Item, Line
from namndkit.word.finished.book import NOWHERE, Book
from namndkit.word.finished.content import Content, Surroundings
from namndkit.word.finished.drawn import MC, chosen, passed_over, seen
from namndkit.word.finished.elements import PROPERTIES, TRACKED, inside, is_apart, is_empty
from namndkit.word.finished.fields import Fields
from namndkit.word.finished.inline import Reader
from namndkit.word.finished.kept import attributes
from namndkit.word.finished.look import Ground
from namndkit.word.finished.opening import Relation
from namndkit.word.finished.readings import RunOn, together
from namndkit.word.finished.styles import Layer, is_on, number, own, value
from namndkit.word.finished.tables import TableLook, has_lines, is_head, is_merged, span
from namndkit.word.xml import R, w

_MARKS = {w("ins"): "insatt", w("moveTo"): "insatt", w("del"): "struket", w("moveFrom"): "struket"}
_APART = ("byggblock", "kommentar")
"""Rooms that are not on the page."""
_MARK = 5
"""Characters of a list's mark that is no number, letter or bullet."""
_HEAD = 200
"""Characters of a table's first row that say what its columns hold."""
_LINES = 3
"""Paragraphs of a cell that is read together with its row."""
_GALLERIES = ("table of contents", "bibliographies", "table of figures")


class Walk:
    """Walks through one part, whose lines stand in ``room``."""

    def __init__(
        self, book: Book, relations: dict[str, Relation], room: str, within: str = ""
    ) -> None:
        self._book, self._relations, self._within = book, relations, within
        self._room = room
        self._around = Surroundings(book.looks, book.colours, relations, Fields())
        self._generated = self._prompts = False
        self._run_on = RunOn()

    def blocks(self, parent: Any, room: str, ground: Ground, where: str = "") -> None:
        """Everything in ``parent``: what is unknown is looked into, so that nothing is passed over."""
        children = list(parent)
        for at, child in enumerate(children):
            if child.tag == w("p"):
                self._paragraph(child, room, ground, where, is_apart(children, at))
            elif child.tag == w("tbl"):
                self._table(child, room, ground, where)
            elif child.tag == w("sdt"):
                self._control(child, room, ground, where)
            elif child.tag == w("altChunk"):
                self._insert(child, where or self._book.places.here(room))
            elif child.tag == w("sectPr"):
                self._structural(child, "dokumentets sista avsnitt")
            elif child.tag == f"{MC}AlternateContent":
                shown = chosen(child)
                if shown is not None:
                    self.blocks(shown, room, ground, where)
            elif child.tag not in PROPERTIES:
                self.blocks(child, room, ground, where)

    def _insert(self, element: Any, place: str) -> None:
        """Another file, whose content Word puts in as it opens the document (17.17.2.1)."""
        relation = self._relations.get(str(element.get(f"{{{R}}}id")))
        self._book.chunks.append((len(self._book.lines), place))
        if relation is not None and not relation.outside:
            for line in self._book.insert(relation.target, place):
                self._book.add(line)

    def _control(self, element: Any, room: str, ground: Ground, where: str) -> None:
        properties = element.find(w("sdtPr"))
        outer = self._generated, self._prompts
        if properties is not None:
            self._prompts |= is_on(properties.find(w("showingPlcHdr")))
            gallery = properties.find(f"{w('docPartObj')}/{w('docPartGallery')}")
            self._generated |= gallery is not None and (
                str(gallery.get(w("val"))).lower() in _GALLERIES
            )
        for child in element:
            if child.tag == w("sdtContent"):
                self.blocks(child, room, ground, where)
        self._generated, self._prompts = outer
        self._aside_texts(properties, where or self._book.places.here(room))

    def _paragraph(self, element: Any, room: str, ground: Ground, where: str, apart: bool) -> None:
        book, about = self._book, element.find(w("pPr"))
        properties = own(about)
        content = Reader(self._around, properties, ground).read(element)
        style = book.styles.of_paragraph(properties)
        name, level, subtitle = self._level(properties, style)
        place = where or book.places.paragraph(content.text, level, room)
        empty = self._survey(element, content, place)
        if about is not None:
            self._paragraph_changes(about, content)
        shown = content.text.strip()
        line = Line(
            content.text,
            NOWHERE,
            room,
            place,
            name,
            level if shown else None,
            self._item(properties, style),
            blank=empty and not shown and room == "text" and not apart and not content.changes,
            stretches=tuple(content.stretches),
            links=tuple(content.links),
            things=tuple(content.things),
            changes=tuple(content.changes),
            before=content.before,
            within=self._within,
            subtitle=subtitle,
            prompt=content.prompt or self._prompts,
            generated=content.generated or self._generated,
            bare_pictures=content.bare_pictures,
        )
        self._book.add(line)
        self._beside(content, place)
        self._read_otherwise(line, content, self._run_on.with_next(about, content.readings))

    def _read_otherwise(self, line: Line, content: Content, joined: list[str]) -> None:
        """The same paragraph in other readings, and what its list prints before it."""
        for text in dict.fromkeys((*content.readings, *joined)):
            if text != line.text:
                self._book.aside("läsning", text, line.place)
        if line.item is not None and len(line.item.mark) > _MARK:
            self._book.aside("numrering", line.item.mark, line.place)

    def _item(self, properties: Layer, style: str) -> Item | None:
        return self._book.numbering.item(properties, style)

    def _level(self, properties: Layer, style: str) -> tuple[str, int | None, bool]:
        """The style's name, the heading level, and is it a subtitle?"""
        name, level, subtitle = self._book.styles.told(style)
        outline = value(properties, "outlineLvl")
        outline = outline or value(self._book.styles.paragraph_layer(style), "outlineLvl")
        if outline is not None:
            at = number(outline, 9)
            level = at + 1 if 0 <= at < 9 else None
        return name, level, subtitle

    def _survey(self, paragraph: Any, content: Content, place: str) -> bool:
        """True when nothing in the paragraph shows; what is tracked or said beside it is noted."""
        changed = bool(content.changes)
        for one in seen(paragraph):
            if one.tag in TRACKED and not changed:
                content.changes.append(Change("format", 0))
                changed = True
            for text in attributes(one):
                self._book.aside("attribut", text, place)
            if one.tag == f"{MC}AlternateContent":
                for text in passed_over(one):
                    self._book.aside("data", text, place)
        return is_empty(paragraph)

    def _paragraph_changes(self, properties: Any, content: Content) -> None:
        mark = properties.find(w("rPr"))
        for one in () if mark is None else mark:
            if one.tag in _MARKS:
                about = (str(one.get(w("author")) or ""), str(one.get(w("date")) or ""))
                kind = f"stycketecken {_MARKS[one.tag]}"
                content.changes.append(Change(kind, len(content.text), "", *about))

    def _beside(self, content: Content, place: str) -> None:
        """What a paragraph holds that is not its text."""
        book = self._book
        book.outside.extend(content.outside)
        for code in content.codes:
            self._book.aside("fältkod", code, place)
        for one in content.drawings:
            for text in one.texts:
                self._book.aside("alternativtext", text, place)
            for part in one.parts:
                if part in self._relations:
                    book.anchors.setdefault(self._relations[part].target, place)
            for text in filter(str.strip, one.labels):
                self._book.add(
                    Line(text, NOWHERE, "figur", f"figur vid {place}", within=self._within)
                )
            for box, ground in one.boxes:
                room = self._room if self._room in _APART else "textruta"
                inner = Walk(book, self._relations, room, self._within)
                inner.blocks(box, room, ground, f"textruta vid {place}")
        for link in content.links:
            self._book.aside("länkadress", link.address, place)
            book.addresses.update((link.address, link.address.partition("#")[0]))

    def _table(self, table: Any, room: str, below: Ground, where: str) -> None:
        book = self._book
        place, first = book.places.table(room), len(book.lines)
        look = TableLook(book.styles, book.colours, table, below)
        self._aside_texts(table.find(w("tblPr")), place)
        rows = list(inside(table, w("tr")))
        for one in (table.find(w("tblPr")), table.find(w("tblGrid"))):
            self._structural(one, place)
        grid, marked, head = [], len(book.grids), ""
        book.grids.append((first, place, (), False, False))  # the outer table stands first
        for at, row in enumerate(rows):
            for one in (row.find(w("trPr")), row.find(w("tblPrEx"))):
                self._structural(one, f"{place}, rad {at + 1}")
            cells, texts = self._row(row, look, at, len(rows), place, room)
            grid.append(cells)
            head = head or " ".join(texts)[:_HEAD]
            book.aside("rad", together(texts), f"{place}, rad {at + 1}", head)
        headed = bool(rows) and is_head(rows[0])
        data = headed or look.lined or has_lines(table)
        book.grids[marked] = (first, place, tuple(grid), headed, data)
        if room in _APART:
            del book.grids[marked:]

    def _row(
        self, row: Any, look: TableLook, at: int, rows: int, place: str, room: str
    ) -> tuple[tuple[Cell, ...], list[str]]:
        found, column, texts = [], 0, []
        cells = list(inside(row, w("tc")))
        for number_, cell in enumerate(cells, 1):
            there = f"{place}, rad {at + 1}, kolumn {number_}"
            self._structural(cell.find(w("tcPr")), there)
            ground = look.ground(cell, at, rows, column, number_ == len(cells))
            first = len(self._book.lines)
            self.blocks(cell, "tabell" if room == "text" else room, ground, there)
            lines = self._book.lines[first:]
            filled = any(line.text.strip() or line.things for line in lines)
            texts.append(" ".join(line.text for line in lines[:_LINES]))
            found.append(Cell(filled, is_merged(cell), there))
            column += span(cell)
        return tuple(found), texts

    def _structural(self, properties: Any | None, place: str) -> None:
        """Note a tracked change of a table, a row, a cell or a section."""
        if properties is not None and any(one.tag in TRACKED for one in properties.iter()):
            self._book.changed(place)

    def _aside_texts(self, properties: Any | None, place: str) -> None:
        for one in () if properties is None else properties.iter():
            for text in attributes(one):
                self._book.aside("attribut", text, place)
