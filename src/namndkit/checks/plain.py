"""A text as the rules read it, whatever its Unicode form and its bold and italic, with the way back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import is_normalized, normalize

from namndkit.values.node import Scalar
from namndkit.values.position import Position

_MARKED = re.compile(
    r"(?<!\*)(?P<mark>\*{1,3})(?=[^\s*])(?P<inside>(?:(?!\n[ \t]*\n)[^*])+)(?<=[^\s*])(?P=mark)(?!\*)"
)
_CLUSTER = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]+")


@dataclass(frozen=True, slots=True)
class Plain:
    """``text`` is what the value ``node`` says; ``places`` where each of its characters stands there.

    None for ``places``: text and value are the same.
    """

    node: Scalar
    text: str
    places: Sequence[tuple[int, int]] | None = None

    def at(self, start: int, end: int) -> Position:
        """Where ``text[start:end]`` stands in the file."""
        return self.node.at(*self.span(start, end))

    def is_whole(self, start: int, end: int) -> bool:
        """True when ``text[start:end]`` stands in the value just so, nothing between."""
        first, last = self.span(start, end)
        return self.node.text[first:last] == self.text[start:end]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where ``text[start:end]`` stands in the value."""
        if self.places is None:
            return start, end
        ends = self.places[end - 1][1] if end else 0
        first = self.places[start][0] if start < len(self.places) else ends
        return first, ends if end > start else first


def plain(node: Scalar, *, marked: bool) -> Plain:
    """The text of ``node``; where it is Markdown (``marked``) without asterisks round words."""
    text = node.text
    if (not marked or "*" not in text) and is_normalized("NFC", text):
        return Plain(node, text)
    kept: list[str] = []
    places: list[tuple[int, int]] = []
    for char, place in _composed(text, _marks(text) if marked else frozenset()):
        kept.append(char)
        places.append(place)
    return Plain(node, "".join(kept), places)


def _marks(text: str) -> frozenset[int]:
    """The places of the asterisks that make words bold or italic."""
    found: set[int] = set()
    for one in _MARKED.finditer(text):
        found.update(range(*one.span("mark")), range(one.end("inside"), one.end()))
    return frozenset(found)


def _composed(text: str, left_out: frozenset[int]) -> Iterator[tuple[str, tuple[int, int]]]:
    """The characters of ``text`` in the form NFC with their places."""
    clusters = {one.start(): one for one in _CLUSTER.finditer(text)}
    at = 0
    while at < len(text):
        cluster = clusters.get(at)
        end = cluster.end() if cluster else at + 1
        if at not in left_out:
            yield from ((char, (at, end)) for char in normalize("NFC", text[at:end]))
        at = end
