"""The initiatives of a förslag: their lead, what each is called, and how many they concern."""

from __future__ import annotations

import re
from collections.abc import Sequence

from namndkit.pipeline.taking.ending import Prose
from namndkit.pipeline.taking.paragraphs import Para
from namndkit.pipeline.taking.sections import Section
from namndkit.pipeline.taking.tables import Tabled
from namndkit.pipeline.taking.taken import Long, Value
from namndkit.values.document import Run

_EMPLOYEES = re.compile(r"Antal medarbetare(?: \((?P<insats>.+)\))?: (?P<antal>.+)")


def lead(section: Section, *, own: bool) -> tuple[list[Para | Tabled], list[str]]:
    """What stands before the initiatives, and the summaries of them that end it when the document is ours."""
    parts, summaries = list(section.parts), list[str]()
    while own and parts and len(summaries) < len(section.below) and _is_summary(parts[-1]):
        last = parts.pop()
        assert isinstance(last, Para)
        summaries.insert(0, last.text)
    if parts and _is_summary(parts[-1]):
        return list(section.parts), []
    return parts, summaries


def _is_summary(part: Para | Tabled) -> bool:
    if not isinstance(part, Para) or part.line.item is None:
        return False
    plain = all(isinstance(one, Run) for one in part.inlines)
    return plain and part.line.item.level == 0 and not part.line.item.ordered


def initiative(section: Section, *, own: bool) -> dict[str, Value]:
    """The heading of an initiative, with its department before it when the document is ours."""
    department, slash, heading = section.name.partition(" / ")
    if own and slash:
        return {"avdelning": department, "rubrik": heading}
    return {"rubrik": section.name}


def described(parts: Sequence[Para | Tabled], prose: Prose) -> dict[str, Value]:
    """An initiative's text; where the number of employees stands in it, what follows is the effect."""
    made: dict[str, Value] = {}
    for number, part in enumerate(parts):
        if (found := _number_in(part)) and not found["insats"]:
            made["antal_medarbetare"] = found["antal"]
            before, after = parts[:number], parts[number + 1 :]
            texts = {"text": before, "förväntad_effekt": after}
            return made | {key: Long(prose(text)) for key, text in texts.items() if text}
    return {"text": Long(prose(parts))} if parts else {}


def _number_in(part: Para | Tabled) -> re.Match[str] | None:
    is_fact = isinstance(part, Para) and part.style == "uppgift"
    return _EMPLOYEES.fullmatch(part.text) if isinstance(part, Para) and is_fact else None


def employees(
    parts: Sequence[Para | Tabled], values: dict[str, Value], prose: Prose
) -> list[Para | Tabled]:
    """What of a target group is not an initiative's own; numbers of employees are put to theirs.

    The number after a target group belongs to an initiative that has both: the next one in order.
    """
    made = values.get("insatser")
    entries = made if isinstance(made, list) else []
    waiting: list[Para | Tabled] = []
    at = 0
    for part in parts:
        found = _number_in(part)
        number = _owner(entries, at, found["insats"]) if found else None
        if found is None or number is None:
            waiting.append(part)
            continue
        entry = entries[number]
        assert isinstance(entry, dict)
        entry["antal_medarbetare"] = found["antal"]
        if not found["insats"] and waiting:
            entry["målgrupp"] = Long(prose(waiting))
            waiting = []
        at = number + 1
    if 0 < at < len(entries) and waiting:
        entry = entries[at]
        assert isinstance(entry, dict)
        entry["målgrupp"] = Long(prose(waiting))
        waiting = []
    return waiting


def _owner(entries: Sequence[Value], at: int, heading: str | None) -> int | None:
    """The number of the first initiative from ``at`` that is called ``heading``, or of any when it is not said."""
    named = (
        number
        for number, entry in enumerate(entries)
        if number >= at and isinstance(entry, dict) and heading in (None, entry["rubrik"])
    )
    return next(named, None)
