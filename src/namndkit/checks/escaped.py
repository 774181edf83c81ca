"""NK245: characters that stand as a program's code for them (``f&ouml;r``, ``N=C3=A4mnden``, ``_x000D_``)."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator

from namndkit.values.diagnostic import Diagnostic, warning
from namndkit.values.node import Scalar

_WORD = re.compile(r"\S+")
_SIGNS = ("&", "=", "%", "\\", "_x")
_ADDRESS = re.compile(r"://|@|\?|/")
_LONGEST = 200


def _html(found: re.Match[str]) -> str:
    return html.unescape(found.group())


def _code(found: re.Match[str]) -> str:
    char = chr(int(found[1], 16))
    return char if char.isprintable() else ""


def _utf8(found: re.Match[str]) -> str:
    data = bytes.fromhex(re.sub("[=%]", "", found.group()))
    try:
        return data.decode()
    except UnicodeDecodeError:
        return found.group()


def _byte(found: re.Match[str]) -> str:
    return bytes.fromhex(found[1]).decode("cp1252")


_ANYWHERE: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"), _html),
    (re.compile(r"_x([0-9A-Fa-f]{4})_"), _code),
)
_SWEDISH_BYTE = "(e5|e4|f6|e9|c5|c4|d6)"
_IN_WORDS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"(?:=(?:[C-F][0-9A-F]|[89AB][0-9A-F])){2,12}"), _utf8),
    (re.compile(r"(?:%(?:[C-Fc-f][0-9A-Fa-f]|[89ABab][0-9A-Fa-f])){2,12}"), _utf8),
    (
        re.compile(
            rf"(?<=[^\W\d_])={_SWEDISH_BYTE}(?=[^\W\d_a-fA-F]|[a-f][^\W\d_])", re.IGNORECASE
        ),
        _byte,
    ),
    (re.compile(r"\\[uU](00[0-9a-fA-F]{2}|20[0-9a-fA-F]{2})"), _code),
    (re.compile(rf"\\'{_SWEDISH_BYTE}", re.IGNORECASE), _byte),
)
"""HTML and Excel; quoted-printable mail, addresses, program text and RTF, which an address may hold."""


def escaped(node: Scalar) -> Iterator[Diagnostic]:
    """Each word of ``node`` in which such codes stand for characters."""
    if not any(sign in node.text for sign in _SIGNS):
        return
    for found in _WORD.finditer(node.text):
        word = found.group()
        meant = _meant(word) if any(sign in word for sign in _SIGNS) else word
        if meant != word:
            message = f"I ”{word[:40]}” står en kod i stället för ett tecken."
            shown = meant[:40].strip()
            hint = (
                f"Skriv ”{shown}”." if shown else "Skriv ett mellanslag eller en ny rad i stället."
            )
            yield warning(node.at(*found.span()), "NK245", message, hint)


def _meant(word: str) -> str:
    rules = _ANYWHERE if len(word) > _LONGEST or _ADDRESS.search(word) else _ANYWHERE + _IN_WORDS
    for pattern, char in rules:
        word = pattern.sub(char, word)
    return word
