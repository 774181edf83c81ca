"""What LibreOffice draws from the clock and at random in a PDF, replaced by digests of the same length.

So the same document gives the same bytes, and a PDF tells later of which document it was made and
whether it is still as it was written.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

_DATE = re.compile(rb"/(?:CreationDate|ModDate) ?\(D:[0-9+\-Z']*\)")
_STAMP = re.compile(rb"<xmp:(CreateDate|ModifyDate|MetadataDate)>[^<]*</xmp:\1>")
_ID = re.compile(rb"/ID ?\[ ?<([0-9A-Fa-f]{32})>\s*<([0-9A-Fa-f]{32})> ?\]")
_DIGITS = 32
_SUM = re.compile(rb"/DocChecksum ?/([0-9A-Fa-f]{32})")


@dataclass(frozen=True, slots=True)
class Sealed:
    """A PDF that namndkit wrote: the ``document`` it was made of, as a digest, and whether it is ``intact``."""

    document: str
    intact: bool


def seal(data: bytes, document: bytes) -> bytes:
    """The PDF ``data``, made of the Word file ``document``, without times and with digests as its marks.

    The times are left out (ISO 32000-1, 14.3.3 asks for none); the file identifier (14.4) is a digest
    of the rest, and LibreOffice's own check sum becomes the document's digest.
    """
    for pattern in (_DATE, _STAMP):
        data = pattern.sub(lambda found: b" " * len(found.group()), data)
    data = _put(_SUM, data, digest(document))
    return _put(_ID, data, _own_digest(data))


def sealed(data: bytes) -> Sealed | None:
    """The marks of the PDF ``data``; None when it has none that namndkit could have put there."""
    checksum, identifier = _SUM.search(data), _ID.search(data)
    if not checksum or not identifier:
        return None
    own = identifier.group(1).decode() == _own_digest(data)
    return Sealed(checksum.group(1).decode(), own)


def digest(document: bytes) -> str:
    """The mark of the Word file ``document`` in its PDF: 32 hexadecimal digits."""
    return hashlib.sha256(document).hexdigest()[:_DIGITS].upper()


def _own_digest(data: bytes) -> str:
    """A digest of ``data`` but for its file identifier."""
    return digest(_put(_ID, data, "0" * _DIGITS))


def _put(pattern: re.Pattern[bytes], data: bytes, mark: str) -> bytes:
    """``data`` with ``mark`` in each group that ``pattern`` finds last in it."""
    for found in list(pattern.finditer(data))[-1:]:
        for number in range(1, pattern.groups + 1):
            start, end = found.span(number)
            data = data[:start] + mark.encode() + data[end:]
    return data
