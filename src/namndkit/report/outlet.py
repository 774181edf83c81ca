"""The way out: whatever the process prints goes through an ``Outlet``, which makes it safe and whole.

A console that lacks a sign gets the closest or its number, never ``?``; a terminal is told nothing
by what a user wrote, nor is the runner of GitHub Actions; a disk that is full is told as that.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, TextIO, cast

from namndkit.report.visible import CLOSEST, harmless, without_commands


class OutputFailed(Exception):
    """Standard output takes no more; ``problem`` is the system's reason, None when it is closed."""

    def __init__(self, problem: Exception | None) -> None:
        super().__init__(problem)
        self.problem = problem


class ReaderGone(OutputFailed):
    """Who reads standard output has closed it, having seen enough. (Typer ends the process at Python's
    own BrokenPipeError, and Rich does.)
    """


class Outlet(io.TextIOBase):
    """Standard output or standard error.

    ``stream`` is what it writes to, None when that is closed. What cannot be written to a ``vital``
    one raises OutputFailed; another is silent then, and the work goes on. ``failed`` is why it took no
    more.
    """

    def __init__(self, stream: TextIO | None, *, vital: bool) -> None:
        self.stream, self.vital = stream, vital
        self.failed: Exception | None = None
        self.on_github = os.environ.get("GITHUB_ACTIONS") == "true"
        self._held = ""
        self.reconfigure(errors=CLOSEST)
        if self.on_github:
            self.reconfigure(encoding="utf-8")

    def reconfigure(self, **how: Any) -> None:
        """Change how text becomes bytes, as ``io.TextIOWrapper`` does."""
        if isinstance(self.stream, io.TextIOWrapper):
            self.stream.reconfigure(**how)

    def write(self, text: str) -> int:
        """Write ``text``, with what would do harm in it spelled out."""
        self.put(harmless(text))
        return len(text)

    def put(self, text: str) -> None:
        """Write ``text`` that is harmless on a terminal, or coloured; on GitHub it gives no commands."""
        if self.on_github:
            whole, end, self._held = (self._held + text).rpartition("\n")
            text = without_commands(whole + end)
        self._send(text)

    def command(self, line: str) -> None:
        """Write ``line``, a command for the runner of GitHub Actions."""
        begun = "\n" if self._held else ""
        self.release()
        self._send(f"{begun}{line}\n")

    def release(self) -> None:
        """Write the beginning of a line that waits for its end."""
        held, self._held = self._held, ""
        self._send(without_commands(held))

    def flush(self) -> None:
        """Hand on what has been written."""
        if self.stream is not None:
            self._try(lambda stream: stream.flush())

    def _send(self, text: str) -> None:
        if text:
            self._try(lambda stream: stream.write(text))

    def _try(self, act: Any) -> None:
        if self.failed or (self.stream is None and not self.vital):
            return
        try:
            if self.stream is None:
                raise OutputFailed(None)
            act(self.stream)
        except (OSError, ValueError) as problem:  # a closed file is a ValueError
            self._give_up(problem)
            if self.vital:
                gone = isinstance(problem, BrokenPipeError)
                raise (ReaderGone if gone else OutputFailed)(problem) from None

    def _give_up(self, problem: Exception) -> None:
        """What is left in the stream goes nowhere, or Python tells of it in English when it ends."""
        self.failed = problem
        try:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self.fileno())
            os.close(nowhere)
        except (OSError, ValueError):
            return

    @property
    def lost(self) -> bool:
        """True when something was not told to somebody who still listens."""
        return self.failed is not None and not isinstance(self.failed, BrokenPipeError)

    @property
    def buffer(self) -> BinaryIO:
        """What takes bytes; raises OutputFailed when it is closed."""
        if self.stream is None:
            raise OutputFailed(None)
        self.flush()
        return self.stream.buffer

    @property
    def encoding(self) -> str:  # type: ignore[override]  # read only here
        """The console's encoding."""
        return getattr(self.stream, "encoding", None) or "utf-8"

    def isatty(self) -> bool:
        """True when it is a terminal."""
        return self.stream is not None and self.stream.isatty()

    def fileno(self) -> int:
        """The system's number of it."""
        if self.stream is None:
            raise io.UnsupportedOperation
        return self.stream.fileno()


@contextmanager
def outlets() -> Iterator[tuple[Outlet, Outlet]]:
    """Standard output and standard error as outlets, for all that is printed while it holds."""
    before = sys.stdout, sys.stderr
    ours = Outlet(sys.stdout, vital=True), Outlet(sys.stderr, vital=False)
    sys.stdout, sys.stderr = ours
    try:
        yield ours
    finally:
        sys.stdout, sys.stderr = before


def hold_standard_numbers() -> None:
    """Open nothing where a standard stream is closed, or the next file that is opened takes its place."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # gets the lowest free number, which is this one


class _Trusting:
    """An outlet whose ``write`` takes a text as it is."""

    def __init__(self, outlet: Outlet) -> None:
        self._outlet = outlet
        self.write = outlet.put

    def __getattr__(self, name: str) -> Any:
        return getattr(self._outlet, name)


def trusting(out: TextIO) -> TextIO:
    """``out`` for text whose words are harmless already, and whose other signs (colours) are ours."""
    out = getattr(
        out, "rich_proxied_file", out
    )  # what Rich puts over a stream while a bar is drawn
    return cast(TextIO, _Trusting(out)) if isinstance(out, Outlet) else out


def print_command(line: str, out: TextIO) -> None:
    """Write ``line``, a command for the runner of GitHub Actions, to ``out``."""
    if isinstance(out, Outlet):
        out.command(line)
    else:
        print(line, file=out)


def for_programs(out: TextIO) -> TextIO:
    """``out`` as what programs read is written to it: UTF-8 and plain line ends, whatever the console."""
    if isinstance(out, Outlet | io.TextIOWrapper):
        out.reconfigure(encoding="utf-8", newline="\n")
    return out
