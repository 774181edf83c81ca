"""A folder's defaults, from the file ``namndkit.yaml`` beside or above its cases."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from namndkit.values.case.beslut import Stil
from namndkit.values.case.kostnad import Enhet
from namndkit.values.case.part import Many, Part
from namndkit.values.case.personer import Ansvarig, Handläggare, Underskrift, Undertecknare
from namndkit.values.case.role import Reads, Role, reject
from namndkit.values.case.rubriker import Rubrik, headings
from namndkit.values.case.scalars import TEXT, JaNej, Kort, Styrord, Uppgift, scalar
from namndkit.values.node import Node
from namndkit.values.text import Text

_EXAMPLE = re.compile(r"(?=.*[0-9])[^\W_][\w /:.,-]{,39}")


def _example(value: Node) -> Text:
    node = scalar(value, "ett exempel på ett diarienummer")
    if not _EXAMPLE.fullmatch(node.text.strip()):
        raise reject("number_example", node)
    return Text.of(node, node.text.strip())


def is_like(number: str, example: str) -> bool:
    """True for a number of the same form as ``example``, a value of ``Nummerexempel``.

    Of ``MN 2026/101`` are all those with four digits for the year and any number after. Nothing of the
    example is a pattern of its own, so that no folder can make the comparison long.
    """
    form = "".join(
        re.escape(part) if place % 2 == 0 else "[0-9]{4}" if len(part) == 4 else "[0-9]+"
        for place, part in enumerate(re.split(r"([0-9]+)", example))
    )
    return bool(re.fullmatch(form, number))


Nummerexempel = Annotated[Text, Reads(_example, TEXT, Role.DATA)]
"""One of the board's own numbers, as an example of how they look."""


class Logotyp(Part):
    """The city's logotype, lower right on page 1: a picture and what it shows in words."""

    short: ClassVar[dict[str, str]] = {"text": "bild"}
    bild: Styrord = Field(
        description="Bilden (PNG eller JPEG), räknat från mappen med namndkit.yaml."
    )
    alternativtext: Kort = Field(description="Vad bilden visar, för den som inte ser den.")


class Förval(Part):
    """What holds for every case in a folder that does not say otherwise itself.

    A field that a case has too is filled in there; ``enhet`` in its cost, ``stil`` in its decision. ``mallar``, ``logotyp``
    and ``diarienummer_mönster`` are the folder's alone.
    """

    whole: ClassVar[bool] = True
    kommun: Uppgift | None = Field(None, description="Kommunens namn i huvudet.")
    nämnd: Uppgift | None = Field(None, description="Nämnden.")
    förvaltning: Uppgift | None = Field(None, description="Förvaltningen.")
    visa_huvud: JaNej = Field(False, description="Ja: dokumenthuvudet skrivs alltid ut.")
    ledtexter: JaNej = Field(False, description="Ja: formulärets ledtexter skrivs i rubrikerna.")
    handläggare: Many[Handläggare] = Field((), description="Vår referens.")
    ansvariga: Many[Ansvarig] = Field((), description="Ansvariga tjänstemän, högst sist.")
    undertecknare: Many[Undertecknare] = Field((), description="De som skriver under.")
    underskrift: Underskrift | None = Field(None, description="Hur underskrifterna ställs upp.")
    skickas_till: Many[Uppgift] = Field((), description="De som ska få besluten.")
    rubriker: Annotated[tuple[Rubrik, ...], BeforeValidator(headings)] = Field(
        (), description="Egna rubriker i stället för de vanliga, till exempel bakgrund: Inledning."
    )
    stil: Stil | None = Field(None, description="Beslutspunkternas stil: att-satser eller aktiv.")
    enhet: Enhet | None = Field(None, description="Enheten i tabeller: kr, tkr eller mnkr.")
    mallar: Styrord | None = Field(None, description="Mappen med egna mallar, räknat härifrån.")
    logotyp: Logotyp | None = Field(None, description="Logotypen nere till höger på sidan 1.")
    diarienummer_mönster: Nummerexempel | None = Field(
        None, description="Ett av nämndens diarienummer, som exempel på hur de ser ut."
    )
