"""Printing to a terminal or not: colours where they are wanted, never Rich markup."""

from __future__ import annotations

import sys
from typing import TextIO

from rich.console import Console
from rich.text import Text


def console(out: TextIO | None = None) -> Console:
    """``out`` or standard error, with nothing of Rich's that changes what is printed."""
    stream = out or sys.stderr
    return Console(file=stream, markup=False, emoji=False, highlight=False, soft_wrap=True)


def say(sentence: str) -> None:
    """One line to standard error."""
    console().print(Text(sentence))
