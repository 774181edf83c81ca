"""Inlines → runs (``w:r``)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lxml import etree

from namndkit.values.document import Break, Inline, Link, Run, Span
from namndkit.word.styles import CHARACTER_STYLES
from namndkit.word.xml import PRESERVE, R, add, w

_DIRECT = {"strong": "b", "emphasis": "i"}
_GAP = "lucka"
"""A run has one character style: a gap must be seen, also inside a link or in bold."""


def plain_text(inlines: Iterable[Inline]) -> str:
    """The text of ``inlines``."""
    return "".join(
        inline.text
        if isinstance(inline, Run)
        else " "
        if isinstance(inline, Break)
        else plain_text(inline.inlines)
        for inline in inlines
    )


class RunWriter:
    """Writes runs in the styles of one Word file; ``links`` gathers the addresses linked to."""

    def __init__(self, styles: dict[str, str]) -> None:
        self._styles = styles
        self.links: list[str] = []

    def style(self, name: str) -> str:
        """The id of the style ``name`` in the Word file."""
        return self._styles[name.lower()]

    def write(self, parent: Any, inlines: Iterable[Inline], roles: tuple[str, ...] = ()) -> None:
        """Write ``inlines`` into the paragraph or link ``parent``."""
        for inline in inlines:
            if isinstance(inline, Span):
                self.write(parent, inline.inlines, (*roles, inline.role))
            elif isinstance(inline, Link):
                self._link(parent, inline, roles)
            else:
                self._run(parent, inline, roles)

    def _link(self, parent: Any, link: Link, roles: tuple[str, ...]) -> None:
        self.links.append(link.url)
        element = add(parent, "hyperlink")
        element.set(f"{{{R}}}id", f"rIdLink{len(self.links)}")
        if link.title:
            element.set(w("tooltip"), link.title)
        self.write(element, link.inlines, ("link", *roles))

    def _run(self, parent: Any, inline: Run | Break, roles: tuple[str, ...]) -> None:
        run = add(parent, "r")
        if roles:
            first = _GAP if _GAP in roles else roles[0]
            others = [_DIRECT.get(role) for role in roles if role != first]
            properties = add(run, "rPr")
            add(properties, "rStyle", val=self.style(CHARACTER_STYLES[first]))
            for mark in ("b", "i"):
                if mark in others:
                    add(properties, mark)
        if isinstance(inline, Break):
            add(run, "tab" if inline.tab else "br")
            return
        text = etree.SubElement(run, w("t"))
        text.text = inline.text
        text.set(PRESERVE, "preserve")
