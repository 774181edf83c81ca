"""What a yttrande answers: a heading with a number and words, the answer below it, and its facts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from namndkit.pipeline.taking.ending import Prose
from namndkit.pipeline.taking.headings import Headings
from namndkit.pipeline.taking.paragraphs import Para
from namndkit.pipeline.taking.sections import ANSWERED, Section
from namndkit.pipeline.taking.tables import Tabled
from namndkit.pipeline.taking.taken import Long, Value
from namndkit.values.case.glossary import fold

LISTS = ("rekommendationer", "yrkanden", "frågor")
_STYLE = "rekommendation"
"""The style of what is answered in a document that namndkit wrote."""
_FACTS = ("ställningstagande", "åtgärd", "klart_senast", "ansvarig")
_PROPOSED = re.compile(
    r".+ föreslår kommunfullmäktige besluta att yrkande\s(?P<nummer>\d+ ?[a-z]?) "
    r"(?P<förslag>bifalls|avslås|anses besvarat)\."
)


@dataclass(frozen=True, slots=True)
class Answered:
    """A heading of what is answered: its list, its number and words, and the list's heading for the first one."""

    key: str
    number: str
    text: str
    first: str


def answered(section: Section, headings: Headings, used: Mapping[str, str]) -> Answered | None:
    """What the heading of ``section`` says, when it is one of what is answered.

    ``used`` are the lists' headings so far: a list has one. Where the case has words of its own, the
    style tells that it is an answer, and what is proposed that it is one to a claim.
    """
    found = ANSWERED.fullmatch(section.name)
    if found is None or section.below:
        return None
    first = f"{found['before']}1{found['after']}"
    lists = [key for key in LISTS if key in headings.fields and used.get(key, first) == first]
    known = (key for key in lists if _word(first) in map(_word, headings.usual(key)))
    key = next(known, "")
    if not key and section.heading.style == _STYLE:
        claimed = any(
            isinstance(one, Para) and _PROPOSED.fullmatch(one.text) for one in section.parts
        )
        lists.sort(key=lambda one: (one == "yrkanden") != claimed)
        key = next(iter(lists), "")
    return Answered(key, found["number"], found["text"], first) if key else None


def _word(heading: str) -> str:
    """``rekommendation`` of ``Rekommendation 1`` and of ``1. Rekommendation``."""
    return "".join(filter(str.isalpha, fold(heading)))


def answer(
    found: Answered, section: Section, before: int, prose: Prose
) -> tuple[dict[str, Value], list[Para | Tabled]]:
    """The point with its answer, and what stands after its facts: the next one's introduction.

    ``before`` is how many stand before it in its list.
    """
    made: dict[str, Value] = {} if found.number == str(before + 1) else {"nummer": found.number}
    made["text"] = found.text
    facts: dict[str, Value] = {}
    kept: list[Para | Tabled] = []
    after: list[Para | Tabled] = []
    for part in section.parts:
        said = _fact(part, found)
        if said and not after and not {*said} & {*facts} and _in_order([*facts, *said]):
            facts |= said
        elif facts:
            after.append(part)
        else:
            kept.append(part)
    if kept:
        made["svar"] = Long(prose(kept))
    return made | facts, after


def _fact(part: Para | Tabled, found: Answered) -> dict[str, Value]:
    """What a paragraph in the style of facts says, or the sentence on what is proposed."""
    if not isinstance(part, Para):
        return {}
    proposed = _PROPOSED.fullmatch(part.text) if found.key == "yrkanden" else None
    if proposed and proposed["nummer"] == found.number:
        return {"förslag": proposed["förslag"]}
    label, colon, value = part.text.partition(": ")
    key = next((one for one in _FACTS if fold(one) == fold(label)), "")
    return {key: value} if part.style == "uppgift" and colon and key else {}


def _in_order(keys: Sequence[str]) -> bool:
    """True for facts in the order that they are printed."""
    printed = [key for key in (*_FACTS, "förslag") if key in keys]
    return list(keys) == printed
