"""The places in a text that were meant to be filled in: a template's prompts, XX, TODO."""

from __future__ import annotations

import re

_ORDERS = "Här anger|Här skriver|Ange|Skriv|Fyll i|Välj|Infoga|Klicka"
_FIELDS = "|".join(
    f"[{name[0].upper()}{name[0]}]{name[1:]}"
    for name in (
        *("namn", "för- och efternamn", "titel", "rubrik", "datum", "belopp", "antal", "diarienr"),
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
    rf"\[(?i:{_ORDERS})\b[^\]\n]{{0,200}}\](?!\()"
    rf"|\[(?:{_FIELDS})\](?!\()"
    rf"|\[(?:{_CAPITALS}) (?:för|på|till|av|i) [^\]\n]{{1,40}}\](?!\()"
    rf"|«(?:{_FIELDS}|[A-ZÅÄÖ]\w*)»|\bAnv[A-ZÅÄÖ]\w+"
    r"|\b(?:XX|XXX|NN|TODO|20XX|ÅÅÅÅ-MM-DD)\b(?!-[a-zåäö])"
    r"|Klicka (?:eller tryck )?här för att ange (?:text|datum)\.?|Välj ett objekt\.?"
    r"|Fel! (?:Hittar inte|Bokmärket|Ogiltig|Okänt|Objektet|Det finns ingen text|Inga) [^.\n]{1,80}\.?",
)

SIGNS = ("[", "«", "XX", "NN", "TODO", "ÅÅÅÅ", "Klicka", "Välj", "Fel!", "Anv")
"""One of these stands in every unfilled place: a text without them is not searched."""

_WHOLE = re.compile(
    r"[x×]{2,}(?:[ .-]?[x×]{2,})*|\?+|…|\.{3,}|_{3,}|n\.? ?n\.?|t\.?b\.?[acd]\.?|todo|lorem ipsum.*"
    r"|(?:åååå|yyyy|aaaa|20xx)[-./ ]?mm[-./ ]?dd|(?:19|20)(?:\d\d|xx)(?:-(?:xx|\d\d))?-xx",
    re.IGNORECASE,
)
_PROMPT = re.compile(rf"(?i:{_ORDERS}) [^\n]{{2,80}}")


def is_place(text: str, *, data: bool = False) -> bool:
    """True when ``text``, the whole of a value, is no value: ``[Datum]``, ``xxx``, ``…``, ``åååå-mm-dd``.

    Of a value that is ``data``, no sentence, a prompt without brackets is one too: ``Ange datum``.
    """
    plain = text.strip()
    forms = (UNFILLED, _WHOLE, _PROMPT) if data else (UNFILLED, _WHOLE)
    return any(form.fullmatch(plain) for form in forms)
