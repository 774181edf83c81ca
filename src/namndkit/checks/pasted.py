"""NK215: characters that come of pasting from Word and PDF and look like others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from namndkit.checks.damaged import is_invisible
from namndkit.checks.texts import Written
from namndkit.values.diagnostic import Diagnostic, warning

LOOKALIKES: dict[str, tuple[str, str]] = {
    "\ufb00": ("ff", "sammanskrivna bokstäver"),
    "\ufb01": ("fi", "sammanskrivna bokstäver"),
    "\ufb02": ("fl", "sammanskrivna bokstäver"),
    "\ufb03": ("ffi", "sammanskrivna bokstäver"),
    "\ufb04": ("ffl", "sammanskrivna bokstäver"),
}
"""Each with what it stands for and its name."""
_NAMES = {"\u00ad": "mjukt bindestreck"}


def pasted(text: Written) -> Iterator[Diagnostic]:
    """Soft hyphens, ligatures and spaces without width: invisible, and no search finds the word."""
    whole = text.plain.text
    seen = any(not is_invisible(whole, at) and not char.isspace() for at, char in enumerate(whole))
    for at, char in enumerate(whole) if not whole.isascii() else ():
        if char in LOOKALIKES:
            meant, name = LOOKALIKES[char]
        elif char.isprintable() or not is_invisible(whole, at):
            continue
        else:
            meant, name = "", _NAMES.get(char, f"tecken utan bredd (U+{ord(char):04X})")
        place = text.plain.at(at, at + 1)
        message = f"Här står ett tecken som följt med från Word eller PDF: {name}."
        if not seen:  # taking the sign away would leave a key with nothing
            yield warning(place, "NK215", message, "Skriv texten, eller ta bort raden.")
            return
        hint = f"Skriv ”{meant}”." if meant else "Ta bort tecknet."
        yield replace(
            warning(place, "NK215", message, hint), fixes=text.fixes([(at, at + 1, meant)])
        )
