"""Which key a heading stands for, and what it is called where that is not as usual."""

from __future__ import annotations

from namndkit.pipeline.taking.sections import Section
from namndkit.pipeline.taking.taken import Taken
from namndkit.values.case.glossary import fold
from namndkit.values.case.role import Role
from namndkit.values.case.shape import shapes
from namndkit.values.kind import Kind
from namndkit.wording import Templates

_PROMPTS = {
    "insatser": "Insatser (beskriv insatsen ansökan handlar om)",
    "målgrupp": "Målgrupp (beskriv vilken yrkesgrupp insatsen berör samt antal medarbetare)",
}
"""The headings of the form, with its prompts."""
_USUAL = {
    "förväntad_effekt": ("Förväntad effekt av insatsen",),
    "skickas_till": ("Beslutet skickas till",),
    "sammanfattning": ("Sammanfattning av ärendet",),
    "ärendet": ("Beskrivning av ärendet",),
}
"""Headings that others use for a key."""


class Headings:
    """Which key a heading stands for in a document of ``kind``, by what its template prints."""

    def __init__(self, kind: Kind, templates: Templates) -> None:
        self.kind, self._reading = kind, templates.readings.of(kind.file)
        model = templates.form.model
        self.fields = {name for name in model.model_fields if self._reading.asks(name)}
        self.listed = {name for name, of in shapes(model).items() if of.many and of.leaf}
        self.names = {name[:1].upper() + name[1:] for name in templates.form.names}
        printed = self._reading.headings
        self._printed = {
            name: (*printed.get(name, ()), *_USUAL.get(name, ()))
            for name in model.model_fields
            if name in printed and name in self.fields
        }
        running = (
            name
            for need in self._reading.needs
            for name in need
            if (leaf := shapes(model)[name].leaf if name in shapes(model) else None)
            and leaf.role is Role.RUNNING
        )
        self.main = next(running, "ärendet")

    def key_of(self, heading: str) -> str:
        """The key that ``heading`` stands for; prompts in brackets are passed over."""
        words = fold(heading.partition("(")[0].strip())
        exact = [
            name
            for name, printed in self._printed.items()
            if words in (fold(name), f"{fold(name)}er", *map(fold, printed))
        ]
        begun = [name for name in self._printed if "_" in name and words.startswith(fold(name))]
        return next(iter((*exact, *begun)), "")

    def tell(self, section: Section, key: str, taken: Taken) -> None:
        """Keep a heading that is another than the usual one, under ``rubriker``."""
        if section.name == _PROMPTS.get(key):
            taken.values["ledtexter"] = "ja"
        elif section.name not in self._reading.headings.get(key, ()):
            own = taken.values.setdefault("rubriker", {})
            assert isinstance(own, dict)
            own[key] = section.name
