"""The commands that tell about a case, a code and the format."""

from __future__ import annotations

from typing import Annotated

import typer

from namndkit.cli.commands import complete
from namndkit.cli.commands.common import Kind, Templates


def show(
    case: Annotated[
        str,
        typer.Argument(metavar="ÄRENDE", help="Ärendets YAML-fil.", autocompletion=complete.cases),
    ],
    kind: Kind = None,
    templates: Templates = None,
    tree: Annotated[
        bool, typer.Option("--tree", help="Visa dokumentets delar, för den som skriver mallar.")
    ] = False,
) -> None:
    """
    Exempel: namndkit show forslag.yaml

    Visar dokumentet i terminalen, utan att skriva något. Det som saknas syns som luckor.
    """
    from namndkit.cli.show import run

    raise typer.Exit(run(case, kind=kind, templates=templates, tree=tree))


def config(
    case: Annotated[
        str,
        typer.Argument(metavar="ÄRENDE", help="Ärendets YAML-fil.", autocompletion=complete.cases),
    ],
) -> None:
    """
    Exempel: namndkit config forslag.yaml

    Visar vad som gäller för ett ärende och varifrån varje värde kommer: ärendet, mappens
    namndkit.yaml eller namndkit självt.
    """
    from namndkit.cli.config import run

    raise typer.Exit(run(case))


def explain(
    code: Annotated[
        str,
        typer.Argument(
            metavar="[KOD]",
            help="Koden, till exempel NK105. Utan kod visas alla.",
            autocompletion=complete.codes,
        ),
    ] = "",
) -> None:
    """
    Exempel: namndkit explain NK105

    Förklarar vad en kod betyder, med ett exempel på fel och ett på rätt.
    """
    from namndkit.cli.explain import run

    raise typer.Exit(run(code))


def schema(
    english: Annotated[bool, typer.Option("--english", help="Nycklarna på engelska.")] = False,
) -> None:
    """
    Exempel: namndkit schema > arende.schema.json

    Skriver formatet som ett JSON-schema, för redigeringsprogram som kontrollerar och
    fyller i medan man skriver.
    """
    import sys

    from namndkit.cli.cases import Folders
    from namndkit.cli.files import STANDARD
    from namndkit.report.json_text import json_text
    from namndkit.report.outlet import for_programs
    from namndkit.schema import case_schema

    form = Folders().renderer(STANDARD).templates.form
    print(json_text(case_schema(form, english=english)), file=for_programs(sys.stdout))


def completion(
    shell: Annotated[
        str,
        typer.Argument(
            metavar="SKAL",
            help="bash, zsh, fish, powershell eller pwsh.",
            autocompletion=complete.shells,
        ),
    ],
    install: Annotated[
        bool, typer.Option("--install", help="Lägg in raderna där skalet läser dem.")
    ] = False,
) -> None:
    """
    Exempel: namndkit completion bash --install

    Lär terminalen att fylla i kommandon, filer, slag och koder med tabbtangenten. Utan
    --install skrivs raderna bara ut.
    """
    from namndkit.cli.completion import run

    raise typer.Exit(run(shell, write=install))
