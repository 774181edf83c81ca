"""NK240–NK242: a text's own marks that come out as typed, and bold that acts as a heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise

from namndkit.markup.doubtful import LONGEST_HEADING, OWN_SECTION
from namndkit.markup.links import unread_links
from namndkit.values.diagnostic import Diagnostic, warning
from namndkit.values.document import (
    Block,
    Inline,
    Link,
    ListBlock,
    Paragraph,
    Quote,
    Run,
    Span,
    Table,
)
from namndkit.values.node import Scalar

_OPENER = re.compile(r"(?<![^\s(”\"–-])\*\*(?=\w)")
_NOTE = re.compile(r"[\w)%]\*\*(?![\w*])")
"""``40**``: a mark of a note, which a line ``**Siffrorna …`` may explain."""
_SHOWN = 24
_MOST = 50
"""Findings of one kind that are reported of one text."""
_NO_HEADING = (".", "!", ",", ";")


def literal_marks(text: str, blocks: Sequence[Block], node: Scalar) -> Iterator[Diagnostic]:
    """What of the marks in ``text``, read as ``blocks`` and written at ``node``, was not read as meant."""
    if any(sign in text for sign in ("]", "://", "href=", "HREF=")):
        yield from islice(unread_links(text, blocks, node), _MOST)
    if "**" in text:
        yield from islice(_stars(text, blocks, node), _MOST)
    yield from _bold_headings(blocks)


def _stars(text: str, blocks: Iterable[Block], node: Scalar) -> Iterator[Diagnostic]:
    noted, at = False, 0
    for run in _runs(blocks):
        found, note = _OPENER.search(run), _NOTE.search(run)
        noted = noted or bool(note and not (found and found.start() < note.start()))
        if not found or noted:
            continue
        at, end = _find(run[found.start() : found.start() + _SHOWN], text, at)
        message = "Två stjärnor börjar fet text som aldrig slutar, och skrivs ut som de står."
        hint = (
            "Sätt ** direkt efter det sista ordet i fetstil, i samma stycke, "
            "eller ta bort stjärnorna."
        )
        yield warning(node.at(at, end), "NK242", message, hint)
        at = end


def _find(shown: str, text: str, start: int) -> tuple[int, int]:
    """Where the first word of ``shown`` stands in ``text``, in which its lines may break."""
    words = shown.split()
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    found = pattern.search(text, start)
    at = found.start() if found else max(text.find(words[0], start), 0)
    return at, at + len(words[0])


def _runs(blocks: Iterable[Block]) -> Iterator[str]:
    """Every stretch of plain text, in order."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from _plain(block.inlines)
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield from _runs(item.blocks)
        elif isinstance(block, Quote):
            yield from _runs(block.blocks)
        elif isinstance(block, Table):
            for row in (block.header, *block.rows):
                for cell in row:
                    yield from _plain(cell)


def _plain(inlines: Iterable[Inline]) -> Iterator[str]:
    for inline in inlines:
        if isinstance(inline, Run):
            yield inline.text
        elif isinstance(inline, Span | Link):
            yield from _plain(inline.inlines)


def _bold_headings(blocks: Sequence[Block]) -> Iterator[Diagnostic]:
    """A short paragraph all in bold before one that is not: what ``inspect`` tells of the document."""
    for block, after in pairwise(blocks):
        if _is_bold(block) and not isinstance(after, Table) and not _is_bold(after):
            words = "".join(_plain(block.inlines)) if isinstance(block, Paragraph) else ""
            if len(words) <= LONGEST_HEADING and not words.endswith(_NO_HEADING):
                message = "Stycket är helt i fetstil och ser ut som en rubrik utan att vara det."
                hint = f"Skriv det som ett eget avsnitt: {OWN_SECTION} Är det ingen rubrik tar du bort fetstilen."
                yield warning(block.origin, "NK240", message, hint)


def _is_bold(block: Block) -> bool:
    """True for a paragraph with letters, all of them in bold."""
    if not isinstance(block, Paragraph):
        return False
    thin = "".join(_plain(one for one in block.inlines if not _is_strong(one)))
    return not thin.strip() and any(map(str.isalpha, "".join(_plain(block.inlines))))


def _is_strong(inline: Inline) -> bool:
    if not isinstance(inline, Span):
        return False
    return inline.role == "strong" or all(map(_is_strong, inline.inlines))
