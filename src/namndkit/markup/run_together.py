"""NK211: lines that run into one paragraph though they begin alike, are nothing but signs, or break by hand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

_BOX = re.compile(r"\[[ xX]?\](?=\s)")
_LONGEST_MARK = 3
_GLUED = ("So", "Sm", "Pd")
"""Symbols, arrows and dashes: what a mark of a list can be that no blank follows."""
_BREAK = re.compile(r"(?:.*\s)?[^\s\\:]*\\")
_FENCES = ("```", "~~~")
_FEWEST_SIGNS = 3


def run_together(lines: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """The first line of each such kind in ``lines``, what is wrong with it and what to do."""
    number = 0
    for mark, group in groupby(lines, mark_of):
        rows = list(group)
        if mark and len(rows) > 1:
            message = f"Raden ser ut som en punkt men blir en del av stycket: ”{rows[0][:40]}”."
            yield number, message, "Sätt ”- ” framför raderna, eller en tom rad mellan dem."
        number += len(rows)
    for at, line in enumerate(lines[:-1]):
        if _BREAK.fullmatch(line[-100:]):
            message = "Ett omvänt snedstreck sist på raden byter inte rad, utan skrivs ut."
            yield at, message, "Ta bort tecknet, och sätt en tom rad mellan raderna."


def is_rule(line: str) -> bool:
    """True for a line of nothing but signs, or one that begins a stretch of code in other Markdown."""
    signs = len(line) >= _FEWEST_SIGNS and not any(map(str.isalnum, line))
    return signs or line.startswith(_FENCES)


def mark_of(line: str) -> str:
    """What ``line`` begins with that can be the mark of a list, the same for all lines of one list; or ""."""
    if _BOX.match(line):
        return "ruta"
    first, _, rest = line.partition(" ")
    char, after = line[:1], line[1:2]
    if (char.isdigit() and not char.isdecimal()) or "\u20e3" in first:
        return "siffra"
    if rest.strip() and len(first) <= _LONGEST_MARK and not any(map(str.isalnum, first)):
        return "" if first.startswith(("§", "|", ">")) else first
    glued = char and unicodedata.category(char) in _GLUED and after.isalpha() and char != "|"
    return char if glued else ""
