"""The ways in which one paragraph can be read: as it is changed, as it was, with both, with hidden text or not."""

from __future__ import annotations

from typing import Any

from namndkit.word.finished.styles import is_on
from namndkit.word.xml import w

_NEAR = 30
"""Characters of a paragraph that are read together with the next."""
_ROW = 200
"""Characters of a row that is read as one text."""
_MARKS = ("del", "moveFrom", "ins", "moveTo", "vanish", "specVanish")
_ACCEPTED, _DECLINED, _BOTH = "accepted", "declined", "both"


class Pieces:
    """The texts of one paragraph in order, each with what was done to it."""

    def __init__(self) -> None:
        self._pieces: list[tuple[str, bool, bool, bool]] = []
        self._marked = False

    def add(self, text: str, added: bool, gone: bool, hidden: bool) -> None:
        """One more text: put in by a tracked change, taken away by one, hidden."""
        self._pieces.append((text, added, gone, hidden))
        self._marked |= added or gone or hidden

    def before(self) -> str:
        """The text as it was before the tracked changes."""
        return self._read(_DECLINED, hidden=True)

    def readings(self, text: str) -> tuple[str, ...]:
        """``text``, that is changes accepted, then declined and both shown; each also without what is hidden."""
        if not self._marked:
            return (text,) * 6
        ways = ((way, hidden) for hidden in (True, False) for way in (_ACCEPTED, _DECLINED, _BOTH))
        return tuple(self._read(way, hidden=hidden) for way, hidden in ways)

    def _read(self, way: str, *, hidden: bool) -> str:
        return "".join(
            text
            for text, added, gone, unseen in self._pieces
            if not ((added and way == _DECLINED) or (gone and way == _ACCEPTED))
            and (hidden or not unseen)
        )


class RunOn:
    """Paragraphs that are one to the reader, since the mark between them is hidden or tracked."""

    def __init__(self) -> None:
        self._tails: tuple[str, ...] = ()

    def with_next(self, properties: Any | None, readings: tuple[str, ...]) -> list[str]:
        """The next paragraph, with these ``w:pPr``, read together with those that run into it."""
        joined = readings
        if self._tails:
            joined = tuple(a + b for a, b in zip(self._tails, readings, strict=True))
        found = list(dict.fromkeys(joined)) if self._tails else []
        mark = None if properties is None else properties.find(w("rPr"))
        runs = mark is not None and any(is_on(mark.find(w(name))) for name in _MARKS)
        self._tails = tuple(text[-_NEAR:] for text in joined) if runs else ()
        return found


def together(cells: list[str]) -> str:
    """The cells of a row as one text; empty when they cannot hold one number together."""
    text = "\t".join(" ".join(cell.split()) for cell in cells)
    return text if len(text) <= _ROW and sum(map(str.isdigit, text)) > 9 else ""
