"""The head of a template: what it says of the kind of document that it makes, as YAML in a note."""

from __future__ import annotations

import re

from namndkit.values.position import SourceText

_HEAD = re.compile(r"\A\{#---[ \t]*\n(?P<head>.*?)^---#\}", re.DOTALL | re.MULTILINE)
_OPENING = "{#---"


def head_of(text: SourceText) -> SourceText | None:
    """The head of the template ``text``, on the lines that it has there; None of one that makes no kind.

    A head that is not closed is read to the end, so that what is wrong in it is told.
    """
    if not text.text.startswith(_OPENING):
        return None
    found = _HEAD.match(text.text)
    return SourceText(text.path, "\n" + (found["head"] if found else text.text[len(_OPENING) :]))
