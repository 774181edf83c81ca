"""What a document remembers of how it was made, in docProps/custom.xml: digests, nothing of the content.

``made_of`` is a digest of everything that the document was made from, ``case`` of whose document it is,
``parts`` of its other parts as they were written; a digest of each paragraph tells later which of them
somebody has changed. A record only claims: what it says of the parts and the paragraphs is held against
what stands.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from namndkit.word.archive import BROKEN, Archive, open_archive
from namndkit.word.fingerprint import SHORT, Fingerprint, fingerprint
from namndkit.word.xml import w

PART = "docProps/custom.xml"
_MOST_KEPT = 20
_VERSION = "2"
_FMTID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_LINE = 240
"""Characters in one property; Word holds at most 255."""
_NAMES = ("namndkit", "namndkit sidor", "namndkit stycken")


@dataclass(frozen=True, slots=True)
class Record:
    """The record of one document."""

    made_of: str
    case: str
    parts: str
    digests: tuple[str, ...]
    margins: tuple[int, ...]


def digest_of_part(data: bytes) -> str:
    """A digest of one part's content."""
    return hashlib.sha256(data).hexdigest()


def digest_of_parts(parts: Iterable[tuple[str, str]]) -> str:
    """A digest of every part but the record: names and digests, never the archive's bytes."""
    told = sorted(f"{name}\0{digest}" for name, digest in parts if name != PART)
    return hashlib.sha256("\n".join(told).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def record_xml(record: Record) -> bytes:
    """docProps/custom.xml."""
    digests, margins = "".join(record.digests), " ".join(map(str, record.margins))
    values = [(_NAMES[0], f"{_VERSION} {record.made_of} {record.case} {record.parts}")]
    for name, text in ((_NAMES[1], margins), (_NAMES[2], digests)):
        pieces = [text[at : at + _LINE] for at in range(0, len(text), _LINE)]
        values += [(f"{name} {number}", piece) for number, piece in enumerate(pieces, 1)]
    rows = [
        f'<property fmtid="{_FMTID}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{text}</vt:lpwstr></property>"
        for number, (name, text) in enumerate(values, 2)
    ]
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties'
        ' xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
        ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        f"{''.join(rows)}</Properties>"
    ).encode()


@dataclass(frozen=True, slots=True)
class Found:
    """A Word document that is there: its record, None when namndkit did not write it or has not lately.

    ``parts`` is the digest of its parts as they are, empty when one of them is damaged; ``intact`` tells
    whether that is the one in the record.
    """

    record: Record | None
    parts: str
    intact: bool


def find_record(data: bytes) -> Found | None:
    """What the file ``data`` is; None when it is no Word document that can be opened."""
    try:
        with open_archive(data) as archive:
            if "word/document.xml" not in archive.names:
                return None
            if PART not in archive.names:
                return Found(None, "-", False)
            return _found(archive)
    except BROKEN:
        return None


def _found(archive: Archive) -> Found:
    try:
        kept = archive.read(PART)
        record = _read(archive.root(PART, kept))
        parts = digest_of_parts(_digests(archive)) if record else "-"
    except BROKEN:
        return Found(None, "", False)
    intact = record is not None and record.parts == parts and kept == record_xml(record)
    return Found(record, parts, intact)


def _digests(archive: Archive) -> Iterator[tuple[str, str]]:
    """Each part with the digest of its content, read to its end: zip's check sums are checked by that."""
    for entry in archive.entries:
        yield entry.filename, digest_of_part(archive.read(entry))


def parts_of(data: bytes) -> str:
    """The digest of the parts of the document ``data``, which was just written."""
    with open_archive(data) as archive:
        return digest_of_parts(_digests(archive))


def is_proven(data: bytes, record: Record) -> bool:
    """True when the paragraphs and margins of the document ``data`` are those that ``record`` claims."""
    now = fingerprint_of(data)
    return now is not None and (now.digests, now.margins) == (record.digests, record.margins)


def _read(root: Any) -> Record | None:
    values = {
        one.get("name", "").lower(): "".join(map(str, one.itertext()))
        for one in root
        if isinstance(one.tag, str)
    }
    told = values.get(_NAMES[0], "").split(" ")
    if len(told) != 4 or told[0] != _VERSION:
        return None
    _, made_of, case, parts = told
    digests = _joined(values, _NAMES[2])
    margins = tuple(int(one) for one in _joined(values, _NAMES[1]).split() if one.isdigit())
    pieces = (digests[at : at + SHORT] for at in range(0, len(digests), SHORT))
    return Record(made_of, case, parts, tuple(pieces), margins)


def _joined(values: dict[str, str], name: str) -> str:
    pieces: list[str] = []
    while (piece := values.get(f"{name} {len(pieces) + 1}")) is not None:
        pieces.append(piece)
    return "".join(pieces)


def fingerprint_of(data: bytes) -> Fingerprint | None:
    """The fingerprint of the document ``data``; None when it cannot be read."""
    try:
        with open_archive(data) as archive:
            named = re.compile(r"word/(?:header|footer)\d{0,3}\.xml")
            kept = sorted(name for name in archive.names if named.fullmatch(name))[:_MOST_KEPT]
            body = archive.root("word/document.xml")
            styles = archive.root("word/styles.xml")
            furniture = [archive.root(name) for name in kept]
    except BROKEN:
        return None
    return fingerprint(body, style_names(styles), furniture)


def style_names(styles: Any) -> dict[str, str]:
    """The styles' names in lower case, by id."""
    names = {}
    for style in styles.iter(w("style")):
        name = style.find(w("name"))
        if name is not None:
            names[style.get(w("styleId"))] = str(name.get(w("val"))).lower()
    return names
