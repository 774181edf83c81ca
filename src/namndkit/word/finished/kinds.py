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


_OTHERS = (b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf", b"MZ", b"PK\3\4", b"\x1f\x8b")
"""How files begin that are no pictures or fonts, whatever they are said to be."""
_WRITTEN = ("text/", "application/json", "application/javascript", *_SILENT)


def is_silent(kind: str, start: bytes) -> bool:
    """True for a content type without text, unless the first bytes are those of another file."""
    return (kind.startswith(_SILENT) or kind.endswith(_SILENT_ENDS)) and not start.startswith(
        _OTHERS
    )


def is_written(kind: str, start: bytes) -> bool:
    """True for a text file, also one that is said to be a picture."""
    said = kind.startswith(_WRITTEN) or kind.endswith(_SILENT_ENDS)
    if not said or start.startswith(_OTHERS):
        return False
    if start.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return True
    plain = start.replace(b"\0", b"")
    text = plain.decode("utf-8", "ignore" if len(start) > 60 else "replace")
    return len(plain) * 2 >= len(start) and all(one.isprintable() or one.isspace() for one in text)


def is_metafile(kind: str, name: str, start: bytes) -> bool:
    """True for a picture of drawn lines and letters (EMF, WMF), which holds its texts as texts."""
    drawn = start.startswith(b"\xd7\xcd\xc6\x9a") or start[40:44] == b" EMF"
    return drawn or kind.endswith(("emf", "wmf")) or name.lower().endswith((".emf", ".wmf"))


def told(kind: str, name: str, start: bytes) -> str:
    """What a part that is not read holds, in Swedish."""
    words = f"{kind} {name.lower()} {start[:8].decode('latin-1').lower()}"
    return next((text for word, text in _UNREAD.items() if word in words), "okänt innehåll")


def is_tree(start: bytes) -> bool:
    """True for the first bytes of XML, in any of its encodings."""
    return start.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \r\n\t").startswith(b"<")
