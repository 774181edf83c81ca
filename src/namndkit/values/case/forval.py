"""A folder's defaults, from the file ``namndkit.yaml`` beside or above its cases."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar

from pydantic import Field

from namndkit.values.case.kostnad import Enhet
from namndkit.values.case.part import Many, Part, Reads, reject
from namndkit.values.case.personer import Ansvarig, Handläggare, Underskrift, Undertecknare
from namndkit.values.case.role import Role
from namndkit.values.case.scalars import TEXT, JaNej, Kort, Uppgift, scalar
from namndkit.values.node import Node
from namndkit.values.text import Text


def _pattern(value: Node) -> Text:
    node = scalar(value, "ett mönster")
    try:
        re.compile(node.text)
    except re.error:
        raise reject("pattern", node) from None
    return Text.of(node, node.text.strip())


_PLAIN = re.compile(r"[\w /:.,-]*[0-9][\w /:.,-]*")


def number_pattern(written: str) -> str:
    """The regular expression that ``written`` stands for: itself, or one like the example it is.

    ``MN 2026/101`` is an example: every such number has four digits for the year and any after.
    """
    if not _PLAIN.fullmatch(written):
        return written
    parts = re.split(r"([0-9]+)", written)
    return "".join(
        (r"[0-9]{4}" if len(part) == 4 else "[0-9]+") if part.isdecimal() else re.escape(part)
        for part in parts
    )


Mönster = Annotated[Text, Reads(_pattern, TEXT, Role.DATA)]
"""An example of a number, or a regular expression (Python's ``re``)."""


class Logotyp(Part):
    """The city's logotype, lower right on page 1: a picture and what it shows in words."""

    short: ClassVar[dict[str, str]] = {"text": "bild"}
    bild: Uppgift = Field(
        description="Bilden (PNG eller JPEG), räknat från mappen med namndkit.yaml."
    )
    alternativtext: Kort = Field(description="Vad bilden visar, för den som inte ser den.")


class Förval(Part):
    """What holds for every case in a folder that does not say otherwise itself.

    A field that a case has too is filled in there; ``enhet`` in its cost. ``mallar``, ``logotyp``
    and ``diarienummer_mönster`` are the folder's alone.
    """

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
    enhet: Enhet | None = Field(None, description="Enheten i tabeller: kr, tkr eller mnkr.")
    mallar: Uppgift | None = Field(None, description="Mappen med egna mallar, räknat härifrån.")
    logotyp: Logotyp | None = Field(None, description="Logotypen nere till höger på sidan 1.")
    diarienummer_mönster: Mönster | None = Field(
        None, description="Ett exempel på nämndens diarienummer, eller ett reguljärt uttryck."
    )
