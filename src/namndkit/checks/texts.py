"""Every text of a file with the field that holds it, whatever the form of the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from namndkit.checks.plain import Plain, plain
from namndkit.checks.protected import protected
from namndkit.checks.spans import Span, Spans
from namndkit.values.case.glossary import fold, nearest
from namndkit.values.case.namesake import is_namesake
from namndkit.values.case.part import Part, words
from namndkit.values.case.role import Role
from namndkit.values.case.shape import Shape, shapes
from namndkit.values.diagnostic import Fix
from namndkit.values.node import Entry, Mapping, Node, Scalar, Sequence
from namndkit.values.placeholder import UNFILLED, is_place

_BORROWED = re.compile(
    r"[”“\"](?P<quoted>[^”“\"\n]*)[”\"]|«(?P<other>[^»\n]*)»|^[ \t]*>(?P<block>.*)$", re.MULTILINE
)


Field = tuple[type[Part], str]


@dataclass(frozen=True)
class Written:
    """A value and the folded fields that lead to it; ``item`` when it is one of a list.

    ``role`` is what its field holds. ``sure`` is False below a key that no field has: then the field
    is the one that it resembles. ``fields`` are the field that its key names and, where the value
    stands for a whole part, the field of that part: each with the part that has it.
    """

    node: Scalar
    keys: tuple[str, ...] = ()
    item: bool = False
    role: Role = Role.RUNNING
    sure: bool = True
    fields: tuple[Field, ...] = ()

    @property
    def place(self) -> bool:
        """True when the whole value is a place to fill in, or only says what its field is called."""
        text = self.node.text
        if self.keys and is_place(text, data=not self.role.words):
            return True
        if self.role is Role.STEERING:
            return False
        described = (
            (name, part.model_fields[name].description or "") for part, name in self.fields
        )
        return any(is_namesake(text, name, description) for name, description in described)

    @property
    def prose(self) -> bool:
        """True for the case's own sentences: not data, and not what somebody else has said."""
        return self.role.own

    @cached_property
    def plain(self) -> Plain:
        """The text as it reads; what is found in it is placed and mended through this."""
        return plain(self.node, marked=self.role in (Role.RUNNING, Role.QUOTED))

    @cached_property
    def borrowed(self) -> Spans:
        """Where somebody else is quoted: inside quotation marks, or in a block quotation."""
        found = _BORROWED.finditer(self.plain.text)
        return Spans(one.span(one.lastgroup or 0) for one in found)

    @cached_property
    def protected(self) -> Spans:
        """Where addresses, links and names of files and of other cases stand."""
        return Spans(protected(self.plain.text))

    def is_own(self, spans: Iterable[Span]) -> bool:
        """True when all of ``spans`` are the case's own prose, not an address, a name or a quotation."""
        kept = (self.borrowed, self.protected)
        return self.prose and not any(one.meets(*span) for span in spans for one in kept)

    def fixes(self, edits: Iterable[tuple[int, int, str]]) -> tuple[Fix, ...]:
        """The ``edits`` (from, to, new text) as mendings; none where one would touch what it may not."""
        edits = list(edits)
        spans = [(start, end) for start, end, _ in edits]
        whole = all(self.plain.is_whole(*span) for span in spans)
        if not (self.sure and whole and self.is_own(spans)):
            return ()
        return tuple(Fix(self.plain.at(start, end), new) for start, end, new in edits)


@dataclass(frozen=True, slots=True)
class _Held:
    """A node, and what is known of the place that it stands in; no ``taken`` below an unknown key."""

    node: Node
    taken: Shape | None
    keys: tuple[str, ...] = ()
    item: bool = False
    sure: bool = True
    fields: tuple[Field, ...] = ()


def written(root: Node, part: type[Part]) -> Iterator[Written]:
    """Every value below ``root``, which is or was meant as a ``part``."""
    waiting = [_Held(root, Shape(None, part, many=False))]
    while waiting:
        held = _short(waiting.pop())
        if isinstance(held.node, Scalar):
            yield Written(held.node, held.keys, held.item, _role(held), held.sure, held.fields)
        elif isinstance(held.node, Sequence):
            waiting += (
                _Held(node, held.taken, held.keys, True, held.sure, held.fields)
                for node in held.node.items
            )
        else:
            waiting += (_entry(held, entry) for entry in held.node.entries)


def keys(root: Mapping) -> Iterator[Scalar]:
    """Every key in ``root``."""
    waiting: list[Node] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Sequence):
            waiting.extend(node.items)
        elif isinstance(node, Mapping):
            yield from (entry.key for entry in node.entries)
            waiting.extend(entry.value for entry in node.entries)


def waits(part: Part) -> bool:
    """True when a place to fill in stands in the data of ``part``, where it is told already."""
    values = written(part.node, type(part)) if isinstance(part.node, Mapping) else ()
    return any(not one.prose and (one.place or UNFILLED.search(one.node.text)) for one in values)


def _short(held: _Held) -> _Held:
    """A bare text or list that stands for one field of its part, as the value of that field."""
    part = held.taken.part if held.taken else None
    bare = "text" if isinstance(held.node, Scalar) else "list"
    listed = held.taken is not None and held.taken.many and not held.item
    if part is None or isinstance(held.node, Mapping) or (bare == "list" and listed):
        return held
    name = part.short.get(bare)
    taken = shapes(part)[name] if name else None
    fields = (*held.fields, (part, name)) if name else held.fields
    return _Held(held.node, taken, held.keys, held.item, held.sure, fields)


def _entry(held: _Held, entry: Entry) -> _Held:
    """The value of ``entry`` at the field that its key means, or else resembles."""
    part = held.taken.part if held.taken else None
    if part is None:
        keys = (*held.keys, fold(entry.key.text))
        return _Held(entry.value, held.taken, keys, sure=False)
    name = words(part).get(fold(entry.key.text))
    known = name is not None
    name = name or nearest(entry.key.text, part.model_fields)
    taken = shapes(part)[name] if name else None
    keys = (*held.keys, fold(name or entry.key.text))
    fields = ((part, name),) if name else ()
    return _Held(entry.value, taken, keys, sure=held.sure and known, fields=fields)


def _role(held: _Held) -> Role:
    """What a value holds; below a key that resembles none a text on lines of its own is prose."""
    if held.taken and held.taken.leaf:
        return held.taken.leaf.role
    text = held.taken is None and isinstance(held.node, Scalar) and held.node.style
    return Role.RUNNING if text in ("|", ">", "file") else Role.DATA
