"""A case taken from a Word document: what was taken as YAML by key, and what is kept as comments."""

from __future__ import annotations

from namndkit.cli.written import entry
from namndkit.pipeline import Templates
from namndkit.pipeline.taking import Taken, comments
from namndkit.values.kind import Kind

_HEAD = "## Ärendet är hämtat ur {name}. Jämför det med dokumentet.{lost}\n"
_LOST = " Det som inte fick någon plats står sist."
_IN_STARTER = ("titel", "nämnd", "diarienummer")
"""What the starter has places for without keys of its own."""


def head(taken: Taken, name: str) -> str:
    """What to say first in the case that was taken from the document ``name``."""
    return _HEAD.format(name=name, lost=_LOST if any(comments(taken.told)) else "")


def answers_of(taken: Taken) -> dict[str, str]:
    """What the document says of what the user is asked for otherwise."""
    return {key: str(taken.values.get(key, "")) for key in _IN_STARTER}


def parts_of(taken: Taken, kind: Kind, templates: Templates) -> dict[str, str]:
    """The YAML of everything that was taken, by key, but for what the starter asks for.

    A cost without lines goes into the starter's.
    """
    parts = {
        key: "\n".join(entry(key, value))
        for key, value in taken.values.items()
        if key not in _IN_STARTER and (key != "kostnad" or _has_lines(taken))
    }
    for need in templates.readings.of(kind.file).needs:
        if any(key in parts for key in need):
            parts.setdefault(
                need[0], f"# {need[0]}: |\n#   [Skriv texten]"
            )  # it has what it needs without
    return parts


def cost_of(taken: Taken) -> dict[str, str]:
    """What the document says of the cost in words alone, as YAML by the cost's keys."""
    if _has_lines(taken):
        return {}
    cost = taken.values.get("kostnad")
    text = cost.get("text") if isinstance(cost, dict) else None
    return {"text": "\n".join(entry("text", text, "  "))} if text else {}


def _has_lines(taken: Taken) -> bool:
    cost = taken.values.get("kostnad")
    return isinstance(cost, dict) and "rader" in cost


def foot(taken: Taken) -> str:
    """What has no place, as comments."""
    lost = list(comments(taken.told))
    rows = ["", "## Det här fick ingen plats:", *(f"## {row}" for row in lost)]
    return "\n".join(rows) + "\n" if lost else ""
