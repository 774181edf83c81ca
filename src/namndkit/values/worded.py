"""What the wording stage hands to markup: Markdown in which every value is a token."""

from __future__ import annotations

from dataclasses import dataclass

from namndkit.values.node import Node, Scalar

VALUE_OPEN, VALUE_CLOSE = "\ue000", "\ue001"
LINE_OPEN, LINE_TEXT, LINE_CLOSE = "\ue002", "\ue003", "\ue004"


@dataclass(frozen=True, slots=True)
class Value:
    """A value to print exactly as it is: ``kind`` is ``text``, ``long`` (Markdown) or ``gap``."""

    text: str
    kind: str = "text"
    node: Scalar | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What a template asks the case for and does not get: ``how`` is ``must``, ``should`` or ``too deep``.

    ``keys`` are alternatives; ``part`` is what lacks them, None for the case itself, or the value that
    lies too deep. A part that is written as a bare text has that under ``short``. ``beside`` is the
    value that they are needed for.
    """

    how: str
    keys: tuple[str, ...]
    part: Node | None = None
    short: str = ""
    beside: Node | None = None


@dataclass(frozen=True, slots=True)
class Worded:
    """Markdown from the template at the path ``template``.

    ``VALUE_OPEN n VALUE_CLOSE`` stands for ``values[n]``; ``LINE_OPEN n LINE_TEXT … LINE_CLOSE``
    surrounds text of a template's line, n its path and number. ``asked`` is what the template lacks;
    ``printed`` are the nodes (by ``id``) whose content is handed out.
    """

    template: str
    markdown: str
    values: tuple[Value, ...]
    asked: tuple[Asked, ...] = ()
    printed: frozenset[int] = frozenset()
