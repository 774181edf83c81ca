"""The commands that make documents."""

from __future__ import annotations

from typing import Annotated

import typer

from namndkit.cli.commands import complete
from namndkit.cli.commands.common import Kind, Paths, Style, Templates


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
    kind: Kind = None,
    only: Annotated[
        str | None,
        typer.Option(
            "--type",
            metavar="TYP",
            autocompletion=complete.kinds,
            help="Bara ärenden av den här typen.",
        ),
    ] = None,
    templates: Templates = None,
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
    pdf: Annotated[
        bool, typer.Option("--pdf", help="Gör också en PDF av varje dokument, med LibreOffice.")
    ] = False,
    soffice: Annotated[
        str | None,
        typer.Option("--soffice", metavar="PROGRAM", help="Var LibreOffice finns (för --pdf)."),
    ] = None,
    style: Annotated[
        str, typer.Option("--format", metavar="FORM", help="full eller json.")
    ] = "full",
) -> None:
    """
    Exempel: namndkit render arenden/ -o ut/

    Gör Word-dokument av ärenden, alla som ett ärende har, med --pdf också PDF-filer. Varje ärende kontrolleras först; är något fel skrivs
    inget dokument. Oförändrade dokument lämnas som de är, och dokument som någon har
    sparat i Word behålls. Slutkoden är 1 när något ärende är fel eller något dokument
    behölls.
    """
    from namndkit.cli.documents import Options
    from namndkit.cli.render import run

    options = Options(
        kind=kind,
        only=only,
        templates=templates,
        draft=draft,
        force=force,
        write=not (check or dry_run),
    )
    wanted = None
    if pdf or soffice:
        from namndkit.cli.pdf import PdfOptions

        wanted = PdfOptions(soffice, force, options.write)
    code = run(paths, output, options, jobs=jobs, check_only=check, style=style, pdf=wanted)
    raise typer.Exit(code)


def new(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="TYP",
            help="Slaget av dokument, till exempel yttrande.",
            autocompletion=complete.kinds,
        ),
    ],
    file: Annotated[
        str | None,
        typer.Argument(metavar="[FIL]", help="Filen som skrivs, till exempel arende.yaml."),
    ] = None,
    title: Annotated[
        str | None, typer.Option("--titel", metavar="TEXT", help="Dokumentets titel.")
    ] = None,
    board: Annotated[
        str | None, typer.Option("--nämnd", "--namnd", metavar="TEXT", help="Nämnden.")
    ] = None,
    number: Annotated[
        str | None, typer.Option("--dnr", metavar="TEXT", help="Diarienumret.")
    ] = None,
    from_cost: Annotated[
        str | None,
        typer.Option("--from-cost", metavar="FIL", help="Hämta kostnadens rader ur en CSV-fil."),
    ] = None,
    from_docx: Annotated[
        str | None,
        typer.Option(
            "--from-docx",
            metavar="FIL",
            autocompletion=complete.documents,
            help="Hämta texten ur ett Word-dokument; det som inte får plats redovisas.",
        ),
    ] = None,
) -> None:
    """
    Exempel: namndkit new yttrande svar-om-cykelplan.yaml

    Skriver ett ärende att fylla i, med alla delar i ordning och förklaringar. I en
    terminal frågar kommandot efter titel, nämnd och diarienummer. Det skriver aldrig
    över en fil som finns.
    """
    from namndkit.cli.new import run

    answers = {"titel": title, "nämnd": board, "diarienummer": number}
    raise typer.Exit(run(kind, file, answers=answers, from_cost=from_cost, from_docx=from_docx))


def check_templates(
    folder: Annotated[
        str | None,
        typer.Argument(
            metavar="[MAPP]",
            help="Mappen med mallar; annars de som gäller i mappen där du står.",
            autocompletion=complete.folders,
        ),
    ] = None,
    style: Style = "full",
) -> None:
    """
    Exempel: namndkit templates check mallar/

    Kontrollerar mallarna i en mapp: namn, filter och roller i texterna, och formatmallar,
    listor, sidlayouter och sidnummer i Word-mallen utseende.docx.
    """
    from namndkit.cli.templates import check

    raise typer.Exit(check(folder, style=style))
