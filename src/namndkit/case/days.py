"""The day that is meant by a date which is not written as a case has it."""

from __future__ import annotations

import re
from datetime import date

from namndkit.values.case.scalars import MONTHS

_YEAR_FIRST = re.compile(
    r"(?P<y>(?:19|20|21)\d\d)(?P<mark>[-–/. ]?)(?P<m>\d\d?)(?P=mark)(?P<d>\d\d?)"
)
_SHORT_YEAR = re.compile(r"(?P<y>\d\d)-(?P<m>\d\d)-(?P<d>\d\d)")
_DAY_FIRST = re.compile(
    r"(?:den )?(?P<d>\d\d?)(?P<mark>[/.-]) ?(?P<m>\d\d?)(?P<second>[-–/., ]+)(?P<y>(?:19|20|21)\d\d)",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(
    r"(?:den )?(?P<d>\d\d?):?e? (?P<m>[a-zåäö]{3,9})\.?,? (?P<y>(?:19|20|21)\d\d)", re.IGNORECASE
)


def day_meant(text: str) -> date | None:
    """The day that ``text`` (``18/2-2026``, ``2026-2-10``, ``18 feb 2026``) can be read as in one way."""
    for pattern in (_YEAR_FIRST, _SHORT_YEAR, _DAY_FIRST, _IN_WORDS):
        if found := pattern.fullmatch(" ".join(text.split())):
            return _day(found)
    return None


def _day(found: re.Match[str]) -> date | None:
    parts = found.groupdict()
    year = int(parts["y"]) + (2000 if len(parts["y"]) == 2 else 0)
    month = int(parts["m"]) if parts["m"].isdigit() else _month(parts["m"])
    if _either_way(parts) or (parts.get("mark") == "" and len(found.group()) != 8):
        return None
    try:
        return date(year, month, int(parts["d"]))
    except ValueError:
        return None


def _month(word: str) -> int:
    """The number of the month that ``word`` is or begins; 0 for none."""
    months = (at for at, name in enumerate(MONTHS, 1) if name.startswith(word.lower()))
    return next(months, 0)


def _either_way(parts: dict[str, str]) -> bool:
    """True for ``5/6/2026`` and ``5-6-2026``, where some write the month first."""
    between, after = parts.get("mark"), (parts.get("second") or "").strip()
    alike = bool(after) and between == after and between in ("/", "-")
    return alike and int(parts["d"]) <= 12 and parts["d"] != parts["m"]
