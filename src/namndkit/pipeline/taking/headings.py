"""A kind's template turned round: which key a heading or a line stands for, and what is otherwise than usual."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from namndkit.pipeline.taking.taken import Value
from namndkit.values.case.forval import Förval
from namndkit.values.case.glossary import fold
from namndkit.values.case.role import Role
from namndkit.values.case.shape import Shape, shapes
from namndkit.values.kind import Kind
from namndkit.wording import Templates

_ALSO = {
    "sammanfattning": ("Sammanfattning av ärendet", "Sammanfattande inställning"),
    "ärendet": ("Beskrivning av ärendet", "Ärendebeskrivning"),
}
"""Headings in use that no template of ours has."""


class Headings:
    """The keys that the template of ``kind`` asks for, by what it prints in a folder with ``defaults``."""

    def __init__(self, kind: Kind, templates: Templates, defaults: Förval | None = None) -> None:
        self.kind, self.defaults = kind, defaults
        self._reading = templates.readings.of(kind.file)
        self._every = [templates.readings.of(one.file).headings for one in templates.form.kinds]
        self.shapes = shapes(templates.form.model)
        self.fields = {name for name in self.shapes if self._reading.asks(name)}
        self.names = {name[:1].upper() + name[1:] for name in templates.form.names}
        self.own = {str(key.namn) for key in kind.keys}
        self.free = self._reading.free

    def is_running(self, key: str) -> bool:
        """True for a key that holds one long text."""
        return _is_leaf(self.shapes[key], Role.RUNNING) and not self.shapes[key].many

    @cached_property
    def main(self) -> str:
        """The long text that a document of this kind cannot be without, or the usual one."""
        needs = (name for need in self._reading.needs for name in need)
        known = (name for name in needs if name in self.shapes and self.is_running(name))
        return next(known, "ärendet")

    def usual(self, key: str) -> tuple[str, ...]:
        """The headings that a document gets for ``key`` when its case says nothing of it."""
        given = self.defaults.rubriker if self.defaults else ()
        ours = tuple(str(one.rubrik) for one in given if fold(one.nyckel) == fold(key))
        return ours or tuple(self._reading.headings.get(key, ()))

    @cached_property
    def _printed(self) -> dict[str, set[str]]:
        """The headings by key, folded, that this or another kind has for what this kind has a heading for."""
        return {
            key: {
                fold(key),
                f"{fold(key)}er",
                *map(fold, (*self.usual(key), *_ALSO.get(key, ()))),
                *(fold(one) for headings in self._every for one in headings.get(key, ())),
            }
            for key in self._reading.headings
            if key in self.fields
        }

    def key_of(self, heading: str) -> str:
        """The key that ``heading`` stands for, or empty; what it has in brackets is passed over."""
        words = fold(heading.partition("(")[0])
        exact = (key for key, known in self._printed.items() if words in known)
        begun = (key for key in self._printed if "_" in key and words.startswith(fold(key)))
        return next(exact, "") or next(begun, "")

    def must_have(self, key: str) -> bool:
        """True for a key that nothing can stand instead of."""
        return (key,) in self._reading.needs

    def has_heading(self, key: str) -> bool:
        """True when the template has a heading for ``key``."""
        return key in self._reading.headings

    def renamed(self, key: str, heading: str) -> dict[str, Value]:
        """What a case says of ``heading`` where it is not the usual one of ``key``."""
        usual = self.usual(key)
        if any(heading == f"{one} {prompt}" for one in usual for prompt in self._reading.prompts):
            return {"ledtexter": "ja"}
        own = self.own_heading(key, heading)
        return {"rubriker": own} if own else {}

    def own_heading(self, key: str, heading: str) -> dict[str, Value]:
        """``heading`` by its key, when that has one in the template and it is another."""
        return {key: heading} if self.has_heading(key) and heading not in self.usual(key) else {}

    def labelled(self, text: str) -> dict[str, Value]:
        """The key and value of a line that begins with what the template has before that key's value."""
        for key in self.fields:
            for label, joined in self._reading.labels.get(key, {}).items():
                value = text.removeprefix(label)
                listed = self.shapes[key].many
                if value != text and value.strip() and _is_text(self.shapes[key]):
                    return {key: [*_apart(value, joined)] if listed else value}
        return {}

    def unlabelled(self, field: str, text: str) -> str:
        """``text`` without what the template has before the value of a part's ``field``; empty for another text."""
        labels = self._reading.labels.get(f".{field}", {})
        return next((text.removeprefix(one) for one in labels if text.startswith(one)), "")

    def order(self, keys: Sequence[str]) -> list[Value]:
        """What a case says of the order of its parts, when they stand as ``keys`` in the document."""
        movable = [key for key in dict.fromkeys(keys) if key in self._reading.order]
        usual = [key for key in self._reading.order if key in movable]
        for number in range(len(movable)):
            first = movable[:number]
            if movable == [*first, *(key for key in usual if key not in first)]:
                return list(first)
        return []


def _is_leaf(shape: Shape, role: Role) -> bool:
    return shape.leaf is not None and shape.leaf.role is role


def _is_text(shape: Shape) -> bool:
    """True for a key with a text or texts of its own."""
    return shape.leaf is not None and shape.leaf.role is not Role.STEERING


def _apart(text: str, joined: str) -> Iterator[Value]:
    """The items of a list that stand on one line; as one item unless they are joined as we know."""
    last, _, rest = text.rpartition(" och ") if joined == "och" else ("", "", text)
    yield from last.split(", ") if last else ()
    yield rest
