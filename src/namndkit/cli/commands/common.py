"""What several commands take."""

from __future__ import annotations

from typing import Annotated

import typer

from namndkit.cli.commands import complete

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="SÖKVÄG…",
        help="Filer, mappar, eller - för standard in.",
        autocompletion=complete.cases,
    ),
]
"""The cases that a command takes."""


def known_style(name: str) -> str:
    """``name`` when it is one of the forms of findings."""
    from namndkit.report import FORMATS

    if name not in FORMATS:
        raise typer.BadParameter(f"Formen {name} finns inte. Välj bland {', '.join(FORMATS)}.")
    return name
