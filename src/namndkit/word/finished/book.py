"""What one document is read with, and what has been read of it, until each text has its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from namndkit.values.finished import Aside, Cell, Finished, Grid, Line, Structural
from namndkit.values.node import Scalar
from namndkit.values.position import Position, SourceText
from namndkit.word.finished.colours import Colours
from namndkit.word.finished.look import Looks
from namndkit.word.finished.numbering import Numbering
from namndkit.word.finished.opening import Refused
from namndkit.word.finished.places import Places
from namndkit.word.finished.styles import Styles

NOWHERE = Scalar(SourceText("", ""), 0, 0, "")
"""The place of a text until the whole document has been read."""
_MOST = 200_000
"""Paragraphs of a document that is read."""
_MOST_ASIDE = 200_000
"""Texts of a document that no page shows."""
_MOST_SAID = 20_000_000
"""Characters of them together."""


@dataclass(slots=True)
class Book:
    """What the parts of one document are read with, and what has been read."""

    styles: Styles
    colours: Colours
    looks: Looks
    numbering: Numbering
    places: Places
    insert: Callable[[str, str], list[Line]]
    lines: list[Line] = field(default_factory=list)
    grids: list[tuple[int, str, tuple[tuple[Cell, ...], ...], bool, bool]] = field(
        default_factory=list
    )
    asides: list[tuple[str, str, str, str]] = field(default_factory=list)
    structural: list[tuple[int, str]] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    anchors: dict[str, str] = field(default_factory=dict)
    addresses: set[str] = field(default_factory=set)
    chunks: list[tuple[int, str]] = field(default_factory=list)
    unread: list[tuple[str, str]] = field(default_factory=list)
    title: str = ""
    said: int = 0

    def add(self, line: Line) -> None:
        """One more line."""
        if len(self.lines) >= _MOST:
            raise Refused("Dokumentet har orimligt många stycken och granskas inte.")
        self.lines.append(line)

    def aside(self, kind: str, text: str | None, place: str, name: str = "") -> None:
        """A text that no page shows."""
        if text and text.strip():
            self.said += len(text)
            if len(self.asides) >= _MOST_ASIDE or self.said > _MOST_SAID:
                raise Refused("Dokumentet har orimligt många texter och granskas inte.")
            self.asides.append((kind, text, place, name))

    def keep(self, texts: Iterable[str], place: str) -> None:
        """What a part keeps where it is not shown, each text once."""
        seen: set[str] = set()
        for text in texts:
            if text not in seen:
                seen.add(text)
                self.aside("i filen", text, place)

    def changed(self, place: str) -> None:
        """A tracked change of what is no paragraph, before the next line."""
        self.structural.append((len(self.lines), place))

    def finished(self, path: str) -> Finished:
        """All of it, with a place for each text in the document at ``path``."""
        texts = [self.title, *(line.text for line in self.lines), *(one[1] for one in self.asides)]
        flat = [text.replace("\n", " ") for text in texts]
        source = SourceText(path, "\n".join(flat), numbered=False)
        nodes, at = [], 0
        for text in flat:
            nodes.append(Scalar(source, at, at + len(text), text))
            at += len(text) + 1
        own, rest = nodes[1 : len(self.lines) + 1], nodes[len(self.lines) + 1 :]
        lines = tuple(replace(line, node=node) for line, node in zip(self.lines, own, strict=True))

        def position(number: int) -> Position:
            return lines[number].position if number < len(lines) else Position(path)

        return Finished(
            source,
            self.title,
            lines,
            tuple(
                Grid(rows, headed, data, position(first), place)
                for first, place, rows, headed, data in self.grids
            ),
            tuple(dict.fromkeys(self.outside)),
            tuple(
                Aside(kind, node, place, name)
                for (kind, _, place, name), node in zip(self.asides, rest, strict=True)
            ),
            tuple(Structural(position(first), place) for first, place in self.structural),
            tuple((position(first), place) for first, place in self.chunks),
            tuple(self.unread),
        )
