"""NK214: words still cut by the hyphen of a copied line break ("del- tagare")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from namndkit.checks.texts import Written
from namndkit.values.diagnostic import Diagnostic, warning

_JOINING = "och|eller|samt|till|respektive|resp|som|men|utan|liksom|både|kontra|inte|än"
_CUT = re.compile(rf"\b([^\W\d_]*[a-zåäö])-[ \n]+(?!(?:{_JOINING})\b)([a-zåäö]+)")


def leftover_hyphen(text: Written) -> Iterator[Diagnostic]:
    """A small letter on both sides of a hyphen and a space, and no conjunction after it.

    ``arbetsmarknads- och socialförvaltningen`` is how Swedish leaves out a common last part.
    """
    if not text.prose:
        return
    for found in _CUT.finditer(text.node.text):
        message = f"”{' '.join(found.group().split())}” ser ut som ett ord delat av en gammal radbrytning."
        hint = f"Skriv ”{found[1]}{found[2]}”, om det är ett ord."
        yield warning(text.node.at(found.start(), found.end()), "NK214", message, hint)
