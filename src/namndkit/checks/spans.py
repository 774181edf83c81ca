"""Stretches of a text, found again quickly however many they are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

Span = tuple[int, int]
"""Where a stretch begins and ends in its text."""


class Spans:
    """Stretches of one text; those that share characters become one."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            elif start < end:
                self._starts.append(start)
                self._ends.append(end)

    def meets(self, start: int, end: int) -> bool:
        """True when ``start:end``, perhaps empty, lies in a stretch or has a part of one in it."""
        at = bisect_right(self._ends, start)
        return at < len(self._starts) and self._starts[at] < max(end, start)
