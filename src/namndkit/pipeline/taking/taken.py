"""What is taken from a Word document: the values of a case by key, and what is told of the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from namndkit.pipeline.taking.told import Told


@dataclass(frozen=True, slots=True)
class Long:
    """A long text in the dialect of a case."""

    text: str


Value = str | Long | list["Value"] | dict[str, "Value"]
"""A value of a case: a short text, a long text, a list, or keys with values."""


def filled(values: dict[str, Value]) -> dict[str, Value]:
    """``values`` without long texts that hold nothing, since all that stood there is told."""
    return {key: _filled(value) for key, value in values.items() if value != Long("")}


def _filled(value: Value) -> Value:
    if isinstance(value, dict):
        return filled(value)
    return [_filled(one) for one in value] if isinstance(value, list) else value


def words_of(value: Value) -> Iterator[str]:
    """Every text in ``value``, in order."""
    if isinstance(value, str | Long):
        yield value if isinstance(value, str) else value.text
        return
    for one in value.values() if isinstance(value, dict) else value:
        yield from words_of(one)


@dataclass(slots=True)
class Taken:
    """``values`` by key; ``told`` what stands otherwise, or has no place; ``own`` that namndkit wrote it;
    ``name`` the kind of document that its head names, or empty; ``in_prose`` are the lines (by ``id``)
    that went into long texts, which keep their links.
    """

    values: dict[str, Value] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
    own: bool = False
    name: str = ""
    in_prose: set[int] = field(default_factory=set)
