"""Sections → the keys of a case: each by its heading; what does not fit its key is a section of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from namndkit.pipeline.taking import answers, decision, ending
from namndkit.pipeline.taking.assembling import Assembler
from namndkit.pipeline.taking.cost import read_cost
from namndkit.pipeline.taking.headings import Headings
from namndkit.pipeline.taking.initiatives import described, employees, initiative, lead
from namndkit.pipeline.taking.paragraphs import Para, unmarked
from namndkit.pipeline.taking.sections import Section
from namndkit.pipeline.taking.tables import Tabled
from namndkit.pipeline.taking.taken import Long, Taken, Value
from namndkit.pipeline.taking.told import Told
from namndkit.values.document import Span

MOST_LEVELS = 3
"""Levels of free sections that every kind has headings for."""
_LISTS: dict[str, Callable[[Section], list[Value] | None]] = {
    "beslutsunderlag": decision.basis,
    "beslutsplanering": decision.schedule,
    "ansvariga": decision.responsible,
}
"""Lists of parts. A list of short texts is read alike whatever it holds."""


class Placer:
    """Puts the sections of one document under the keys that ``headings`` knows.

    Unless ``counted``, the cost is taken as text alone.
    """

    def __init__(self, headings: Headings, taken: Taken, *, counted: bool) -> None:
        self._headings, self._taken, self._counted = headings, taken, counted
        self._values = taken.values

    def place(self, section: Section) -> None:
        """Put ``section`` where its heading belongs."""
        key = self._headings.key_of(section.name)
        if not key or key in self._values or not self._fits(key, section):
            self._own_section(section)
        else:
            self._headings.tell(section, key, self._taken)

    def prose(self, parts: Sequence[Para | Tabled]) -> str:
        """A long text of ``parts``."""
        assembler = Assembler(self._taken.told)
        text = assembler.text(parts)
        self._taken.in_prose |= assembler.lines
        return text

    def _fits(self, key: str, section: Section) -> bool:
        """Put ``section`` under ``key``; False when it holds what the key cannot."""
        read = decision.names if key in self._headings.listed else _LISTS.get(key)
        if read:
            return self._put(key, read(section))
        if key in ending.DISSENTS:
            return self._put(key, ending.dissent(key, section, self.prose))
        if key == "beslut":
            made = decision.decision(section)
            self._values.update(made or {})
            return made is not None
        if key == "insatser":
            self._initiatives(section)
            return True
        if key == "kostnad":
            self._put(key, self._cost(section))
            return True
        return self._prose_key(key, section)

    def _put(self, key: str, value: Value | None) -> bool:
        if value is not None:
            self._values[key] = value
        return value is not None

    def _prose_key(self, key: str, section: Section) -> bool:
        known = all(
            self._headings.key_of(one.name) or self._is_answer(one) for one in section.below
        )
        if section.below and key != self._headings.main and not (key == "ärendet" and known):
            return False
        parts = section.parts
        if key == "ärendet" and parts and isinstance(parts[0], Para):
            answered = decision.answered(parts[0])
            self._values.update(answered)
            parts = parts[1:] if answered else parts
        if key == "målgrupp":
            parts = employees(parts, self._values, self.prose)
        if parts:
            self._values[key] = Long(self.prose(parts))
        for one in section.below:
            self._answer(one) if self._is_answer(one) else self.place(one)
        return True

    def _is_answer(self, section: Section) -> bool:
        key = answers.list_of(section)
        return bool(key) and key in self._headings.fields and not section.below

    def _answer(self, section: Section) -> None:
        key = answers.list_of(section)
        points = self._values.setdefault(key, [])
        assert isinstance(points, list)
        points.append(answers.answer(section, len(points), self.prose))

    def _initiatives(self, section: Section) -> None:
        parts, summaries = lead(section, own=self._taken.own)
        if parts:
            self._values["insatser_inledning"] = Long(self.prose(parts))
        made: list[Value] = []
        for number, one in enumerate(section.below):
            entry = initiative(one, own=self._taken.own)
            if number < len(summaries):
                entry["sammanfattning"] = summaries[number]
            flat = [*one.parts, *self._flat(one.below)]
            entry |= described(flat, self.prose)
            made.append(entry)
        if made:
            self._values["insatser"] = made

    def _cost(self, section: Section) -> Value | None:
        told = len(self._taken.told)
        if self._taken.own and self._counted and (cost := read_cost(section, self.prose)):
            return cost
        del self._taken.told[told:]
        parts = [*section.parts, *self._flat(section.below)]
        return {"text": Long(self.prose(parts))} if parts else None

    def _own_section(self, section: Section) -> None:
        if self._is_answer(section):
            self._answer(section)
            return
        sections = self._values.setdefault("avsnitt", [])
        assert isinstance(sections, list)
        sections.append(self._free(section, 1))

    def _free(self, section: Section, depth: int) -> Value:
        """A section of its own; below the deepest level that a case has, headings are bold text."""
        made: dict[str, Value] = {"rubrik": section.name}
        deepest = depth == MOST_LEVELS
        if parts := [*section.parts, *(self._flat(section.below) if deepest else ())]:
            made["text"] = Long(self.prose(parts))
        if section.below and not deepest:
            made["avsnitt"] = [self._free(one, depth + 1) for one in section.below]
        return made

    def _flat(self, sections: Sequence[Section]) -> Iterator[Para | Tabled]:
        """Headings that have no level of their own here, as bold paragraphs; it is told."""
        for section in sections:
            what = "Rubriken blev ett stycke i fetstil"
            self._taken.told.append(Told(section.heading.line, "NK642", what, section.name))
            words = unmarked(section.heading).inlines
            yield replace(section.heading, inlines=(Span("strong", words),))
            yield from section.parts
            yield from self._flat(section.below)
