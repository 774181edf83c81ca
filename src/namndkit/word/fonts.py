"""The fonts that a Word file names, and which may stand in for them (ISO 29500-1, 17.8.3)."""

from __future__ import annotations

from pathlib import Path

from namndkit.disk import DOCUMENT, Refusal, read
from namndkit.word.archive import BROKEN, OF_LOOKS, open_archive
from namndkit.word.xml import w


def alternatives(path: Path) -> dict[str, tuple[str, ...]]:
    """Each font of the Word file at ``path`` that names others, with those; empty when it cannot be read."""
    data = read(path, DOCUMENT)
    if isinstance(data, Refusal):
        return {}
    try:
        with open_archive(data, OF_LOOKS) as archive:
            table = archive.root("word/fontTable.xml")
    except BROKEN:
        return {}
    found: dict[str, tuple[str, ...]] = {}
    for font in table.iter(w("font")):
        other = font.find(w("altName"))
        if other is not None:
            names = str(other.get(w("val"))).split(",")
            found[str(font.get(w("name")))] = tuple(name.strip() for name in names)
    return found
