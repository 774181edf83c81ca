"""The few WordprocessingML elements (ISO 29500-1, part 17) that a document is made of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = {"w": W, "r": R}
PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"


@cache
def w(name: str) -> str:
    """``w:p`` as lxml names it."""
    return f"{{{W}}}{name}"


def add(parent: Any, name: str, **attributes: str) -> Any:
    """A new ``w:name`` last in ``parent``; attributes are in the same namespace."""
    element = etree.SubElement(parent, w(name))
    for key, value in attributes.items():
        element.set(w(key), value)
    return element


def last_child(parent: Any) -> Any | None:
    """The last element of ``parent``, without counting them: lxml counts one by one."""
    return next(parent.iterchildren(reversed=True), None)


def children_after(parent: Any, before: Any | None) -> Iterator[Any]:
    """The elements of ``parent`` after ``before``; all of them when that is None."""
    found: Iterator[Any] = parent.iterchildren() if before is None else before.itersiblings()
    return found


def serialize(root: Any) -> bytes:
    """A part's bytes."""
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def keep_with_next(element: Any) -> None:
    """Keep a paragraph, a row or a table's last row on the page of what follows (17.3.1.15)."""
    last = element[-1] if element.tag == w("tbl") else element
    for paragraph in last.iter(w("p")):
        properties = paragraph.find(w("pPr"))
        if properties is not None and properties.find(w("keepNext")) is None:
            properties.insert(1, properties.makeelement(w("keepNext"), {}))


def no_space_above(paragraph: Any) -> None:
    """Let a paragraph begin at the top of its cell, whatever its style asks for."""
    properties = paragraph.find(w("pPr"))
    add(properties, "spacing", before="0")
