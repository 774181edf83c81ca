"""The commands and their options; each command imports what it needs when it runs."""

from __future__ import annotations

from typing import Annotated

import typer

import namndkit
from namndkit.cli.swedish import Command, Group

app = typer.Typer(
    cls=Group,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"namndkit {namndkit.__version__}")
        raise typer.Exit


@app.callback()
def namndkit_command(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Visa versionen.")
    ] = False,
) -> None:
    """
    Exempel: namndkit render forslag.yaml

    Gör förslag och yttranden till Word-dokument av ärenden i YAML-filer.
    """


@app.command(cls=Command)
def render(
    case: Annotated[
        str, typer.Argument(metavar="ÄRENDE", help="Ärendets YAML-fil, eller - för standard in.")
    ],
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FIL",
            help="Word-filen, en mapp för den, eller - för standard ut. Annars skrivs den bredvid ärendet.",
        ),
    ] = None,
    draft: Annotated[
        bool,
        typer.Option(
            "--draft", help="Skriv ett utkast fast delar saknas; UTKAST står på varje sida."
        ),
    ] = False,
    kind: Annotated[
        str | None,
        typer.Option(
            "--as",
            metavar="SLAG",
            help="Skriv ärendet som ett annat slag av dokument: tjänsteskrivelse.",
        ),
    ] = None,
    templates: Annotated[
        str | None, typer.Option("--templates", metavar="MAPP", help="Mapp med egna mallar.")
    ] = None,
) -> None:
    """
    Exempel: namndkit render forslag.yaml

    Gör ett Word-dokument av ett ärende. Ärendet kontrolleras först; är något fel
    skrivs ingenting, och en fil som redan finns lämnas som den är.
    """
    from namndkit.cli.render import run

    raise typer.Exit(run(case, output, draft=draft, kind=kind, templates=templates))
