"""word: Document → the bytes of a .docx, in the looks of a Word file. Only here are python-docx and
lxml known.
"""

from __future__ import annotations

from namndkit.values.diagnostic import Outcome, error
from namndkit.values.document import Document
from namndkit.values.position import Position
from namndkit.word.body import BodyWriter
from namndkit.word.look import Look, read_look
from namndkit.word.package import pack

__all__ = ["Look", "read_look", "write"]


def write(document: Document, look: Look) -> Outcome[bytes]:
    """``document`` as a Word file; a style that the Word file lacks is a finding, not a crash."""
    writer = BodyWriter(look)
    body = writer.body(document)
    if writer.missing:
        names = ", ".join(f"”{name}”" for name in sorted(writer.missing))
        message = f"Word-mallen saknar formatmallar som dokumentet behöver: {names}."
        hint = "Lägg till dem i Word-mallen, eller kopiera namndkits egen."
        return Outcome(None, (error(Position(look.path), "NK410", message, hint),))
    return Outcome(pack(document, look, body, writer))
