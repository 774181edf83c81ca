"""The cost: lines, the pot that is applied from, and who pays."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from namndkit.values.case.choices import choice
from namndkit.values.case.part import Many, Part
from namndkit.values.case.scalars import (
    Andel,
    Antal,
    Belopp,
    JaNej,
    Kontrollsumma,
    Kort,
    Lång,
    Styckpris,
    Styrord,
    Uppgift,
    ratio,
)
from namndkit.values.case.scalars import År as Årtal
from namndkit.values.case.years import years

Uppställning = Annotated[
    str, choice("punkter", "tabell", "punkter och tabell", båda="punkter och tabell")
]
"""How the lines are printed."""
Enhet = Annotated[str, choice("kr", "tkr", "mnkr", kronor="kr", mkr="mnkr")]
"""The unit of tables and totals."""
Slag = Annotated[str, choice("drift", "investering")]
"""Running cost, or an investment."""
Varaktighet = Annotated[
    str,
    choice(
        *("engångs", "varaktig"),
        **{"engångskostnad": "engångs", "tillfällig": "engångs", "varaktig kostnad": "varaktig"},
    ),
]
"""A cost that comes once, or one that stays."""


class Årsbelopp(Part):
    """The amount of one year."""

    paired: ClassVar[bool] = True
    år: Årtal = Field(description="Året.")
    belopp: Belopp = Field(description="Årets belopp.")


class Delbelopp(Part):
    """An amount inside another."""

    belopp: Belopp = Field(description="Beloppet.")
    ändamål: Kort = Field(description="Vad pengarna går till; läses efter ordet för.")


class Kostnadsrad(Part):
    """One cost line: an amount, an amount for each year, a count and a price, or parts."""

    form: ClassVar[str] = "ändamål: …, belopp: …"

    belopp: Belopp | None = Field(None, description="Beloppet, till exempel 5 miljoner kronor.")
    per_år: Annotated[tuple[Årsbelopp, ...], BeforeValidator(years)] = Field(
        (), description="Beloppet år för år, till exempel 2026: 1 mnkr."
    )
    år: Årtal | None = Field(None, description="Året som beloppet gäller.")
    antal: Antal | None = Field(None, description="Hur många, till exempel 24 eller 180 elever.")
    styckpris: Styckpris | None = Field(
        None, description="Priset för var och en, till exempel 50 000 kr eller 828 kr/elev."
    )
    ändamål: Kort = Field(description="Vad pengarna går till; läses efter ordet för.")
    insats: Styrord | None = Field(None, description="Insatsens rubrik eller nummer.")
    slag: Slag | None = Field(None, description="drift eller investering.")
    varaktighet: Varaktighet | None = Field(None, description="engångs eller varaktig.")
    konto: Uppgift | None = Field(None, description="Kontot i redovisningen.")
    reserv: JaNej = Field(False, description="Ja: raden är en reserv för oförutsedda kostnader.")
    prisnivå: Kort | None = Field(None, description="Radens prisnivå, om den är en annan.")
    delar: Many[Delbelopp] = Field((), description="Belopp som tillsammans blir hela raden.")
    varav: Many[Delbelopp] = Field((), description="Belopp som ingår i raden.")
    sökt: Belopp | None = Field(None, description="Det som söks av raden; resten är egen del.")
    egen: Belopp | None = Field(None, description="Det som nämnden själv betalar av raden.")
    beviljat: Belopp | None = Field(None, description="Det som har beviljats av det sökta.")


class Ram(Part):
    """The pot that the money is applied from."""

    short: ClassVar[dict[str, str]] = {"text": "belopp"}
    belopp: Belopp = Field(description="Hela potten.")
    namn: Uppgift | None = Field(None, description="Pottens namn.")


class Finansiering(Part):
    """One source of funding: an amount, a share, or neither: then it takes the rest."""

    short: ClassVar[dict[str, str]] = {"text": "källa"}
    källa: Uppgift = Field(description="Vem som betalar eller varifrån pengarna tas.")
    belopp: Belopp | None = Field(None, description="Beloppet.")
    andel: Andel | None = Field(
        None, description="Andelen av kostnaden, till exempel 50 % eller 1/3."
    )

    @property
    def kvot(self) -> Fraction | None:
        """The share as a fraction: ``50 %`` is a half."""
        return ratio(self.andel) if self.andel else None


class Kostnad(Part):
    """What it costs."""

    short: ClassVar[dict[str, str]] = {"list": "rader"}
    inledning: Lång | None = Field(None, description="Text före raderna.")
    rader: Many[Kostnadsrad] = Field((), description="Kostnadsraderna.")
    summa: Kontrollsumma | None = Field(
        None, description="Summan som du räknat den; den kontrolleras."
    )
    varav: Many[Delbelopp] = Field((), description="Belopp som ingår i summan.")
    ram: Ram | None = Field(None, description="Potten som pengarna söks ur.")
    finansiering: Many[Finansiering] = Field((), description="Vilka som betalar.")
    prisnivå: Kort | None = Field(None, description="Prisnivå, till exempel 2026 års priser.")
    text: Lång | None = Field(None, description="Text efter raderna.")
    visa: Uppställning = Field("punkter", description="punkter, tabell eller punkter och tabell.")
    visa_summa: JaNej = Field(True, description="Nej: ingen summarad skrivs ut.")
    enhet: Enhet | None = Field(None, description="Enheten i tabeller: kr, tkr eller mnkr.")
