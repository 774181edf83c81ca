"""NK245: å, ä and ö that were one byte and were read as another's (``N„mnden``, ``NŠmnden``, ``NΣmnden``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from namndkit.values.diagnostic import Diagnostic, warning
from namndkit.values.node import Scalar

_READINGS = (
    *(("cp1252", "cp850"), ("cp1252", "mac_roman"), ("mac_roman", "cp1252"), ("cp437", "cp1252")),
    *(("cp850", "cp1252"), ("cp1251", "cp1252"), ("koi8_r", "cp1252"), ("iso8859_7", "cp1252")),
)
"""(what the bytes were taken for, what they were)."""
_WORD = re.compile(r"\S+")
_SWEDISH = frozenset("åäöÅÄÖ")
_QUOTES = frozenset("”“„")
_ENDS = frozenset("…—–-/‘’«»·™®©°§²³½")
"""What may stand between two letters of any text."""

_NEVER = _SWEDISH | _ENDS | frozenset("éèüáàæø\u00a0")
"""What is strange nowhere: texts with nothing else beside ASCII are not looked at word by word."""


def one_byte(node: Scalar) -> Iterator[Diagnostic]:
    """Each word of ``node`` with a sign inside that no word has, and that is a Swedish letter read back."""
    text = node.text
    if _NEVER.issuperset(char for char in set(text) if not char.isascii()):
        return
    found = list(_misread(text, ends=False))
    for span, word, meant in _misread(text, ends=True) if found else ():
        message = f"”{word[:40]}” är ”{meant[:40]}” läst med fel teckenkodning."
        hint = f"Skriv ”{meant[:40]}”. Är hela texten sådan kopierar du den på nytt."
        yield warning(node.at(*span), "NK245", message, hint)


def _misread(text: str, *, ends: bool) -> Iterator[tuple[tuple[int, int], str, str]]:
    """Such words, where they stand and what they were.

    With ``ends`` a lone quotation mark after a word is a letter too, as it is where others are.
    """
    opened = False
    for found in _WORD.finditer(text):
        word = found.group()
        if word.isascii():
            continue
        quoted = opened or word[0] in _QUOTES
        strange = {
            char for at, char in enumerate(word) if _is_strange(word, at, opened=quoted, ends=ends)
        }
        meant = _meant(word, strange)
        if meant != word:
            yield found.span(), word, meant
        opened = opened or any(
            char in _QUOTES and not word[at - 1 : at].isalnum() for at, char in enumerate(word)
        )


def _meant(word: str, strange: set[str]) -> str:
    """``word`` with what is ``strange`` in it read as Swedish letters, capital among capitals only."""
    meant = []
    for shown, was in _READINGS if strange else ():
        letters = {char: _read(char, shown, was) for char in strange}
        if all(letter in _SWEDISH for letter in letters.values()):
            meant.append("".join(letters.get(char, char) for char in word))
    return next((one for one in meant if one[1:].islower() or one.isupper()), [*meant, word][0])


def _read(char: str, shown: str, was: str) -> str:
    try:
        return char.encode(shown).decode(was)
    except UnicodeError:
        return ""


def _is_strange(word: str, at: int, *, opened: bool, ends: bool) -> bool:
    """True for what stands at ``at`` when no word has it there; a quotation mark may close one."""
    char, before, after = word[at], word[at - 1 : at] if at else "", word[at + 1 : at + 2]
    if char.isascii() or char in _SWEDISH or char in _ENDS or not _is_latin(before):
        return False
    if char in _QUOTES:
        return char == "„" or (not opened and (_is_latin(after) or (ends and not after)))
    if not char.isalpha():
        return _is_latin(after)
    if _is_latin(char):
        return char.isupper() and after.islower() | (not after and before.islower())
    return _is_latin(after) and char not in "µμΩΔ"


def _is_latin(char: str) -> bool:
    """True for a letter of those that Western codes hold."""
    return char.isalpha() and ord(char) < 0x250 and char != "µ"
