"""Which key a heading stands for, and what of its words is not printed again."""

from __future__ import annotations

from namndkit.pipeline.taking.sections import Section
from namndkit.pipeline.taking.taken import Taken
from namndkit.pipeline.taking.told import Told
from namndkit.values.case import KINDS
from namndkit.values.case.glossary import fold

_PROMPTS = {
    "insatser": "Insatser (beskriv insatsen ansökan handlar om)",
    "målgrupp": "Målgrupp (beskriv vilken yrkesgrupp insatsen berör samt antal medarbetare)",
}
"""The headings of the form, with its prompts."""
_PRINTED = {
    "sammanfattning": ("Sammanfattning",),
    "ärendet": ("Ärendet",),
    "bakgrund": ("Bakgrund",),
    "insatser": ("Insatser",),
    "målgrupp": ("Målgrupp",),
    "förväntad_effekt": ("Förväntad effekt av insatsen", "Förväntad effekt"),
    "kostnad": ("Kostnad",),
    "yttrande": ("Yttrande",),
    "beslut": ("Förslag till beslut", "Beslut"),
    "beslutsunderlag": ("Beslutsunderlag",),
    "beslutsplanering": ("Beslutsplanering",),
    "ansvariga": ("Ansvariga",),
    "bilagor": ("Bilagor",),
    "skickas_till": ("Skickas till", "Beslutet skickas till"),
    "reservationer": ("Reservationer",),
    "särskilda_yttranden": ("Särskilda yttranden",),
    "protokollsanteckningar": ("Protokollsanteckningar",),
}
"""The headings that stand for a key."""


def key_of(heading: str, kind: str) -> str:
    """The key that ``heading`` stands for in a case of ``kind``; prompts in brackets are passed over."""
    words = fold(heading.partition("(")[0].strip())
    fields = KINDS[kind].model_fields
    known = {name: printed for name, printed in _PRINTED.items() if name in fields}
    exact = [
        name
        for name, printed in known.items()
        if words in (fold(name), f"{fold(name)}er", *map(fold, printed))
    ]
    begun = [name for name in known if "_" in name and words.startswith(fold(name))]
    return next(iter((*exact, *begun)), "")


def told_heading(section: Section, key: str, taken: Taken) -> None:
    """Tell that a heading is printed otherwise than it stands."""
    if section.name == _PROMPTS.get(key):
        taken.values["ledtexter"] = "ja"
    elif section.name not in _PRINTED[key] or (
        len(_PRINTED[key]) > 1 and section.name != _PRINTED[key][0] and not taken.own
    ):
        what = f"Rubriken skrivs ut som ”{_PRINTED[key][0]}”"
        taken.told.append(Told(section.heading.line, "NK642", what, section.name))
