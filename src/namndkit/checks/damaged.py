"""NK124: characters that are lost, have no looks or turn the text, told by what Unicode says they are."""

from __future__ import annotations

import re
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
_DIRECTIONS = ("\u200e", "\u200f", "\u061c")
"""Marks of direction: of use beside a letter of a script that runs to the left."""
_IGNORED = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
"""What Unicode lets be invisible (Default_Ignorable_Code_Point) and is no format character."""
_OVERLAY = 1
"""The combining class of strokes through a letter."""
_SWEDISH_MARKS = ("\u0308", "\u030a")
_FLAG, _TAGS = "\U0001f3f4", range(0xE0020, 0xE0080)
_EUROPEAN = ("LATIN", "GREEK", "CYRILLIC")
"""Scripts in which no letter is joined to the next."""
_STRUCK = "ett streck genom texten"
_PASTED = "Ta bort tecknet. Det följer ofta med när text klistras in."


def damaged(node: Scalar) -> Iterator[Diagnostic]:
    """Each place in the text of ``node`` where such a character stands."""
    text = node.text
    if text.isascii():
        return
    wrong = {char: said for char in set(text) if not char.isascii() and (said := _damage(char))}
    yield from _stray_marks(node)
    for at, char in enumerate(text) if wrong else ():
        if char in wrong and not (ord(char) in _WORDS_MARKS and _begins_line(node, at)):
            if (what := wrong[char][0]) == _STRUCK and text[at - 2 : at - 1] == char:
                continue  # one line through several letters
            remedy = wrong[char][1]
            message = f"Här står {what} (U+{ord(char):04X})."
            yield error(node.at(at, at + 1), "NK124", message, remedy)


def _stray_marks(node: Scalar) -> Iterator[Diagnostic]:
    """The dots and the ring of å, ä and ö on a letter that has none, as in ``Malm̊o``."""
    text = node.text
    for at, char in enumerate(text) if any(mark in text for mark in _SWEDISH_MARKS) else ():
        if char not in _SWEDISH_MARKS:
            continue
        base = text[at - 1 : at]
        european = unicodedata.name(base, "LATIN").startswith(_EUROPEAN) if base else True
        plain = not base or base.isspace() or base.isalnum()
        if european and plain and len(unicodedata.normalize("NFC", base + char)) > len(base):
            message = f"Här står prickar eller en ring på fel bokstav (U+{ord(char):04X})."
            yield error(node.at(at, at + 1), "NK124", message, "Skriv å, ä eller ö som en bokstav.")


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
    if unicodedata.combining(char) == _OVERLAY:
        remedy = "Skriv det som ska gälla. Genomstruken text är text som någon har tagit bort."
        return _STRUCK, remedy
    if unicodedata.name(char, "").startswith("SYMBOL FOR "):
        remedy = "Jämför med källan: här ska oftast stå ett mellanslag eller en ny rad."
        return "en bild av ett styrtecken", remedy
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
    if char in _DIRECTIONS:
        return not any(
            map(
                _runs_left,
                (text[max(0, at - 9) : at].rstrip()[-1:], text[at + 1 : at + 9].lstrip()[:1]),
            )
        )
    if _IGNORED.match(char):
        return not at or text[at - 1].isspace() or _is_european(text[at - 1])
    if unicodedata.category(char) != "Cf" or unicodedata.bidirectional(char) != "BN":
        return False
    if ord(char) in _TAGS:
        start = at
        while start and ord(text[start]) in _TAGS:
            start -= 1
        return text[start] != _FLAG
    return char not in _JOINERS or not at or not _is_joined(text[at - 1])


def _runs_left(char: str) -> bool:
    return bool(char) and unicodedata.bidirectional(char) in ("R", "AL")


def _is_joined(char: str) -> bool:
    return unicodedata.category(char)[0] in "LMS" and not _is_european(char)


def _is_european(char: str) -> bool:
    """True for a letter that is joined to no other."""
    return char.isalpha() and unicodedata.name(char, "").startswith(_EUROPEAN)
