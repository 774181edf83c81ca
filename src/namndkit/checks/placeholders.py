"""NK202: places that were meant to be filled in and were published as they stood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from namndkit.checks.texts import Written
from namndkit.values.diagnostic import Diagnostic, error

_ORDERS = "Här anger|Här skriver|Ange|Skriv|Fyll i|Välj|Infoga|Klicka"
_FIELDS = "|".join(
    f"[{name[0].upper()}{name[0]}]{name[1:]}"
    for name in (
        *("namn", "för- och efternamn", "titel", "rubrik", "datum", "belopp", "diarienr"),
        *(
            "diarienummer",
            "dnr",
            "nämnd",
            "nämndens namn",
            "förvaltning",
            "roll",
            "parti",
            "paragraf",
        ),
        *("mottagare", "handläggare", "adress", "e-post", "telefon", "text", "ordförande"),
    )
)
_CAPITALS = "Namn|Titel|Rubrik|Datum|Belopp|Diarienummer|Nämnd|Förvaltning|Roll|Mottagare|Text"
"""Words that begin a prompt in brackets which goes on: ``[Datum för beslut]``."""
UNFILLED = re.compile(
    rf"\[(?:{_ORDERS})\b[^\]\n]{{0,200}}\](?!\()"
    rf"|\[(?:{_FIELDS})\](?!\()"
    rf"|\[(?:{_CAPITALS}) (?:för|på|till|av|i) [^\]\n]{{1,40}}\](?!\()"
    rf"|«(?:{_FIELDS}|[A-ZÅÄÖ]\w*)»|\bAnv[A-ZÅÄÖ]\w+"
    r"|\b(?:XX|XXX|NN|TODO|20XX|ÅÅÅÅ-MM-DD)\b(?!-[a-zåäö])"
    r"|Klicka eller tryck här för att ange (?:text|datum)\.?|Välj ett objekt\.?"
    r"|Fel! Hittar inte referenskälla\.?",
)

_SIGNS = ("[", "«", "XX", "NN", "TODO", "ÅÅÅÅ", "Klicka", "Välj", "Fel!", "Anv")
"""One of these stands in every unfilled place: a text without them is not searched."""


def unfilled(text: Written) -> Iterator[Diagnostic]:
    """Prompts in brackets or guillemets, XX, TODO and Word's own prompts."""
    if not any(sign in text.node.text for sign in _SIGNS):
        return
    for found in UNFILLED.finditer(text.node.text):
        message = f"”{found.group()}” är en plats som inte är ifylld."
        place = text.node.at(found.start(), found.end())
        yield replace(
            error(place, "NK202", message, "Fyll i texten, eller ta bort platsen."), draftable=True
        )
