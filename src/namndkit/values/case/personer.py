"""People in a case: who handles it, who signs, who is responsible, who disagrees."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from namndkit.values.case.choices import known
from namndkit.values.case.part import Many, Part
from namndkit.values.case.role import Reads, reject
from namndkit.values.case.scalars import YES, CiteradLång, JaNej, Kort, Uppgift, short
from namndkit.values.node import Node
from namndkit.values.text import Text

_STATE = known("inga", "kompletteras i efterhand", ingen="inga", nej="inga", finns_inga="inga")
_BARE = (*YES, "finns")


def _state(value: Node) -> object:
    node = short(value, "en text")
    if node.text.strip(" .!").casefold() in _BARE:
        raise reject("bare_yes", node)
    return _STATE.read(node)


Läge = Annotated[
    Text,
    Reads(
        _state,
        {**_STATE.schema, "not": {"enum": [*_BARE, *map(str.title, _BARE), True]}},
        _STATE.role,
        takes_none=True,
    ),
]
"""What is known of reservations before they are written; that there are some says too little."""


class Handläggare(Part):
    """The official who handles the case (the head's "Vår referens")."""

    short: ClassVar[dict[str, str]] = {"text": "namn"}
    namn: Uppgift = Field(description="För- och efternamn.")
    titel: Uppgift | None = Field(None, description="Titel, till exempel nämndsekreterare.")
    e_post: Uppgift | None = Field(None, description="E-postadress i tjänsten.")
    telefon: Uppgift | None = Field(None, description="Telefonnummer i tjänsten.")


class Ansvarig(Part):
    """An official who answers for the document; the most senior stands last."""

    short: ClassVar[dict[str, str]] = {"text": "namn"}
    namn: Uppgift = Field(description="För- och efternamn.")
    titel: Uppgift | None = Field(None, description="Titel, till exempel förvaltningsdirektör.")


class Undertecknare(Part):
    """One who signs."""

    short: ClassVar[dict[str, str]] = {"text": "namn"}
    roll: Uppgift | None = Field(None, description="Rollen, till exempel Ordförande.")
    namn: Uppgift = Field(description="För- och efternamn, eller nämnden själv.")
    parti: Uppgift | None = Field(
        None, description="Partibeteckning utan parentes, till exempel S."
    )


class Underskrift(Part):
    """How the signatures are laid out."""

    digital: JaNej = Field(False, description="Ja: inget utrymme för underskrift lämnas.")
    bredvid_varandra: JaNej = Field(False, description="Ja: undertecknarna står sida vid sida.")
    namnet_först: JaNej = Field(False, description="Ja: namnet står över rollen.")


class Ledamot(Part):
    """An elected member."""

    short: ClassVar[dict[str, str]] = {"text": "namn"}
    namn: Uppgift = Field(description="För- och efternamn.")
    parti: Uppgift | None = Field(None, description="Partibeteckning utan parentes.")


class Avvikelse(Part):
    """One reservation, särskilt yttrande or protokollsanteckning."""

    av: Many[Ledamot] = Field(
        (), description="Den eller de som lämnar den; utelämnas när texten börjar med vem det är."
    )
    omfattning: Kort | None = Field(None, description="Vad den gäller, om inte hela beslutet.")
    text: CiteradLång | None = Field(None, description="Motiveringen.")


class Avvikelser(Part):
    """Reservations and the like: a state, or the list of them."""

    short: ClassVar[dict[str, str]] = {"text": "läge", "list": "poster"}
    läge: Läge | None = Field(None, description="inga, kompletteras i efterhand eller egna ord.")
    poster: Many[Avvikelse] = Field((), description="En post för varje reservation.")
