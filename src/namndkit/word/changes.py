"""What somebody has changed in a document since it was written, told by the record in it."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from namndkit.word.fingerprint import moved
from namndkit.word.record import Record, fingerprint_of

_COMPARED = 1000
"""Paragraphs between the first and the last difference that are compared: the work grows with their square."""
_SHOWN = 200
"""Characters of a paragraph that are told."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: ``kind`` is ``ändrat``, ``tillagt``, ``borttaget`` or ``marginaler``.

    ``text`` is the beginning of the paragraph as it stands now; of a paragraph that is gone, of the
    one before it.
    """

    kind: str
    text: str = ""

    def __str__(self) -> str:
        if self.kind == "marginaler":
            return "sidans marginaler är ändrade"
        where = "efter " if self.kind == "borttaget" and self.text else ""
        told = f"{where}”{self.text}”" if self.text else "först i dokumentet"
        return f"{self.kind} stycke {told}"


def changes(data: bytes, record: Record) -> list[Change] | None:
    """How the document ``data`` differs from what ``record`` remembers; None when unreadable
    or when too much differs.

    An empty list: another program has saved it, and no difference was found.
    """
    now = fingerprint_of(data)
    if now is None:
        return None
    first, last = _alike(record.digests, now.digests)
    before = record.digests[first : len(record.digests) - last]
    after = now.digests[first : len(now.digests) - last]
    if max(len(before), len(after)) > _COMPARED:
        return None
    found: list[Change] = []
    for what, old_start, old_end, start, end in SequenceMatcher(None, before, after).get_opcodes():
        if what == "equal":
            continue
        here = [_beginning(text) for text in now.texts[first + start : first + end]]
        both = min(old_end - old_start, end - start)
        found += [Change("ändrat", text) for text in here[:both]]
        found += [Change("tillagt", text) for text in here[both:]]
        above = _beginning(now.texts[first + end - 1]) if first + end else ""
        found += [Change("borttaget", above)] * (old_end - old_start - both)
    if moved(record.margins, now.margins):
        found.append(Change("marginaler"))
    return found


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[int, int]:
    """How many paragraphs are the same from the beginning, and of the rest from the end."""
    short = min(len(one), len(other))
    first = next((at for at in range(short) if one[at] != other[at]), short)
    rest = short - first
    last = next((at for at in range(rest) if one[-1 - at] != other[-1 - at]), rest)
    return first, last


def _beginning(text: str) -> str:
    text = " ".join(text.split())
    return f"{text[:_SHOWN]}…" if len(text) > _SHOWN else text
