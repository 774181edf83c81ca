"""What stands where a document is to be written, and whether it may be written over."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Standing:
    """The file at a document's place.

    ``kind`` is ``nothing``, ``ours`` (as namndkit wrote it), ``saved`` (by another program since),
    ``foreign`` (a Word document that namndkit did not write) or ``other`` (no Word document).
    ``made_of`` and ``parts`` are its record's digests; ``changes`` what differs since it was written,
    in Swedish, None when that cannot be told.
    """

    kind: str
    made_of: str = ""
    parts: str = ""
    changes: tuple[str, ...] | None = ()


def stands(path: Path) -> Standing:
    """What stands at ``path``; raises OSError when it cannot be read."""
    from namndkit.word import changes, find_record

    try:
        size = path.stat().st_size
    except FileNotFoundError:
        return Standing("nothing")
    if not path.is_file():
        return Standing("other")
    if size == 0:
        return Standing("nothing")  # an empty file holds nothing to lose
    found = find_record(path)
    if found is None:
        return Standing("other")
    if found.record is None:
        return Standing("foreign")
    record = found.record
    if found.intact:
        return Standing("ours", record.made_of, record.parts)
    differs = changes(path, record)
    told = None if differs is None else tuple(map(str, differs))
    return Standing("saved", record.made_of, record.parts, told)


def would_change(data: bytes, standing: Standing) -> bool:
    """True when the parts of the document ``data`` are other than those that stand."""
    from namndkit.word import digest_of_parts

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return digest_of_parts(archive.infolist()) != standing.parts
