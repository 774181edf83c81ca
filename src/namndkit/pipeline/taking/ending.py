"""What ends a document that namndkit wrote: signatures, reservations and the like."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from namndkit.pipeline.taking.paragraphs import Para
from namndkit.pipeline.taking.sections import Section
from namndkit.pipeline.taking.tables import Tabled
from namndkit.pipeline.taking.taken import Long, Value

ROLE_STYLES = ("signaturroll", "signaturroll efter namn")
NAME_STYLES = ("signaturnamn", "signaturnamn utan utrymme")
DISSENTS = {
    "reservationer": ("Reservationer", "Reservation", "Inga reservationer"),
    "särskilda_yttranden": ("Särskilda yttranden", "Särskilt yttrande", "Inga särskilda yttranden"),
    "protokollsanteckningar": (
        *("Protokollsanteckningar", "Protokollsanteckning"),
        "Inga protokollsanteckningar",
    ),
}
"""Of each key: its heading, what one is called, and that there are none."""
_PARTY = re.compile(r"(.+)\s\(([^()]+)\)")
_LATER = "kompletteras i efterhand"
_BETWEEN = re.compile(r", | och ")

Prose = Callable[[Sequence[Para | Tabled]], str]
"""Makes a long text of paragraphs."""


def signatures(paras: Sequence[Para]) -> tuple[dict[str, Value], list[Para]]:
    """``undertecknare`` and ``underskrift`` of paragraphs in their styles, and what is not understood."""
    pairs = list(zip(paras[::2], paras[1::2], strict=False))
    first = bool(paras) and paras[0].style in NAME_STYLES
    if len(paras) % 2 or not all(_is_pair(pair, name_first=first) for pair in pairs):
        return {}, list(paras)
    if not pairs:
        return {}, []
    ordered = [pair[::-1] if first else pair for pair in pairs]
    signed: list[Value] = [{"roll": role.text, **member(name.text)} for role, name in ordered]
    ways = {
        "digital": any(name.style == NAME_STYLES[1] for _, name in ordered),
        "bredvid_varandra": paras[0].line.room == "tabell",
        "namnet_först": first,
    }
    chosen: dict[str, Value] = {way: "ja" for way, is_so in ways.items() if is_so}
    return {"undertecknare": signed, **({"underskrift": chosen} if chosen else {})}, []


def _is_pair(pair: tuple[Para, Para], *, name_first: bool) -> bool:
    name, role = pair if name_first else pair[::-1]
    return name.style in NAME_STYLES and role.style in ROLE_STYLES


def member(text: str) -> dict[str, Value]:
    """A name, with its party in brackets when it has one."""
    found = _PARTY.fullmatch(text)
    return {"namn": found[1], "parti": found[2]} if found else {"namn": text}


def _known(text: str) -> tuple[str, str] | None:
    """The key that a line on reservations is about, and what it says in a case; None of free words."""
    for key, (several, _, none) in DISSENTS.items():
        if text == f"{none}.":
            return key, "inga"
        if text == f"{several} {_LATER}.":
            return key, _LATER
    return None


def said(text: str) -> str:
    """What a line on reservations says in a case."""
    known = _known(text)
    return known[1] if known else text


def dissent(key: str, section: Section, prose: Prose) -> Value | None:
    """``reservationer`` and the like of their section; None when it holds something else."""
    parts: list[Value] = []
    for one in section.below:
        entry = _entry(DISSENTS[key][1], one, prose)
        if entry is None:
            return None
        parts.append(entry)
    stated = [para for para in section.paras if para.style == "avslutning"]
    if not parts or len(stated) != len(section.parts) or len(stated) > 1:
        return None
    return {"läge": said(stated[0].text), "poster": parts} if stated else parts


def _entry(word: str, section: Section, prose: Prose) -> dict[str, Value] | None:
    if not section.name.startswith(f"{word} av ") or section.below:
        return None
    people, _, scope = section.name.removeprefix(f"{word} av ").partition(": ")
    members: list[Value] = [member(name) for name in _BETWEEN.split(people)]
    made: dict[str, Value] = {"av": members}
    if scope:
        made["omfattning"] = scope
    if section.parts:
        made["text"] = Long(prose(section.parts))
    return made


def states(paras: Iterable[Para]) -> dict[str, Value]:
    """What the lines of the style Avslutning say. Free words belong to the next key in order: so they
    are printed.
    """
    found: dict[str, Value] = {}
    for para in paras:
        known = _known(para.text)
        free = [key for key in DISSENTS if key not in found]
        key = known[0] if known else next(iter(free), list(DISSENTS)[-1])
        words = known[1] if known else para.text
        found[key] = f"{found[key]} {words}" if key in found else words
    return found
