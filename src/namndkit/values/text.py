"""Texts of a case that remember where they were written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Self

from namndkit.values.node import Scalar
from namndkit.values.position import Position

NOT_XML = re.compile("[\x00-\x08\x0b\x0c\r\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 (section 2.2) or Word cannot hold, and line breaks that only YAML sees as such."""


class Text(str):
    """A short plain text: printed exactly as typed, never markup."""

    __slots__ = ("node",)
    node: Scalar

    @classmethod
    def of(cls, node: Scalar, text: str | None = None) -> Self:
        """The text of ``node``, or ``text`` made from it, with the node's place."""
        made = cls(node.text if text is None else text)
        made.node = node
        return made

    @property
    def position(self) -> Position:
        """Where the text is written."""
        return self.node.position

    @property
    def origins(self) -> tuple[Scalar, ...]:
        """The node that it is made from."""
        return (self.node,)


class Composed(str):
    """A text made of values of the case that are written at ``origins``."""

    __slots__ = ("origins",)
    origins: tuple[Scalar, ...]

    @classmethod
    def of(cls, text: str, parts: Iterable[object]) -> Composed:
        """``text``, in which the values ``parts`` are printed."""
        made = cls(text)
        made.origins = tuple(node for part in parts for node in origins(part))
        return made


def origins(value: object) -> tuple[Scalar, ...]:
    """The nodes of the case that ``value`` prints; none of what is made from no single ones."""
    found: tuple[Scalar, ...] = getattr(value, "origins", ())
    return found


class LongText(Text):
    """A long text: Markdown in namndkit's closed dialect."""

    __slots__ = ()

    @classmethod
    def written_at(cls, node: Scalar) -> LongText:
        """The text of ``node`` with its paragraphs and lines as the file has them.

        YAML joins lines in every style but ``|``; in a long text a line means something.
        """
        if node.style == ">":
            node = node.unfolded()
        if node.style in ("|", "file"):
            return cls.of(node)
        text = node.text.replace("\n", "\n\n")
        return cls.of(Scalar(node.source, node.start, node.end, text, node.style))
