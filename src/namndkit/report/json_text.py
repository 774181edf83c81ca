"""JSON as it is printed: readable Swedish, and nothing in a text that a terminal or a runner obeys."""

from __future__ import annotations

import json
from typing import Any

from namndkit.disk import legible
from namndkit.report.visible import ORDER, harmless


def json_text(value: Any) -> str:
    """``value`` as JSON; the signs that do harm are written by number, which means the same (RFC 8259, 7).

    A byte of a file's name that is no text has no such number (8.2), and is spelled out.
    """
    text = json.dumps(value, ensure_ascii=False, indent=2)
    if harmless(text) != text:
        # Nothing outside a text is other than ASCII, so what is spelled out stands within one.
        text = "".join(
            one if harmless(one) == one else json.dumps(legible(one))[1:-1] for one in text
        )
    return ORDER.sub(r"\\u0023", text)
