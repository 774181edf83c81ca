"""The fonts that a Word file names, and which may stand in for them (ISO 29500-1, 17.8.3)."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from lxml import etree

from namndkit.disk import DOCUMENT, Refusal, read
from namndkit.word.record import BROKEN, read_part
from namndkit.word.xml import w


def alternatives(path: Path) -> dict[str, tuple[str, ...]]:
    """Each font of the Word file at ``path`` that names others, with those; empty when it cannot be read."""
    data = read(path, DOCUMENT)
    if isinstance(data, Refusal):
        return {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            table = etree.fromstring(read_part(archive, "word/fontTable.xml"), _PARSER)
    except BROKEN:
        return {}
    found: dict[str, tuple[str, ...]] = {}
    for font in table.iter(w("font")):
        other = font.find(w("altName"))
        if other is not None:
            names = str(other.get(w("val"))).split(",")
            found[str(font.get(w("name")))] = tuple(name.strip() for name in names)
    return found


_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
