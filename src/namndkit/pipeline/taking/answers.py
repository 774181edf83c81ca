"""What a yttrande answers: a heading with a number and words, the answer below it, and its facts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from namndkit.pipeline.taking.ending import Prose
from namndkit.pipeline.taking.paragraphs import Para
from namndkit.pipeline.taking.sections import ANSWERED, Section
from namndkit.pipeline.taking.tables import Tabled
from namndkit.pipeline.taking.taken import Long, Value

_LISTS = {"Rekommendation": "rekommendationer", "Yrkande": "yrkanden", "Fråga": "frågor"}
_FACTS = {
    "Ställningstagande": "ställningstagande",
    "Åtgärd": "åtgärd",
    "Klart senast": "klart_senast",
    "Ansvarig": "ansvarig",
}
_FACT = re.compile(rf"({'|'.join(_FACTS)}):\s(.+)", re.DOTALL)
_PROPOSED = re.compile(
    r".+ föreslår kommunfullmäktige besluta att yrkande\s(?P<nummer>\d+ ?[a-z]?) "
    r"(?P<förslag>bifalls|avslås|anses besvarat)\."
)


def is_answered(section: Section) -> bool:
    """True for a section that answers something."""
    return ANSWERED.fullmatch(section.name) is not None


def list_of(section: Section) -> str:
    """The key of the list that the point belongs to."""
    found = ANSWERED.fullmatch(section.name)
    return _LISTS[found[1]] if found else ""


def answer(section: Section, before: int, prose: Prose) -> dict[str, Value]:
    """The point, with its answer; ``before`` is how many stand before it in its list."""
    found = ANSWERED.fullmatch(section.name)
    assert found
    made: dict[str, Value] = {} if found[2] == str(before + 1) else {"nummer": found[2]}
    made["text"] = found[3]
    parts = list(section.parts)
    proposed = _proposed(parts[-1] if parts else None, found[2])
    if found[1] == "Yrkande" and proposed:
        parts.pop()
    facts = _facts(parts)
    kept = parts[: len(parts) - len(facts)]
    if kept:
        made["svar"] = Long(prose(kept))
    made |= facts
    if found[1] == "Yrkande" and proposed:
        made["förslag"] = proposed
    return made


def _proposed(part: object, number: str) -> str:
    found = _PROPOSED.fullmatch(part.text) if isinstance(part, Para) else None
    return found["förslag"] if found and found["nummer"] == number else ""


def _facts(parts: Sequence[Para | Tabled]) -> dict[str, Value]:
    """The facts in the last paragraphs, each once, in the order that they are printed."""
    found: list[tuple[str, str]] = []
    for part in reversed(parts):
        fact = (
            _FACT.fullmatch(part.text)
            if isinstance(part, Para) and part.style == "uppgift"
            else None
        )
        if fact is None:
            break
        found.append((_FACTS[fact[1]], fact[2]))
    keys = [key for key, _ in reversed(found)]
    in_order = [key for key in _FACTS.values() if key in keys]
    return dict(reversed(found)) if keys == in_order else {}
