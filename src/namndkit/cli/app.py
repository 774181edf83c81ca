"""The commands and their options; each command imports what it needs when it runs."""

from __future__ import annotations

from typing import Annotated

import typer

import namndkit
from namndkit.cli.swedish import Command, Group

Paths = Annotated[
    list[str], typer.Argument(metavar="SÖKVÄG…", help="Filer, mappar, eller - för standard in.")
]
"""The cases that a command takes."""

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
    paths: Paths,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FIL",
            help="Word-filen, en mapp, eller - för standard ut. Annars skrivs de bredvid ärendena.",
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
    only: Annotated[
        str | None,
        typer.Option("--type", metavar="TYP", help="Bara ärenden av typen förslag eller yttrande."),
    ] = None,
    templates: Annotated[
        str | None, typer.Option("--templates", metavar="MAPP", help="Mapp med egna mallar.")
    ] = None,
    jobs: Annotated[
        int, typer.Option("--jobs", metavar="ANTAL", help="Antal processer som arbetar samtidigt.")
    ] = 1,
    check: Annotated[
        bool,
        typer.Option(
            "--check", help="Skriv inget; slutkoden är 1 om något dokument skulle ändras."
        ),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Skriv inget; visa vad som skulle skrivas.")
    ] = False,
    force: Annotated[
        bool,
        typer.Option(
            "--force", help="Skriv över dokument som har ändrats i Word; en kopia sparas först."
        ),
    ] = False,
    style: Annotated[
        str, typer.Option("--format", metavar="FORM", help="full eller json.")
    ] = "full",
) -> None:
    """
    Exempel: namndkit render arenden/ -o ut/

    Gör Word-dokument av ärenden. Varje ärende kontrolleras först; är något fel skrivs
    inget dokument. Oförändrade dokument lämnas som de är, och dokument som någon har
    sparat i Word behålls. Slutkoden är 1 när något ärende är fel eller något dokument
    behölls.
    """
    from namndkit.cli.documents import Options
    from namndkit.cli.render import run, word_for

    options = Options(
        kind=word_for(kind),
        only=word_for(only),
        templates=templates,
        draft=draft,
        force=force,
        write=not (check or dry_run),
    )
    raise typer.Exit(run(paths, output, options, jobs=jobs, check_only=check, style=style))


@app.command(cls=Command)
def validate(
    paths: Paths,
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
    paths: Paths,
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
def config(
    case: Annotated[str, typer.Argument(metavar="ÄRENDE", help="Ärendets YAML-fil.")],
) -> None:
    """
    Exempel: namndkit config forslag.yaml

    Visar vad som gäller för ett ärende och varifrån varje värde kommer: ärendet, mappens
    namndkit.yaml eller namndkit självt.
    """
    from namndkit.cli.config import run

    raise typer.Exit(run(case))


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
