"""A .docx as a package of parts, opened in bounds: nothing is unpacked, fetched or expanded (ISO 29500-2)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import unquote

from namndkit.word.archive import BROKEN, Archive, TooLarge, Unsafe
from namndkit.word.xml import R, W

_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R.encode()),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/",
        b"http://schemas.openxmlformats.org/drawingml/2006/",
    ),
)
"""The namespaces of ISO 29500 Strict, and those of the transitional format."""
_TYPES = "[Content_Types].xml"


class Refused(Exception):
    """Why a file is not inspected, in a Swedish sentence."""


class Unreadable(Exception):
    """Why one part of a file is not read, in Swedish."""


@dataclass(frozen=True, slots=True)
class Relation:
    """From a part to another, or to an address outside; ``kind`` is the last word of its type."""

    kind: str
    target: str
    outside: bool


def too_large(problem: TooLarge) -> Refused:
    """The refusal of a file that holds more than is read of any."""
    return Refused(f"{problem.sentence} Dokumentet granskas inte.")


class Package:
    """The parts of an open archive."""

    def __init__(self, archive: Archive) -> None:
        self._archive, self.spent = archive, archive.spent
        files = [one.filename for one in archive.entries if not one.is_dir()]
        self._names = {name.lower(): name for name in files}
        if len(self._names) < len(files):
            raise Refused("Dokumentet har två delar med samma namn och granskas inte.")
        self._known: dict[str, dict[str, Relation]] = {}
        self.remarks: dict[str, list[str]] = {}

    @property
    def names(self) -> list[str]:
        """The parts, but for those that only tell of the others."""
        found = sorted(self._names.values())
        return [name for name in found if name != _TYPES and not _is_relations(name)]

    @property
    def relation_parts(self) -> Iterator[tuple[str, str]]:
        """The parts that hold relations, and the part that each speaks of (empty for the package)."""
        for name in sorted(self._names.values()):
            if _is_relations(name):
                folder, _, file = name.rpartition("/")
                yield name, posixpath.join(folder[:-5], file.removesuffix(".rels")).strip("/")

    @cached_property
    def main(self) -> str:
        """The part that holds the text: the package's relations name it (9.3)."""
        named = (one.target for one in self.relations("").values() if one.kind == "officeDocument")
        name = self.find(next(named, "word/document.xml"))
        if name is None:
            raise Refused("Filen är inget Word-dokument.")
        return name

    def find(self, name: str) -> str | None:
        """The part as the archive spells its name (names are the same whatever their capitals)."""
        return self._names.get(name.lower())

    def kind(self, name: str) -> str:
        """The content type of a part, in small letters; empty when none is given."""
        by_name, by_ending = self._kinds
        return by_name.get(name.lower()) or by_ending.get(name.rpartition(".")[2].lower(), "")

    def starts(self, name: str) -> bytes:
        """The first bytes of a part."""
        try:
            return self._archive.starts(name)
        except BROKEN:
            raise Unreadable("går inte att läsa") from None

    def data(self, name: str) -> bytes:
        """A part's bytes."""
        try:
            return self._archive.read(name)
        except TooLarge as problem:
            raise too_large(problem) from None
        except BROKEN:
            raise Unreadable("går inte att läsa") from None

    def root(self, name: str) -> Any:
        """A part's tree, in the namespaces of the transitional format also when it is in the strict one."""
        data = self.data(name)
        if b"purl.oclc.org" in data:
            for strict, transitional in _STRICT:
                data = data.replace(strict, transitional)
        try:
            root = self._archive.root(name, data)
        except TooLarge as problem:
            raise too_large(problem) from None
        except Unsafe as problem:
            raise Unreadable(str(problem)) from None
        except BROKEN:
            raise Unreadable("är skadad") from None
        self.remarks[name] = list(_remarks(data))
        return root

    def relations(self, name: str) -> dict[str, Relation]:
        """The relations of the part ``name`` (of the package: empty), by id."""
        if name not in self._known:
            self._known[name] = self._related(name)
        return self._known[name]

    def _related(self, name: str) -> dict[str, Relation]:
        folder, _, file = name.rpartition("/")
        found = self.find(posixpath.join(folder, "_rels", f"{file}.rels"))
        try:
            root = () if found is None else self.root(found).iter("{*}Relationship")
        except Unreadable:
            root = ()  # it is told when all relations are looked through
        told = (one for one in root if one.get("Target"))
        return {str(one.get("Id")): _relation(one, folder) for one in told}

    @cached_property
    def _kinds(self) -> tuple[dict[str, str], dict[str, str]]:
        try:
            root = self.root(_TYPES) if self.find(_TYPES) else ()
        except Unreadable:
            root = ()
        by_name, by_ending = {}, {}
        for one in root:
            kind = str(one.get("ContentType") or "").partition(";")[0].strip().lower()
            if part := one.get("PartName"):
                by_name[str(part).lstrip("/").lower()] = kind
            else:
                by_ending[str(one.get("Extension") or "").lower()] = kind
        return by_name, by_ending


def _relation(element: Any, folder: str) -> Relation:
    target, outside = str(element.get("Target")), element.get("TargetMode") == "External"
    if not outside:
        path = unquote(target.partition("#")[0])
        target = posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")
    return Relation(str(element.get("Type")).rpartition("/")[2], target, outside)


def _remarks(data: bytes) -> Iterator[str]:
    """The comments and processing instructions of a part, which its tree is without."""
    for begin, end in ((b"<!--", b"-->"), (b"<?", b"?>")):
        at = data.find(begin)
        while at >= 0 and (stop := data.find(end, at)) >= 0:
            yield data[at + len(begin) : stop].decode("utf-8", "replace")
            at = data.find(begin, stop)


def _is_relations(name: str) -> bool:
    return name.endswith(".rels") and posixpath.basename(posixpath.dirname(name)) == "_rels"
