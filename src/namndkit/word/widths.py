"""How wide the columns of a table are, from the text in them."""

from __future__ import annotations

from collections.abc import Sequence

CHARACTER, NARROW = 112, 56
"""Twips that a digit or letter takes in the table's text (Arial 9.5), generously, and a thin sign."""
_THIN = frozenset(" \u00a0,.:;!|'iljt()")
PADDING = 200
"""Twips of cell margins and slack in a column."""


def column_widths(rows: Sequence[Sequence[str]], right: Sequence[bool], width: int) -> list[int]:
    """Widths in twips that add up to ``width``.

    A right-aligned column (amounts) is as wide as its longest cell, so that no amount is broken; the
    others share the rest by how much text they hold.
    """
    columns = list(zip(*rows, strict=True))
    longest = [max(map(_length, column)) + PADDING for column in columns]
    amounts = [size if is_amount else 0 for size, is_amount in zip(longest, right, strict=True)]
    rest = max(width - sum(amounts), width // 4)
    texts = [0 if is_amount else size for size, is_amount in zip(longest, right, strict=True)]
    if not any(texts):
        return _fitted(longest, width)
    shared = _fitted(texts, rest)
    return _fitted([amount or text for amount, text in zip(amounts, shared, strict=True)], width)


def _length(text: str) -> int:
    """How wide ``text`` is on one line, in twips."""
    return sum(NARROW if char in _THIN else CHARACTER for char in text)


def _fitted(sizes: Sequence[int], width: int) -> list[int]:
    """``sizes`` in the same proportions with the sum ``width``."""
    total = sum(sizes)
    fitted = [size * width // total for size in sizes]
    fitted[-1] += width - sum(fitted)
    return fitted


def column_shares(count: int, width: int, *, head: bool) -> list[int]:
    """Columns side by side: the head's left one is wide, others are equal; the sum is ``width``."""
    first = width * 62 // 100 if head and count == 2 else width // count
    others = [(width - first) // max(count - 1, 1)] * (count - 1)
    return [width - sum(others), *others]
