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
