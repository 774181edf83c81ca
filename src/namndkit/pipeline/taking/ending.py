"""What ends a document that namndkit wrote: signatures, reservations and the like."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

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
_SCOPE = re.compile(r"(?:Reservationen|Yttrandet|Anteckningen) gäller (?P<omfattning>.+)\.")

Prose = Callable[[Sequence[Para | Tabled]], str]
"""Makes a long text of paragraphs."""


def signatures(paras: Sequence[Para]) -> tuple[dict[str, Value], list[Para]]:
    """``undertecknare`` and ``underskrift`` of paragraphs in their styles, and what is not understood.

    A role stands before its name or, in a style of its own, after it; a body signs without one.
    """
    signed: list[dict[str, Value]] = []
    role = ""
    for para in paras:
        if para.style in NAME_STYLES:
            signed.append({**({"roll": role} if role else {}), **member(para.text)})
            role = ""
        elif para.style == ROLE_STYLES[0] and not role:
            role = para.text
        elif signed and not role and "roll" not in signed[-1]:
            signed[-1] = {"roll": para.text, **signed[-1]}
        else:
            return {}, list(paras)
    if role or not signed:
        return {}, list(paras)
    ways = {
        "digital": any(para.style == NAME_STYLES[1] for para in paras),
        "bredvid_varandra": paras[0].line.room == "tabell",
        "namnet_först": any(para.style == ROLE_STYLES[1] for para in paras),
    }
    chosen: dict[str, Value] = {way: "ja" for way, is_so in ways.items() if is_so}
    return {"undertecknare": [*signed], **({"underskrift": chosen} if chosen else {})}, []


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


def dissent(key: str, section: Section, prose: Prose) -> list[Value] | None:
    """``reservationer`` and the like of their section; None when it holds something else."""
    word = DISSENTS[key][1]
    made: list[Value] = []
    for several in _unheaded(word, section.parts):
        if not (isinstance(several[0], Para) and several[0].text.startswith(f"{word} av ")):
            return None
        made.append({"text": Long(prose(several))})
    for one in section.below:
        entry = _entry(word, one, prose)
        if entry is None:
            return None
        made.append(entry)
    return made or None


def is_dissent(key: str, section: Section) -> bool:
    """True for a section of nothing but what ``key`` holds, whatever its heading."""
    word = f"{DISSENTS[key][1]} av "
    return bool(section.below) and all(one.name.startswith(word) for one in section.below)


def _unheaded(word: str, parts: Sequence[Para | Tabled]) -> Iterator[list[Para | Tabled]]:
    """``parts`` from one paragraph that begins ``Reservation av`` to the next."""
    found: list[list[Para | Tabled]] = []
    for part in parts:
        begins = isinstance(part, Para) and part.text.startswith(f"{word} av ")
        if begins or not found:
            found.append([])
        found[-1].append(part)
    yield from found


def _entry(word: str, section: Section, prose: Prose) -> dict[str, Value] | None:
    if not section.name.startswith(f"{word} av ") or section.below:
        return None
    people, _, scope = section.name.removeprefix(f"{word} av ").partition(": ")
    made: dict[str, Value] = {"av": [member(name) for name in _BETWEEN.split(people)]}
    only = section.paras[0] if len(section.paras) == 1 else None
    alone = _SCOPE.fullmatch(only.text) if only else None
    if alone and not scope:
        return {**made, "omfattning": alone["omfattning"]}
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
        found[key] = f"{found[key]} {para.text}" if key in found else words
    return found
