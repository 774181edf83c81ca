"""Files within the document: those that Word puts in as it opens it (``w:altChunk``), and those that lie in it."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace

from namndkit.values.finished import Line
from namndkit.word.archive import TooLarge, open_archive
from namndkit.word.finished import beside
from namndkit.word.finished.book import NOWHERE, Book
from namndkit.word.finished.kept import has_number, kept
from namndkit.word.finished.kinds import is_silent, is_tree, told
from namndkit.word.finished.opening import Package, Refused, Unreadable, too_large
from namndkit.word.xml import w

_KEPT = ("kommentar", "byggblock")
"""Rooms of a document that its lines stand in also within another."""
_POWER = re.compile(r"\d\.\d{1,11}E\+?\d{1,2}")
"""A whole number as a workbook may keep it."""
_DEEPEST = 3
"""Documents within documents that are read."""


class Embedded:
    """Reads the files in ``package``, which itself lies ``depth`` packages deep."""

    book: Book

    def __init__(self, package: Package, done: set[str], depth: int) -> None:
        self._package, self._done, self._depth = package, done, depth

    def chunk(self, target: str, place: str) -> list[Line]:
        """The lines of the file ``target``, which is put in at ``place``."""
        name = self._package.find(target)
        if name is None:
            self.book.unread.append((target, "den finns inte i filen"))
            return []
        self._done.add(name)
        try:
            texts = self._texts(name, place)
        except Unreadable as why:
            self.book.unread.append((name, str(why)))
            return []
        return texts

    def package(self, name: str) -> None:
        """A package in the package: a document is read as one, of others every text."""
        place = f"filen {name.rpartition('/')[2]} i dokumentet"
        for line in self._packed(name, place):
            self.book.add(line)

    def _texts(self, name: str, place: str) -> list[Line]:
        kind, start = self._package.kind(name), self._package.starts(name)
        if start.startswith(b"PK\3\4"):
            return self._packed(name, place)
        ending = name.rpartition(".")[2].lower()
        pages: list[tuple[str, bytes, str | None]] = []
        if start.lstrip().startswith(b"{\\rtf"):
            raise Unreadable(told(kind, name, start))
        if kind == "message/rfc822" or ending in ("mht", "mhtml"):
            pages = beside.letter(self._package.data(name))
        elif kind == "text/plain" or ending == "txt":
            pages = [("text/plain", self._package.data(name), None)]
        elif "html" in kind or ending in ("htm", "html", "xhtml") or is_tree(start):
            pages = [("text/html", self._package.data(name), None)]
        if not pages:
            raise Unreadable(told(kind, name, start))
        found = [text for page in pages for text in self._page(*page, place)]
        return [Line(text, NOWHERE, "infogat", place) for text in found]

    def _page(self, kind: str, data: bytes, encoding: str | None, place: str) -> list[str]:
        if kind == "text/plain":
            return beside.plain(data)
        shown, said = beside.page(data, encoding)
        for text in said:
            self.book.aside("data", text, place)
        return shown

    def _packed(self, name: str, place: str) -> list[Line]:
        """The lines of a document in the document; the texts of another package are noted beside."""
        from namndkit.word.finished.whole import Whole  # a document may hold documents

        if self._depth >= _DEEPEST:
            raise Unreadable("den ligger för djupt")
        data = self._package.data(name)
        try:
            with open_archive(data, spent=self._package.spent) as archive:
                package = Package(archive)
                if not _is_document(package):
                    self._workbook(package, name, place)
                    return []
                inner = Whole(package, self._depth + 1).finished(name)
        except TooLarge as problem:
            raise too_large(problem) from None
        except zipfile.BadZipFile:
            raise Unreadable("är skadad") from None
        self.book.unread += [(f"{name}: {one}", why) for one, why in inner.unread]
        self.book.outside += inner.outside
        for one in inner.asides:
            self.book.aside(one.kind, one.node.text, place, one.name)
        if inner.structural:
            self.book.changed(place)
        return [
            replace(
                line,
                room=line.room if line.room in _KEPT else "infogat",
                place=place,
                node=NOWHERE,
            )
            for line in inner.lines
        ]

    def _workbook(self, package: Package, name: str, place: str) -> None:
        for _, of in package.relation_parts:
            for relation in package.relations(of).values():
                if relation.outside and relation.kind != "hyperlink":
                    self.book.outside.append(relation.target)
                self.book.keep(filter(has_number, (relation.target,)), place)
        for part in package.names:
            try:
                start = package.starts(part)
                if is_tree(start):
                    root = package.root(part)
                    for called, text in beside.texts(root):
                        if _POWER.fullmatch(text):
                            text = str(int(float(text)))
                        self.book.aside("inbäddat", text, place, called)
                    self.book.keep(kept(root, texts=False), place)
                elif start and not is_silent(package.kind(part), start):
                    what = told(package.kind(part), part, start)
                    self.book.unread.append((f"{name}: {part}", what))
            except Unreadable as why:
                self.book.unread.append((f"{name}: {part}", str(why)))


def _is_document(package: Package) -> bool:
    try:
        return bool(package.root(package.main).tag == w("document"))
    except (Refused, Unreadable):
        return False
