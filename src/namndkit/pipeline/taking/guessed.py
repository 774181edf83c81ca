"""Signatures in a document that others wrote: names and roles that stand together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from namndkit.pipeline.taking.paragraphs import Para

_ROLE = re.compile(
    r"(?:[\w:.&-]+ ){0,4}[\w:-]*(?:ordförande|sekreterare|direktör|chef|ledamot|handläggare|utredare)",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"[A-ZÅÄÖÉ][\w’'-]+(?: (?:[A-ZÅÄÖÉ]\.|von|af|de|[A-ZÅÄÖÉ][\w’'-]+)){0,3} [A-ZÅÄÖÉ][\w’'-]+(?: \(\w{1,3}\))?"
)
_RULE = re.compile(r"[_.…]{3,}")
_LONGEST = 200
"""Characters of a paragraph that can be a signature."""


def signed(paras: Sequence[Para]) -> set[int]:
    """The numbers of the paragraphs that are signatures."""
    found: set[int] = set()
    run: list[int] = []
    for number, para in enumerate([*paras, None]):
        if para and para.line.room == "text" and para.line.level is None and _is_one(para):
            run.append(number)
            continue
        pieces = [piece for one in run for piece in _pieces(paras[one].text)]
        if any(map(_NAME.fullmatch, pieces)) and any(map(_ROLE.fullmatch, pieces)):
            found.update(run)
        run = []
    return found


def _is_one(para: Para) -> bool:
    if para.style == "uppgift" or para.line.item or len(para.text) > _LONGEST:
        return False
    kinds = (_NAME, _ROLE, _RULE)
    return all(any(kind.fullmatch(piece) for kind in kinds) for piece in _pieces(para.text))


def _pieces(text: str) -> list[str]:
    """What stands side by side in a signature: on lines of its own, after a tab, a comma or a slash."""
    return [piece.strip() for piece in re.split(r"[\n\t,/]", text) if piece.strip()]
