"""What a board answers: recommendations, claims and questions in the asker's words, and its stance."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from namndkit.values.case.choices import choice, known
from namndkit.values.case.part import Part
from namndkit.values.case.scalars import Kort, Lång, Ordagrant, Uppgift
from namndkit.values.text import Text

Utfall = Annotated[
    str,
    choice(
        *("bifalls", "avslås", "anses besvarat"),
        **{"bifall": "bifalls", "avslag": "avslås", "besvarat": "anses besvarat"},
        **{"besvarad": "anses besvarat", "anses besvarad": "anses besvarat"},
    ),
]
"""What the board proposes that kommunfullmäktige decides of a yrkande."""

Ställningstagande = Annotated[
    Text,
    known(
        *("tillstyrker", "tillstyrker med synpunkter", "tillstyrker delvis", "avstyrker"),
        *("inget att erinra", "avstår"),
        **{"ingen erinran": "inget att erinra", "delvis": "tillstyrker delvis"},
    ),
]
"""What the board says of a proposal; other words stand as they are."""

Saken = Annotated[
    Text,
    known("förslaget", "motionen", "planen", "programmet", "remissen", "medborgarförslaget"),
]
"""What the board says that of, as a word that can follow; other words stand as they are."""


class Svarspunkt(Part):
    """Something asked of the board, in the asker's words, and the board's answer."""

    nummer: Uppgift | None = Field(None, description="Numret, om det inte följer ordningen.")
    text: Ordagrant = Field(description="Det som besvaras, ordagrant.")
    inledning: Lång | None = Field(None, description="Text före punkten.")
    svar: Lång | None = Field(None, description="Nämndens svar.")
    ställningstagande: Kort | None = Field(None, description="Till exempel instämmer.")
    åtgärd: Kort | None = Field(None, description="Vad nämnden gör.")
    klart_senast: Kort | None = Field(None, description="När det ska vara klart.")
    ansvarig: Uppgift | None = Field(None, description="Vem som ansvarar.")


class Rekommendation(Svarspunkt):
    """A recommendation of the auditors."""


class Fråga(Svarspunkt):
    """A question."""


class Yrkande(Svarspunkt):
    """A claim of a motion; the board proposes, kommunfullmäktige decides."""

    förslag: Utfall | None = Field(None, description="bifalls, avslås eller anses besvarat.")
