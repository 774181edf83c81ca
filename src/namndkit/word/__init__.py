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
from namndkit.word.record import Found, Record, find_record, is_proven, parts_of

__all__ = [
    "LOOK",
    "Change",
    "Found",
    "Look",
    "Record",
    "alternatives",
    "changes",
    "find_record",
    "is_proven",
    "parts_of",
    "proofread_look",
    "read_look",
    "read_picture",
    "write",
]


def write(document: Document, look: Look, made_of: str = "-", case: str = "-") -> bytes:
    """``document`` as a Word file; ``made_of`` and ``case`` are the digests of what it was made from and
    of whose document it is.
    """
    writer = BodyWriter(look)
    return pack(document, look, writer.body(document), writer, made_of, case)
