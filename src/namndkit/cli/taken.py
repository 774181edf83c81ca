"""A case taken from a Word document: what was taken as YAML by key, and what is to be looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from namndkit.cli.costs import quoted
from namndkit.pipeline.taking import Section, Taken, left_over

_HEAD = """## Ärendet är hämtat ur {name}. Jämför det med dokumentet. Listor är skrivna med streck, också
## de numrerade.{lost}
"""
_LOST = " Det som inte fick någon plats står sist."
_NO_TEXT = "# yttrande: |\n#   [Skriv yttrandets text]"
_SHOWN = 70
"""Characters that are told of a text."""


def head(taken: Taken, name: str) -> str:
    """What to say first in the case that was taken from the document ``name``."""
    return _HEAD.format(name=name, lost=_LOST if left_over(taken) else "")


def parts_of(taken: Taken, kind: str) -> dict[str, str]:
    """The YAML of everything that was taken, by key, but for the title and the cost."""
    parts = {key: _joined(_text(key, blocks, "")) for key, blocks in taken.texts.items() if blocks}
    if taken.insatser:
        parts["insatser"] = _joined(["insatser:", *_items(taken.insatser, "rubrik", "text")])
    for key, points in taken.points.items():
        parts[key] = _joined([f"{key}:", *_items(points, "text", "svar")])
    if taken.sections:
        parts["avsnitt"] = _joined(["avsnitt:", *_sections(taken.sections, "  ")])
    if kind == "yttrande" and (taken.points or taken.sections):
        parts.setdefault("yttrande", _NO_TEXT)  # it has its answer without
    return parts


def cost_text(taken: Taken) -> str:
    """What the document says of the cost, as the cost's ``text`` in YAML; empty when it says nothing."""
    blocks = [
        block for section in taken.costs for block in (*section.blocks, *_flat(section.below))
    ]
    return _joined(_text("text", blocks, "  ")) if blocks else ""


def remarks(taken: Taken) -> Iterator[str]:
    """What the user has to look at: what has no place, and marks that were typed."""
    if lost := left_over(taken):
        yield "Det här fick ingen plats och står som kommentarer sist i ärendet:"
        yield from map(_told, lost)
    if taken.starred:
        yield "Stjärnor läses som kursiv eller fet text. Ta bort dem som inte ska göra det:"
        yield from map(_told, taken.starred)


def foot(taken: Taken) -> str:
    """What has no place, as comments."""
    lost = left_over(taken)
    rows = ["", "## Det här fick ingen plats:", *(f"## {place}: {text}" for place, text in lost)]
    return _joined(rows) + "\n" if lost else ""


def _told(one: tuple[str, str]) -> str:
    place, text = one
    words = " ".join(text.split())
    return f"  {place}: {words[:_SHOWN]}{'…' if len(words) > _SHOWN else ''}"


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(lines)


def _text(key: str, blocks: Iterable[str], indent: str) -> Iterator[str]:
    """A long text: its blocks with empty lines between, items of a list without."""
    yield f"{indent}{key}: |"
    before = ""
    for block in blocks:
        if before and not (before.startswith("- ") and block.startswith("- ")):
            yield ""
        for row in block.split("\n"):
            yield f"{indent}  {row.strip()}"
        before = block


def _items(sections: Iterable[Section], heading: str, text: str) -> Iterator[str]:
    for section in sections:
        yield f"  - {heading}: {quoted(section.heading)}"
        if section.number:
            yield f"    nummer: {quoted(section.number)}"
        blocks = [*section.blocks, *_flat(section.below)]
        if blocks:
            yield from _text(text, blocks, "    ")


def _flat(sections: Iterable[Section]) -> Iterator[str]:
    """Headings that have no level of their own here, as bold paragraphs."""
    for section in sections:
        yield f"**{section.heading}**"
        yield from section.blocks
        yield from _flat(section.below)


def _sections(sections: Iterable[Section], indent: str) -> Iterator[str]:
    for section in sections:
        yield f"{indent}- rubrik: {quoted(section.heading)}"
        if section.blocks:
            yield from _text("text", section.blocks, f"{indent}  ")
        if section.below:
            yield f"{indent}  avsnitt:"
            yield from _sections(section.below, f"{indent}    ")
