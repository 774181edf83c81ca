"""NK220: the document's own date against the date that its own beslutsunderlag gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from namndkit.values.budget import Budget
from namndkit.values.case import Case
from namndkit.values.case.glossary import fold
from namndkit.values.case.scalars import MONTHS
from namndkit.values.diagnostic import Diagnostic, warning

_DAY = re.compile(
    rf"\b(?P<year>\d{{4}})-(?P<month>\d{{2}})-(?P<day>\d{{2}})\b"
    rf"|\b(?P<on>\d{{1,2}})[ \u00a0](?P<name>{'|'.join(MONTHS)})[ \u00a0](?P<of>\d{{4}})\b",
    re.IGNORECASE,
)
_CITY = "Malmö"
"""The city of a case that names none."""
_WORD = re.compile(r"[^\W_]+")
_BODIES = "förvaltning|nämnd|kontor|styrelse|utskott"
_BODY = re.compile(rf"(?:{_BODIES})(?:en|et|n)?s?$")
"""What the names of a board and of its office end with, and do not have in common."""
_SMALL = frozenset(
    ("av", "daterad", "daterat", "den", "det", "från", "för", "med", "och", "samt", "till")
    + ("datum", "dnr", "kommun", "kommuns", "stad", "stads")
)
"""Words that stand between the name of a document, whose it is and its date."""


def own_letter_has_one_date(case: Case, _: Budget | None) -> Iterator[Diagnostic]:
    """The document itself, under the name of its kind, in its own beslutsunderlag under another date."""
    for underlag in case.beslutsunderlag if case.datum else ():
        text = underlag.text or ""
        dates = [_iso(found) for found in _DAY.finditer(text)]
        dates += [underlag.datum.iso] if underlag.datum else []
        own = _is_own(case, _DAY.sub(" ", f"{text} {underlag.organ or ''}"))
        if case.datum and own and dates and case.datum.iso not in dates:
            message = f"Dokumentet är daterat {dates[0]} här men {case.datum.iso} i huvudet."
            found = warning(
                underlag.position, "NK220", message, "Skriv samma datum på båda ställena."
            )
            yield replace(found, related=((case.datum.position, "dokumentets datum"),))


def _iso(found: re.Match[str]) -> str:
    if found["year"]:
        return found.group()
    return f"{found['of']}-{MONTHS.index(found['name'].lower()) + 1:02}-{int(found['on']):02}"


def _is_own(case: Case, text: str) -> bool:
    """True when ``text`` names the document: its kind, and nobody's, its board's or its office's."""
    kind = re.compile(rf"(?<!\w){re.escape(case.typ)}(?:e?[nt])?(?!\w)", re.IGNORECASE)
    rest, times = kind.subn(" ", text)
    if times != 1:
        return False
    known = _stems(f"{case.kommun or _CITY} {case.diarienummer or ''}")
    return _stems(rest) - known in (set(), _stems(case.nämnd), _stems(case.förvaltning))


def _stems(text: str | None) -> set[str]:
    """What ``serviceförvaltningens``, ``Service`` and ``servicenämnden`` have in common.

    Each word without what it ends with as a body's name, as a genitive or as a part of a longer word.
    """
    words = {word.casefold() for word in _WORD.findall(text or "")} - _SMALL
    return {fold(_BODY.sub("", word).removesuffix("s")) for word in words} - {""}
