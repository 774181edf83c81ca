"""The years that an amount is said to be of."""

from __future__ import annotations

import re

from namndkit.checks.figures.cues import YEAR

_JOIN = r"\s*(?:[–-]|,|\boch|\bsamt|\btill(?:\s+och\s+med)?)\s*"
_LIST = rf"{YEAR.pattern}(?:{_JOIN}{YEAR.pattern})*"
_AFTER = re.compile(
    rf"\s*\(?(?:under|för|i|mellan|över)?\s*(?:åren|året|år)?\s*(?P<years>{_LIST})", re.IGNORECASE
)
_RANGE = re.compile(
    rf"({YEAR.pattern})\s*(?:[–-]|till(?:\s+och\s+med)?)\s*({YEAR.pattern})", re.IGNORECASE
)
_MONTHS = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
_OF_ELSE = re.compile(
    rf"\b(?:\w*budget(?:en)?|plan(?:en)?|{_MONTHS})\s+(?:för\s+)?(?:år\s+)?{_LIST}", re.IGNORECASE
)
"""A year that is a part of a date or of a name."""
_MOST = 50
"""Years that a range may hold; more is no range of years."""


def years_said(before: str, after: str, *, follows: bool, leads: bool) -> tuple[int, ...]:
    """The years right after an amount, or else those before it.

    ``follows`` and ``leads`` tell that there is a number before it, and one after, in its sentence:
    each year is of one of them.
    """
    if found := _taken(after, leads=leads):
        return _expanded(found)
    if follows and (found := _taken(before, leads=True)):
        before = before.partition(found)[2]
    return _expanded(_OF_ELSE.sub(" ", before))


def _taken(after: str, *, leads: bool) -> str:
    """The years of the number that ``after`` follows; the last of several may be of the next one."""
    found = _AFTER.match(after)
    if not found:
        return ""
    years = found["years"]
    if leads and not after[found.end() :].strip(" \u00a0\n:("):
        *_, last = YEAR.finditer(years)
        years = re.sub(rf"{_JOIN}\Z", "", years[: last.start()]) or years
    return years


def _expanded(text: str) -> tuple[int, ...]:
    """Every year that ``text`` names, with those between the ends of a range."""
    years: list[int] = [int(year) for year in YEAR.findall(text)]
    for found in _RANGE.finditer(text):
        first, last = int(found[1]), int(found[2])
        if first < last < first + _MOST:
            years += range(first + 1, last)
    return tuple(sorted(set(years)))
