"""Where a paragraph stands, in Swedish: by heading and number in the text, by name elsewhere."""

from __future__ import annotations

_NAMED = 40
"""Characters of a heading that name a place."""


class Places:
    """The places of one document, as its paragraphs come."""

    def __init__(self) -> None:
        self._heading, self._part = "", ""
        self._count = self._tables = 0

    def begin(self, part: str) -> None:
        """From here on the paragraphs stand in ``part``, which has no headings."""
        self._part = part

    def paragraph(self, text: str, level: int | None, room: str) -> str:
        """The place of the next paragraph of the text."""
        words = " ".join(text.split())
        if level is not None and words and room == "text":
            self._heading, self._count = words, 0
            return f"rubriken ”{_short(words)}”"
        self._count += bool(words)
        return self.here(room)

    def here(self, room: str) -> str:
        """The place that has been reached."""
        if self._part:
            return self._part
        number = max(self._count, 1)
        if self._heading:
            return f"stycke {number} under ”{_short(self._heading)}”"
        return f"stycke {number} i dokumentet"

    def table(self, room: str) -> str:
        """The place of the next table."""
        self._tables += 1
        if self._part:
            return f"tabell {self._tables} ({self._part})"
        where = f" (under ”{_short(self._heading)}”)" if self._heading else ""
        return f"tabell {self._tables}{where}"


def _short(text: str) -> str:
    return f"{text[:_NAMED]}…" if len(text) > _NAMED else text
