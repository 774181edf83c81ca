"""Printing to standard error: colours on a terminal, plain text elsewhere, never Rich markup."""

from __future__ import annotations

import sys

from rich.console import Console
from rich.text import Text


def console() -> Console:
    """Standard error, with nothing of Rich's that changes what is printed."""
    return Console(file=sys.stderr, markup=False, emoji=False, highlight=False, soft_wrap=True)


def say(sentence: str) -> None:
    """One line to standard error."""
    console().print(Text(sentence))
