"""Which statement of a template lacks its end: Jinja2 tells only where it noticed."""

from __future__ import annotations

import re

_STATEMENTS = re.compile(r"\{#.*?(?:#\}|\Z)|\{%[-+]?\s*(\w+).*?(?:%\}|\Z)", re.DOTALL)
"""Notes, and statements with their first word."""
_WORDS = ("if", "for", "macro", "set", "call", "with")


def unclosed(text: str) -> tuple[int, str, str] | None:
    """The line of the statement in ``text`` that lacks its end, how it is written, and that end.

    None when every statement has one. A statement inside one that ends is the one that lacks it.
    """
    opened: list[tuple[int, str, str]] = []
    for found in _STATEMENTS.finditer(text):
        tag, word = found.group(), found[1] or ""
        if not tag.endswith("%}"):
            continue
        if word in _WORDS and not (word == "set" and "=" in tag):
            line = text.count("\n", 0, found.start()) + 1
            opened.append((line, " ".join(tag.split()), f"{{% end{word} %}}"))
        elif word.removeprefix("end") in _WORDS and word.startswith("end"):
            if not opened:
                return None
            if word not in opened[-1][2]:
                return opened[-1]
            opened.pop()
    return opened[-1] if opened else None
