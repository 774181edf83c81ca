"""When somebody stops the process: what is half done is undone and told, as after Ctrl-C."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class Stop:
    """Whether the process has been asked to end: ``number`` is that of the signal, 0 before."""

    def __init__(self) -> None:
        self.number = 0

    def __call__(self, number: int, _frame: object) -> None:
        """Raise KeyboardInterrupt where the work is. Once is enough: the end is on its way."""
        signal.signal(number, signal.SIG_IGN)
        self.number = number
        raise KeyboardInterrupt


@contextmanager
def stoppable() -> Iterator[Stop]:
    """While it holds, an order to end from the system, a user or a closed terminal is heeded in order."""
    stop = Stop()
    before = {}
    for name in ("SIGTERM", "SIGHUP", "SIGBREAK"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            with suppress(ValueError):  # only the first thread may ask
                before[number] = signal.signal(number, stop)
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
