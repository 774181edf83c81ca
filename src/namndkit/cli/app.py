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


def _style(name: str) -> str:
    from namndkit.report import FORMATS

    if name not in FORMATS:
        raise typer.BadParameter(f"Formen {name} finns inte. Välj bland {', '.join(FORMATS)}.")
    return name


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


@app.command(cls=Command)
def validate(
    paths: Annotated[
        list[str], typer.Argument(metavar="SÖKVÄG…", help="Filer, mappar, eller - för standard in.")
    ],
    style: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORM",
            help="full, concise, json, github eller sarif.",
            callback=_style,
        ),
    ] = "full",
    strict: Annotated[
        bool, typer.Option("--strict", help="Varningar räknas som fel för slutkoden.")
    ] = False,
    select: Annotated[
        str,
        typer.Option(
            "--select", metavar="KODER", help="Bara de här koderna, till exempel NK2,NK304."
        ),
    ] = "",
    ignore: Annotated[
        str, typer.Option("--ignore", metavar="KODER", help="Inte de här koderna.")
    ] = "",
    stdin_filename: Annotated[
        str,
        typer.Option("--stdin-filename", metavar="NAMN", help="Namnet som visas för standard in."),
    ] = "standard in",
    fix: Annotated[
        bool, typer.Option("--fix", help="Rätta det som har ett enda rätt svar, i filerna.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Visa vad --fix skulle ändra.")] = False,
) -> None:
    """
    Exempel: namndkit validate cases/

    Kontrollerar ärenden utan att skriva dokument. I en mapp kontrolleras alla
    .yaml- och .yml-filer. Slutkoden är 0 utan fel, 1 med fel och 2 om något inte
    gick att läsa.
    """
    from namndkit.cli.validate import run

    code = run(
        paths,
        style=style,
        strict=strict,
        select=select,
        ignore=ignore,
        stdin_name=stdin_filename,
        fix=fix,
        diff=diff,
    )
    raise typer.Exit(code)


@app.command(cls=Command)
def budget(
    paths: Annotated[
        list[str], typer.Argument(metavar="SÖKVÄG…", help="Filer, mappar, eller - för standard in.")
    ],
    style: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORM",
            help="table, markdown, csv eller json; med --check de former som validate har.",
        ),
    ] = None,
    check: Annotated[
        bool,
        typer.Option("--check", help="Visa bara det som inte stämmer; varningar räknas som fel."),
    ] = False,
) -> None:
    """
    Exempel: namndkit budget cases/

    Räknar ihop kostnaderna: rader, insatser, år, slag, finansiering och ram, för varje
    ärende och för alla tillsammans. Slutkoden är 1 när något belopp är fel och 2 om
    något inte gick att läsa.
    """
    from namndkit.cli.budget import run

    raise typer.Exit(run(paths, style=style, check=check))


@app.command(cls=Command)
def explain(
    code: Annotated[
        str, typer.Argument(metavar="[KOD]", help="Koden, till exempel NK105. Utan kod visas alla.")
    ] = "",
) -> None:
    """
    Exempel: namndkit explain NK105

    Förklarar vad en kod betyder, med ett exempel på fel och ett på rätt.
    """
    from namndkit.cli.explain import run

    raise typer.Exit(run(code))


@app.command(cls=Command)
def schema(
    english: Annotated[bool, typer.Option("--english", help="Nycklarna på engelska.")] = False,
) -> None:
    """
    Exempel: namndkit schema > arende.schema.json

    Skriver formatet som ett JSON-schema, för redigeringsprogram som kontrollerar och
    fyller i medan man skriver.
    """
    import json

    from namndkit.schema import case_schema

    typer.echo(json.dumps(case_schema(english=english), ensure_ascii=False, indent=2))
