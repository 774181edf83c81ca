"""Sections → the keys of a case: each by its heading; what does not fit its key is a section of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from namndkit.pipeline.taking import answers, basis, decision, ending
from namndkit.pipeline.taking.answers import Answered
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

_DEEPEST = 5
"""Levels of headings that a template has."""
_LISTS: dict[str, Callable[[Section], list[Value] | None]] = {
    "beslutsunderlag": basis.basis,
    "beslutsplanering": basis.schedule,
    "ansvariga": basis.responsible,
    "bilagor": basis.names,
    "skickas_till": basis.names,
}


class Placer:
    """Puts the sections of one document under the keys that ``headings`` knows.

    Unless ``counted``, the cost is taken as text alone.
    """

    def __init__(self, headings: Headings, taken: Taken, *, counted: bool) -> None:
        self._headings, self._taken = headings, taken
        self._counted = counted and taken.own
        self._values = taken.values
        self._order: list[str] = []
        self._firsts: dict[str, str] = {}
        self._introduced: list[Para | Tabled] = []

    def place(self, sections: Sequence[Section]) -> None:
        """Put each of ``sections`` where its heading belongs, and tell their order where it is their own."""
        for section in sections:
            self._place(section)
        self._close()
        if order := self._headings.order(self._order):
            self._values["ordning"] = order

    def prose(self, parts: Sequence[Para | Tabled]) -> str:
        """A long text of ``parts``."""
        assembler = Assembler(self._taken.told)
        text = assembler.text(parts)
        self._taken.in_prose |= assembler.lines
        return text

    def _place(self, section: Section) -> None:
        answered = answers.answered(section, self._headings, self._firsts)
        if answered:
            self._answer(answered, section)
            return
        self._close()
        key = self._headings.key_of(section.name) or self._dissent(section)
        before = len(self._order)
        self._order.append(key)
        if key and not self._has(key) and self._fits(key, section):
            self._rename(key, section.name)
        else:
            del self._order[before:]
            self._own_section(section)

    def _dissent(self, section: Section) -> str:
        """The key of a section of reservations or the like, by what stands in it."""
        found = (key for key in ending.DISSENTS if ending.is_dissent(key, section))
        return next((key for key in found if key in self._headings.fields), "")

    def _has(self, key: str) -> bool:
        """True when ``key`` is taken, and not only said to come later."""
        said = self._values.get(key)
        return key in self._values and not (key in ending.DISSENTS and isinstance(said, str))

    def _rename(self, key: str, heading: str) -> None:
        for name, value in self._headings.renamed(key, heading).items():
            known = self._values.setdefault(name, value)
            if isinstance(known, dict) and isinstance(value, dict):
                known |= value

    def _fits(self, key: str, section: Section) -> bool:
        """Put ``section`` under ``key``; False when it holds what the key cannot."""
        if key in _LISTS:
            return self._put(key, _LISTS[key](section))
        if key in ending.DISSENTS:
            return self._dissents(key, section)
        if key == "beslut":
            given = self._headings.defaults.stil if self._headings.defaults else None
            made = decision.decision(section, own=self._taken.own, usual=given or "")
            self._values.update(made or {})
            return made is not None
        if key == "insatser":
            self._initiatives(section)
            return True
        if key == "kostnad":
            self._put(key, self._cost(section))
            return True
        if self._headings.is_running(key):
            return self._running(key, section)
        if key not in self._headings.own:
            return False
        return self._put(key, basis.short(section, many=self._headings.shapes[key].many))

    def _put(self, key: str, value: Value | None) -> bool:
        if value is not None:
            self._values[key] = value
        return value is not None

    def _dissents(self, key: str, section: Section) -> bool:
        stated = [
            one for one in section.parts if isinstance(one, Para) and one.style == "avslutning"
        ]
        parts = [one for one in section.parts if one not in stated]
        made = ending.dissent(key, replace(section, parts=parts), self.prose)
        if made is None:
            return False
        said = ending.states(stated) if stated else {}
        state = self._values.get(key) or said.get(key) or next(iter(said.values()), None)
        self._values[key] = {"läge": state, "poster": made} if state else made
        return True

    def _running(self, key: str, section: Section) -> bool:
        """Put a long text under ``key``; a cost that stands in it has its own."""
        if not self._headings.has_heading("kostnad") and (cost := self._counted_cost(section)):
            text = cost.pop("inledning", None)
            self._values |= {"kostnad": cost, **({key: text} if text else {})}
            return True
        if not self._may_open(key, section.below):
            return False
        parts = list(section.parts)
        while parts and self._is_fact(parts[0]):
            del parts[0]
        if key == "målgrupp":
            parts = employees(parts, self._values, self.prose)
        if parts:
            self._values[key] = Long(self.prose(parts))
        for one in section.below:
            self._place(one)
        return True

    def _may_open(self, key: str, below: Sequence[Section]) -> bool:
        """True when the sections ``below`` a long text can have places of their own."""
        if key == self._headings.main and (
            self._headings.free > 1 or self._headings.must_have(key)
        ):
            return True
        return all(self._headings.key_of(one.name) for one in below)

    def _is_fact(self, part: Para | Tabled) -> bool:
        """Take a line such as what is answered, which stands first in a text."""
        made = (
            part.style == "uppgift" and self._headings.labelled(part.text)
            if isinstance(part, Para)
            else {}
        )
        if not made or {*made} & {*self._values}:
            return False
        self._values |= made
        return True

    def _answer(self, found: Answered, section: Section) -> None:
        points = self._values.setdefault(found.key, [])
        assert isinstance(points, list)
        point, after = answers.answer(found, section, len(points), self.prose)
        if self._introduced:
            point = {"inledning": Long(self.prose(self._introduced)), **point}
        self._introduced = after
        points.append(point)
        if found.key not in self._firsts:
            self._firsts[found.key] = found.first
            self._order.append(found.key)
            self._rename(found.key, found.first)

    def _close(self) -> None:
        """Put what stands after the last answer's facts, with no answer to introduce."""
        if self._introduced:
            self._order.append("avslutning")
            self._values["avslutning"] = Long(self.prose(self._introduced))
            self._introduced = []

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
        if cost := self._counted_cost(section):
            return cost
        parts = [*section.parts, *self._flat(section.below)]
        return {"text": Long(self.prose(parts))} if parts else None

    def _counted_cost(self, section: Section) -> dict[str, Value] | None:
        """The cost with its lines; None unless there are some that are understood."""
        told = len(self._taken.told)
        wanted = (
            self._counted and "kostnad" in self._headings.fields and "kostnad" not in self._values
        )
        cost = read_cost(section, self.prose) if wanted else None
        if cost is None:
            del self._taken.told[told:]
            return None
        for one in section.below:
            self._rename("finansiering", one.name)
        return cost

    def _own_section(self, section: Section) -> None:
        sections = self._values.setdefault("avsnitt", [])
        assert isinstance(sections, list)
        sections.append(self._free(section, 1))
        self._order.append("avsnitt")

    def _free(self, section: Section, depth: int) -> Value:
        """A section of its own; below the deepest level that a case has, headings are bold text."""
        made: dict[str, Value] = {"rubrik": section.name}
        deepest = depth == _DEEPEST - self._headings.free
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
