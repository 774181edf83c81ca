"""Headings of the case's own for the standard parts, written as one mapping from keys to headings."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field

from namndkit.values.case.part import Part, is_empty, is_none, pairs
from namndkit.values.case.role import reject
from namndkit.values.case.scalars import Kort, Styrord
from namndkit.values.node import Mapping


class Rubrik(Part):
    """The heading of the part that ``nyckel`` holds; none with ``inga``."""

    whole: ClassVar[bool] = True
    paired: ClassVar[bool] = True
    nyckel: Styrord = Field(description="Delens nyckel.")
    rubrik: Kort | None = Field(None, description="Rubriken; inga: delen har ingen.")


def headings(value: Any) -> object:
    """``{skickas_till: Beslutet skickas till}`` as a list of parts ``{nyckel: …, rubrik: …}``; none of ``inga``."""
    if is_none(value):
        return ()
    if not isinstance(value, Mapping):
        raise reject("headings", value)
    for entry in value.entries:
        if is_empty(entry.value):
            raise reject("empty", entry.key, wanted="en rubrik")
    return pairs(value, "nyckel", "rubrik")
