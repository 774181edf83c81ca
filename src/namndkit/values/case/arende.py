"""The case: everything that the documents of one ärende can say, whatever their kind."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field, PrivateAttr

from namndkit.values.case.beslut import Beslut, Skede, Tillfälle, Underlag
from namndkit.values.case.glossary import fold
from namndkit.values.case.insatser import Insats
from namndkit.values.case.kostnad import Kostnad
from namndkit.values.case.part import Many, Part, Path, leaves
from namndkit.values.case.personer import (
    Ansvarig,
    Avvikelser,
    Handläggare,
    Underskrift,
    Undertecknare,
)
from namndkit.values.case.rubriker import Rubrik, headings
from namndkit.values.case.scalars import Citerad, Dag, JaNej, Kort, Lång, Styrord, Uppgift
from namndkit.values.case.svar import Fråga, Rekommendation, Saken, Ställningstagande, Yrkande


class Avsnitt(Part):
    """A free section: heading, text, and sections inside it."""

    rubrik: Kort = Field(description="Avsnittets rubrik.")
    text: Lång | None = Field(None, description="Avsnittets text.")
    avsnitt: Many[Avsnitt] = Field((), description="Underavsnitt.")


class Case(Part):
    """One ärende. Which of the keys a document needs and prints is said by the template of its kind.

    What one of the documents says for itself alone is a ``Case`` of its own, in ``egna``.
    """

    whole: ClassVar[bool] = True
    typ: Styrord = Field(description="Dokumentets slag.")
    titel: Kort | None = Field(None, description="Dokumentets titel.")
    visa_titel: JaNej = Field(True, description="Nej: titeln skrivs inte ut i dokumentet.")
    ledtexter: JaNej = Field(False, description="Ja: formulärets ledtexter skrivs i rubrikerna.")
    rubriker: Annotated[tuple[Rubrik, ...], BeforeValidator(headings)] = Field(
        (), description="Egna rubriker i stället för de vanliga, till exempel bakgrund: Inledning."
    )
    ordning: Many[Styrord] = Field((), description="Ordningen mellan delarna, om en annan önskas.")
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
    besvarar: Kort | None = Field(None, description="Det som dokumentet svarar på.")
    skede: Skede | None = Field(None, description="förslag (före mötet) eller beslutat (efter).")
    beslutsfras: Kort | None = Field(None, description="Egen inledande fras.")
    sammanfattning: Lång | None = Field(None, description="Kort, och begriplig för sig.")
    beslut: Beslut | None = Field(None, description="Förslag till beslut.")
    beslutsunderlag: Many[Underlag] = Field((), description="Handlingar som beslutet vilar på.")
    beslutsplanering: Many[Tillfälle] = Field((), description="När ärendet ska behandlas.")
    ärendet: Lång | None = Field(None, description="Ärendets beskrivning.")
    bakgrund: Lång | None = Field(None, description="Bakgrunden.")
    insatser_inledning: Lång | None = Field(None, description="Text före punktlistan.")
    insatser: Many[Insats] = Field((), description="Insatserna.")
    målgrupp: Lång | None = Field(None, description="Målgrupp gemensam för insatserna.")
    förväntad_effekt: Lång | None = Field(None, description="Effekt gemensam för insatserna.")
    kostnad: Kostnad | None = Field(None, description="Kostnaden.")
    ställningstagande: Ställningstagande | None = Field(
        None, description="tillstyrker, tillstyrker delvis, avstyrker … eller egna ord."
    )
    saken: Saken | None = Field(
        None,
        description="Det som nämnden tillstyrker eller avstyrker: förslaget, motionen, planen …",
    )
    yttrande: Lång | None = Field(None, description="Yttrandets text.")
    rekommendationer: Many[Rekommendation] = Field((), description="Rekommendationer med svar.")
    yrkanden: Many[Yrkande] = Field((), description="En motions yrkanden med svar.")
    frågor: Many[Fråga] = Field((), description="Frågor med svar.")
    avsnitt: Many[Avsnitt] = Field((), description="Egna avsnitt.")
    avslutning: Lång | None = Field(None, description="Text efter svaren och avsnitten.")
    ansvariga: Many[Ansvarig] = Field((), description="Ansvariga tjänstemän, högst sist.")
    undertecknare: Many[Undertecknare] = Field((), description="De som skriver under.")
    underskrift: Underskrift | None = Field(None, description="Hur underskrifterna ställs upp.")
    reservationer: Avvikelser | None = Field(None, description="Reservationer.")
    särskilda_yttranden: Avvikelser | None = Field(None, description="Särskilda yttranden.")
    protokollsanteckningar: Avvikelser | None = Field(None, description="Protokollsanteckningar.")
    bilagor: Many[Citerad] = Field((), description="Bilagornas namn, i ordning.")
    skickas_till: Many[Uppgift] = Field((), description="De som ska få beslutet.")
    _egna: tuple[Case, ...] = PrivateAttr(())
    _eget: tuple[str, ...] = PrivateAttr(())

    @property
    def egna(self) -> tuple[Case, ...]:
        """For each other document of the case what it says for itself alone, by its ``typ``."""
        return self._egna

    @property
    def eget(self) -> tuple[str, ...]:
        """The keys that are written for this document alone; all of them in the main one."""
        return self._eget

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

    @property
    def utelämnat(self) -> tuple[str, ...]:
        """The keys that the case says it has nothing under (``beslutsfras: inga``)."""
        return tuple(name for name in self.model_fields_set if getattr(self, name) in (None, ()))

    @cached_property
    def insats_nycklar(self) -> dict[str, Insats]:
        """Every insats by its folded heading, and by its number where no heading is that number."""
        numbered = {str(n): insats for n, insats in enumerate(self.insatser, 1)}
        return {**numbered, **{fold(insats.rubrik): insats for insats in reversed(self.insatser)}}

    @cached_property
    def insats_namn(self) -> dict[int, str]:
        """What each insats (by ``id``) is called: its heading, with its number where two have the same."""
        headings = [str(insats.rubrik) for insats in self.insatser]
        return {
            id(insats): heading if headings.count(heading) == 1 else f"{heading} (insats {number})"
            for number, (insats, heading) in enumerate(zip(self.insatser, headings, strict=True), 1)
        }

    def insatsen(self, namn: str | None) -> Insats | None:
        """The insats whose heading or number is ``namn``."""
        return self.insats_nycklar.get(fold(namn)) if namn else None
