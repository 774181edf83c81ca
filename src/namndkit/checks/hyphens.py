"""NK214, NK217: words and sentences still cut by the lines and pages of a copied text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from namndkit.checks.texts import Written
from namndkit.values.diagnostic import Diagnostic, warning

_JOINING = "och|eller|samt|till|respektive|resp|som|men|utan|liksom|både|kontra|inte|än"
_CUT = re.compile(rf"-(?<=[a-zåäö]-)[ \n]+(?!(?:{_JOINING})\b)([a-zåäö]+)")
_BEGINNING = re.compile(r"[^\W\d_]+$")
_LONGEST = 40


def leftover_hyphen(text: Written) -> Iterator[Diagnostic]:
    """A small letter on both sides of a hyphen and a space, and no conjunction after it.

    ``arbetsmarknads- och socialförvaltningen`` is how Swedish leaves out a common last part.
    """
    whole = text.plain.text
    for found in _CUT.finditer(whole) if text.role.words else ():
        if text.protected.meets(*found.span()):
            continue
        before = _BEGINNING.search(whole, max(0, found.start() - _LONGEST), found.start())
        first = before.group() if before else ""
        message = f"”{first}- {found[1]}” ser ut som ett ord delat av en gammal radbrytning."
        hint = f"Skriv ”{first}{found[1]}” eller ”{first}-{found[1]}”."
        place = text.plain.at(found.start() - len(first), found.end())
        yield warning(place, "NK214", message, hint)


_BROKEN = re.compile(
    r"(?<=[^\W\d_])\n[ \t]*\n[ \t]*(?=[a-zåäö]{2,}[ ,.])|,\n[ \t]*\n(?=[ \t]*[a-zåäö]{2})"
)
_ITEM = re.compile(r"[ \t>]*(?:[-•·▪◦‣●–—−*]|\d+[.)]|[a-zåäö]\))[ \t]|.*\|")


def broken_paragraph(text: Written) -> Iterator[Diagnostic]:
    """NK217: a paragraph that ends in a letter or a comma, and a next that begins with a small one."""
    whole = text.plain.text
    for found in _BROKEN.finditer(whole) if text.prose and text.node.style in ("|", "file") else ():
        above = whole[whole.rfind("\n", 0, found.start()) + 1 : found.start()]
        if _ITEM.match(above):
            continue
        message = "Stycket ser ut att vara avbrutet mitt i en mening."
        place = text.plain.at(found.end(), found.end() + 1)
        yield warning(place, "NK217", message, "Ta bort den tomma raden, eller avsluta meningen.")
