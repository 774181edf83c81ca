"""The proposal for decision, what it rests on, and how far it has come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import Field

from namndkit.values.case.choices import choice
from namndkit.values.case.glossary import fold
from namndkit.values.case.part import Many, Part, words
from namndkit.values.case.scalars import Citerad, Dag, JaNej, Kort, Paragraf, Uppgift
from namndkit.values.node import Mapping
from namndkit.values.text import Text

Stil = Annotated[str, choice("att-satser", "aktiv", att="att-satser")]
"""Each point an att-sats, or a numbered full sentence in the present tense."""
Stadium = Annotated[str, choice("förslag", "beslutat", beslut="beslutat", beslutad="beslutat")]
"""Before or after the meeting."""


@dataclass(frozen=True, slots=True)
class Punktlista:
    """The points that one body decides; ``organ`` is empty for the board itself."""

    organ: str
    punkter: tuple[Text, ...]


class Beslut(Part):
    """One list of points for each deciding body."""

    short: ClassVar[dict[str, str]] = {"text": "punkter", "list": "punkter"}
    stil: Stil = Field("att-satser", description="att-satser eller aktiv (hela meningar).")
    punkter: Many[Kort] = Field((), description="Nämndens egna beslutspunkter.")
    kommunstyrelsen: Many[Kort] = Field((), description="Punkter som kommunstyrelsen beslutar om.")
    kommunfullmäktige: Many[Kort] = Field((), description="Punkter som fullmäktige beslutar om.")
    omedelbar_justering: JaNej = Field(False, description="Ja: en egen punkt om justering.")

    löpande_numrering: JaNej = Field(
        False, description="Ja: punkterna numreras i en följd, vem som än beslutar."
    )

    @property
    def listor(self) -> tuple[Punktlista, ...]:
        """The points of each deciding body, in the order in which the bodies are written."""
        lists = {"punkter": self.punkter, "kommunstyrelsen": self.kommunstyrelsen}
        lists["kommunfullmäktige"] = self.kommunfullmäktige
        entries = self.node.entries if isinstance(self.node, Mapping) else ()
        written = [words(type(self)).get(fold(entry.key.text), "") for entry in entries]
        order = [name for name in written if name in lists] or lists
        return tuple(
            Punktlista("" if name == "punkter" else name, lists[name])
            for name in order
            if lists[name]
        )

    @property
    def alla_punkter(self) -> tuple[Text, ...]:
        """The points of every body, in the order they are printed."""
        return tuple(point for one in self.listor for point in one.punkter)


class Underlag(Part):
    """A document that the decision rests on."""

    short: ClassVar[dict[str, str]] = {"text": "text"}
    text: Citerad | None = Field(None, description="Handlingens namn.")
    organ: Uppgift | None = Field(None, description="Det organ som fattade ett tidigare beslut.")
    datum: Dag | None = Field(None, description="Handlingens eller beslutets datum.")
    paragraf: Paragraf | None = Field(None, description="Beslutets paragraf, bara numret.")


class Tillfälle(Part):
    """A meeting where the case is to be decided."""

    short: ClassVar[dict[str, str]] = {"text": "organ"}
    organ: Uppgift = Field(description="Det organ som ska behandla ärendet.")
    datum: Dag | None = Field(None, description="Sammanträdets datum.")


class Skede(Part):
    """Before the meeting the document is a proposal, after it a decision with date and §."""

    short: ClassVar[dict[str, str]] = {"text": "läge"}
    läge: Stadium = Field(description="förslag eller beslutat.")
    datum: Dag | None = Field(None, description="Dagen för beslutet.")
    paragraf: Paragraf | None = Field(None, description="Protokollets paragraf, bara numret.")
