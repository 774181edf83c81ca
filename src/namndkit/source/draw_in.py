"""``bakgrund: {fil: bakgrund.md}``: a text that lives in a file beside the case is drawn in."""

from __future__ import annotations

import re
from pathlib import Path

from namndkit.disk import TEXT, Refusal, beside, read
from namndkit.source.decode import decode
from namndkit.source.foreign import foreign_kind
from namndkit.values.diagnostic import Diagnostic, error
from namndkit.values.node import Entry, Mapping, Node, Scalar, Sequence
from namndkit.values.position import SourceText

KEYS = ("fil", "file")
_MENTIONED = re.compile(r"file?[\"']?\s*:|\\", re.IGNORECASE)
"""Without this in its text a case draws in nothing; an escape can spell anything."""
MOST_DRAWN = 10_000_000
"""Bytes that a case may draw in, all files together."""
_TOO_MUCH = Refusal(
    f"ärendets filer är för stora (tillsammans mer än {MOST_DRAWN // 1_000_000} MB)",
    "Dela upp ärendet i flera.",
)


def draw_in(root: Mapping, folder: Path) -> tuple[Mapping, list[SourceText], list[Diagnostic]]:
    """``root`` with every ``{fil: …}`` replaced by that file's text, and the texts read.

    Only files in ``folder`` or below it are read, links followed.
    """
    if not may_draw_in(root.source.text):
        return root, [], []
    drawer = _Drawer(folder)
    entries = tuple(Entry(entry.key, drawer.node(entry.value)) for entry in root.entries)
    drawn = Mapping(root.source, root.start, root.end, entries)
    return drawn, drawer.texts, drawer.findings


def may_draw_in(text: str) -> bool:
    """False when a case with this text draws in no file for certain."""
    return bool(_MENTIONED.search(text))


class _Drawer:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.texts: list[SourceText] = []
        self._drawn = 0
        self.findings: list[Diagnostic] = []

    def node(self, node: Node) -> Node:
        """``node`` with the files below it drawn in."""
        if isinstance(node, Sequence):
            items = tuple(self.node(item) for item in node.items)
            return Sequence(node.source, node.start, node.end, items)
        if not isinstance(node, Mapping):
            return node
        name = _file_name(node)
        if name is not None:
            return self._text(name) or Scalar(name.source, name.start, name.end, "(filen)", '"')
        entries = tuple(Entry(entry.key, self.node(entry.value)) for entry in node.entries)
        return Mapping(node.source, node.start, node.end, entries)

    def _text(self, name: Scalar) -> Scalar | None:
        path = beside(name.text.strip(), self.folder)
        if isinstance(path, Refusal):
            message = f"Filen ”{name.text}” ligger utanför ärendets mapp."
            self._fail(name, message, "Lägg den i ärendets mapp eller i en mapp under den.")
            return None
        data = self._bytes(path)
        if isinstance(data, Refusal):
            message = f"Filen ”{name.text}” går inte att läsa: {data.reason}."
            usual = "Kontrollera att den ligger i ärendets mapp och heter så."
            self._fail(name, message, data.remedy or usual)
            return None
        if kind := foreign_kind(data):
            message = f"Filen ”{name.text}” är {kind}, ingen text."
            self._fail(name, message, "Spara texten i en textfil (.md eller .txt) och ange den.")
            return None
        decoded = decode(data, (Path(name.source.path).parent / name.text.strip()).as_posix())
        self.findings.extend(decoded.diagnostics)
        if decoded.value is None:
            return None
        self.texts.append(decoded.value)
        whole = Scalar(decoded.value, 0, len(decoded.value.text), decoded.value.text, "file")
        return None if decoded.diagnostics else whole

    def _bytes(self, path: str) -> bytes | Refusal:
        """The file's content, or why it cannot be had; nothing more is read when too much has been."""
        data = read(path, TEXT) if self._drawn <= MOST_DRAWN else _TOO_MUCH
        self._drawn += 0 if isinstance(data, Refusal) else len(data)
        return data if self._drawn <= MOST_DRAWN else _TOO_MUCH

    def _fail(self, name: Scalar, message: str, hint: str) -> None:
        self.findings.append(error(name.position, "NK112", message, hint))


def _file_name(node: Mapping) -> Scalar | None:
    if len(node.entries) != 1 or node.entries[0].key.text.strip().casefold() not in KEYS:
        return None
    value = node.entries[0].value
    return value if isinstance(value, Scalar) else None
