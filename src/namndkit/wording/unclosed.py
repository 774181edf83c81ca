"""Which statement of a template lacks its end: Jinja2 tells only where it noticed."""

from __future__ import annotations

import re
from collections.abc import Iterator

_OPENINGS = re.compile(r"\{#|\{%[-+]?\s*(\w+)")
_WORDS = ("if", "for", "macro", "set", "call", "with")


def unclosed(text: str) -> tuple[int, str, str] | None:
    """The line of the statement in ``text`` that lacks its end, how it is written, and that end.

    None when every statement has one. A statement inside one that ends is the one that lacks it.
    """
    opened: list[tuple[int, str, str]] = []
    for start, tag, word in _statements(text):
        if word in _WORDS and not (word == "set" and "=" in tag):
            line = text.count("\n", 0, start) + 1
            opened.append((line, " ".join(tag.split()), f"{{% end{word} %}}"))
        elif word.removeprefix("end") in _WORDS and word.startswith("end"):
            if not opened:
                return None
            if word not in opened[-1][2]:
                return opened[-1]
            opened.pop()
    return opened[-1] if opened else None


def _statements(text: str) -> Iterator[tuple[int, str, str]]:
    """Where each ``{% … %}`` outside notes begins, how it is written, and its first word."""
    at = 0
    while found := _OPENINGS.search(text, at):
        closing = "%}" if found[1] else "#}"
        end = text.find(closing, found.end())
        if end < 0:
            return
        at = end + len(closing)
        if found[1]:
            yield found.start(), text[found.start() : at], found[1]
