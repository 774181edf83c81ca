"""The template's Markdown as lines, each knowing which template line it came from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from namndkit.values.position import Position
from namndkit.values.worded import LINE_CLOSE, LINE_OPEN, LINE_TEXT, Worded

_MARK = re.compile(f"{LINE_OPEN}([^{LINE_TEXT}]*){LINE_TEXT}|{LINE_CLOSE}")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of Markdown and its place in a template."""

    text: str
    origin: Position


def split(worded: Worded) -> list[Line]:
    """The lines of ``worded``; a line made of values alone has the origin of the line before."""
    origin = Position(worded.template)
    lines: list[Line] = []
    for text in worded.markdown.split("\n"):
        if LINE_OPEN not in text and LINE_CLOSE not in text:
            lines.append(Line(text, origin))
            continue
        mark = _MARK.search(text)
        if mark and mark[1]:
            path, _, number = mark[1].rpartition(":")
            origin = Position(path, int(number), 1, int(number), 1)
        lines.append(Line(_MARK.sub("", text), origin))
    return lines
