"""Which fonts stand in for those that this machine does not have."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from collections.abc import Mapping

_LIMIT = 30
"""Seconds that the list of fonts may take."""


def stand_ins(alternatives: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """The first usable one of each font's ``alternatives``, for the fonts that are not there.

    LibreOffice passes over the alternatives that a Word file names (ISO 29500-1, 17.8.3.1) and takes
    whatever the system offers, so it is told. A font is usable when each of its faces has all
    Swedish letters. Where there is no fontconfig nothing is replaced.
    """
    program = shutil.which("fc-list") if alternatives else None
    if program is None:
        return {}
    faces, swedish = _faces(program, ":"), _faces(program, ":lang=sv")
    usable = {name for name in faces if faces[name] == swedish.get(name)}
    found: dict[str, str] = {}
    for font, others in alternatives.items():
        there = [other for other in others if other.lower() in usable]
        if font.lower() not in faces and there:
            found[font] = there[0]
    return found


def _faces(program: str, pattern: str) -> dict[str, int]:
    """How many faces each family has that fit ``pattern``, by its name in lower case."""
    try:
        listed = subprocess.run(
            [program, pattern, "family"], capture_output=True, timeout=_LIMIT, check=False
        ).stdout.decode("utf-8", "replace")
    except (OSError, subprocess.SubprocessError):
        return {}
    names = (name.strip().lower() for line in listed.split("\n") for name in line.split(","))
    return Counter(name for name in names if name)
