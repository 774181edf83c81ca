"""The cost of a förslag: lines, the pot that is applied from, and who pays."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from namndkit.values.case.part import Many, Part
from namndkit.values.case.scalars import Andel, Belopp, JaNej, Kort, Lång, choice, years
from namndkit.values.case.scalars import År as Årtal

Uppställning = Annotated[
    str, choice("punkter", "tabell", "punkter och tabell", båda="punkter och tabell")
]
"""How the lines are printed."""
Enhet = Annotated[str, choice("kr", "tkr", "mnkr", kronor="kr", mkr="mnkr")]
"""The unit of tables and totals."""


class Årsbelopp(Part):
    """The amount of one year."""

    år: Årtal = Field(description="Året.")
    belopp: Belopp = Field(description="Årets belopp.")


class Kostnadsrad(Part):
    """One cost line: an amount, or an amount for each year."""

    belopp: Belopp | None = Field(None, description="Beloppet, till exempel 5 miljoner kronor.")
    per_år: Annotated[tuple[Årsbelopp, ...], BeforeValidator(years)] = Field(
        (), description="Beloppet år för år, till exempel 2026: 1 mnkr."
    )
    år: Årtal | None = Field(None, description="Året som beloppet gäller.")
    ändamål: Kort = Field(description="Vad pengarna går till; läses efter ordet för.")
    insats: Kort | None = Field(None, description="Insatsens rubrik eller nummer.")


class Ram(Part):
    """The pot that the money is applied from."""

    short: ClassVar[dict[str, str]] = {"text": "belopp"}
    belopp: Belopp = Field(description="Hela potten.")
    namn: Kort | None = Field(None, description="Pottens namn.")


class Finansiering(Part):
    """One source of funding: an amount, a share, or neither: then it takes the rest."""

    short: ClassVar[dict[str, str]] = {"text": "källa"}
    källa: Kort = Field(description="Vem som betalar eller varifrån pengarna tas.")
    belopp: Belopp | None = Field(None, description="Beloppet.")
    andel: Andel | None = Field(None, description="Andelen av kostnaden, till exempel 50 %.")


class Kostnad(Part):
    """What it costs."""

    short: ClassVar[dict[str, str]] = {"list": "rader"}
    inledning: Lång | None = Field(None, description="Text före raderna.")
    rader: Many[Kostnadsrad] = Field((), description="Kostnadsraderna.")
    summa: Belopp | None = Field(None, description="Summan som du räknat den; den kontrolleras.")
    ram: Ram | None = Field(None, description="Potten som pengarna söks ur.")
    finansiering: Many[Finansiering] = Field((), description="Vilka som betalar.")
    prisnivå: Kort | None = Field(None, description="Prisnivå, till exempel 2026 års priser.")
    text: Lång | None = Field(None, description="Text efter raderna.")
    visa: Uppställning = Field("punkter", description="punkter, tabell eller punkter och tabell.")
    visa_summa: JaNej = Field(True, description="Nej: ingen summarad skrivs ut.")
    enhet: Enhet | None = Field(None, description="Enheten i tabeller: kr, tkr eller mnkr.")
