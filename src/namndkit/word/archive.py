"""The only place that opens a Word file (ISO 29500-2): held in bounds before anything in it is parsed.

A few kilobytes can inflate to gigabytes, and a short part to a tree of millions of elements. So the
archive's directory, each part, all parts together and what they hold of markup are counted first, and a
part that brings entities of its own or hides its text in another encoding is not parsed at all.
"""

from __future__ import annotations

import io
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from lxml import etree

BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, etree.XMLSyntaxError, NotImplementedError),
    *(RuntimeError, EOFError, KeyError, OverflowError, ValueError),
)
"""What a broken or hostile file can raise while it is read; Unsafe is a ValueError."""
_DIRECTORY = 2_000_000
"""Bytes of the list of parts at an archive's end."""
_END, _END_64, _END_SIZE, _COMMENT = b"PK\x05\x06", b"PK\x06\x07", 22, 65_535
_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.-]{1,40})")
_ENCODINGS = (b"utf-8", b"us-ascii", b"ascii")
_NOT_PLAIN = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00", b"\x4c\x6f")
"""How XML in another encoding than UTF-8 begins (XML 1.0, appendix F)."""


class Unsafe(ValueError):
    """Why a part is not parsed, or a whole file not opened: a Swedish clause on ``what``."""

    def __init__(self, what: str, why: str) -> None:
        super().__init__(why)
        self.what = what

    @property
    def sentence(self) -> str:
        """The clause with what it is said of."""
        return f"{self.what} {self}."


class TooLarge(Unsafe):
    """The file holds more than is read of any."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The most of a Word file: ``parts``, bytes of one ``part`` and of all ``together`` when they are
    inflated, and ``markup``, elements and (twice) attributes of all that is parsed.
    """

    parts: int
    part: int
    together: int
    markup: int


OF_DOCUMENTS = Bounds(5_000, 30_000_000, 80_000_000, 3_000_000)
"""A finished document: a thousand pages and more."""
OF_LOOKS = Bounds(1_000, 10_000_000, 40_000_000, 800_000)
"""A Word file of looks: styles and a few pages."""


@dataclass(slots=True)
class Spent:
    """What has been read, of an archive and of those that lie in it."""

    size: int = 0
    markup: int = 0


class Archive:
    """An opened Word file; what is read and parsed of it is counted against its bounds."""

    def __init__(self, archive: zipfile.ZipFile, bounds: Bounds, spent: Spent) -> None:
        self._archive, self._bounds, self.spent = archive, bounds, spent
        self.names = archive.NameToInfo.keys()
        self.entries = archive.infolist()

    def starts(self, name: str) -> bytes:
        """The first bytes of a part."""
        with self._archive.open(name) as part:
            return part.read(64)

    def read(self, part: str | zipfile.ZipInfo) -> bytes:
        """A part's bytes, however much it says that it holds; raises TooLarge, or what is in BROKEN."""
        with self._archive.open(part) as opened:
            data = opened.read(self._bounds.part + 1)
        self.spent.size += len(data)
        if len(data) > self._bounds.part:
            raise TooLarge(f"Delen {opened.name}", "är orimligt stor")
        if self.spent.size > self._bounds.together:
            raise TooLarge("Filen", "är orimligt stor")
        return data

    def root(self, name: str, data: bytes | None = None) -> Any:
        """The root of the XML part ``name``, or of ``data`` made from it, without comments."""
        data = self.read(name) if data is None else data
        self.vet(name, data)
        return etree.fromstring(data, _parser())

    def vet(self, name: str, data: bytes) -> None:
        """Raise Unsafe when the part ``name`` may not be parsed."""
        named = _ENCODING.match(data)
        if data.startswith(_NOT_PLAIN) or (named and named[1].lower() not in _ENCODINGS):
            raise Unsafe(f"Delen {name}", "har en teckenkodning som Word inte använder")
        if b"<!DOCTYPE" in data:
            raise Unsafe(f"Delen {name}", "har egna entiteter, vilket Word-dokument inte får ha")
        self.spent.markup += data.count(b"<") + 2 * data.count(b"=")
        if self.spent.markup > self._bounds.markup:
            raise TooLarge("Filen", "är orimligt stor")


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )


@contextmanager
def open_archive(
    data: bytes, bounds: Bounds = OF_DOCUMENTS, spent: Spent | None = None
) -> Iterator[Archive]:
    """The Word file ``data``; raises Unsafe, or what is in BROKEN.

    ``spent`` is what has been read of the file that it lies in.
    """
    if _directory(data) > _DIRECTORY:
        raise TooLarge("Filen", "har orimligt många delar")
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        if len(parts.infolist()) > bounds.parts:
            raise TooLarge("Filen", "har orimligt många delar")
        yield Archive(parts, bounds, spent or Spent())


def _directory(data: bytes) -> int:
    """The bytes of the archive's directory, as its end states them: zipfile makes an object of each part."""
    at = len(data) - _END_SIZE
    if not (data.startswith(_END, max(0, at)) and data.endswith(b"\0\0")):
        at = data.rfind(_END, max(0, at - _COMMENT))
    if at < 0 or len(data) < at + _END_SIZE:
        raise zipfile.BadZipFile
    if data.rfind(_END_64, max(0, at - 20), at) >= 0:  # an archive of more than 4 GB
        return _DIRECTORY + 1
    (stated,) = struct.unpack_from("<L", data, at + 12)
    return int(stated)


def look_through(data: bytes, bounds: Bounds) -> None:
    """Raise Unsafe when the Word file ``data`` may not be given to a library that parses all of it."""
    with open_archive(data, bounds) as archive:
        for entry in archive.entries:
            part = archive.read(entry)
            if entry.filename.endswith((".xml", ".rels")) or _like_xml(part):
                archive.vet(entry.filename, part)


def _like_xml(part: bytes) -> bool:
    """True for a part that a parser could take for XML, whatever its name says."""
    return part.startswith(_NOT_PLAIN) or part[:200].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<"
