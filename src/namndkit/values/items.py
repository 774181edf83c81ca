"""Lines that are meant as items of a list but do not begin as YAML wants: how they look, what to say."""

from __future__ import annotations

import re

ITEM = re.compile(
    r"^(?P<indent>[ \t]*)(?P<mark>-(?=[^\W\d_])|(?:[-•·–—*]|\d{1,3}[.)]|[a-z]\))(?=[ \t]+\S)|[•·](?=\S))"
    r"(?P<space>[ \t]*)(?P<rest>\S.*)$",
    re.MULTILINE,
)
"""A line that begins with a dash, a bullet or a number, also a dash or a bullet without a space."""
_LONGEST = 60
"""Characters of an item that are repeated in a remedy."""


def is_dash(item: re.Match[str]) -> bool:
    """True for a dash with a space: what begins an item in YAML."""
    return item["mark"] == "-" and bool(item["space"])


def remedy(item: re.Match[str]) -> tuple[str, str]:
    """What is wrong with the line ``item``, which is no item to YAML, and how it is written."""
    mark, written = item["mark"], as_item(item)
    if mark == "-":
        message = (
            "Efter strecket saknas ett mellanslag, så raden läses inte som en punkt i en lista."
        )
        return message, f"Skriv ett mellanslag efter strecket: {written}"
    message = f"En punkt i en lista börjar med ett streck och ett mellanslag, inte med ”{mark}”."
    return message, f"Byt ”{mark}” mot ett streck: {written}"


def as_item(item: re.Match[str]) -> str:
    """The line as an item of a list, shortened."""
    rest = item["rest"].rstrip()
    return f"- {rest}" if len(rest) <= _LONGEST else f"- {rest[:_LONGEST]}…"
