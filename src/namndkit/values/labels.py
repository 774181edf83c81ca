"""Lines that are numbered by hand: ``(1)``, ``A.``, ``1.1``, ``§ 1``, ``Mål 1:``, and which follow each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_LABEL = re.compile(
    r"(?P<before>[(\[]?(?:§{1,2}|[^\W\d_]{2,20})?)[ \u00a0]?(?<![^\W\d_])"
    r"(?P<number>\d{1,3}(?:\.\d{1,3})*|\d{1,3}[a-zåäö](?=[.):\]])|[A-Za-zÅÄÖåäö]|[ivx]{2,5}|[IVX]{2,5})"
    r"(?P<after>[.):\]]{0,2}|[ \u00a0]§)(?=\s)"
)
_PART = re.compile(r"\d+|[^\W\d_]")
_ALPHABET = "abcdefghijklmnopqrstuvwxyzåäö"
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class _Label:
    line: int
    before: str
    after: str
    number: str

    @property
    def marked(self) -> bool:
        """True when more than a bare number or letter makes it a label."""
        return bool(self.before or self.after) or "." in self.number

    @property
    def _mixed(self) -> bool:
        """True for ``1a``."""
        return self.number[0].isdigit() and self.number[-1].isalpha()

    def follows(self, other: _Label) -> bool:
        """True when this is the next of a list in which ``other`` stands, marked in the same way."""
        if (self.before.casefold(), self.after) != (other.before.casefold(), other.after):
            return False
        if "." in self.number or "." in other.number or self._mixed or other._mixed:
            return _parts(self.number) > _parts(other.number)
        if self.number.isalpha() and not self.marked:
            return False
        pairs = zip(_places(self.number), _places(other.number), strict=True)
        return any(one - two == 1 for one, two in pairs if one and two)


def labelled(lines: Sequence[str]) -> Iterator[int]:
    """The first line of each list numbered by hand in ``lines``, which run together as they stand.

    A list has two numbers that follow each other, or one after a line that ends in a colon.
    """
    labels = [one for one in map(_label, range(len(lines)), lines) if one]
    last: _Label | None = None
    within = False
    for one in labels:
        after_colon = one.line and one.marked and lines[one.line - 1].rstrip().endswith(":")
        if last and one.follows(last):
            if not within:
                yield last.line or one.line
            within = True
        elif within := bool(after_colon):
            yield one.line
        last = one


def _label(line: int, text: str) -> _Label | None:
    found = _LABEL.match(text.lstrip()[:_LONGEST])
    return _Label(line, found["before"], found["after"], found["number"]) if found else None


def _parts(number: str) -> list[int]:
    parts = _PART.findall(number)
    return [int(part) if part.isdecimal() else _ALPHABET.find(part) + 1 for part in parts]


def _places(number: str) -> tuple[int, int, int]:
    """Where ``number`` stands among the numbers, the letters and the Roman numerals; 0 where it does not."""
    small = number.lower()
    digits = int(number) if number.isdigit() else 0
    letter = _ALPHABET.find(small) + 1 if len(small) == 1 else 0
    return digits, letter, _ROMAN.index(small) + 1 if small in _ROMAN else 0
