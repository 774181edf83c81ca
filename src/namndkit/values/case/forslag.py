"""Förslag: an application for money, with initiatives, target group, effect and cost."""

from __future__ import annotations

from functools import cached_property
from typing import ClassVar

from pydantic import Field

from namndkit.values.case.arende import Case
from namndkit.values.case.glossary import fold
from namndkit.values.case.kostnad import Kostnad
from namndkit.values.case.part import Many, Part
from namndkit.values.case.scalars import JaNej, Kort, Lång, Uppgift


class Insats(Part):
    """One initiative."""

    rubrik: Kort = Field(description="Insatsens rubrik.")
    avdelning: Uppgift | None = Field(None, description="Avdelning; står före rubriken.")
    sammanfattning: Kort | None = Field(None, description="En rad för punktlistan.")
    text: Lång | None = Field(None, description="Beskrivningen.")
    målgrupp: Lång | None = Field(None, description="Vilka insatsen berör.")
    antal_medarbetare: Uppgift | None = Field(None, description="Antal, med siffror eller ord.")
    förväntad_effekt: Lång | None = Field(None, description="Den effekt som väntas.")


class Förslag(Case):
    """An application for money from a pot of the city's budget."""

    kind: ClassVar[str] = "förslag"
    ledtexter: JaNej = Field(False, description="Ja: formulärets ledtexter skrivs i rubrikerna.")
    bakgrund: Lång | None = Field(None, description="Bakgrunden.")
    insatser_inledning: Lång | None = Field(None, description="Text före punktlistan.")
    insatser: Many[Insats] = Field((), description="Insatserna.")
    målgrupp: Lång | None = Field(None, description="Målgrupp gemensam för insatserna.")
    förväntad_effekt: Lång | None = Field(None, description="Effekt gemensam för insatserna.")
    kostnad: Kostnad | None = Field(None, description="Kostnaden.")

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


def cost_of(case: Case) -> Kostnad | None:
    """The cost of ``case``; None for a kind of case that has none."""
    return case.kostnad if isinstance(case, Förslag) else None
