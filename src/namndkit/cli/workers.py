"""Documents made in several processes: the results come in the order of the cases all the same.

Each process has a pipe to the first one and tells of each case as soon as it is done, so that when a
process is killed it is known which case it was at; the others go on. A process whose first one is gone
ends too (``worker``).
"""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from namndkit.cli.documents import Maker, Options, stopped
from namndkit.cli.worker import PATIENCE, Chunk, Pair, work
from namndkit.disk.left_overs import clear_left_overs
from namndkit.disk.writing import place_of
from namndkit.report import Done

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_CHUNK = 16
"""Cases that are handed to a process at a time."""
_MOST_JOBS = 60
"""Processes of a run: on Windows no more than 63 can be listened to (WaitForMultipleObjects)."""
_WINDOW = 64
"""Chunks that may be done ahead of the one that is waited for: what is kept in memory is bounded by it."""

_METHOD = "fork" if sys.platform == "linux" else "spawn"
"""A copy of this process where that is safe and quick, a new one elsewhere."""


def make_all(pairs: list[Pair], options: Options, jobs: int) -> Iterator[list[Done]]:
    """What becomes of each (case, document) of ``pairs``, made by ``jobs`` processes.

    The processes begin at once: a copy of this one must be taken before a progress bar's thread runs.
    """
    jobs = min(jobs, len(pairs) // _CHUNK + 1, _MOST_JOBS)
    if jobs == 1:
        maker = Maker(options)
        return (maker.make(*pair) for pair in pairs)
    crew = _Crew(pairs, options)
    for _ in range(jobs):
        crew.begin()
    return crew.results()


@dataclass(slots=True)
class _Worker:
    """A process, the pipe to it, and the cases that it has been given and not told of yet."""

    process: Any
    pipe: Connection
    given: deque[tuple[int, Pair]] = field(default_factory=deque)


class _Crew:
    """The processes of a run, and what they have told that is not handed on yet."""

    def __init__(self, pairs: list[Pair], options: Options) -> None:
        numbered = list(enumerate(pairs))
        self._chunks: deque[Chunk] = deque(
            numbered[at : at + _CHUNK] for at in range(0, len(numbered), _CHUNK)
        )
        self._total, self._options = len(pairs), options
        self._done: dict[int, list[Done]] = {}
        self._next = 0
        self._workers: list[_Worker] = []

    def results(self) -> Iterator[list[Done]]:
        """What became of each case, in order."""
        try:
            while self._next < self._total:
                while self._next not in self._done:
                    self._listen()
                yield self._done.pop(self._next)
                self._next += 1
        finally:
            self._end()

    def begin(self, method: str = _METHOD) -> None:
        """Begin one more process."""
        from multiprocessing import get_context

        context = get_context(method)
        ours, theirs = context.Pipe()
        # A copy of this process has these too, and would keep them open when this one has gone.
        copied = method == "fork"
        others = (ours, *(worker.pipe for worker in self._workers)) if copied else ()
        process = context.Process(  # type: ignore[attr-defined]  # every context has it
            target=work, args=(theirs, others, self._options), daemon=True
        )
        process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self._workers.append(worker)
        self._hand_out(worker)

    def _hand_out(self, worker: _Worker) -> None:
        """Give ``worker`` its next cases, unless they are too far ahead of the one waited for."""
        if self._chunks and self._chunks[0][0][0] < self._next + _CHUNK * _WINDOW * 2:
            chunk = self._chunks.popleft()
            worker.given.extend(chunk)
            try:
                worker.pipe.send(chunk)
            except OSError:
                return  # its end will be heard

    def _listen(self) -> None:
        """Take what the processes tell next."""
        from multiprocessing.connection import wait

        for worker in self._workers:
            if not worker.given:
                self._hand_out(worker)
        for pipe in wait([worker.pipe for worker in self._workers]):
            worker = next(one for one in self._workers if one.pipe is pipe)
            try:
                number, done = worker.pipe.recv()
            except (EOFError, OSError):
                self._bury(worker)
                continue
            worker.given.popleft()
            self._done[number] = done

    def _bury(self, worker: _Worker) -> None:
        """A process has ended: the case that it was at failed, the rest are for another."""
        self._workers.remove(worker)
        worker.pipe.close()
        worker.process.join()
        if worker.given:
            number, (case, target) = worker.given.popleft()
            clear_left_overs([place_of(target)])
            why = "processen som arbetade med det stoppades"
            self._done[number] = [Done(case, target, findings=(stopped(case, why),))]
        if worker.given:
            self._chunks.appendleft(list(worker.given))
        if self._chunks and not self._workers:
            self.begin("spawn")  # no copy of a process that may draw a bar in a thread by now

    def _end(self) -> None:
        for worker in self._workers:
            worker.pipe.close()
        for worker in self._workers:
            worker.process.join(PATIENCE)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
