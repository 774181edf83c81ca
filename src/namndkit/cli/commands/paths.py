"""The argument that several commands take."""

from typing import Annotated

import typer

Paths = Annotated[
    list[str], typer.Argument(metavar="SÖKVÄG…", help="Filer, mappar, eller - för standard in.")
]
"""The cases that a command takes."""
