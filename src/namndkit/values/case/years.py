"""Amounts year by year, written as one mapping from years to amounts."""

from __future__ import annotations

from typing import Any

from namndkit.values.case.part import is_bare, is_empty, pairs
from namndkit.values.case.role import reject
from namndkit.values.node import Entry, Mapping, Scalar


def years(value: Any) -> object:
    """``{2026: 1 mnkr, 2027: 2 mnkr}`` as a list of parts ``{år: 2026, belopp: 1 mnkr}``."""
    if not isinstance(value, Mapping):
        raise reject("years", value)
    seen: dict[str, str] = {}
    before: Entry | None = None
    for entry in value.entries:
        if (
            before
            and is_bare(entry)
            and isinstance(before.value, Scalar)
            and not before.value.style
        ):
            raise reject("cut_amount", _together(before.value, entry.key), key=before.key.text)
        if seen.get(entry.key.text.strip(), entry.key.text) != entry.key.text:
            raise reject("year_twice", entry.key)
        if is_empty(entry.value):
            raise reject("empty", entry.key, wanted="ett belopp för året")
        seen[entry.key.text.strip()], before = entry.key.text, entry
    return pairs(value, "år", "belopp")


def _together(first: Scalar, rest: Scalar) -> Scalar:
    """``1,5 mnkr`` between braces, of which YAML makes the amount ``1`` and the key ``5 mnkr``."""
    text = first.source.text[first.start : rest.end]
    return Scalar(first.source, first.start, rest.end, text)
