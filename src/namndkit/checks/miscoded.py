"""NK245: UTF-8 that was read as something else (``NÃ¤mnden``), found by reading it back."""

from __future__ import annotations

import re
from collections.abc import Iterator

from namndkit.values.diagnostic import Diagnostic, warning
from namndkit.values.node import Scalar

_CODECS = ("cp1252", "mac_roman", "cp850", "cp437")
"""What Windows, older Macs and the command prompt take a file for."""
_NOT_ASCII = re.compile(r"[^\x00-\x7f]{2,}")
_WORD = re.compile(r"(?:\S|(?<=[^\x00-\x7f])[\u00a0\x85])+")
"""A word with the no-break space that may be a part of a letter."""
_SEQUENCE = re.compile(
    b"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
"""A character beyond ASCII in UTF-8 (RFC 3629)."""
_QUOTES = frozenset("”’“‘»«›")
_CLOSES = _QUOTES | frozenset("…–—™®²³°§\u00a0")
"""What may stand right after a letter in any text: ``”Å och Ä”`` can be read back, but is whole."""
_SWEDISH = frozenset("åäöÅÄÖéÉüÜ")
_MOST_READINGS = 3
"""How many times one text can have been saved wrongly."""


def miscoded(node: Scalar) -> Iterator[Diagnostic]:
    """Each word of ``node`` that becomes another when its characters are read as the UTF-8 they were."""
    if not _NOT_ASCII.search(node.text):
        return
    for found in _WORD.finditer(node.text):
        word = found.group()
        meant = _meant(word)
        if meant != word:
            message = f"”{word[:40]}” är ”{meant[:40]}” läst med fel teckenkodning."
            hint = f"Skriv ”{meant[:40]}”. Är hela texten sådan kopierar du den på nytt."
            yield warning(node.at(*found.span()), "NK245", message, hint)


def _meant(word: str) -> str:
    for _ in range(_MOST_READINGS):
        read = next((one for codec in _CODECS if (one := _read_back(word, codec)) != word), word)
        if read == word:
            break
        word = read
    return word


def _read_back(word: str, codec: str) -> str:
    """``word`` with what must have been UTF-8, read as ``codec``, as the characters that it was."""
    return _NOT_ASCII.sub(lambda run: _run(run, codec), word)


def _run(run: re.Match[str], codec: str) -> str:
    text = run.group()
    raw = b"".join(_byte(char, codec) for char in text)
    found = list(_SEQUENCE.finditer(raw))
    edges = {*(one.start() for one in found)} & {*(one.end() for one in found)}
    done, read = 0, ""
    for one in found:
        start, end = one.span()
        char, several = one.group().decode("utf-8", "ignore"), not edges.isdisjoint(one.span())
        if char and _is_likely(char, text[start:end], several=several and codec == _CODECS[0]):
            read += text[done:start] + char
            done = end
    return read + text[done:]


def _byte(char: str, codec: str) -> bytes:
    """The one byte of ``char``; a zero, which is part of no sequence, when it has none."""
    try:
        return char.encode(codec)
    except UnicodeEncodeError:
        return b"\x00"


def _is_likely(char: str, shown: str, *, several: bool) -> bool:
    """True when ``char`` is what was meant by ``shown``.

    It is what European texts are full of, or a letter of another script among others; and what is
    shown is no letter with what may well follow it.
    """
    code, after = ord(char), set(shown[1:])
    if code < 0x100:
        return several or not (shown[0].isalpha() and after <= _QUOTES)
    if shown[0] in _SWEDISH and after <= _CLOSES:
        return False
    if code < 0x180:
        return shown[0] in "ÄÅ"
    return (
        0x2000 <= code < 0x2300 or code > 0xFFFF or (several and code >= 0x370 and char.isalpha())
    )
