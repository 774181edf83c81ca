"""How a value is named in a sentence about it."""

from __future__ import annotations

from typing import Any

from namndkit.values.node import Mapping, Node, Scalar

Details = dict[str, Any]
"""What a leaf type says of a value that it rejects."""


def shown(node: Node) -> str:
    """A value as it is named in a sentence."""
    if isinstance(node, Scalar):
        text = " ".join(node.text.split())
        return f"”{text[:40]}…”" if len(text) > 40 else f"”{text}”"
    return "nycklar med värden" if isinstance(node, Mapping) else "en lista"


def either(node: Node, texts: tuple[str, ...]) -> str:
    """``texts`` as what to write for ``node``: in straight quotes where braces would part one at a comma."""
    line = node.source.line(node.position.line)[: node.position.column - 1]
    braced = line.count("{") > line.count("}") or line.count("[") > line.count("]")
    bare = isinstance(node, Scalar) and not node.style
    parted = braced and bare and any("," in text for text in texts)
    return " eller ".join(f'"{text}"' if parted else f"”{text}”" for text in texts)
