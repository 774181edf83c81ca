"""An initiative: what is to be done, for whom, and to what effect."""

from __future__ import annotations

from pydantic import Field

from namndkit.values.case.part import Part
from namndkit.values.case.scalars import Kort, Lång, Uppgift


class Insats(Part):
    """One initiative."""

    rubrik: Kort = Field(description="Insatsens rubrik.")
    avdelning: Uppgift | None = Field(None, description="Avdelning; står före rubriken.")
    sammanfattning: Kort | None = Field(None, description="En rad för punktlistan.")
    text: Lång | None = Field(None, description="Beskrivningen.")
    målgrupp: Lång | None = Field(None, description="Vilka insatsen berör.")
    antal_medarbetare: Uppgift | None = Field(None, description="Antal, med siffror eller ord.")
    förväntad_effekt: Lång | None = Field(None, description="Den effekt som väntas.")
