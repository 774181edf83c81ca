"""Long texts that are nothing but paragraphs, which most are: told without a parser.

What is not told here for certain goes to the parser. A test holds that both make the same blocks.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from namndkit.values.document import Block, Paragraph, Run
from namndkit.values.position import Position

_LABEL = r"[a-zåäö]{2,3}\)\s|[ivxIVX]{2,5}[.):]|[^\W\d_]{2,20}[ \u00a0]\d"
_LINE = rf"(?!{_LABEL})(?![^\n]*;\S)[^\W\d_]{{2}}[^*_\[\]|<>\\`&\t\n\ue000-\uf8ff]*[^\s*_\[\]|<>\\`&\ue000-\uf8ff]"
_PLAIN = re.compile(rf"{_LINE}(?:\n{{1,2}}{_LINE})*\n*")
"""Lines that begin with two letters, have a blank after each semicolon and hold no sign that Markdown reads; no line ends in a blank."""


def plain_paragraphs(
    text: str, role: str, origin: Callable[[int], Position]
) -> tuple[Block, ...] | None:
    """The paragraphs of ``text``, or None when it may hold something else; ``origin`` is the place of a
    line (0-based).
    """
    if not _PLAIN.fullmatch(text):
        return None
    blocks: list[Block] = []
    line = 0
    for paragraph in text.rstrip("\n").split("\n\n"):
        blocks.append(Paragraph(role, (Run(paragraph.replace("\n", " ")),), origin(line)))
        line += paragraph.count("\n") + 2
    return tuple(blocks)
