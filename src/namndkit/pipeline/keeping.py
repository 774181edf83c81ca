"""What stands where a document is to be written, and whether it may be written over."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from namndkit.disk import way
from namndkit.disk.refusals import Refusal
from namndkit.disk.writing import Mark
from namndkit.disk.writing import Standing as There


@dataclass(frozen=True, slots=True)
class Standing:
    """The file at a document's place.

    ``kind`` is ``nothing``, ``current`` (made of the very same), ``ours`` (of this case, as namndkit
    wrote it), ``another`` (of another case), ``saved`` (by another program since), ``damaged``,
    ``foreign`` (a Word document that namndkit did not write) or ``other`` (no Word document).
    ``changes`` is what differs since it was written, in Swedish, None when that cannot be told.
    """

    kind: str
    mark: Mark | None = None
    data: bytes = field(default=b"", repr=False)
    protected: bool = False
    parts: str = ""
    changes: tuple[str, ...] | None = ()


def case_mark(case: str, place: Path, kind: str | None) -> str:
    """A digest of which case a document at ``place`` is of: the way from there to the file ``case``.

    So a case and its documents can be moved together; one on standard input (``-``) has no way. ``kind`` is another kind than the case's own,
    which makes it another document.
    """
    told = f"{'' if case == '-' else way(case, place)}\0{kind or ''}"
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def judge(there: There | None, made_of: str, case: str) -> Standing:
    """What ``there`` is to a document made of ``made_of`` for ``case``, digests that its record has."""
    from namndkit.word import changes, find_record, is_proven

    if there is None:
        return Standing("nothing")
    if isinstance(there.data, Refusal):
        return Standing("other", there.mark)
    if not there.data:
        # An empty file holds nothing to lose.
        return Standing("nothing", there.mark, protected=there.protected)

    def standing(kind: str, parts: str = "", told: tuple[str, ...] | None = ()) -> Standing:
        return Standing(kind, there.mark, data, there.protected, parts, told)

    data = there.data
    found = find_record(data)
    if found is None:
        return standing("other")
    if not found.parts:
        return standing("damaged")
    if found.record is None:
        return standing("foreign")
    if found.intact and found.record.made_of == made_of:
        return standing("current", found.parts)
    if found.intact and is_proven(data, found.record):
        return standing("ours" if found.record.case == case else "another", found.parts)
    differs = changes(data, found.record)
    return standing("saved", told=None if differs is None else tuple(map(str, differs)))


def would_change(data: bytes, standing: Standing) -> bool:
    """True when the parts of the document ``data`` are other than those that stand."""
    from namndkit.word import parts_of

    return parts_of(data) != standing.parts
