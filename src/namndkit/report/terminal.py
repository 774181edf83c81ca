"""Printing to a terminal or not: colours where they are wanted, never Rich markup."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TextIO

from rich.console import Console
from rich.text import Text

_WORTH_A_BAR = 50


def console(out: TextIO | None = None, width: int | None = None) -> Console:
    """``out`` or standard error, with nothing of Rich's that changes what is printed.

    ``width`` in columns, where it is not the terminal's.
    """
    stream = out or sys.stderr
    return Console(
        file=stream, markup=False, emoji=False, highlight=False, soft_wrap=True, width=width
    )


def progress(names: Sequence[str], doing: str) -> Iterable[str]:
    """``names``, with a bar on standard error when it is a terminal and there is something to wait for."""
    if len(names) < _WORTH_A_BAR or not sys.stderr.isatty():
        return names
    from rich.progress import track

    return track(names, doing, console=console(), transient=True)


def say(sentence: str) -> None:
    """One line to standard error."""
    console().print(Text(sentence))
