"""word: Document → the bytes of a .docx, in the looks of a Word file. Only here are python-docx and
lxml known.
"""

from __future__ import annotations

from namndkit.values.document import Document
from namndkit.word.body import BodyWriter
from namndkit.word.changes import Change, changes
from namndkit.word.fonts import alternatives
from namndkit.word.look import LOOK, Look, proofread_look, read_look
from namndkit.word.package import pack
from namndkit.word.picture import read_picture
from namndkit.word.record import Found, Record, digest_of_parts, find_record

__all__ = [
    "LOOK",
    "Change",
    "Found",
    "Look",
    "Record",
    "alternatives",
    "changes",
    "digest_of_parts",
    "find_record",
    "proofread_look",
    "read_look",
    "read_picture",
    "write",
]


def write(document: Document, look: Look, made_of: str = "-") -> bytes:
    """``document`` as a Word file; ``made_of`` is the digest of what it was made from."""
    writer = BodyWriter(look)
    return pack(document, look, writer.body(document), writer, made_of)
