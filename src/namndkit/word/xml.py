"""The few WordprocessingML elements (ISO 29500-1, part 17) that a document is made of."""

from __future__ import annotations

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


def serialize(root: Any) -> bytes:
    """A part's bytes."""
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def keep_with_next(element: Any) -> None:
    """Keep a paragraph on the page of what follows (``w:keepNext`` comes right after the style)."""
    properties = element.find(w("pPr"))
    if properties is not None and properties.find(w("keepNext")) is None:
        properties.insert(1, properties.makeelement(w("keepNext"), {}))
