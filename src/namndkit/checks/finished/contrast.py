"""NK617, NK622: the contrast between text and background (WCAG 1.4.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from namndkit.values.diagnostic import Diagnostic, error, hint
from namndkit.values.finished import UNKNOWN, Finished, Stretch

_HEX = re.compile("[0-9A-Fa-f]{6}")
_LARGE, _LARGE_BOLD = 18.0, 14.0
"""Points from which text is large, and bold text is."""
_UNSEEN = ("byggblock", "kommentar", "infogat")
"""Where text is not on the page, or has another look there."""


def low_contrast(document: Finished) -> Iterator[Diagnostic]:
    """Less than 4.5:1, or 3:1 for large text; one finding for each paragraph that a reader sees."""
    unknown = ""
    for line in document.lines:
        seen = [one for one in line.stretches if one.text.strip() and not one.hidden]
        for stretch in seen if line.room not in _UNSEEN else ():
            ratio, least = contrast(stretch), 3.0 if _is_large(stretch) else 4.5
            if stretch.background == UNKNOWN:
                unknown = unknown or line.place
            elif ratio < least:
                at = line.node.start + stretch.start
                place = line.node.source.position(at, at + len(stretch.text))
                message = f"Kontrasten är {_swedish(ratio)}:1 men ska vara minst {_swedish(least)}:1. Plats: {line.place}."
                remedy = "Välj en mörkare färg i formatmallen, eller en annan bakgrund."
                yield error(place, "NK617", message, remedy)
                break
    if unknown:
        message = (
            f"Text på en bild eller en toning: kontrasten går inte att räkna ut. Plats: {unknown}."
        )
        yield hint(document.whole, "NK622", message, "Granska den med ögat.")


def contrast(stretch: Stretch) -> float:
    """The ratio, 1 to 21; automatic text is black on a light background and white on a dark one."""
    background = _luminance(stretch.background, 1.0)
    text = _luminance(stretch.colour, 0.0 if background > 0.18 else 1.0)
    lighter, darker = max(text, background), min(text, background)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str | None, automatic: float) -> float:
    """Relative luminance (WCAG 2.1)."""
    if colour is None or not _HEX.fullmatch(colour):
        return automatic
    parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _is_large(stretch: Stretch) -> bool:
    return stretch.size >= (_LARGE_BOLD if stretch.bold else _LARGE)


def _swedish(number: float) -> str:
    # Rounded down, so that a ratio that is too low never reads as the one that is asked for.
    return f"{int(number * 10) / 10:g}".replace(".", ",")
