"""The head of a template: what it says of the kind of document that it makes, as YAML in a note."""

from __future__ import annotations

import re

from namndkit.values.position import SourceText

_OPENING, _CLOSING = "{#---", "\n---#}"
_LIKE_ONE = re.compile(
    r"\{#[-+ \t]*\n(?:(?!.*#\}).*\n)*?[ \t]*(?:namn|beskrivning)[ \t]*:", re.IGNORECASE
)
"""A note with the keys of a head."""


def head_of(text: SourceText) -> SourceText | None:
    """The head of the template ``text``, on the lines that it has there; None of one that makes no kind.

    A head that is not closed is read to the end, so that what is wrong in it is told.
    """
    if not text.text.startswith(_OPENING):
        return None
    head = text.text.removeprefix(_OPENING).partition(_CLOSING)[0]
    return SourceText(text.path, f"{head}\n")


def displaced_head(text: SourceText) -> int | None:
    """The line of what was meant as the head of the template ``text`` and is none; None when nothing was."""
    found = None if head_of(text) else _LIKE_ONE.search(text.text)
    return text.text.count("\n", 0, found.start()) + 1 if found else None
