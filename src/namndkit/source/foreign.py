"""Files of other programs given as a case: what they are, known by their first bytes."""

from __future__ import annotations

_WORD = "ett Word-dokument"
_PACKED = "en packad fil (zip)"
_IN_PACKED: tuple[tuple[bytes, str], ...] = (
    (b"word/document", _WORD),
    (b"xl/workbook", "ett Excel-dokument"),
    (b"ppt/presentation", "ett PowerPoint-dokument"),
    (b"application/vnd.oasis.opendocument", "ett LibreOffice-dokument"),
)
_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", _PACKED),
    (b"\xd0\xcf\x11\xe0", "ett dokument från ett äldre Office-program"),
    (b"%PDF", "en PDF"),
    (b"{\\rtf", "ett RTF-dokument"),
    (b"\x89PNG", "en bild"),
    (b"\xff\xd8\xff", "en bild"),
)


def foreign_kind(data: bytes) -> str | None:
    """What the file with the content ``data`` is in Swedish, when it is no text at all."""
    start = next((what for sign, what in _STARTS if data.startswith(sign)), None)
    if start != _PACKED:
        return start
    return next((what for sign, what in _IN_PACKED if sign in data), start)


def case_remedy(kind: str, path: str) -> str:
    """What to do instead of giving the file ``path``, which is a ``kind``, as a case."""
    if kind != _WORD:
        return "Ange ärendets fil, som slutar på .yaml."
    name = f'"{path}"' if " " in path else path
    return (
        f"Ange ärendets fil, som slutar på .yaml. Dokumentet granskas med namndkit inspect {name}, "
        f"och blir ett ärende med namndkit new yttrande arende.yaml --from-docx {name}"
    )
