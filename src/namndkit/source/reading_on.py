"""Reading past slips of form: each that has one right answer is mended in thought, and the next is told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from namndkit.source.events import compose
from namndkit.values.diagnostic import Diagnostic, Fix, Outcome
from namndkit.values.node import Mapping
from namndkit.values.position import Position, SourceText

_MOST = 20
"""Slips that are told of one file."""
_EFFORT = 400_000
"""Characters that are read again to find more slips than the first; each reading takes its time."""


def read_on(source: SourceText) -> Outcome[Mapping]:
    """The file's mapping, or all slips of form that can be found in one reading."""
    outcome = compose(source)
    if outcome.value is not None or not outcome.diagnostics:
        return outcome
    draft, told = _Draft(source), [*outcome.diagnostics]
    for _ in range(min(_MOST, _EFFORT // max(1, len(source.text))) - 1):
        slip = outcome.diagnostics[-1]
        if not slip.fixes:
            break
        draft.mend(slip.fixes)
        outcome = compose(draft.source)
        if outcome.value is not None:
            break
        told.append(draft.told(outcome.diagnostics[-1]))
    return Outcome(None, tuple(told))


class _Draft:
    """A text with slips mended: ``numbers`` are the lines of the file that its lines come from."""

    def __init__(self, file: SourceText) -> None:
        self.file = self.source = file
        self.numbers = list(range(1, file.text.count("\n") + 2))
        self.touched: set[int] = set()

    def mend(self, fixes: Iterable[Fix]) -> None:
        """Do ``fixes``, whose places are in the draft."""
        lines = self.source.text.split("\n")
        for fix in sorted(fixes, key=lambda one: one.position, reverse=True):
            place = fix.position
            first, last = place.line - 1, place.end_line - 1
            new = (
                f"{lines[first][: place.column - 1]}{fix.text}{lines[last][place.end_column - 1 :]}"
            )
            number, made = self.numbers[last], new.split("\n")
            if new != lines[last]:  # a line that went leaves the next one as it was
                self.touched.add(number)
            lines[first : last + 1] = made
            self.numbers[first : last + 1] = [number] * len(made)
        self.source = SourceText(self.file.path, "\n".join(lines))

    def told(self, found: Diagnostic) -> Diagnostic:
        """``found`` in the draft at its place in the file; its mending only where nothing is mended yet."""
        lines = {fix.position.line for fix in found.fixes}
        clean = not self.touched & {self.numbers[line - 1] for line in lines}
        fixes = (Fix(self._place(fix.position), fix.text) for fix in found.fixes)
        return replace(
            found,
            position=self._place(found.position),
            related=tuple((self._place(place), word) for place, word in found.related),
            fixes=tuple(fixes) if clean else (),
        )

    def _place(self, place: Position) -> Position:
        """``place`` in the file; on a line that was mended the whole line."""
        first, last = self.numbers[place.line - 1], self._last(place)
        if not self.touched & {first, last}:
            return Position(place.path, first, place.column, last, place.end_column)
        line = self.file.line(first)
        indent = len(line) - len(line.lstrip()) if line.strip() else 0
        return Position(place.path, first, indent + 1, first, len(line.rstrip() or line) + 1)

    def _last(self, place: Position) -> int:
        return self.numbers[min(place.end_line, len(self.numbers)) - 1]
