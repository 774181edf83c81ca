"""What the wording stage hands to markup: Markdown in which every value is a token."""

from __future__ import annotations

from dataclasses import dataclass

from namndkit.values.node import Scalar

VALUE_OPEN, VALUE_CLOSE = "\ue000", "\ue001"
LINE_OPEN, LINE_TEXT, LINE_CLOSE = "\ue002", "\ue003", "\ue004"


@dataclass(frozen=True, slots=True)
class Value:
    """A value to print exactly as it is: ``kind`` is ``text``, ``long`` (Markdown) or ``gap``."""

    text: str
    kind: str = "text"
    node: Scalar | None = None


@dataclass(frozen=True, slots=True)
class Worded:
    """Markdown from ``template``.

    ``VALUE_OPEN n VALUE_CLOSE`` stands for ``values[n]``; ``LINE_OPEN n LINE_TEXT … LINE_CLOSE``
    surrounds text of the template's line n.
    """

    template: str
    markdown: str
    values: tuple[Value, ...]
