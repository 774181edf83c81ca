"""Every text of a file with the keys that lead to it, whatever the form of the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from namndkit.values.case.glossary import fold
from namndkit.values.node import Mapping, Node, Scalar, Sequence
from namndkit.values.placeholder import UNFILLED

_DATA = (
    *("typ", "datum", "diarienummer", "ert_diarienummer", "e_post", "telefon", "parti", "nummer"),
    *("paragraf", "belopp", "per_år", "summa", "andel", "år", "enhet", "stil", "visa", "digital"),
    *("antal", "styckpris", "sökt", "egen", "beviljat", "konto", "slag", "varaktighet"),
    *("insats", "fil", "kind", "date", "amount", "email", "phone", "party", "number", "section"),
)
DATA = frozenset(map(fold, _DATA))
"""Keys whose values are data, not prose."""
_ASKED = frozenset(
    map(fold, ("rekommendationer", "yrkanden", "frågor", "recommendations", "questions"))
)
_BORROWED = re.compile(r"[”“\"][^”“\"\n]*[”\"]|«[^»\n]*»|^[ \t]*>.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Written:
    """A value and the folded keys that lead to it; ``item`` when it is one of a list."""

    node: Scalar
    keys: tuple[str, ...]
    item: bool = False

    @property
    def prose(self) -> bool:
        """True for the case's own sentences: not data, and not what somebody else has asked."""
        asked = len(self.keys) > 1 and self.keys[-2] in _ASKED and self.keys[-1] == "text"
        return not asked and not (self.keys and self.keys[-1] in DATA)

    def borrowed(self) -> list[tuple[int, int]]:
        """Where somebody else is quoted: inside quotation marks, or in a block quotation."""
        return [found.span() for found in _BORROWED.finditer(self.node.text)]


def written(root: Mapping) -> Iterator[Written]:
    """Every value below ``root``."""
    waiting: list[tuple[Node, tuple[str, ...], bool]] = [(root, (), False)]
    while waiting:
        node, keys, item = waiting.pop()
        if isinstance(node, Scalar):
            yield Written(node, keys, item)
        elif isinstance(node, Sequence):
            waiting.extend((one, keys, True) for one in node.items)
        else:
            waiting.extend(
                (entry.value, (*keys, fold(entry.key.text)), False) for entry in node.entries
            )


def waits(node: Node) -> bool:
    """True when a place to fill in stands in the data of ``node``, where it is told already."""
    values = written(node) if isinstance(node, Mapping) else ()
    return any(not one.prose and UNFILLED.search(one.node.text) for one in values)
