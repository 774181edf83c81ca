"""A case taken from a Word document, as YAML: what has no place stands as comments at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from namndkit.cli.costs import quoted
from namndkit.pipeline.taking import Section, Taken, left_over

_HEAD = """# Ärendet är hämtat ur {name}. Jämför det med dokumentet, och kontrollera det med
# namndkit validate. Listor är skrivna med streck, också de numrerade. Det som inte fick någon
# plats står som kommentarer sist.
"""


def as_yaml(taken: Taken, kind: str, name: str, answers: dict[str, str]) -> str:
    """The case of ``kind``; ``answers`` are what the user has said and win over the document."""
    title = answers["titel"] or taken.title or "[Skriv titeln]"
    lines = [
        f"typ: {kind}",
        f"titel: {quoted(title)}",
        f"nämnd: {quoted(answers['nämnd'] or '[Skriv nämndens namn]')}",
    ]
    if answers["diarienummer"]:
        lines.append(f"diarienummer: {quoted(answers['diarienummer'])}")
    for key, blocks in taken.texts.items():
        if blocks:
            lines += ["", *_text(key, blocks, "")]
        if key == "insatser_inledning" and taken.insatser:
            lines += ["insatser:", *_items(taken.insatser, "rubrik", "text")]
    for key, points in taken.points.items():
        lines += ["", f"{key}:", *_items(points, "text", "svar")]
    if taken.sections:
        lines += ["", "avsnitt:", *_sections(taken.sections, "  ")]
    if lost := left_over(taken):
        lines += ["", "# Det här fick ingen plats:"]
        lines += [f"# {place}: {text}" for place, text in lost]
    return _HEAD.format(name=name) + "\n".join(lines) + "\n"


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
