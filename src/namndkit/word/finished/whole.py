"""A whole document: every part of the package, by what stands in it, read or told as unread."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from namndkit.values.finished import Aside, Finished, Grid, Line, Structural
from namndkit.values.node import Scalar
from namndkit.values.position import Position, SourceText
from namndkit.word.finished import beside
from namndkit.word.finished.colours import Colours
from namndkit.word.finished.look import Ground, Looks
from namndkit.word.finished.numbering import Numbering
from namndkit.word.finished.opening import Package, Refused, Unreadable
from namndkit.word.finished.places import Places
from namndkit.word.finished.styles import Styles, is_on
from namndkit.word.finished.walk import NOWHERE, TRACKED, Book, Walk
from namndkit.word.record import BROKEN
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
_SILENT = ("image/", "font/", "application/x-font", "application/vnd.ms-opentype")
_SILENT_ENDS = ("obfuscatedfont", "printersettings", "fontdata")
"""Kinds of parts that hold no text: pictures, fonts, the settings of a printer."""
_UNREAD = {
    "vbaproject": "makron",
    "oleobject": "ett inbäddat objekt",
    "rtf": "text i formatet RTF",
    "pdf": "en pdf",
    "audio/": "ljud",
    "video/": "film",
    "activex": "en kontroll av typen ActiveX",
}
_DEEPEST = 3
"""Documents within documents that are read."""


class Whole:
    """Reads one package."""

    def __init__(self, package: Package, depth: int = 0) -> None:
        self._package, self._depth = package, depth
        self._title, self._done = "", set[str]()
        self._unread: list[tuple[str, str]] = []
        self._shown: set[str] = set()
        self._resting: list[tuple[str, Any]] = []
        self._main = self._root(package.main)
        if self._main.tag != w("document"):
            raise Refused("Filen är inget Word-dokument.")
        styles = Styles(self._related("styles"))
        colours = Colours(self._related("theme"), settings := self._related("settings"))
        looks, places = Looks(styles, colours), Places()
        numbering = Numbering(self._related("numbering"), styles)
        self._book = Book(styles, colours, looks, numbering, places, self._inserted)
        shows = settings is not None and is_on(settings.find(w("displayBackgroundShape")))
        page = self._main.find(w("background"))
        colour = None if page is None or not shows else colours.text(page)
        self._ground = Ground(colour)

    def finished(self, path: str) -> Finished:
        """The document, which lies at ``path``."""
        book, package = self._book, self._package
        relations = package.relations(package.main)
        Walk(book, relations, "text").blocks(self._main, "text", self._ground)
        self._tracked(self._main, "dokumentet")
        for name, root in self._resting:
            self._data(name, root)
        del self._main, self._resting, relations
        for name in sorted(package.names, key=self._order):
            if name not in self._done:
                self._done.add(name)
                try:
                    self._part(name)
                except Unreadable as why:
                    self._unread.append((name, str(why)))
        self._relations()
        return self._assembled(path)

    def _root(self, name: str) -> Any:
        """A part's tree; raises Refused where the document cannot do without it."""
        self._done.add(name)
        try:
            return self._package.root(name)
        except Unreadable as why:
            raise Refused(f"Delen {name} {why}. Dokumentet granskas inte.") from None

    def _related(self, kind: str) -> Any | None:
        """The tree of the part that the text rests on."""
        related = self._package.relations(self._package.main).values()
        for relation in related:
            name = None if relation.outside else self._package.find(relation.target)
            if relation.kind == kind and name is not None:
                root = self._root(name)
                self._resting.append((name, root))
                return root
        return None

    def _order(self, name: str) -> tuple[int, str]:
        kind = self._package.kind(name)
        found = (at for at, word in enumerate(_ORDER) if f".{word}+" in kind)
        return next(found, len(_ORDER)), name

    def _part(self, name: str) -> None:
        """Read a part by what it holds; what cannot be read is told."""
        kind, start = self._package.kind(name), self._package.starts(name)
        if not start or (
            _is_silent(kind) and b"<svg" not in start and not start.startswith(b"<?xml")
        ):
            return
        if start.startswith(b"PK\3\4"):
            self._embedded(name)
        elif start.lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").startswith(b"<"):
            self._tree(name)
        elif start.isascii() and kind in ("text/plain", "text/css"):
            self._asides(
                "data", [("", text) for text in beside.plain(self._package.data(name))], name
            )
        else:
            self._unread.append((name, _told(kind, name, start)))

    def _tree(self, name: str) -> None:
        root = self._package.root(name)
        relations = self._package.relations(name)
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
            return
        self._tracked(root, f"delen {name}")

    def _notes(self, notes: Iterable[Any], room: str, relations: dict[str, Any]) -> None:
        shown = (one for one in notes if one.get(w("type")) in (None, "normal"))
        for number, note in enumerate(shown, 1):
            self._book.places.begin(f"{room} {number}")
            walk = Walk(self._book, relations, room, f"{room}:{note.get(w('id'))}")
            walk.blocks(note, room, self._ground)

    def _data(self, name: str, root: Any) -> None:
        """A part without paragraphs of its own: a chart, a figure, properties, settings, data."""
        kind = beside.shape(root)
        place = self._book.anchors.get(name, f"delen {name}")
        if kind in ("diagram", "figur"):
            for text in beside.labels(root):
                if kind == "diagram" or text not in self._shown:
                    self._shown.add(text)
                    line = Line(text, NOWHERE, kind, f"{kind} vid {place}", within=name)
                    self._book.lines.append(line)
            numbers = [("", text) for text in beside.numbers(root)]
            self._asides("data", numbers, f"{kind} vid {place}")
        elif kind == "egenskap":
            found = list(beside.texts(root))
            self._asides("egenskap", found, "dokumentets egenskaper")
            if beside.local(root) == "coreProperties":
                self._title = next((text.strip() for one, text in found if one == "title"), "")
        else:
            self._asides("data", beside.texts(root), f"delen {name}")
            told = [("", str(one.get(w("val")))) for one in root.iter(w("docVar"))]
            self._asides("data", told, f"delen {name}")
            self._tracked(root, f"delen {name}")

    def _asides(self, kind: str, texts: Iterable[tuple[str, str]], place: str) -> None:
        found = ((kind, text, place, name) for name, text in texts if text.strip())
        self._book.asides.extend(found)

    def _tracked(self, root: Any, place: str) -> None:
        """Tracked changes of what is nowhere else told: of styles, of lists, of what is unknown."""
        told = self._book.structural or any(line.changes for line in self._book.lines)
        if not told and next(root.iter(*TRACKED), None) is not None:
            self._book.structural.append((len(self._book.lines), place))

    def _embedded(self, name: str) -> None:
        """A package in the package: a document is read as one, of others every text."""
        place = f"filen {name.rpartition('/')[2]} i dokumentet"
        try:
            self._book.lines.extend(self._packed(name, place, "infogat"))
        except (*BROKEN, Refused, Unreadable):
            self._unread.append((name, "ett inbäddat objekt"))

    def _packed(self, name: str, place: str, room: str) -> list[Line]:
        if self._depth >= _DEEPEST:
            raise Unreadable("ligger för djupt")
        data = io.BytesIO(self._package.data(name))
        with zipfile.ZipFile(data) as archive:
            package = Package(archive, self._package.budget)
            main = package.find(
                next(
                    (
                        one.target
                        for one in package.relations("").values()
                        if one.kind == "officeDocument"
                    ),
                    "",
                )
            )
            if main is None or package.root(main).tag != w("document"):
                self._workbook(package, name, place)
                return []
            inner = Whole(package, self._depth + 1).finished(name)
        self._unread += [(f"{name}: {one}", why) for one, why in inner.unread]
        self._book.outside.extend(inner.outside)
        self._book.asides.extend((one.kind, one.node.text, place, one.name) for one in inner.asides)
        if inner.structural:
            self._book.structural.append((len(self._book.lines), place))
        self._book.chunks.extend((len(self._book.lines), place) for _ in inner.inserted[:1])
        return [replace(line, room=room, place=place, node=NOWHERE) for line in inner.lines]

    def _workbook(self, package: Package, name: str, place: str) -> None:
        for one in package.names:
            try:
                start = package.starts(one).lstrip(b"\xef\xbb\xbf \r\n\t")
                if start.startswith(b"<"):
                    self._asides("inbäddat", beside.texts(package.root(one)), place)
                elif start and not _is_silent(package.kind(one)):
                    self._unread.append((f"{name}: {one}", _told(package.kind(one), one, start)))
            except Unreadable as why:
                self._unread.append((f"{name}: {one}", str(why)))

    def _inserted(self, target: str, place: str) -> list[Line]:
        """The lines of another file that is put in where the document says (``w:altChunk``)."""
        name = self._package.find(target)
        if name is None:
            self._unread.append((target, "saknas"))
            return []
        self._done.add(name)
        kind, start = self._package.kind(name), self._package.starts(name)
        try:
            if start.startswith(b"PK\3\4"):
                return self._packed(name, place, "infogat")
            pages = self._pages(name, kind, start)
        except (*BROKEN, Refused, Unreadable):
            pages = None
        if pages is None:
            self._unread.append((name, _told(kind, name, start)))
            return []
        lines = []
        for text in pages:
            lines.append(Line(text, NOWHERE, "infogat", place))
        return lines

    def _pages(self, name: str, kind: str, start: bytes) -> list[str] | None:
        ending = name.rpartition(".")[2].lower()
        if start.lstrip().startswith(b"{\\rtf"):
            return None
        if kind == "message/rfc822" or ending in ("mht", "mhtml"):
            found = [self._page(*one) for one in beside.letter(self._package.data(name))]
            return [text for page in found for text in page]
        if kind == "text/plain" or ending == "txt":
            return beside.plain(self._package.data(name))
        if "html" in kind or ending in ("htm", "html", "xhtml") or start.lstrip().startswith(b"<"):
            return self._page("text/html", self._package.data(name), None)
        return None

    def _page(self, kind: str, data: bytes, encoding: str | None) -> list[str]:
        if kind == "text/plain":
            return beside.plain(data)
        shown, said = beside.page(data, encoding)
        self._asides("data", [("", text) for text in said], "innehåll som infogas")
        return shown

    def _relations(self) -> None:
        """What is fetched from elsewhere, and the links that no paragraph has told."""
        for part, speaks_of in self._package.relation_parts:
            try:
                self._package.root(part)
            except Unreadable as why:
                self._unread.append((part, str(why)))
                continue
            for relation in self._package.relations(speaks_of).values():
                if relation.outside and relation.kind != "hyperlink":
                    self._book.outside.append(relation.target)
                elif relation.outside and relation.target not in self._book.addresses:
                    place = self._book.anchors.get(speaks_of, "en länk")
                    self._asides("länkadress", [("", relation.target)], place)

    def _assembled(self, path: str) -> Finished:
        book = self._book
        texts = [self._title, *(line.text for line in book.lines), *(one[1] for one in book.asides)]
        flat = [text.replace("\n", " ") for text in texts]
        source = SourceText(path, "\n".join(flat), numbered=False)
        nodes, at = [], 0
        for text in flat:
            nodes.append(Scalar(source, at, at + len(text), text))
            at += len(text) + 1
        own, rest = nodes[1 : len(book.lines) + 1], nodes[len(book.lines) + 1 :]
        lines = tuple(replace(line, node=node) for line, node in zip(book.lines, own, strict=True))

        def position(number: int) -> Position:
            return lines[number].position if number < len(lines) else Position(path)

        return Finished(
            source,
            self._title,
            lines,
            tuple(
                Grid(rows, headed, data, position(first), place)
                for first, place, rows, headed, data in book.grids
            ),
            tuple(dict.fromkeys(book.outside)),
            tuple(
                Aside(kind, node, place, name)
                for (kind, _, place, name), node in zip(book.asides, rest, strict=True)
            ),
            tuple(Structural(position(first), place) for first, place in book.structural),
            tuple((position(first), place) for first, place in book.chunks),
            tuple(self._unread),
        )


def _is_silent(kind: str) -> bool:
    return kind.startswith(_SILENT) or kind.endswith(_SILENT_ENDS)


def _told(kind: str, name: str, start: bytes) -> str:
    """What a part that is not read holds, in Swedish."""
    words = f"{kind} {name.lower()} {start[:8].decode('latin-1').lower()}"
    return next((text for word, text in _UNREAD.items() if word in words), "okänt innehåll")
