"""What a document remembers of how it was made, in docProps/custom.xml: digests, nothing of the content.

``made_of`` is a digest of everything that the document was made from, ``parts`` of its other parts
as they were written; a digest of each paragraph tells later which of them somebody has changed.
"""

from __future__ import annotations

import hashlib
import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from namndkit.word.fingerprint import SHORT, Fingerprint, fingerprint
from namndkit.word.xml import w

PART = "docProps/custom.xml"
MOST = 30_000_000
"""Bytes of a part of somebody's document that are read."""
_MOST_KEPT = 20
BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, etree.XMLSyntaxError, NotImplementedError),
    *(RuntimeError, EOFError, KeyError, OverflowError, ValueError),
)
"""What a broken or hostile file can raise while it is read."""
_VERSION = "1"
_FMTID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_LINE = 240
"""Characters in one property; Word holds at most 255."""
_NAMES = ("namndkit", "namndkit sidor", "namndkit stycken")
_PROPERTY = re.compile(rb'name="(namndkit[^"]*)"[^>]*>\s*<(?:\w+:)?lpwstr>([^<]*)</', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Record:
    """The record of one document."""

    made_of: str
    parts: str
    digests: tuple[str, ...]
    margins: tuple[int, ...]


def digest_of_parts(entries: Iterable[zipfile.ZipInfo]) -> str:
    """A digest of every part but the record: names, lengths and check sums, never the archive's bytes."""
    told = sorted(
        f"{one.filename}\0{one.file_size}\0{one.CRC}" for one in entries if one.filename != PART
    )
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:32]


def record_xml(record: Record) -> bytes:
    """docProps/custom.xml."""
    digests, margins = "".join(record.digests), " ".join(map(str, record.margins))
    values = [(_NAMES[0], f"{_VERSION} {record.made_of} {record.parts}")]
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
    """A file that is there: its record (None when namndkit did not write it), and whether its parts
    are still those that were written.
    """

    record: Record | None
    intact: bool


def find_record(path: Path) -> Found | None:
    """What stands at ``path``; None when it is no Word document that can be read."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.NameToInfo
            if "word/document.xml" not in names:
                return None
            if PART not in names:
                return Found(None, False)
            data = read_part(archive, PART)
            record = _read(data)
            parts = digest_of_parts(archive.infolist())
            ours = record is not None and record.parts == parts and data == record_xml(record)
            return Found(record, ours)
    except BROKEN:
        return None


def read_part(archive: zipfile.ZipFile, name: str) -> bytes:
    """A part, however much it says that it holds; raises ValueError when it holds too much."""
    with archive.open(name) as part:
        data = part.read(MOST + 1)
    if len(data) > MOST:
        raise ValueError(name)
    return data


def _read(data: bytes) -> Record | None:
    values = {
        name.decode(): text.decode("ascii", "replace") for name, text in _PROPERTY.findall(data)
    }
    version, _, rest = values.get(_NAMES[0], "").partition(" ")
    made_of, _, parts = rest.partition(" ")
    if version != _VERSION or not parts:
        return None
    digests = _joined(values, _NAMES[2])
    margins = tuple(int(one) for one in _joined(values, _NAMES[1]).split() if one.isdigit())
    pieces = (digests[at : at + SHORT] for at in range(0, len(digests), SHORT))
    return Record(made_of, parts, tuple(pieces), margins)


def _joined(values: dict[str, str], name: str) -> str:
    pieces: list[str] = []
    while (piece := values.get(f"{name} {len(pieces) + 1}")) is not None:
        pieces.append(piece)
    return "".join(pieces)


def fingerprint_of_file(path: Path) -> Fingerprint | None:
    """The fingerprint of the document at ``path``; None when it cannot be read."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)

    def parse(data: bytes) -> Any:
        return etree.parse(io.BytesIO(data), parser).getroot()

    try:
        with zipfile.ZipFile(path) as archive:
            named = re.compile(r"word/(?:header|footer)\d{0,3}\.xml")
            kept = sorted(name for name in archive.NameToInfo if named.fullmatch(name))[:_MOST_KEPT]
            body = parse(read_part(archive, "word/document.xml"))
            styles = parse(read_part(archive, "word/styles.xml"))
            furniture = [parse(read_part(archive, name)) for name in kept]
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
