"""Amounts year by year, written as one mapping from years to amounts."""

from __future__ import annotations

from typing import Any

from namndkit.values.case.part import is_empty, reject
from namndkit.values.node import Entry, Mapping, Node, Scalar


def years(value: Any) -> object:
    """``{2026: 1 mnkr, 2027: 2 mnkr}`` as a list of parts ``{år: 2026, belopp: 1 mnkr}``."""
    if not isinstance(value, Mapping):
        raise reject("years", value)
    seen: dict[str, str] = {}
    for entry in value.entries:
        if seen.get(entry.key.text.strip(), entry.key.text) != entry.key.text:
            raise reject("year_twice", entry.key)
        if is_empty(entry.value):
            raise reject("empty", entry.key, wanted="ett belopp för året")
        seen[entry.key.text.strip()] = entry.key.text
    return tuple(_year_entry(entry.key, entry.value) for entry in value.entries)


def _year_entry(year: Scalar, amount: Node) -> Mapping:
    keys = (_key(year, "år"), _key(year, "belopp"))
    entries = (Entry(keys[0], year), Entry(keys[1], amount))
    return Mapping(year.source, year.start, amount.end, entries)


def _key(place: Scalar, text: str) -> Scalar:
    return Scalar(place.source, place.start, place.end, text)
