"""The words of the case format: how a key as typed finds the field that it means.

A key is understood whatever its capitals, spaces, hyphens, dots or missing rings and dots over the
letters, and in English through the one table here; after the reader only the Swedish names exist.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

_WORDS: dict[str, tuple[str, str, str]] = {
    "typ": ("kind type", "", ""),
    "titel": ("title", "", "rubrik roll ämne"),
    "visa_titel": ("show_title", "", ""),
    "ledtexter": ("form_prompts", "", ""),
    "kommun": ("municipality", "", ""),
    "förvaltning": ("department", "", ""),
    "visa_huvud": ("show_head", "", ""),
    "datum": ("date", "", ""),
    "diarienummer": ("case_number", "dnr", ""),
    "ert_diarienummer": ("your_case_number", "ert_dnr", ""),
    "till": ("to", "", "adressat mottagare"),
    "handläggare": ("officer", "", "avsändare kontaktperson vår_referens"),
    "nämnd": ("board committee", "", "avsändare"),
    "besvarar": ("about answers", "", "motion remiss"),
    "skede": ("stage", "", "beslutsdatum"),
    "beslutsfras": ("decision_phrase", "", ""),
    "sammanfattning": ("summary", "", "summering"),
    "beslut": ("decision decisions", "", "beslutspunkter förslag_till_beslut"),
    "beslutsunderlag": ("basis", "", "underlag"),
    "beslutsplanering": ("decision_schedule", "", ""),
    "insatser": ("initiatives", "", "åtgärder"),
    "målgrupp": ("target_group", "målgrupper", ""),
    "förväntad_effekt": ("expected_effect", "förväntade_effekter förväntad_effekt_av_insatsen", ""),
    "kostnad": ("cost cost_lines costs", "kostnader kostnadsrader", "budget"),
    "ställningstagande": ("stance", "", ""),
    "saken": ("subject", "", ""),
    "rekommendationer": ("recommendations", "", ""),
    "yrkanden": ("claims", "", ""),
    "frågor": ("questions", "", ""),
    "avsnitt": ("sections", "", ""),
    "undertecknare": ("signatories", "", "ordförande sekreterare underskrifter"),
    "underskrift": ("signature", "", ""),
    "reservationer": ("reservations", "reservation", ""),
    "särskilda_yttranden": ("statements", "särskilt_yttrande", ""),
    "protokollsanteckningar": ("minutes_notes", "protokollsanteckning", ""),
    "bilagor": ("appendices attachments", "bilaga", ""),
    "skickas_till": (
        "recipients send_to",
        "",
        "expedieras expedieras_till kopia kopia_till mottagare sändlista",
    ),
    "rubrik": ("heading", "", "titel ämne"),
    "namn": ("name", "", "efternamn förnamn"),
    "e_post": ("email", "epost mejl", "mail"),
    "telefon": ("phone", "", "mobil tel"),
    "läge": ("status", "", ""),
    "paragraf": ("section", "paragraf_nummer §", ""),
    "stil": ("style", "", ""),
    "punkter": ("points", "", "beslutspunkter"),
    "kommunstyrelsen": ("city_executive_board", "", ""),
    "kommunfullmäktige": ("city_council", "", ""),
    "omedelbar_justering": ("immediate_adjustment", "", ""),
    "organ": ("body", "", ""),
    "text": ("body text", "", "beskrivning innehåll motivering"),
    "yttrande": ("statement", "", "förslag_till_yttrande innehåll text"),
    "bakgrund": ("background", "", "innehåll text"),
    "ärendet": ("matter", "", "beskrivning"),
    "avdelning": ("department", "", ""),
    "antal_medarbetare": ("employees number_of_employees", "", ""),
    "inledning": ("introduction", "", ""),
    "insatser_inledning": ("introduction", "", ""),
    "rader": ("lines", "", ""),
    "summa": ("total", "", ""),
    "varav": ("included", "", ""),
    "ram": ("pot", "", ""),
    "finansiering": ("financing funding", "", ""),
    "prisnivå": ("price_level", "", ""),
    "visa": ("show", "", ""),
    "visa_summa": ("show_total", "", ""),
    "enhet": ("unit", "", ""),
    "nummer": ("number", "", ""),
    "svar": ("answer", "", ""),
    "åtgärd": ("action", "", "åtgärder"),
    "klart_senast": ("deadline", "", ""),
    "ansvarig": ("responsible", "", ""),
    "ansvariga": ("responsible", "", ""),
    "förslag": ("proposal", "", ""),
    "roll": ("role", "", "titel"),
    "parti": ("party", "", ""),
    "digital": ("digital", "", ""),
    "bredvid_varandra": ("side_by_side", "", ""),
    "namnet_först": ("name_first", "", ""),
    "poster": ("items", "", ""),
    "per_år": ("per_year", "", ""),
    "år": ("year", "", ""),
    "antal": ("count", "", ""),
    "styckpris": ("unit_price", "à_pris enhetspris", "pris"),
    "belopp": ("amount", "", "pris"),
    "ändamål": ("purpose", "", ""),
    "insats": ("initiative", "", ""),
    "slag": ("kind", "", ""),
    "varaktighet": ("duration", "", ""),
    "konto": ("account", "", "kostnadsställe"),
    "reserv": ("reserve", "", ""),
    "delar": ("parts", "", ""),
    "sökt": ("applied_for", "", ""),
    "egen": ("own", "egen_del", ""),
    "beviljat": ("granted", "", ""),
    "källa": ("source", "", ""),
    "andel": ("share", "", ""),
    "av": ("by", "", ""),
    "omfattning": ("scope", "", ""),
}
"""What each field is called besides: in English, in other Swedish forms, and by people who mean it.

A word in several rows means the first of their fields that the part has.
"""


def _column(number: int) -> dict[str, tuple[str, ...]]:
    """Every word of one column, with the fields that it can mean."""
    meanings: dict[str, tuple[str, ...]] = {}
    for field, columns in _WORDS.items():
        for word in columns[number].split():
            meanings[word] = (*meanings.get(word, ()), field)
    return meanings


ENGLISH, SWEDISH, MEANT = _column(0), _column(1), _column(2)
"""Words for the keys, each with the fields that it can mean; what is MEANT is only proposed."""


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """``"Förväntad effekt"``, ``forvantad-effekt`` and ``förväntad_effekt`` alike."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in plain if char.isalnum() or char == "§")


def lexicon(fields: Iterable[str]) -> dict[str, str]:
    """From every folded spelling to the field it means, for a part that has ``fields``."""
    known = tuple(fields)
    words: dict[str, str] = {}
    for table in (ENGLISH, SWEDISH):
        for word, meanings in table.items():
            meant = next((name for name in meanings if name in known), None)
            if meant:
                words[fold(word)] = meant
    return words | {fold(name): name for name in known}


@lru_cache(maxsize=256)
def meant_by(word: str) -> tuple[str, ...]:
    """The fields that ``word`` can mean though it is no spelling of them, the likeliest first."""
    return next((fields for other, fields in MEANT.items() if fold(other) == fold(word)), ())


def nearest(word: str, candidates: Iterable[str], cutoff: float = 0.7) -> str | None:
    """The candidate that ``word`` most resembles, or None when none is near."""
    folded = {fold(candidate): candidate for candidate in candidates}
    close = get_close_matches(fold(word), folded, n=1, cutoff=cutoff)
    return folded[close[0]] if close else None
