"""Amounts as a document prints them, read again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from namndkit.pipeline.taking.taken import Value
from namndkit.values.amount import Misread, parse_amount

_NEXT = re.compile(r"(?:, | och )(?=[−\d][^,]*? för )")


class NoCost(Exception):
    """What stands is not understood as a cost, or does not add up."""


def amount(text: str) -> Decimal | None:
    """The amount in kronor, or None."""
    read = parse_amount(text)
    return None if isinstance(read, Misread) else read[0]


def parts_of(text: str) -> Iterator[Value]:
    """``540 tkr för el och 300 tkr för golv`` as amounts with their purposes."""
    for part in _NEXT.split(text):
        stated, word, purpose = part.partition(" för ")
        if not word or amount(stated) is None:
            raise NoCost
        yield {"belopp": stated, "ändamål": purpose}
