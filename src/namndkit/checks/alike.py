"""A number that its reader takes for one of the right form: the signs in it that only look right."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from namndkit.checks.pasted import OTHER_SCRIPT
from namndkit.checks.signs import plain_signs

_STROKES = {
    "–": "ett tankstreck",
    "—": "ett långt tankstreck",
    "−": "ett minustecken",
    "\u2010": "ett annat slags bindestreck",
    "\u2011": "ett hårt bindestreck",
    "\u00ad": "ett mjukt bindestreck",
}
_DIGITS = {"O": "0", "o": "0", "I": "1", "l": "1", "S": "5", "B": "8"}
_LETTERS = {"0": "O", "1": "I", "5": "S", "8": "B"}
_NAMES = {"0": "nollan", "1": "ettan", "5": "femman", "8": "åttan"}
_IN_NUMBERS = re.compile(r"(?<=[0-9])[OoIlSB]+|[OoIlSB]+(?=[0-9])")
_IN_LETTERS = re.compile(r"(?<=[A-ZÅÄÖ])[0158]+|[0158]+(?=[A-ZÅÄÖ])")
_GONE = "\0"
"""Stands for a sign that is to be taken away, so that every sign keeps its place."""
_Change = tuple[str, str]
"""The sign to write, and in words what stands there."""
_Reading = Callable[[str], Iterator[tuple[int, _Change]]]


def meant_by_looks(number: str, fits: Callable[[str], bool]) -> tuple[str, str] | None:
    """The number that ``fits`` and looks as ``number`` does, with the Swedish words for what differs."""
    for readings in _READINGS:
        text, told = number, list[str]()
        for reading in readings:
            changes = dict(reading(text))
            text = "".join(
                changes[at][0] if at in changes else char for at, char in enumerate(text)
            )
            told += (said for _, said in changes.values())
        written = text.replace(_GONE, "").strip()
        if told and fits(written):
            return written, ", och ".join(dict.fromkeys(told))
    return None


def _signs(text: str) -> Iterator[tuple[int, _Change]]:
    """Dashes, spaces, letters and signs of no width that are not the ordinary ones."""
    for at, char in enumerate(text):
        if char.isascii() or char in "åäöÅÄÖ":
            continue
        plain = unicodedata.normalize("NFKC", char)
        if char in _STROKES or plain_signs(char)[0] == "-":
            stroke = _STROKES.get(char, "ett annat slags streck")
            usual = "vanligt bindestreck" if stroke.endswith("bindestreck") else "bindestreck"
            yield at, ("-", f"strecket är {stroke}, inte ett {usual}")
        elif char.isspace():
            yield at, (" ", "blanksteget är hårt, inte vanligt")
        elif char in OTHER_SCRIPT:
            meant = OTHER_SCRIPT[char]
            yield at, (meant, f"bokstaven {meant} är ur en annan skrift (grekisk eller kyrillisk)")
        elif unicodedata.category(char) == "Cf":
            yield at, (_GONE, "det står ett tecken utan bredd i det")
        elif len(plain) == 1 and plain.isascii():
            yield at, (plain, f"tecknet {char} står i stället för {plain}")


def _letters_for_digits(text: str) -> Iterator[tuple[int, _Change]]:
    for found in _IN_NUMBERS.finditer(text):
        for at, char in enumerate(found.group(), found.start()):
            digit = _DIGITS[char]
            yield at, (digit, f"{_NAMES[digit]} är bokstaven {char}, inte siffran {digit}")


def _digits_for_letters(text: str) -> Iterator[tuple[int, _Change]]:
    for found in _IN_LETTERS.finditer(text):
        for at, char in enumerate(found.group(), found.start()):
            yield at, (_LETTERS[char], f"bokstaven {_LETTERS[char]} är siffran {char}")


def _spaces(text: str) -> Iterator[tuple[int, _Change]]:
    said = "det står ett blanksteg för mycket i det"
    yield from ((at, (_GONE, said)) for at, char in enumerate(text) if char == " ")


def _spaces_for_strokes(text: str) -> Iterator[tuple[int, _Change]]:
    said = "det står ett blanksteg i stället för ett bindestreck"
    yield from ((at, ("-", said)) for at, char in enumerate(text) if char == " ")


_READINGS: tuple[tuple[_Reading, ...], ...] = (
    (_signs,),
    (_signs, _letters_for_digits),
    (_signs, _digits_for_letters),
    (_signs, _spaces),
    (_signs, _spaces_for_strokes),
    (_signs, _letters_for_digits, _spaces),
    (_signs, _letters_for_digits, _spaces_for_strokes),
    (_signs, _letters_for_digits, _digits_for_letters),
)
"""What may be wrong together, the least first."""
