"""A process that makes documents for another, and ends with it: whatever was half written is removed."""

from __future__ import annotations

import os
import signal
import threading
import time
from queue import SimpleQueue
from typing import TYPE_CHECKING

from namndkit.cli.documents import Maker, Options

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Pair = tuple[str, str]
"""A case and its document."""
Chunk = list[tuple[int, Pair]]
"""Numbered pairs."""
PATIENCE = 10
"""Seconds that a process has to end what it was at."""


class _Stop(BaseException):
    """The first process has gone, or somebody stops this one: what is half done is undone."""


def work(pipe: Connection, others: tuple[Connection, ...], options: Options) -> None:
    """Make the documents that ``pipe`` names, and tell of each, until it is closed.

    ``others`` are the pipes that this process has only because it is a copy of the first one.
    """
    try:
        _work(pipe, others, options)
    except (_Stop, OSError):
        return


def _work(pipe: Connection, others: tuple[Connection, ...], options: Options) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the first process's business
    try:
        signal.signal(signal.SIGTERM, _stop)
        for other in others:
            other.close()  # or nobody would hear that the first process has gone
        waiting: SimpleQueue[Chunk | None] = SimpleQueue()
        threading.Thread(target=_hear, args=(pipe, waiting), daemon=True).start()
        maker = Maker(options)
        while chunk := waiting.get():
            for number, pair in chunk:
                pipe.send((number, maker.make(*pair)))
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)  # the end is on its way


def _stop(*_: object) -> None:
    raise _Stop


def _hear(pipe: Connection, waiting: SimpleQueue[Chunk | None]) -> None:
    """Hand on what comes through ``pipe``; when it closes, stop the work wherever it is."""
    import _thread

    try:
        while True:
            waiting.put(pipe.recv())
    except (EOFError, OSError):
        _thread.interrupt_main(signal.SIGTERM)
        waiting.put(None)
        time.sleep(PATIENCE)
        os._exit(1)  # it does not hear
