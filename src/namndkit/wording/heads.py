"""The head of a template: what it says of the kind of document that it makes, as YAML in a note."""

from __future__ import annotations

from namndkit.values.position import SourceText

_OPENING, _CLOSING = "{#---", "\n---#}"


def head_of(text: SourceText) -> SourceText | None:
    """The head of the template ``text``, on the lines that it has there; None of one that makes no kind.

    A head that is not closed is read to the end, so that what is wrong in it is told.
    """
    if not text.text.startswith(_OPENING):
        return None
    head = text.text.removeprefix(_OPENING).partition(_CLOSING)[0]
    return SourceText(text.path, f"{head}\n")
