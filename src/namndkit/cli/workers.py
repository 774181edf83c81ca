"""Documents made in several processes: the results come in the order of the cases all the same."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from namndkit.cli.documents import Maker, Options
from namndkit.report import Done

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing.context import BaseContext

_CHUNK = 16
"""Cases that are handed to a process at a time."""
_WINDOW = 64
"""Chunks that are under way at once for each process: what is kept in memory is bounded by it."""
_maker: Maker | None = None

Pair = tuple[str, str]


def make_all(pairs: list[Pair], options: Options, jobs: int) -> Iterator[Done | None]:
    """What becomes of each (case, document) of ``pairs``, made by ``jobs`` processes.

    The processes begin at once: a copy of this one must be taken before a progress bar's thread runs.
    """
    jobs = min(jobs, len(pairs) // _CHUNK + 1)
    if jobs == 1:
        maker = Maker(options)
        return (maker.make(*pair) for pair in pairs)
    from concurrent.futures import ProcessPoolExecutor

    pool = ProcessPoolExecutor(jobs, _processes(), _begin, (options,))
    pool.submit(len, ())
    return _in_order(pool, [pairs[at : at + _CHUNK] for at in range(0, len(pairs), _CHUNK)], jobs)


def _in_order(
    pool: ProcessPoolExecutor, chunks: list[list[Pair]], jobs: int
) -> Iterator[Done | None]:
    try:
        for at in range(0, len(chunks), _WINDOW * jobs):
            for done in pool.map(_make, chunks[at : at + _WINDOW * jobs]):
                yield from done
    finally:
        pool.shutdown(cancel_futures=True)


def _processes() -> BaseContext:
    """A copy of this process where that is safe and quick, a new one elsewhere."""
    import multiprocessing

    return multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")


def _begin(options: Options) -> None:
    """The beginning of a process: Ctrl-C is the first process's business."""
    global _maker
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _maker = Maker(options)


def _make(pairs: list[Pair]) -> list[Done | None]:
    assert _maker is not None  # _begin has run
    return [_maker.make(*pair) for pair in pairs]
