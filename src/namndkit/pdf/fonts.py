"""Which fonts stand in for those that this machine does not have."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping

_LIMIT = 30
"""Seconds that the list of fonts may take."""


def stand_ins(alternatives: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """The first of each font's ``alternatives`` that is there, for the fonts that are not.

    LibreOffice passes over the alternatives that a Word file names (ISO 29500-1, 17.8.3.1) and takes
    whatever the system offers, so it is told. Where there is no fontconfig nothing is replaced.
    """
    program = shutil.which("fc-list") if alternatives else None
    if program is None:
        return {}
    try:
        listed = subprocess.run(
            [program, ":", "family"], capture_output=True, timeout=_LIMIT, check=False
        ).stdout.decode("utf-8", "replace")
    except (OSError, subprocess.SubprocessError):
        return {}
    there = {name.strip().lower() for line in listed.split("\n") for name in line.split(",")}
    found: dict[str, str] = {}
    for font, others in alternatives.items():
        usable = [other for other in others if other.lower() in there]
        if font.lower() not in there and usable:
            found[font] = usable[0]
    return found
