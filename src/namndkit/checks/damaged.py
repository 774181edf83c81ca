"""NK124: characters that are lost, have no looks or turn the text, told by what Unicode says they are."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from namndkit.values.diagnostic import Diagnostic, error
from namndkit.values.node import Scalar

_TURNS = ("LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI")
"""The classes of what turns the text round it; a lone direction mark (U+200E, U+200F) turns nothing."""
_LOST = "\ufffd"
_WORDS_MARKS = range(0xF020, 0xF100)
"""Word's marks of lists, in its symbol fonts; at the beginning of a line the reading of the text tells."""
_JOINERS = ("\u200c", "\u200d")
_FLAG, _TAGS = "\U0001f3f4", range(0xE0020, 0xE0080)
_EUROPEAN = ("LATIN", "GREEK", "CYRILLIC")
"""Scripts in which no letter is joined to the next."""
_PASTED = "Ta bort tecknet. Det följer ofta med när text klistras in."


def damaged(node: Scalar) -> Iterator[Diagnostic]:
    """Each place in the text of ``node`` where such a character stands."""
    text = node.text
    if text.isascii():
        return
    wrong = {char: said for char in set(text) if not char.isascii() and (said := _damage(char))}
    for at, char in enumerate(text) if wrong else ():
        if char in wrong and not (ord(char) in _WORDS_MARKS and _begins_line(node, at)):
            what, remedy = wrong[char]
            message = f"Här står {what} (U+{ord(char):04X})."
            yield error(node.at(at, at + 1), "NK124", message, remedy)


def _damage(char: str) -> tuple[str, str] | None:
    """What is wrong with ``char`` wherever it stands, and what to do."""
    if char == _LOST:
        return "ett tecken i stället för en bokstav som gått förlorad", "Skriv bokstaven."
    if unicodedata.bidirectional(char) in _TURNS:
        return "ett osynligt tecken som vänder texten", _PASTED
    kind = unicodedata.category(char)
    if kind == "Co":
        remedy = "Skriv det tecken som ska stå här, eller ta bort det."
        return "ett tecken som bara syns i ett visst typsnitt", remedy
    if char == "\ufffc" or (kind == "Cf" and unicodedata.bidirectional(char) == "ON"):
        return "ett osynligt tecken i stället för något som inte kom med", _PASTED
    if kind == "Cs" or (kind == "Cn" and _is_no_character(ord(char))):
        return "något som inte är ett tecken", _PASTED
    return None


def _is_no_character(code: int) -> bool:
    """Unicode keeps these for programs; other unassigned ones may be letters of a later version."""
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def _begins_line(node: Scalar, at: int) -> bool:
    before = node.text[node.text.rfind("\n", 0, at) + 1 : at]
    return node.style in ("|", ">", "file") and not before.strip(" \t>")


def is_invisible(text: str, at: int) -> bool:
    """True for a character without width that does nothing where it stands in ``text``.

    Joiners are kept between letters of scripts that are joined and in emoji, tags in flags.
    """
    char = text[at]
    if unicodedata.category(char) != "Cf" or unicodedata.bidirectional(char) != "BN":
        return False
    if ord(char) in _TAGS:
        start = at
        while start and ord(text[start]) in _TAGS:
            start -= 1
        return text[start] != _FLAG
    return char not in _JOINERS or not at or not _is_joined(text[at - 1])


def _is_joined(char: str) -> bool:
    kind = unicodedata.category(char)
    if kind[0] == "L":
        return not unicodedata.name(char, "").startswith(_EUROPEAN)
    return kind[0] in "MS"
