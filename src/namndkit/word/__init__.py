"""word: Document → the bytes of a .docx, in the looks of a Word file. Only here are python-docx and
lxml known.
"""

from __future__ import annotations

from namndkit.values.document import Document
from namndkit.word.body import BodyWriter
from namndkit.word.look import Look, read_look
from namndkit.word.package import pack

__all__ = ["Look", "read_look", "write"]


def write(document: Document, look: Look) -> bytes:
    """``document`` as a Word file."""
    writer = BodyWriter(look)
    return pack(document, look, writer.body(document), writer)
