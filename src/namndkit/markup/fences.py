"""``::: roll`` … ``:::``: the template's way to say what a stretch of the document is."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches

from namndkit.markup.lines import Line
from namndkit.values.diagnostic import Diagnostic, error
from namndkit.values.position import Position

PARAGRAPHS = {
    **{
        role: role
        for role in (
            *("avslutning", "beslutsfras", "diarienummer", "huvud", "huvudetikett", "mottagare"),
            *("rekommendation", "sidfot", "signaturnamn", "signaturnamn-utan-utrymme"),
            *("signaturroll", "signaturroll-efter-namn", "uppgift"),
        )
    },
    "att-satser": "att-sats",
}
"""Fences that give the paragraphs in them a role."""

STRUCTURES = ("huvud", "spalter", "spalt", "underskrift", "summerad", "tabell", "fortsatt")
"""Fences that give structure: columns, what is kept on one page, a table with a sum row."""

LAYOUT = "sidlayout"


@dataclass(slots=True)
class Fence:
    """A stretch of lines and fences inside it; the whole document has the role ``""``."""

    role: str
    origin: Position
    parts: list[Fence | list[Line]] = field(default_factory=list)

    def add(self, line: Line) -> None:
        """Put ``line`` last."""
        if not self.parts or isinstance(self.parts[-1], Fence):
            self.parts.append([])
        last = self.parts[-1]
        if isinstance(last, list):
            last.append(line)


@dataclass(frozen=True, slots=True)
class Fenced:
    """The document's fences, its foot apart, and the page layout that the template names."""

    root: Fence
    foot: Fence | None
    layout: str
    findings: tuple[Diagnostic, ...]


def fence(lines: list[Line]) -> Fenced:
    """Read the fences of ``lines``."""
    root = Fence("", lines[0].origin)
    stack, findings, layout = [root], [], ""
    for line in lines:
        text = line.text.strip()
        if not text.startswith(":::"):
            stack[-1].add(line)
            continue
        role, _, rest = text.removeprefix(":::").strip().partition(" ")
        if role == LAYOUT:
            layout = rest.strip()
        elif role:
            if role not in PARAGRAPHS and role not in STRUCTURES:
                findings.append(_unknown(role, line.origin))
            opened = Fence(role, line.origin)
            stack[-1].parts.append(opened)
            stack.append(opened)
        elif len(stack) > 1:
            stack.pop()
        else:
            findings.append(
                error(
                    line.origin,
                    "NK406",
                    "”:::” stänger något som inte är öppnat.",
                    "Ta bort raden.",
                )
            )
    findings.extend(
        error(
            open_.origin,
            "NK406",
            f"”::: {open_.role}” stängs aldrig.",
            "Lägg till en rad med bara ”:::”.",
        )
        for open_ in stack[1:]
    )
    foot = next(
        (part for part in root.parts if isinstance(part, Fence) and part.role == "sidfot"), None
    )
    if foot:
        root.parts.remove(foot)
    return Fenced(root, foot, layout, tuple(findings))


def _unknown(role: str, origin: Position) -> Diagnostic:
    known = sorted({*PARAGRAPHS, *STRUCTURES, LAYOUT})
    near = get_close_matches(role, known, n=1)
    hint = f"Menade du ”{near[0]}”?" if near else f"Rollerna är {', '.join(known)}."
    return error(origin, "NK405", f"Mallens roll ”{role}” finns inte.", hint)


def layouts_in(text: str) -> set[str]:
    """The page layouts that the template ``text`` names."""
    named = (line.strip().removeprefix(":::").strip() for line in text.split("\n"))
    return {name.removeprefix(LAYOUT).strip() for name in named if name.startswith(f"{LAYOUT} ")}


def unknown_roles(text: str, path: str) -> list[Diagnostic]:
    """The roles in the template ``text`` that do not exist, also where no case leads.

    A role that the template works out is not judged.
    """
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        role = line.strip().removeprefix(":::").strip() if line.lstrip().startswith(":::") else ""
        role = role.partition(" ")[0]
        if role and "{" not in role and role not in {*PARAGRAPHS, *STRUCTURES, LAYOUT}:
            column = line.index(role) + 1
            found.append(_unknown(role, Position(path, number, column, number, column + len(role))))
    return found
