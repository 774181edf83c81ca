"""source: the bytes of a case file → nodes with positions, every trap of YAML told in Swedish.

The only package that knows the YAML library.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from namndkit.source.decode import decode
from namndkit.source.draw_in import draw_in, may_draw_in
from namndkit.source.foreign import case_remedy, foreign_kind
from namndkit.source.mend import mend
from namndkit.source.reading_on import read_on
from namndkit.values.diagnostic import Outcome, error
from namndkit.values.node import Mapping
from namndkit.values.position import Position, SourceText

__all__ = ["Source", "drawn_files", "mend", "read"]


@dataclass(frozen=True, slots=True)
class Source:
    """A case as written: its ``root`` mapping, None when the YAML is broken, and every text read."""

    root: Mapping | None
    texts: tuple[SourceText, ...]


def read(data: bytes, path: str, folder: Path) -> Outcome[Source]:
    """Read ``data``, the bytes of the case file ``path``; files it draws in lie below ``folder``."""
    if kind := foreign_kind(data):
        message = f"Filen är {kind}, inte ett ärende."
        finding = error(Position(path), "NK107", message, case_remedy(kind, path))
        return Outcome(None, (finding,))
    decoded = decode(data, path)
    if decoded.value is None:
        return Outcome(None, decoded.diagnostics)
    if decoded.diagnostics:
        return Outcome(Source(None, (decoded.value,)), decoded.diagnostics)
    composed = read_on(decoded.value)
    if composed.value is None:
        return Outcome(Source(None, (decoded.value,)), composed.diagnostics)
    root, texts, drawn = draw_in(composed.value, folder)
    return Outcome(Source(root, (decoded.value, *texts)), (*composed.diagnostics, *drawn))


def drawn_files(data: bytes, folder: Path) -> tuple[bytes, ...]:
    """The contents of the files that the case ``data`` draws in, in the order named."""
    if not may_draw_in(data.decode("utf-8", "replace")):
        return ()
    source = read(data, "", folder).value
    return tuple(text.text.encode() for text in source.texts[1:]) if source else ()
