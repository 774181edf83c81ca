"""Slips in what a line is indented with: tabs and hard blanks where spaces are meant."""

from __future__ import annotations

from collections.abc import Iterator

from namndkit.source.beginnings import KEY, OPENS_TEXT, indent_of
from namndkit.source.slips import LONGEST, Slip
from namndkit.values.position import SourceText

HARD_MESSAGE = "Raden är indragen med hårda blanksteg, som följer med när text klistras in."
HARD_HINT = "Ersätt indraget med vanliga mellanslag."
_EMPTY = "Ta bort det som står på raden."
_HARD = str.maketrans(dict.fromkeys("\u00a0\u2007\u202f", " "))
_MOST_LINES = 2_000


def blanks(source: SourceText, number: int) -> Slip | None:
    """What line ``number`` is indented with, when that is not spaces alone."""
    line, over = source.line(number), source.line(number - 1)
    white, rest = _parted(line)
    if "\t" in white:
        if not rest:
            return Slip(number, 0, len(white), "Raden är tom sånär som på en tabb.", _EMPTY, "")
        if OPENS_TEXT.fullmatch(over[:LONGEST]):
            return _text(source, number, indent_of(over) + 2)
        level, hint = _level(over, rest)
        mended = f"{' ' * level}{rest}"
        return Slip(number, 0, len(white), "Raden är indragen med en tabb.", hint, mended)
    if white.translate(_HARD) != white:
        mended = f"{white.translate(_HARD)}{rest}"
        return Slip(number, 0, len(white), HARD_MESSAGE, HARD_HINT, mended)
    return None


def _level(over: str, rest: str) -> tuple[int, str]:
    """How far the line ``rest`` is to be drawn in below the line ``over``, and how that is said."""
    key = KEY.match(over[:LONGEST])
    if key and not over[key.end() :].strip():
        level = key.start("key") + 2
        return level, f"Byt tabben mot {level} mellanslag, två mer än nyckeln ovanför."
    level = key.start("key") if key and not rest.startswith("-") else indent_of(over)
    if not level:
        return 0, "Ta bort tabben."
    return level, f"Byt tabben mot {level} mellanslag, så att raden står rakt under den ovanför."


def _parted(line: str) -> tuple[str, str]:
    rest = line.lstrip()
    return line[: len(line) - len(rest)], rest


def _text(source: SourceText, number: int, indent: int) -> Slip:
    """A text below ``|`` whose lines begin with tabs: each tab beyond the first two spaces more."""
    lines = list(_tabbed(source, number))
    first = lines[0][1].count("\t")
    mended = [
        (at, f"{' ' * (indent + 2 * max(0, white.count(chr(9)) - first))}{rest}")
        for at, white, rest in lines
    ]
    hint = "Byt tabben mot mellanslag, två mer än raden med ”|”."
    (_, one), *others = mended
    message = "Raden är indragen med en tabb."
    return Slip(number, 0, len(lines[0][1]), message, hint, one, (), tuple(others))


def _tabbed(source: SourceText, number: int) -> Iterator[tuple[int, str, str]]:
    """The lines from ``number`` that begin with a tab, empty ones between passed over."""
    for at in range(number, min(source.lines, number + _MOST_LINES) + 1):
        white, rest = _parted(source.line(at))
        if rest and "\t" not in white:
            return
        if rest:
            yield at, white, rest
