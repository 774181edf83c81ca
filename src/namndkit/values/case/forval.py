"""A folder's defaults, from the file ``namndkit.yaml`` beside or above its cases."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Field

from namndkit.values.case.part import Part, Reads, reject
from namndkit.values.case.scalars import TEXT, scalar
from namndkit.values.node import Node
from namndkit.values.text import Text


def _pattern(value: Node) -> Text:
    node = scalar(value, "ett mönster")
    try:
        re.compile(node.text)
    except re.error:
        raise reject("pattern", node) from None
    return Text.of(node, node.text.strip())


Mönster = Annotated[Text, Reads(_pattern, TEXT)]
"""A regular expression (Python's ``re``)."""


class Förval(Part):
    """What holds for every case in a folder."""

    diarienummer_mönster: Mönster | None = Field(
        None, description="Hur nämndens diarienummer skrivs, som reguljärt uttryck."
    )
