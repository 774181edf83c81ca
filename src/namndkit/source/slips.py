"""The slip on a line that stops the reading, found by trying: nothing is proposed that does not help."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import yaml

from namndkit.source.parsing import TooDeep, parse
from namndkit.values.diagnostic import Diagnostic, error
from namndkit.values.position import Position, SourceText

LONGEST = 500
"""Characters of a line that is looked at: no pattern may take its time over a monstrous one."""
_MOST_TRIED = 12
_LARGEST = 300_000
"""Slips that are tried of a group, and characters of a file in which any is: reading takes its time."""


@dataclass(frozen=True, slots=True)
class Slip:
    """What may be wrong on line ``line`` between two columns (0-based), and the line ``mended``.

    ``certain`` tells between slips whose mending reads equally far: the greater is taken.
    """

    line: int
    start: int
    end: int
    message: str
    hint: str
    mended: str
    certain: tuple[int, ...] = ()

    def told(self, path: str) -> Diagnostic:
        """The finding."""
        place = Position(path, self.line, self.start + 1, self.line, self.end + 1)
        return error(place, "NK101", self.message, self.hint)


def first_that_helps(
    source: SourceText, number: int, groups: Iterable[Iterable[Slip]]
) -> Slip | None:
    """The slip of the first of ``groups`` that helps at all: mended, the file reads past ``number``."""
    if len(source.text) > _LARGEST:
        return None
    lines = source.text.split("\n")
    for group in groups:
        tried = [(_reads_to(lines, slip), slip) for slip in list(group)[:_MOST_TRIED]]
        helping = [(reach, slip) for reach, slip in tried if reach > max(number, slip.line)]
        if helping:
            return max(helping, key=lambda one: (one[0], one[1].certain))[1]
    return None


def _reads_to(lines: list[str], slip: Slip) -> float:
    """The line (1-based) where reading stops once ``slip`` is mended; infinite when it does not."""
    text = "\n".join([*lines[: slip.line - 1], slip.mended, *lines[slip.line :]])
    try:
        for _ in parse(text):
            pass
    except yaml.YAMLError as problem:
        known: Any = problem
        mark = getattr(known, "problem_mark", None) or getattr(known, "context_mark", None)
        return float(mark.line + 1) if mark else 0.0
    except TooDeep as problem:
        return float(problem.start.line + 1)
    except (ValueError, OverflowError):  # an escape for a character beyond Unicode
        return 0.0
    return float("inf")
