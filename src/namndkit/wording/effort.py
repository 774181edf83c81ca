"""How much a template may do for one document: in proportion to the case, whatever the template says."""

from __future__ import annotations

from time import thread_time

from namndkit.values.case import Case

LEAST = 1_000_000
"""What every template may spend: a unit is a character written, or one round of a loop."""
_FOR_A_VALUE, _TIMES = 200, 30
"""A value of the case counts as so many units more than its characters, and may be written so often."""
_SECONDS = 10.0
"""Processor time that no document takes: the net under the count, for comparisons of long texts."""
_BETWEEN_LOOKS = 50_000
"""Units from one look at the clock to the next, which takes its time: most documents need none."""
DEEPEST = 60
"""Macros inside each other."""


class Exhausted(Exception):
    """A template does more than its case can need, or never ends."""


class Effort:
    """What is left for one document of ``case`` to spend; without one the least."""

    def __init__(self, case: Case | None = None) -> None:
        values = case.blad if case else ()
        sizes = (len(one) if isinstance(one, str) else 0 for _path, one in values)
        self._left = LEAST + _TIMES * sum(_FOR_A_VALUE + size for size in sizes)
        self._next_look = self._left - _BETWEEN_LOOKS
        self._start: float | None = None
        self._depth = 0

    def spend(self, units: int) -> None:
        """Take ``units`` from what is left; raises Exhausted when it is not there."""
        self._left -= units
        if self._left < self._next_look:
            self._next_look = self._left - _BETWEEN_LOOKS
            now = thread_time()
            self._start = now if self._start is None else self._start
            if self._left < 0 or now - self._start > _SECONDS:
                raise Exhausted

    def enter(self) -> None:
        """Go into a macro; raises Exhausted when too many are open."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise Exhausted
        self.spend(1)

    def leave(self, written: int) -> None:
        """Come out of a macro that wrote ``written`` characters."""
        self._depth -= 1
        self.spend(written)
