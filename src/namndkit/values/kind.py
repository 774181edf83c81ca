"""The kinds of documents that a folder of templates has, and the format of a case that follows from them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pydantic import Field, create_model

from namndkit.values.case import Case
from namndkit.values.case.glossary import fold, lexicon
from namndkit.values.case.head import TYPES, EgenNyckel, Head
from namndkit.values.position import Position


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of document: what the head of its template ``file`` says of it."""

    name: str
    file: str
    description: str
    english: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    keys: tuple[EgenNyckel, ...] = ()
    place: Position | None = None

    @classmethod
    def of(cls, head: Head, file: str) -> Kind:
        """The kind of the template ``file`` with ``head``."""
        return cls(
            str(head.namn),
            file,
            str(head.beskrivning),
            tuple(map(str, head.engelska)),
            tuple(map(str, head.kallas_också)),
            head.nycklar,
            head.namn.position,
        )

    @property
    def ending(self) -> str:
        """What is added to a case's name for a document of this kind: the stem of its template's."""
        return self.file.removesuffix(".j2").removesuffix(".md")


TOLD_BY = {"har_huvud": ("visa_huvud",), "beslutat": ("skede",)}
"""What a template has asked for when it asks for a property of the case."""


@dataclass
class Reading:
    """What one kind's template says.

    ``prints`` are the names whose values it may print, ``reads`` all that it asks for, ``compares``
    those that it compares with something; ``needs`` are
    the keys of the case that it cannot be without, each with its alternatives; ``headings`` are the
    usual headings by key; ``labels`` the words before a value on its line, by key (``.telefon`` for one
    of a part), with the filter that it goes through; ``words`` are what it compares values with.
    ``each`` is what it asks for of each in a list. ``order`` are the parts that a case may put in another order, ``prompts`` what a form adds to its
    headings, and ``free`` the level of free sections.
    """

    prints: set[str] = field(default_factory=set)
    reads: set[str] = field(default_factory=set)
    compares: set[str] = field(default_factory=set)
    needs: list[tuple[str, ...]] = field(default_factory=list)
    headings: dict[str, list[str]] = field(default_factory=dict)
    labels: dict[str, dict[str, str]] = field(default_factory=dict)
    words: set[object] = field(default_factory=set)
    each: dict[str, set[str]] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    prompts: set[str] = field(default_factory=set)
    free: int = 1

    def asks(self, name: str) -> bool:
        """True when the template asks for the key ``name``, or for what tells it."""
        told = (word for word, names in TOLD_BY.items() if name in names)
        return name in self.reads or any(word in self.reads for word in told)

    def holds(self, name: str, needed: set[str]) -> bool:
        """True when the template asks for ``name``, and for what each of it needs: not only in passing."""
        each = self.each.get(name, {"*"})
        return self.asks(name) and ("*" in each or needed <= each)


class Format:
    """What a case can hold: the built-in keys, and the kinds of one folder with the keys they add.

    ``unread`` are the templates whose heads are wrong: what kinds they make is not known.
    """

    def __init__(self, kinds: Iterable[Kind], unread: Iterable[str] = ()) -> None:
        self.kinds, self.unread = tuple(kinds), tuple(unread)
        self.prints: Callable[[Kind], Collection[str]] = lambda _: ()
        """The keys that a kind prints, where its templates can be asked."""

    def likely(self, words: Iterable[str]) -> str:
        """The name of the kind that prints most of the keys ``words``; empty when none prints any."""
        known = lexicon(self.model.model_fields)
        keys = {known.get(fold(word)) for word in words}
        fits = {kind.name: len(keys.intersection(self.prints(kind))) for kind in self.kinds}
        best = max(fits, key=lambda name: fits[name], default="")
        return best if fits.get(best) else ""

    @cached_property
    def model(self) -> type[Case]:
        """The case with every kind's own keys."""
        own = {str(key.namn): key for kind in self.kinds for key in kind.keys}
        fields: dict[str, Any] = {name: _field(key) for name, key in own.items()}
        if not fields:
            return Case
        return create_model("Case", __base__=Case, __module__=__name__, **fields)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What the kinds are called."""
        return tuple(kind.name for kind in self.kinds)

    @cached_property
    def _by_word(self) -> dict[str, Kind]:
        words = {fold(word): kind for kind in self.kinds for word in kind.english}
        return words | {fold(kind.name): kind for kind in self.kinds}

    def kind(self, word: str) -> Kind | None:
        """The kind that ``word`` names, in any spelling or in English."""
        return self._by_word.get(fold(word))

    def meant(self, word: str) -> Kind | None:
        """The kind that people call ``word``, which is no name of it."""
        return next((kind for kind in self.kinds if fold(word) in map(fold, kind.also)), None)


def _field(key: EgenNyckel) -> tuple[Any, Any]:
    annotation, left_out = TYPES[str(key.värde)]
    return annotation, Field(left_out, description=str(key.beskrivning))
