"""Fixes put into the bytes of a file: exactly those characters, so that all else stays as it was."""

from __future__ import annotations

import re
from collections.abc import Iterable

from namndkit.values.diagnostic import Diagnostic, Fix
from namndkit.values.position import Position

_MARK = "\ufeff"


def mend(data: bytes, path: str, findings: Iterable[Diagnostic]) -> tuple[bytes, int]:
    """``data`` with the fixes of ``findings`` in the file ``path``, and how many findings were mended.

    A finding's fixes are done all or not at all; those that touch an earlier one's are left.
    """
    text = data.decode("utf-8")
    newline = "\r\n" if "\r\n" in text else "\n"
    starts = _line_starts(text)
    edits: list[tuple[int, int, str]] = []
    count = 0
    for finding in findings:
        wanted = [_edit(fix, starts) for fix in finding.fixes if fix.position.path == path]
        if wanted and not any(_touch(one, other) for one in wanted for other in edits):
            edits += wanted
            count += 1
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new.replace("\n", newline) + text[end:]
    return text.encode("utf-8"), count


def _line_starts(text: str) -> list[int]:
    """Where each line begins; a byte order mark is no part of the first one."""
    first = len(_MARK) if text.startswith(_MARK) else 0
    return [first, *(found.end() for found in re.finditer(r"\r\n|\r|\n", text))]


def _edit(fix: Fix, starts: list[int]) -> tuple[int, int, str]:
    place: Position = fix.position
    start = starts[place.line - 1] + place.column - 1
    return start, starts[place.end_line - 1] + place.end_column - 1, fix.text


def _touch(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    return (one[0] < other[1] and other[0] < one[1]) or one[:2] == other[:2]
