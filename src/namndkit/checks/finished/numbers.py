"""NK224: the number of a person in a finished document, shown or not, in every way that it can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from namndkit.checks.personal import numbers, told
from namndkit.values.diagnostic import Diagnostic
from namndkit.values.finished import Aside, Finished

_AGAIN = ("läsning", "rad", "attribut", "i filen")
"""Kinds of texts that may say again what has been told where it stands."""
_SAYS_SO = re.compile(r"person(?:nummer|nr)|\bp(?:ers)?nr|född|födelse|fyra sista", re.IGNORECASE)
"""What the head of a table says when a date and four digits beside it are one number."""
_DATE, _LAST = re.compile(r"(?:\d\d)?\d{6}"), re.compile(r"[-+\u2010-\u2015\u2212]?\d{4}")
_SIGN = re.compile(r"[\d\u2010-\u2015\u2212+-]")


def personal_numbers(document: Finished) -> Iterator[Diagnostic]:
    """The numbers that ``validate`` finds in a case: in each text, and once more in no other way."""
    known: set[str] = set()
    for node, place in document.texts(_AGAIN):
        for start, end, digits in numbers(node.text):
            known.add(digits)
            found = told(node.at(start, end))
            yield _placed(found, place)
    for aside in document.asides:
        if aside.kind in _AGAIN:
            for text in _cells(aside) if aside.kind == "rad" else (aside.node.text,):
                for _, _, digits in numbers(text):
                    if digits not in known:
                        known.add(digits)
                        yield _placed(told(aside.node.position), aside.place)


def _placed(found: Diagnostic, place: str) -> Diagnostic:
    return replace(found, message=f"{found.message} Plats: {place}.")


def _cells(row: Aside) -> Iterator[str]:
    """What a row's cells say together: a sign in each, or a date and four digits side by side."""
    cells = row.node.text.split("\t")
    says_so = _SAYS_SO.search(f"{row.name} {row.node.text}") is not None
    signs = [cell if _SIGN.fullmatch(cell) else " " for cell in cells]
    for comb in "".join(signs).split():
        if says_so or not comb.isdecimal():
            yield comb
    for first, second in pairwise(cells) if says_so else ():
        if _DATE.fullmatch(first) and _LAST.fullmatch(second):
            yield f"{first}-{second.lstrip('-+')}"
