"""A text as its reader sees its digits and dashes, whatever signs they are written with."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_DASHES = "\u2212\u2043\u02d7\u207b\u208b\u2796\u2053\u223c"
"""Signs that look like a dash and that Unicode does not count as one (Pd)."""


class _Alike(dict[int, str]):
    """For ``str.translate``: the plain sign of each, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        kind = unicodedata.category(char)
        if kind == "Cf":
            char = ""
        elif kind == "Pd" or char in _DASHES:
            char = "-"
        elif kind == "Nd":
            char = str(unicodedata.decimal(char))
        self[code] = char
        return char


_ALIKE = _Alike()


def plain_signs(text: str) -> tuple[str, Sequence[int]]:
    """``text`` without signs of no width, with ASCII digits and dashes; and where each character stood."""
    if text.isascii():
        return text, range(len(text))
    seen = text.translate(_ALIKE)
    if len(seen) == len(text):
        return seen, range(len(text))
    return seen, [at for at, char in enumerate(text) if _ALIKE[ord(char)]]
