"""The tree of a document as lines, for those who write templates: each block's role, text and origin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from namndkit.report.terminal import visible
from namndkit.values.document import (
    Block,
    Break,
    Columns,
    Document,
    Group,
    Heading,
    Inline,
    ListBlock,
    Paragraph,
    Quote,
    Run,
    Table,
)


def show_tree(document: Document) -> None:
    """Print the tree of ``document`` to standard output."""
    print(f"dokument  sidlayout {document.layout or '–'}")
    for line in _blocks(document.blocks, 1):
        print(line)
    if document.foot:
        print("  sidfot på sidan 1")
        for line in _blocks(document.foot, 2):
            print(line)


def _blocks(blocks: Iterable[Block], depth: int) -> Iterator[str]:
    for block in blocks:
        yield from _block(block, depth)


def _block(block: Block, depth: int) -> Iterator[str]:
    kind, text = _named(block)
    indent = "  " * depth
    yield f"{indent}{kind}{f'  {text}' if text else ''}  [{block.origin.path}:{block.origin.line}]"
    yield from _inside(block, depth + 1)


def _named(block: Block) -> tuple[str, str]:
    """What ``block`` is, and its text when it has one of its own."""
    if isinstance(block, Paragraph):
        return f"stycke {block.role}", _words(block.inlines)
    if isinstance(block, Heading):
        kind = "titel" if block.level == 0 else f"rubrik {block.level}"
        role = f" ({block.role})" if block.role == "rekommendation" else ""
        return kind + role, _words(block.inlines)
    if isinstance(block, ListBlock):
        return f"lista {block.marker}", ""
    if isinstance(block, Table):
        return ("tabell med summa" if block.summed else "tabell"), ""
    return ("citat" if isinstance(block, Quote) else block.role), ""


def _inside(block: Block, depth: int) -> Iterator[str]:
    indent = "  " * depth
    if isinstance(block, Table):
        for row in (block.header, *block.rows):
            yield f"{indent}{' | '.join(_words(cell) for cell in row)}"
    elif isinstance(block, ListBlock):
        for item in block.items:
            yield f"{indent}punkt{'' if item.number is None else f' {item.number}'}"
            yield from _blocks(item.blocks, depth + 1)
    elif isinstance(block, Columns):
        for column in block.columns:
            yield f"{indent}spalt"
            yield from _blocks(column, depth + 1)
    elif isinstance(block, Quote | Group):
        yield from _blocks(block.blocks, depth)


def _words(inlines: Iterable[Inline]) -> str:
    words = "".join(
        inline.text
        if isinstance(inline, Run)
        else ("→" if inline.tab else "↵")
        if isinstance(inline, Break)
        else _words(inline.inlines)
        for inline in inlines
    )
    return visible(words)
