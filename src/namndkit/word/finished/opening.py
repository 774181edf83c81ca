"""The parts of a .docx that are inspected, read in bounds: nothing is unpacked, fetched or expanded."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from typing import Any

from lxml import etree

from namndkit.word.record import BROKEN, read_part
from namndkit.word.xml import R, W, w

_MOST_PARTS = 5_000
_MOST_TOGETHER = 80_000_000
"""Bytes of all the parts that are read."""
_READ = re.compile(
    r"word/(?:document|styles|settings|header\d{0,4}|footer\d{0,4}|footnotes|endnotes)\.xml"
    r"|docProps/core\.xml|(?:word/)?_rels/[\w.]+\.rels"
)
_OUTER = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_RELATIONS = "_rels/.rels"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R.encode()),
    (
        b"http://purl.oclc.org/ooxml/drawingml/",
        b"http://schemas.openxmlformats.org/drawingml/2006/",
    ),
)
"""The namespaces of ISO 29500 Strict, and those of the transitional format."""
_OLE = b"\xd0\xcf\x11\xe0"


class Refused(Exception):
    """Why a file is not inspected, in a Swedish sentence."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The roots of the parts by name, what the document's relations fetch from elsewhere, and the name
    of the part that holds the text.
    """

    roots: dict[str, Any]
    outside: tuple[str, ...]
    main: str

    def get(self, name: str) -> Any | None:
        """The root of a part, or None."""
        return self.roots.get(name)

    def named(self, start: str) -> list[Any]:
        """The roots of the parts whose names begin with ``start``, in order."""
        return [root for name, root in sorted(self.roots.items()) if name.startswith(start)]


def open_parts(data: bytes) -> Parts:
    """The parts of the document ``data``; raises Refused."""
    if data.startswith(_OLE):
        raise Refused("Dokumentet är krypterat eller sparat som .doc och går inte att granska.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _parts(archive)
    except BROKEN:
        raise Refused("Filen är skadad, eller inget Word-dokument.") from None


def _parts(archive: zipfile.ZipFile) -> Parts:
    names = archive.NameToInfo
    if len(names) > _MOST_PARTS:
        raise Refused("Dokumentet har orimligt många delar och granskas inte.")
    main = _main(archive)
    if main not in names:
        raise Refused("Filen är inget Word-dokument.")
    wanted = sorted(name for name in names if _READ.fullmatch(name) or name == main)
    roots: dict[str, Any] = {}
    together = 0
    for name in wanted:
        data = _data(archive, name)
        together += len(data)
        if together > _MOST_TOGETHER:
            raise Refused("Dokumentet är orimligt stort och granskas inte.")
        roots[name] = _root(name, data)
    if roots[main].tag != w("document"):
        raise Refused("Filen är inget Word-dokument.")
    return Parts(roots, tuple(_outside(roots)), main)


def _main(archive: zipfile.ZipFile) -> str:
    """The part that holds the text: the package's relations name it (ISO 29500-2, 9.3)."""
    usual = "word/document.xml"
    if _RELATIONS not in archive.NameToInfo:
        return usual
    root = _root(_RELATIONS, _data(archive, _RELATIONS))
    named = (
        str(one.get("Target")).lstrip("/")
        for one in root.iter(_OUTER)
        if str(one.get("Type")).endswith("/officeDocument")
    )
    return next(named, usual)


def _data(archive: zipfile.ZipFile, name: str) -> bytes:
    """A part's bytes, in the namespaces of the transitional format also when it is in the strict one."""
    try:
        data = read_part(archive, name)
    except ValueError:
        raise Refused(f"Delen {name} är orimligt stor och granskas inte.") from None
    for strict, transitional in _STRICT:
        data = data.replace(strict, transitional)
    return data


def _root(name: str, data: bytes) -> Any:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    root = etree.fromstring(data, parser)
    about: Any = root.getroottree().docinfo  # its stubs lack the document type
    if about.doctype:
        raise Refused(f"Delen {name} har egna entiteter, vilket Word-dokument inte får ha.")
    return root


def _outside(roots: dict[str, Any]) -> list[str]:
    """Addresses that the document fetches by itself when it is opened; links are not among them."""
    found = []
    for name, root in roots.items():
        if not name.endswith(".rels"):
            continue
        for relation in root.iter(_OUTER):
            kind = str(relation.get("Type")).rpartition("/")[2]
            if relation.get("TargetMode") == "External" and kind != "hyperlink":
                found.append(str(relation.get("Target")))
    return found
