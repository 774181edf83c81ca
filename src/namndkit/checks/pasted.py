"""NK215: characters that come of pasting from Word and PDF and look like others."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from namndkit.checks.damaged import is_invisible
from namndkit.checks.texts import Written
from namndkit.values.diagnostic import Diagnostic, warning

_LETTERS = re.compile(r"[^\W\d_]+")
OTHER_SCRIPT = dict(
    zip("аеорсухіјѕАВЕЅІЈКМНОРСТУХοΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aeopcyxijsABESIJKMHOPCTYXoABEZHIKMNOPTYX", strict=True)
)  # fmt: skip
"""Letters of Cyrillic and Greek that look like Latin ones."""
_TYPEFACES = ("FULLWIDTH ", "MATHEMATICAL ", "LATIN SMALL LIGATURE ")
"""What the names of letters and digits begin with that stand for others (Unicode's compatibility)."""
_WIDE = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL")
_ORDINARY = frozenset("åäöÅÄÖéÉèüÜáàæøÆØ–—−’”…§€°½·«»\u00a0")
"""What Swedish text holds beside ASCII, and that looks like nothing else."""
_NAMES = {"\u00ad": "mjukt bindestreck"}


def lookalikes(text: str) -> dict[int, tuple[str, str]]:
    """Where letters and digits of ``text`` look like others: each with what it stands for and its name."""
    found: dict[int, tuple[str, str]] = {}
    wide = any(unicodedata.name(char, "").startswith(_WIDE) for char in set(text))
    for at, char in enumerate(text):
        kind = unicodedata.name(char, "") if not char.isascii() else ""
        meant = unicodedata.normalize("NFKC", char) if kind.startswith(_TYPEFACES) else ""
        if meant and meant.isalnum() and meant.isascii() and not (wide and kind[0] == "F"):
            several = len(meant) > 1
            found[at] = (
                meant,
                "sammanskrivna bokstäver" if several else f"{char} i stället för {meant}",
            )
    for word in _LETTERS.finditer(text) if not OTHER_SCRIPT.keys().isdisjoint(text) else ():
        others = {
            at: char for at, char in enumerate(word.group(), word.start()) if not _is_latin(char)
        }
        if len(others) < len(word.group()) and all(
            char in OTHER_SCRIPT for char in others.values()
        ):
            for at, char in others.items():
                found[at] = (
                    OTHER_SCRIPT[char],
                    "en bokstav ur en annan skrift (grekisk eller kyrillisk)",
                )
    return found


def _is_latin(char: str) -> bool:
    return unicodedata.name(char, "").startswith("LATIN")


def pasted(text: Written) -> Iterator[Diagnostic]:
    """Soft hyphens, letters that look like others and spaces without width: no search finds the word."""
    whole = text.plain.text
    if _ORDINARY.issuperset(char for char in set(whole) if not char.isascii()):
        return
    seen = any(not is_invisible(whole, at) and not char.isspace() for at, char in enumerate(whole))
    meanings = {} if whole.isascii() else lookalikes(whole)
    for at, char in enumerate(whole) if not whole.isascii() else ():
        if at in meanings:
            meant, name = meanings[at]
        elif char.isascii() or not is_invisible(whole, at):
            continue
        else:
            meant, name = "", _NAMES.get(char, f"tecken utan bredd (U+{ord(char):04X})")
        place = text.plain.at(at, at + 1)
        message = f"Här står ett tecken som följt med från Word eller PDF: {name}."
        if not seen:  # taking the sign away would leave a key with nothing
            yield warning(place, "NK215", message, "Skriv texten, eller ta bort raden.")
            return
        hint = f"Skriv ”{meant}”." if meant else "Ta bort tecknet."
        yield replace(
            warning(place, "NK215", message, hint), fixes=text.fixes([(at, at + 1, meant)])
        )
