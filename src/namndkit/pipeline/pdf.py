"""From the Word documents that are written to their PDF files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from namndkit.pdf import convert, digest, find_office, sealed

__all__ = ["find_office", "make_pdfs", "stands_pdf"]


def make_pdfs(
    documents: Sequence[Path], office: str, templates: Path
) -> Iterator[tuple[Path, bytes | None]]:
    """Each of ``documents`` with its PDF, or None when ``office`` (LibreOffice) did not make one.

    The Word file in ``templates`` tells which fonts may stand in where a document does not: a file
    that LibreOffice has saved has lost what it said of that.
    """
    from namndkit.word import LOOK, alternatives

    fonts = alternatives(templates / LOOK)
    for document in documents:
        fonts.update(alternatives(document))
    return convert(documents, office, fonts)


def stands_pdf(data: bytes, document: bytes) -> str:
    """The PDF ``data``: ``nothing``, ``current`` (as written, of the Word file ``document``), ``old`` (of
    another) or ``foreign``.
    """
    if not data:
        return "nothing"  # an empty file holds nothing to lose
    marks = sealed(data)
    if marks is None or not marks.intact:
        return "foreign"
    return "current" if marks.document == digest(document) else "old"
