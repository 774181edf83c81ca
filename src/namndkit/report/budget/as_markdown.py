"""Figures as Markdown tables, for a merge request or a wiki."""

from __future__ import annotations

import re
from collections.abc import Iterator

from namndkit.report.budget.sheets import HEADINGS, Account, grids

_SPECIAL = re.compile(r"([\\|*_`\[\]<>#&~])")


def markdown(account: Account) -> Iterator[str]:
    """The lines of a heading and a table for each case, and of one for all."""
    for one in grids(account):
        yield f"### {_plain(one.title)}"
        yield ""
        yield _row(["Post", *one.columns])
        yield "| --- |" + " ---: |" * len(one.columns)
        for kind, label, cells in one.rows:
            named = f"{HEADINGS[kind]}: " if HEADINGS.get(kind) else ""
            texts = [_plain(named + label), *cells]
            yield _row([f"**{text}**" if text and kind == "summa" else text for text in texts])
        yield ""


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _plain(text: str) -> str:
    """A text that Markdown shows as it is."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
