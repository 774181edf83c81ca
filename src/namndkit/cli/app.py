"""The group of commands. Each command imports what it needs when it runs."""

from __future__ import annotations

from typing import Annotated

import typer

import namndkit
from namndkit.cli.commands.checking import budget, inspect, validate
from namndkit.cli.commands.making import check_templates, new, render
from namndkit.cli.commands.telling import completion, config, explain, schema, show
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


for _command in (new, render, show, validate, inspect, budget, config, explain, schema, completion):
    app.command(cls=Command)(_command)

templates = typer.Typer(
    cls=Group,
    no_args_is_help=True,
    rich_markup_mode=None,
    help="""
    Exempel: namndkit templates check mallar/

    Mallarna: vad dokumenten säger och hur de ser ut.
    """,
)
templates.command("check", cls=Command)(check_templates)
app.add_typer(templates, name="templates")
