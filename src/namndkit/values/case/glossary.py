"""The words of the case format: how a key as typed finds the field that it means.

A key is understood whatever its capitals, spaces, hyphens, dots or missing rings and dots over the
letters, and in English through the one table here; after the reader only the Swedish names exist.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

ENGLISH: dict[str, tuple[str, ...]] = {
    "about": ("besvarar",),
    "account": ("konto",),
    "action": ("åtgärd",),
    "amount": ("belopp",),
    "applied_for": ("sökt",),
    "answer": ("svar",),
    "answers": ("besvarar",),
    "appendices": ("bilagor",),
    "attachments": ("bilagor",),
    "background": ("bakgrund",),
    "basis": ("beslutsunderlag",),
    "board": ("nämnd",),
    "body": ("organ", "text"),
    "by": ("av",),
    "case_number": ("diarienummer",),
    "claims": ("yrkanden",),
    "city_council": ("kommunfullmäktige",),
    "city_executive_board": ("kommunstyrelsen",),
    "committee": ("nämnd",),
    "cost": ("kostnad",),
    "count": ("antal",),
    "cost_lines": ("kostnad",),
    "costs": ("kostnad",),
    "date": ("datum",),
    "deadline": ("klart_senast",),
    "decision": ("beslut",),
    "decision_phrase": ("beslutsfras",),
    "decision_schedule": ("beslutsplanering",),
    "decisions": ("beslut",),
    "duration": ("varaktighet",),
    "department": ("förvaltning", "avdelning"),
    "digital": ("digital",),
    "email": ("e_post",),
    "employees": ("antal_medarbetare",),
    "expected_effect": ("förväntad_effekt",),
    "financing": ("finansiering",),
    "granted": ("beviljat",),
    "form_prompts": ("ledtexter",),
    "funding": ("finansiering",),
    "heading": ("rubrik",),
    "immediate_adjustment": ("omedelbar_justering",),
    "included": ("varav",),
    "initiative": ("insats",),
    "initiatives": ("insatser",),
    "introduction": ("inledning", "insatser_inledning"),
    "items": ("poster",),
    "kind": ("typ", "slag"),
    "lines": ("rader",),
    "municipality": ("kommun",),
    "matter": ("ärendet",),
    "name": ("namn",),
    "name_first": ("namnet_först",),
    "number": ("nummer",),
    "number_of_employees": ("antal_medarbetare",),
    "officer": ("handläggare",),
    "own": ("egen",),
    "parts": ("delar",),
    "party": ("parti",),
    "per_year": ("per_år",),
    "phone": ("telefon",),
    "points": ("punkter",),
    "pot": ("ram",),
    "price_level": ("prisnivå",),
    "proposal": ("förslag",),
    "purpose": ("ändamål",),
    "reserve": ("reserv",),
    "questions": ("frågor",),
    "recipients": ("skickas_till",),
    "recommendations": ("rekommendationer",),
    "reservations": ("reservationer",),
    "responsible": ("ansvarig", "ansvariga"),
    "role": ("roll",),
    "scope": ("omfattning",),
    "section": ("paragraf",),
    "sections": ("avsnitt",),
    "send_to": ("skickas_till",),
    "share": ("andel",),
    "minutes_notes": ("protokollsanteckningar",),
    "show": ("visa",),
    "show_head": ("visa_huvud",),
    "show_title": ("visa_titel",),
    "show_total": ("visa_summa",),
    "signatories": ("undertecknare",),
    "side_by_side": ("bredvid_varandra",),
    "signature": ("underskrift",),
    "source": ("källa",),
    "stage": ("skede",),
    "stance": ("ställningstagande",),
    "statement": ("yttrande",),
    "statements": ("särskilda_yttranden",),
    "status": ("läge",),
    "style": ("stil",),
    "subject": ("saken",),
    "summary": ("sammanfattning",),
    "target_group": ("målgrupp",),
    "text": ("text",),
    "title": ("titel",),
    "to": ("till",),
    "total": ("summa",),
    "type": ("typ",),
    "unit": ("enhet",),
    "unit_price": ("styckpris",),
    "year": ("år",),
    "your_case_number": ("ert_diarienummer",),
}
"""English words for the keys, each with the fields it can mean (the first that the part has)."""

SWEDISH: dict[str, tuple[str, ...]] = {
    "dnr": ("diarienummer",),
    "ert_dnr": ("ert_diarienummer",),
    "kostnader": ("kostnad",),
    "kostnadsrader": ("kostnad",),
    "förväntade_effekter": ("förväntad_effekt",),
    "förväntad_effekt_av_insatsen": ("förväntad_effekt",),
    "målgrupper": ("målgrupp",),
    "à_pris": ("styckpris",),
    "enhetspris": ("styckpris",),
    "egen_del": ("egen",),
    "epost": ("e_post",),
    "mejl": ("e_post",),
    "särskilt_yttrande": ("särskilda_yttranden",),
    "protokollsanteckning": ("protokollsanteckningar",),
    "reservation": ("reservationer",),
    "bilaga": ("bilagor",),
    "paragraf_nummer": ("paragraf",),
    "§": ("paragraf",),
}
"""Other Swedish forms of the same words."""

MEANT: dict[str, tuple[str, ...]] = {
    "adressat": ("till",),
    "avsändare": ("handläggare", "nämnd"),
    "beskrivning": ("text", "ärendet"),
    "beslutsdatum": ("skede",),
    "beslutspunkter": ("beslut", "punkter"),
    "budget": ("kostnad",),
    "efternamn": ("namn",),
    "expedieras": ("skickas_till",),
    "expedieras_till": ("skickas_till",),
    "förslag_till_beslut": ("beslut",),
    "förslag_till_yttrande": ("yttrande",),
    "förnamn": ("namn",),
    "innehåll": ("text", "yttrande", "bakgrund"),
    "kontaktperson": ("handläggare",),
    "kopia": ("skickas_till",),
    "kopia_till": ("skickas_till",),
    "kostnadsställe": ("konto",),
    "mail": ("e_post",),
    "mobil": ("telefon",),
    "motion": ("besvarar",),
    "mottagare": ("till", "skickas_till"),
    "motivering": ("text",),
    "ordförande": ("undertecknare",),
    "pris": ("styckpris", "belopp"),
    "remiss": ("besvarar",),
    "rubrik": ("titel",),
    "roll": ("titel",),
    "sekreterare": ("undertecknare",),
    "summering": ("sammanfattning",),
    "sändlista": ("skickas_till",),
    "tel": ("telefon",),
    "text": ("yttrande", "bakgrund"),
    "titel": ("rubrik", "roll"),
    "underlag": ("beslutsunderlag",),
    "underskrifter": ("undertecknare",),
    "vår_referens": ("handläggare",),
    "åtgärder": ("insatser", "åtgärd"),
    "ämne": ("titel", "rubrik"),
}
"""Words that no key is called by: what is probably meant, the first that the part has. Only proposed."""


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
