"""NK215: characters that come of pasting from Word and PDF and look like others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from namndkit.checks.texts import Written
from namndkit.values.diagnostic import Diagnostic, warning

LOOKALIKES: dict[str, tuple[str, str]] = {
    "\u00ad": ("", "mjukt bindestreck"),
    "\u200b": ("", "mellanslag utan bredd"),
    "\ufeff": ("", "mellanslag utan bredd"),
    "\ufb00": ("ff", "sammanskrivna bokstäver"),
    "\ufb01": ("fi", "sammanskrivna bokstäver"),
    "\ufb02": ("fl", "sammanskrivna bokstäver"),
    "\ufb03": ("ffi", "sammanskrivna bokstäver"),
    "\ufb04": ("ffl", "sammanskrivna bokstäver"),
}
"""Each with what it stands for and its name."""
_ANY = re.compile(f"[{''.join(LOOKALIKES)}]")


def pasted(text: Written) -> Iterator[Diagnostic]:
    """Soft hyphens, ligatures and spaces without width: invisible, and no search finds the word."""
    for found in _ANY.finditer(text.plain.text):
        meant, name = LOOKALIKES[found.group()]
        place = text.plain.at(*found.span())
        message = f"Här står ett tecken som följt med från Word eller PDF: {name}."
        hint = f"Skriv ”{meant}”." if meant else "Ta bort tecknet."
        yield replace(
            warning(place, "NK215", message, hint), fixes=text.fixes([(*found.span(), meant)])
        )
