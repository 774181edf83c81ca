"""Elements by what they mean to whoever reads: what is tracked, what shows nothing, what keeps words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from namndkit.word.xml import w

TRACKED = frozenset(
    w(name)
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "cellIns", "cellDel"),
        *("cellMerge", "sectPrChange", "tblPrChange", "tblPrExChange", "tblGridChange"),
        *("tcPrChange", "trPrChange", "numberingChange", "customXmlInsRangeStart"),
        *("moveFromRangeStart", "moveToRangeStart"),
        *("customXmlDelRangeStart", "customXmlMoveFromRangeStart", "customXmlMoveToRangeStart"),
    )
)
_NOTHING = frozenset(
    w(name)
    for name in (
        *("r", "t", "proofErr", "lastRenderedPageBreak", "bookmarkEnd", "hyperlink", "ins", "del"),
        *("moveTo", "moveFrom", "smartTag", "permStart", "permEnd", "noProof", "sdt", "sdtContent"),
    )
)
"""What shows nothing in a paragraph without text."""
PROPERTIES = frozenset(
    w(name)
    for name in ("pPr", "rPr", "tcPr", "trPr", "tblPr", "tblPrEx", "tblGrid", "sdtPr", "sdtEndPr")
    + ("docPartPr", "customXmlPr")
)


def is_apart(children: list[Any], at: int) -> bool:
    """True for a paragraph that Word asks for: after a table at the end, or between two tables."""
    before = children[at - 1].tag if at else None
    after = children[at + 1].tag if at + 1 < len(children) else w("sectPr")
    return before == w("tbl") and after in (w("tbl"), w("sectPr"))


def is_empty(element: Any) -> bool:
    """True when nothing in a paragraph shows, and nothing refers to it."""
    for one in element:
        if one.tag == w("pPr"):
            if any(one.find(w(name)) is not None for name in ("sectPr", "pBdr")):
                return False
        elif one.tag == w("bookmarkStart"):
            if one.get(w("name")) != "_GoBack":
                return False
        elif one.tag in PROPERTIES:
            continue
        elif one.tag not in _NOTHING or not is_empty(one):
            return False
    return True


def inside(parent: Any, tag: str) -> Iterator[Any]:
    """The rows of a table, or the cells of a row, in whatever they are wrapped."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in PROPERTIES:
            yield from inside(child, tag)
