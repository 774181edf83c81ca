"""What every kind of case has: the head, the decision, free sections, signatures and the rest."""

from __future__ import annotations

from functools import cached_property
from typing import ClassVar

from pydantic import Field

from namndkit.values.case.beslut import Beslut, Skede, Tillfälle, Underlag
from namndkit.values.case.part import Many, Part, Path, leaves
from namndkit.values.case.personer import (
    Ansvarig,
    Avvikelser,
    Handläggare,
    Underskrift,
    Undertecknare,
)
from namndkit.values.case.scalars import Citerad, Dag, JaNej, Kort, Lång, Styrord, Uppgift


class Avsnitt(Part):
    """A free section: heading, text, and sections inside it."""

    rubrik: Kort = Field(description="Avsnittets rubrik.")
    text: Lång | None = Field(None, description="Avsnittets text.")
    avsnitt: Many[Avsnitt] = Field((), description="Underavsnitt.")


class Case(Part):
    """The fields that a förslag and a yttrande share."""

    kind: ClassVar[str]
    typ: Styrord = Field(description="förslag eller yttrande.")
    titel: Kort = Field(description="Dokumentets titel.")
    visa_titel: JaNej = Field(True, description="Nej: titeln skrivs inte ut i dokumentet.")
    kommun: Uppgift | None = Field(
        None, description="Kommunens namn i huvudet (annars Malmö stad)."
    )
    nämnd: Uppgift | None = Field(None, description="Nämnden, till exempel servicenämnden.")
    förvaltning: Uppgift | None = Field(None, description="Förvaltningen.")
    visa_huvud: JaNej = Field(False, description="Ja: dokumenthuvudet skrivs alltid ut.")
    datum: Dag | None = Field(None, description="Dokumentets datum, till exempel 2022-10-14.")
    diarienummer: Uppgift | None = Field(None, description="Till exempel SN-2022-916.")
    ert_diarienummer: Uppgift | None = Field(None, description="Mottagarens diarienummer.")
    till: Many[Uppgift] = Field((), description="Mottagaren, en rad för varje.")
    handläggare: Many[Handläggare] = Field((), description="Vår referens.")
    skede: Skede | None = Field(None, description="förslag (före mötet) eller beslutat (efter).")
    sammanfattning: Lång | None = Field(None, description="Kort, och begriplig för sig.")
    ärendet: Lång | None = Field(None, description="Ärendets beskrivning i tjänsteskrivelsen.")
    beslut: Beslut | None = Field(None, description="Förslag till beslut.")
    avsnitt: Many[Avsnitt] = Field((), description="Egna avsnitt.")
    beslutsunderlag: Many[Underlag] = Field((), description="Handlingar som beslutet vilar på.")
    beslutsplanering: Many[Tillfälle] = Field((), description="När ärendet ska behandlas.")
    ansvariga: Many[Ansvarig] = Field((), description="Ansvariga tjänstemän, högst sist.")
    undertecknare: Many[Undertecknare] = Field((), description="De som skriver under.")
    underskrift: Underskrift | None = Field(None, description="Hur underskrifterna ställs upp.")
    reservationer: Avvikelser | None = Field(None, description="Reservationer.")
    särskilda_yttranden: Avvikelser | None = Field(None, description="Särskilda yttranden.")
    protokollsanteckningar: Avvikelser | None = Field(None, description="Protokollsanteckningar.")
    bilagor: Many[Citerad] = Field((), description="Bilagornas namn, i ordning.")
    skickas_till: Many[Uppgift] = Field((), description="De som ska få beslutet.")

    @cached_property
    def blad(self) -> tuple[tuple[Path, object], ...]:
        """Every leaf value with its path of field names and list indexes, found once."""
        return tuple(leaves(self))

    @property
    def har_huvud(self) -> bool:
        """The head appears when a field that only it shows is given, or the case asks for it."""
        given = (self.datum, self.diarienummer, self.ert_diarienummer, self.handläggare, self.till)
        return self.visa_huvud or any(given)

    @property
    def beslutat(self) -> bool:
        """True after the meeting."""
        return self.skede is not None and self.skede.läge == "beslutat"
