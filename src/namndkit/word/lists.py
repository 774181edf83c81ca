"""Lists → paragraphs with numbering (``w:numPr``), each numbered list from its own start."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from namndkit.values.document import Item, ListBlock, Paragraph
from namndkit.word.styles import PARAGRAPH_STYLES
from namndkit.word.xml import add, children_after, keep_with_next, last_child

if TYPE_CHECKING:
    from namndkit.word.body import BodyWriter

_DEEPEST = 8


def write_list(writer: BodyWriter, parent: Any, block: ListBlock, level: int = 0) -> None:
    """Write ``block`` into ``parent``; a number that does not follow the one before starts anew.

    No item stands alone on a page: the first stays with the second, the last with the one before.
    """
    role = "lista" if block.marker == "•" else f"lista {block.marker}"
    levels = writer.look.lists[PARAGRAPH_STYLES[role].lower()]
    number_id, following = levels.num_id, None
    ends = [last_child(parent)]
    for item in block.items:
        if item.number is not None and item.number != following:
            number_id = writer.new_number(levels.abstract_id, min(level, _DEEPEST), item.number)
        following = None if item.number is None else item.number + 1
        _item(writer, parent, item, role, level, number_id)
        ends.append(last_child(parent))
    if len(block.items) > 1:
        for above, last in {(ends[0], ends[1]), (ends[-3], ends[-2])}:
            for element in _up_to(last, children_after(parent, above)):
                keep_with_next(element)


def _up_to(last: Any, elements: Iterable[Any]) -> Iterator[Any]:
    for element in elements:
        yield element
        if element is last:
            return


def _item(
    writer: BodyWriter, parent: Any, item: Item, role: str, level: int, number_id: str
) -> None:
    blocks = item.blocks
    first = blocks[0] if blocks and isinstance(blocks[0], Paragraph) else None
    numbering = add(writer.paragraph(parent, role, first.inlines if first else ()), "numPr")
    add(numbering, "ilvl", val=str(min(level, _DEEPEST)))
    add(numbering, "numId", val=number_id)
    for block in blocks[1:] if first else blocks:
        if isinstance(block, ListBlock):
            write_list(writer, parent, block, level + 1)
        elif isinstance(block, Paragraph):
            _continued(writer, parent, block, role, level)
        else:
            writer.blocks(parent, (block,))


def _continued(writer: BodyWriter, parent: Any, block: Paragraph, role: str, level: int) -> None:
    """A further paragraph of an item, set in as far as the item's text."""
    properties = writer.paragraph(parent, "lista fortsättning", block.inlines)
    indents = writer.look.lists[PARAGRAPH_STYLES[role].lower()].indents
    if level and level < len(indents):
        add(properties, "ind", left=indents[level])
