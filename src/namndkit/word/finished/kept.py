"""What XML keeps where no page shows it: in attributes of any name, in elements of any kind, in base64.

Attributes are many, and nearly all of them are settings. Those with fewer than ten digits cannot hold
the number of a person, and a whole number that only tells one element from another is none.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from typing import Any

from namndkit.word.finished.drawn import is_known
from namndkit.word.xml import w

_TEN = re.compile(r"(?:\d\D*+){10}")
_WHOLE = re.compile(r"[-+]?\d{1,10}")
_COUNTS = frozenset(("crossax", "relativeheight"))
"""Names of whole numbers that are set by programs, besides those that end in ``id``."""
_NAMES = frozenset((w("name"), w("anchor")))
"""Attributes with names of places, which have low lines for blanks and dashes."""
_SHOWN = frozenset(("t", "delText", "instrText", "delInstrText"))
"""Elements of a text that is read run by run as the paragraph that it is."""
_BASE64 = frozenset(
    ("fldData", "binData", "blob", "oblob", "stream", "ostream", "storage", "ostorage", "vstream")
)
_LOADS = frozenset(("imagedata", "fill", "stroke", "image", "feImage", "use"))
"""Elements of VML and SVG that show what their address holds."""
_PRINTED = re.compile("[\x20-\x7e\xa0-\xff\u2010-\u2015]{10,}")


def attributes(element: Any) -> Iterator[str]:
    """The attributes of one element that may hold a number."""
    for name, value in element.attrib.items():
        if len(value) > 9 and _TEN.search(value) and not _is_count(element, str(name), value):
            yield value.replace("_", " ") if name in _NAMES and " " not in value else value


def kept(root: Any, *, texts: bool) -> Iterator[str]:
    """All that ``root`` and what is below it keep in attributes and in base64; with ``texts`` also in
    elements that are not read as paragraphs.
    """
    for one in root.iter():
        if one.attrib:
            yield from attributes(one)
        text = one.text
        if text and len(text) > 9:
            name = str(one.tag).rpartition("}")[2]
            if name in _BASE64:
                yield from printed(_decoded(text))
            elif texts and name not in _SHOWN and _TEN.search(text):
                yield text
        if texts and one.tail and _TEN.search(one.tail):
            yield one.tail


def printed(data: bytes) -> Iterator[str]:
    """The texts in data of an unknown kind, one byte or two for each character."""
    for at, coding in ((0, "latin-1"), (0, "utf-16-le"), (1, "utf-16-le")):
        for found in _PRINTED.finditer(data[at:].decode(coding, "ignore")):
            if _TEN.search(found.group()):
                yield found.group()


def loaded(root: Any) -> Iterator[str]:
    """The addresses outside the file whose pictures are shown, without a relation (VML, SVG)."""
    for one in root.iter():
        if str(one.tag).rpartition("}")[2] in _LOADS:
            for name, value in one.attrib.items():
                if str(name).rpartition("}")[2] in ("src", "href") and _is_outside(value):
                    yield value


def has_number(text: str) -> bool:
    """True for a text with ten digits or more."""
    return _TEN.search(text) is not None


def _is_outside(address: str) -> bool:
    return re.match(r"(?:https?|ftp|file):|\\\\|//", address, re.IGNORECASE) is not None


def _is_count(element: Any, name: str, value: str) -> bool:
    """True for a whole number of the format's own that tells elements apart (of 32 bits: ten digits)."""
    if not _WHOLE.fullmatch(value) or not is_known(str(element.tag)[1:].partition("}")[0]):
        return False
    own = name.rpartition("}")[2]
    own = (str(element.tag).rpartition("}")[2] if own == "val" else own).lower()
    return (own.endswith("id") and own != "userid") or own in _COUNTS


def _decoded(text: str) -> bytes:
    try:
        return binascii.a2b_base64(text)
    except (binascii.Error, ValueError):
        return b""
