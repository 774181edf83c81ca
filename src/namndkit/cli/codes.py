"""Which codes ``--select`` and ``--ignore`` leave."""

from __future__ import annotations

from namndkit.rules import RULES


def choose(select: str, ignore: str) -> tuple[frozenset[str], str]:
    """The codes to report, and a code or beginning of one that no rule has."""
    wanted, unwanted = _split(select) or ["NK"], _split(ignore)
    for start in (*wanted, *unwanted):
        if not any(code.startswith(start) for code in RULES):
            return frozenset(), start
    return frozenset(
        code
        for code in RULES
        if code.startswith(tuple(wanted)) and not (unwanted and code.startswith(tuple(unwanted)))
    ), ""


def _split(codes: str) -> list[str]:
    return [code.strip().upper() for code in codes.split(",") if code.strip()]
