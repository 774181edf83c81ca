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


Style = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="FORM",
        help="full, concise, json, github eller sarif.",
        callback=known_style,
        autocompletion=complete.styles,
    ),
]
"""The form in which findings are shown."""
Strict = Annotated[bool, typer.Option("--strict", help="Varningar räknas som fel för slutkoden.")]
Select = Annotated[
    str,
    typer.Option(
        "--select",
        metavar="KODER",
        autocompletion=complete.codes,
        help="Bara de här koderna, till exempel NK2,NK304.",
    ),
]
Ignore = Annotated[
    str,
    typer.Option(
        "--ignore", metavar="KODER", autocompletion=complete.codes, help="Inte de här koderna."
    ),
]
Kind = Annotated[
    str | None,
    typer.Option(
        "--as",
        metavar="SLAG",
        autocompletion=complete.kinds,
        help="Gör bara dokumentet av det här slaget.",
    ),
]
"""The kind of document that is wanted alone."""
Templates = Annotated[
    str | None,
    typer.Option(
        "--templates",
        metavar="MAPP",
        autocompletion=complete.folders,
        help="Mapp med egna mallar.",
    ),
]
