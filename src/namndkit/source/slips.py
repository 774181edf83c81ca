"""The slip on a line that stops the reading, found by trying: nothing is proposed that does not help."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import yaml

from namndkit.source.looking import misfits
from namndkit.source.parsing import TooDeep, parse
from namndkit.values.diagnostic import Diagnostic, Fix, error
from namndkit.values.position import Position, SourceText

LONGEST = 500
"""Characters of a line that is looked at: no pattern may take its time over a monstrous one."""
_MOST_TRIED = 12
_LARGEST = 300_000
"""Slips that are tried of a group, and characters of a file in which any is: reading takes its time."""


@dataclass(frozen=True, slots=True)
class Slip:
    """What may be wrong on line ``line`` between two columns (0-based), and the line ``mended``.

    None for ``mended``: the line goes. ``others`` are further lines that change with it.
    ``certain`` tells between slips whose mending reads equally far: the greater is taken. ``sure``
    says that no other mending reads as far, so that this one may be done without asking; ``begins``
    that the line may have another slip after this one.
    """

    line: int
    start: int
    end: int
    message: str
    hint: str
    mended: str | None
    certain: tuple[int, ...] = ()
    others: tuple[tuple[int, str], ...] = ()
    sure: bool = False
    begins: bool = False

    @property
    def lines(self) -> tuple[tuple[int, str | None], ...]:
        """Every line that changes, and what it becomes."""
        return ((self.line, self.mended), *self.others)

    def told(self, source: SourceText) -> Diagnostic:
        """The finding, with its mending when that is sure."""
        place = Position(source.path, self.line, self.start + 1, self.line, self.end + 1)
        found = error(place, "NK101", self.message, self.hint)
        if not self.sure or not all(_keeps(source.line(at), new) for at, new in self.lines):
            return found
        return replace(found, fixes=tuple(_fix(source, *line) for line in self.lines))


def _keeps(old: str, new: str | None) -> bool:
    """True when no letter or digit of a line goes with its mending; a line that goes is no part of a case."""
    letters = (char for char in new or "" if char.isalnum())
    return new is None or all(char in letters for char in old if char.isalnum())


def _fix(source: SourceText, number: int, new: str | None) -> Fix:
    """Line ``number`` made ``new`` by a change of no more characters than it takes."""
    old = source.line(number)
    if new is None:
        end = source.text.count("\n") >= number
        return Fix(Position(source.path, number, 1, number + end, 1 if end else len(old) + 1), "")
    start = _alike(old, new)
    left = min(len(old), len(new)) - start
    kept = min(left, _alike(old[::-1], new[::-1]))
    place = Position(source.path, number, start + 1, number, len(old) - kept + 1)
    return Fix(place, new[start : len(new) - kept])


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


_END = float("inf")
_Reach = tuple[float, int]
"""The line where reading stops (infinite when it does not), and minus what is left of the line there."""


def first_that_helps(
    source: SourceText, number: int, groups: Iterable[Iterable[Slip]]
) -> Slip | None:
    """The slip of the first of ``groups`` that helps at all: mended, the file reads past ``number``.

    And what its lines say must stand where the format has it: a slip that makes a key of another part,
    or a text of what is keys with values, only moves the error. Where none does, a line may have two slips: then one that leads further on its line.
    """
    if len(source.text) > _LARGEST:
        return None
    lines = source.text.split("\n")
    now = _reads_to(lines, None)
    begun: list[list[tuple[_Reach, Slip]]] = []
    for group in groups:
        tried = [(_reads_to(lines, slip), slip) for slip in list(group)[:_MOST_TRIED]]
        far = max(float(number), now[0])
        helping = [
            (reach, slip)
            for reach, slip in tried
            if reach[0] > max(far, slip.line) and _fits(lines, slip, reach[0])
        ]
        if helping:
            return _best(helping)
        begun.append([one for one in tried if one[1].begins and one[0][0] == number])
    further = ([one for one in group if one[0] > now] for group in begun)
    return next((_best(group) for group in further if group), None)


def _best(helping: list[tuple[_Reach, Slip]]) -> Slip:
    """The slip that leads furthest; it is sure when no other one leads as far."""
    reach, best = max(helping, key=lambda one: (one[0], one[1].certain))
    rivals = {
        slip.lines for far, slip in helping if far == reach and slip.certain[:2] == best.certain[:2]
    }
    return replace(best, sure=len(rivals) == 1)


def _fits(lines: list[str], slip: Slip, reach: float) -> bool:
    """True when what the lines of ``slip`` become stands where the format has it, as far as can be read."""
    mended = _mended(lines, slip)[: None if reach == _END else int(reach) - 1]
    wrong = misfits("\n".join(mended))
    first, changed = 1, set[int]()
    becomes = dict(slip.lines)
    for number, line in enumerate(mended, 1):
        after = first + line.count("\n") + 1
        if number in becomes:
            changed.update(range(first, after))
        first = after
    return not wrong & changed


def _mended(lines: list[str], slip: Slip | None) -> list[str]:
    mended = list(lines)
    for number, new in slip.lines if slip else ():
        mended[number - 1] = new or ""
    return mended


def _reads_to(lines: list[str], slip: Slip | None) -> _Reach:
    """Where reading stops once ``slip`` is mended; a line that becomes two counts as one."""
    more = sum((new or "").count("\n") for _, new in slip.lines) if slip else 0
    text = "\n".join(_mended(lines, slip))
    try:
        for _ in parse(text):
            pass
    except yaml.YAMLError as problem:
        known: Any = problem
        mark = getattr(known, "problem_mark", None) or getattr(known, "context_mark", None)
        if mark is None:
            return 0.0, 0
        end = text.find("\n", mark.index)
        return float(mark.line + 1 - more), mark.index - (end if end >= 0 else len(text))
    except TooDeep as problem:
        return float(problem.start.line + 1 - more), 0
    except (ValueError, OverflowError):  # an escape for a character beyond Unicode
        return 0.0, 0
    return _END, 0
