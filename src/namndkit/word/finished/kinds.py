"""Kinds of parts: those that hold no text, and in words those that are not read."""

from __future__ import annotations

_SILENT = ("image/", "font/", "application/x-font", "application/vnd.ms-opentype")
_SILENT_ENDS = ("obfuscatedfont", "printersettings", "fontdata")
"""Kinds of parts that hold no text: pictures, fonts, the settings of a printer."""
_UNREAD = {
    "vbaproject": "makron",
    "oleobject": "ett inbäddat objekt",
    "\xd0\xcf\x11\xe0": "en inbäddad fil av äldre slag",
    "rtf": "text i formatet RTF",
    "pdf": "en pdf",
    "audio/": "ljud",
    "video/": "film",
    "activex": "en kontroll av typen ActiveX",
}


def is_silent(kind: str) -> bool:
    """True for a content type without text."""
    return kind.startswith(_SILENT) or kind.endswith(_SILENT_ENDS)


def is_metafile(kind: str, name: str) -> bool:
    """True for a picture of drawn lines and letters (EMF, WMF), which holds its texts as texts."""
    return kind.endswith(("emf", "wmf")) or name.lower().endswith((".emf", ".wmf"))


def told(kind: str, name: str, start: bytes) -> str:
    """What a part that is not read holds, in Swedish."""
    words = f"{kind} {name.lower()} {start[:8].decode('latin-1').lower()}"
    return next((text for word, text in _UNREAD.items() if word in words), "okänt innehåll")


def is_tree(start: bytes) -> bool:
    """True for the first bytes of XML, in any of its encodings."""
    return start.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \r\n\t").startswith(b"<")
