"""A whole document: every part of the package, by what stands in it, read or told as unread."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from namndkit.values.finished import Finished, Line
from namndkit.word.finished import beside
from namndkit.word.finished.book import NOWHERE, Book
from namndkit.word.finished.colours import Colours
from namndkit.word.finished.elements import TRACKED
from namndkit.word.finished.embedded import Embedded
from namndkit.word.finished.kept import has_number, kept, loaded, printed
from namndkit.word.finished.kinds import is_metafile, is_silent, is_tree, is_written, told
from namndkit.word.finished.look import Ground, Looks
from namndkit.word.finished.merging import sources
from namndkit.word.finished.numbering import Numbering
from namndkit.word.finished.opening import Package, Refused, Relation, Unreadable
from namndkit.word.finished.places import Places
from namndkit.word.finished.styles import Styles, is_on
from namndkit.word.finished.walk import Walk
from namndkit.word.xml import w

_STORIES = {
    w("hdr"): ("sidhuvud", "sidhuvudet"),
    w("ftr"): ("sidfot", "sidfoten"),
    w("glossaryDocument"): ("byggblock", "ett byggblock"),
}
_NOTES = {
    w("footnotes"): ("fotnot", w("footnote")),
    w("endnotes"): ("slutnot", w("endnote")),
    w("comments"): ("kommentar", w("comment")),
}
_ORDER = ("header", "footer", "footnotes", "endnotes", "comments")
"""The kinds of parts that come first, by a word of their content type."""


class Whole:
    """Reads one package, ``depth`` packages within another."""

    def __init__(self, package: Package, depth: int = 0) -> None:
        self._package = package
        self._done: set[str] = {package.main}
        self._resting: list[tuple[str, Any]] = []
        self._unread: list[tuple[str, str]] = []
        named = (one for one in package.relations("").values() if one.kind == "core-properties")
        self._core = next((package.find(one.target) for one in named), None)
        try:
            self._main = package.root(package.main)
        except Unreadable as why:
            raise Refused(f"Delen {package.main} {why}. Dokumentet granskas inte.") from None
        if self._main.tag != w("document"):
            raise Refused("Filen är inget Word-dokument.")
        styles, settings = Styles(self._related("styles")), self._related("settings")
        colours = Colours(self._related("theme"), settings)
        numbering = Numbering(self._related("numbering"), styles)
        self._embedded = Embedded(package, self._done, depth)
        looks, places = Looks(styles, colours), Places()
        self._book = Book(styles, colours, looks, numbering, places, self._embedded.chunk)
        self._embedded.book = self._book
        self._book.unread += self._unread
        shows = settings is not None and is_on(settings.find(w("displayBackgroundShape")))
        page = self._main.find(w("background"))
        self._ground = Ground(colours.text(page) if shows else None)

    def finished(self, path: str) -> Finished:
        """The document, which lies at ``path``."""
        book, package = self._book, self._package
        walk = Walk(book, package.relations(package.main), "text")
        walk.blocks(self._main, "text", self._ground)
        self._beside(self._main, "dokumentet", texts=True)
        for name, root in self._resting:
            self._data(name, root)
            self._beside(root, f"delen {name}", texts=False)
        del self._main, self._resting  # one part at a time lies in memory
        for name in sorted(package.names, key=self._order):
            if name not in self._done:
                self._done.add(name)
                try:
                    self._part(name)
                except Unreadable as why:
                    book.unread.append((name, str(why)))
        self._relations()
        book.keep(filter(has_number, package.names), "namnet på en del")
        for name, texts in package.remarks.items():
            book.keep(filter(has_number, texts), f"delen {name}")
        return book.finished(path)

    def _related(self, kind: str) -> Any | None:
        """The tree of a part that the text rests on."""
        for relation in self._package.relations(self._package.main).values():
            name = None if relation.outside else self._package.find(relation.target)
            if relation.kind == kind and name is not None:
                self._done.add(name)
                try:
                    self._resting.append((name, self._package.root(name)))
                except Unreadable as why:
                    self._unread.append((name, str(why)))
                    return None
                return self._resting[-1][1]
        return None

    def _order(self, name: str) -> tuple[int, str]:
        kind = self._package.kind(name)
        found = (at for at, word in enumerate(_ORDER) if f".{word}+" in kind)
        return next(found, len(_ORDER)), name

    def _part(self, name: str) -> None:
        """Read a part by what it holds; what cannot be read is told."""
        kind, start = self._package.kind(name), self._package.starts(name)
        if start.startswith(b"PK\3\4"):
            self._embedded.package(name)
        elif is_tree(start):
            self._tree(name)
        elif is_written(kind, start):
            lines = beside.plain(self._package.data(name))
            self._asides("data", [("", text) for text in lines], f"delen {name}")
        elif is_metafile(kind, name, start):
            self._book.keep(printed(self._package.data(name)), f"bilden {name}")
        elif start and not is_silent(kind, start):
            self._book.unread.append((name, told(kind, name, start)))

    def _tree(self, name: str) -> None:
        root, relations, texts = self._package.root(name), self._package.relations(name), True
        if root.tag in _STORIES:
            room, place = _STORIES[root.tag]
            self._book.places.begin(place)
            Walk(self._book, relations, room).blocks(root, room, self._ground)
        elif root.tag in _NOTES:
            room, tag = _NOTES[root.tag]
            self._notes(root.iter(tag), room, relations)
        elif root.tag == w("document"):
            self._book.places.begin(f"delen {name}")
            Walk(self._book, relations, "infogat").blocks(root, "infogat", self._ground)
        else:
            self._data(name, root)
            texts = beside.shape(root) in ("diagram", "figur")
        self._beside(root, f"delen {name}", texts=texts)

    def _notes(self, notes: Iterable[Any], room: str, relations: dict[str, Relation]) -> None:
        number = 0
        for note in notes:
            if note.get(w("type")) in (None, "normal"):
                number += 1
                self._book.places.begin(f"{room} {number}")
            elif "".join(note.itertext()).strip():  # printed with the notes of each page
                self._book.places.begin(f"strecket över {room}erna")
            else:
                continue
            walk = Walk(self._book, relations, room, f"{room}:{note.get(w('id'))}")
            walk.blocks(note, room, self._ground)

    def _data(self, name: str, root: Any) -> None:
        """A part without paragraphs of its own: a chart, a figure, properties, settings, data."""
        kind, book = beside.shape(root), self._book
        if kind in ("diagram", "figur"):
            place = f"{kind} vid {book.anchors.get(name, f'delen {name}')}"
            for text in beside.labels(root):
                book.add(Line(text, NOWHERE, kind, place, within=name))
            self._asides("data", [("", text) for text in beside.numbers(root)], place)
        elif kind == "egenskap":
            found = list(beside.texts(root))
            self._asides("egenskap", found, "dokumentets egenskaper")
            if name == self._core:
                book.title = next((text.strip() for one, text in found if one == "title"), "")
        else:
            self._asides("data", beside.texts(root), f"delen {name}")

    def _asides(self, kind: str, texts: Iterable[tuple[str, str]], place: str) -> None:
        for name, text in texts:
            self._book.aside(kind, text, place, name)

    def _beside(self, root: Any, place: str, *, texts: bool) -> None:
        """What a part keeps beside its text, what it fetches without a relation, and tracked changes that
        are told nowhere else: of styles, of lists, of what is unknown.
        """
        self._book.keep(kept(root, texts=texts), place)
        self._book.outside += loaded(root)
        self._book.outside += sources(root)
        told_already = self._book.structural or any(line.changes for line in self._book.lines)
        if not told_already and next(root.iter(*TRACKED), None) is not None:
            self._book.changed(place)

    def _relations(self) -> None:
        """What is fetched from elsewhere, and the links that no paragraph has told."""
        for part, of in self._package.relation_parts:
            try:
                self._book.keep(kept(self._package.root(part), texts=False), "en koppling")
            except Unreadable as why:
                self._book.unread.append((part, str(why)))
                continue
            for relation in self._package.relations(of).values():
                if relation.outside and relation.kind != "hyperlink":
                    self._book.outside.append(relation.target)
                elif relation.outside and relation.target not in self._book.addresses:
                    place = self._book.anchors.get(of, "en länk")
                    self._book.aside("länkadress", relation.target, place)
