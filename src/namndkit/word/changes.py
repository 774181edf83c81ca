"""What somebody has changed in a document since it was written, told by the record in it."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from namndkit.word.fingerprint import moved
from namndkit.word.record import Record, fingerprint_of

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
    """How the document ``data`` differs from what ``record`` remembers; None when unreadable.

    An empty list: another program has saved it, and no difference was found.
    """
    now = fingerprint_of(data)
    if now is None:
        return None
    found: list[Change] = []
    matcher = SequenceMatcher(None, record.digests, now.digests)
    for what, old_start, old_end, start, end in matcher.get_opcodes():
        if what == "equal":
            continue
        here = [_beginning(text) for text in now.texts[start:end]]
        both = min(old_end - old_start, end - start)
        found += [Change("ändrat", text) for text in here[:both]]
        found += [Change("tillagt", text) for text in here[both:]]
        before = _beginning(now.texts[end - 1]) if end else ""
        found += [Change("borttaget", before)] * (old_end - old_start - both)
    if moved(record.margins, now.margins):
        found.append(Change("marginaler"))
    return found


def _beginning(text: str) -> str:
    text = " ".join(text.split())
    return f"{text[:_SHOWN]}…" if len(text) > _SHOWN else text
