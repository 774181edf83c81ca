"""The commands that look for what is wrong."""

from __future__ import annotations

from typing import Annotated

import typer

from namndkit.cli.commands import complete
from namndkit.cli.commands.common import Ignore, Paths, Select, Strict, Style


def validate(
    paths: Paths,
    style: Style = "full",
    strict: Strict = False,
    select: Select = "",
    ignore: Ignore = "",
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


def inspect(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="DOKUMENT…",
            help="Word-dokument, eller mappar med dem.",
            autocompletion=complete.documents,
        ),
    ],
    style: Style = "full",
    strict: Strict = False,
    select: Select = "",
    ignore: Ignore = "",
) -> None:
    """
    Exempel: namndkit inspect yttrande.docx

    Granskar färdiga Word-dokument, också sådana som namndkit inte har gjort: rubriker,
    listor, tabeller, bilder, länkar, kontrast, kommentarer, personnummer med mera.
    Slutkoden är 0 utan fel, 1 med fel och 2 om något inte gick att läsa.
    """
    from namndkit.cli.inspect import run

    raise typer.Exit(run(paths, style=style, strict=strict, select=select, ignore=ignore))
