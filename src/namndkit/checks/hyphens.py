"""NK214: words still cut by the hyphen of a copied line break ("del- tagare")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from namndkit.checks.texts import Written
from namndkit.values.diagnostic import Diagnostic, warning

_JOINING = "och|eller|samt|till|respektive|resp|som|men|utan|liksom|både|kontra|inte|än"
_CUT = re.compile(rf"(?<=[a-zåäö])-[ \n]+(?!(?:{_JOINING})\b)([a-zåäö]+)")
_BEGINNING = re.compile(r"[^\W\d_]+$")
_LONGEST = 40


def leftover_hyphen(text: Written) -> Iterator[Diagnostic]:
    """A small letter on both sides of a hyphen and a space, and no conjunction after it.

    ``arbetsmarknads- och socialförvaltningen`` is how Swedish leaves out a common last part.
    """
    whole = text.node.text
    for found in _CUT.finditer(whole) if text.prose else ():
        before = _BEGINNING.search(whole, max(0, found.start() - _LONGEST), found.start())
        first = before.group() if before else ""
        message = f"”{first}- {found[1]}” ser ut som ett ord delat av en gammal radbrytning."
        hint = f"Skriv ”{first}{found[1]}”, om det är ett ord."
        place = text.node.at(found.start() - len(first), found.end())
        yield warning(place, "NK214", message, hint)
