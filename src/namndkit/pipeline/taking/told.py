"""What of a Word document a case cannot hold as it stood: told with its place and its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from namndkit.values.diagnostic import Diagnostic, warning
from namndkit.values.finished import Line

_SHOWN = 70
"""Characters that are shown of a text."""
_REMEDIES = {
    "NK640": "Texten står som kommentar sist i ärendet. Flytta den dit den hör, eller ta bort den.",
    "NK641": "Skriv om texten i ärendet, så att den inte läses så.",
    "NK642": "Jämför stycket med dokumentet.",
    "NK643": "Skriv det som behövs med ord i ärendet.",
    "NK644": "Texten står som kommentar sist i ärendet. Flytta in den om den ska vara med.",
    "NK645": "Kontrollera att ändringen ska gälla.",
}
COMMENTED = ("NK640", "NK643", "NK644")
"""The codes of what is kept as a comment, as are words too many for a finding."""


@dataclass(frozen=True, slots=True)
class Told:
    """``what`` is said, in Swedish, of the ``words`` in ``line``; ``place`` is where they stand, when
    that is wider than the line.
    """

    line: Line
    code: str
    what: str
    words: str
    place: str = ""

    @property
    def where(self) -> str:
        """Where it stands, in Swedish."""
        return self.place or self.line.place


def findings(told: Iterable[Told]) -> Iterator[Diagnostic]:
    """``told`` as warnings about the Word document."""
    for one in told:
        words = " ".join(one.words.split())
        shown = f": ”{words[:_SHOWN]}{'…' if len(words) > _SHOWN else ''}”" if words else ""
        message = f"{one.what}{shown}. Plats: {one.where}."
        yield warning(one.line.position, one.code, message, _REMEDIES[one.code])


def comments(told: Iterable[Told]) -> Iterator[str]:
    """What is kept of ``told`` as comments in the case, whole."""
    for one in told:
        words = " ".join(one.words.split())
        if words and (one.code in COMMENTED or len(words) > _SHOWN):
            said = "" if one.code == "NK640" else f" ({one.what[:1].lower()}{one.what[1:]})"
            yield f"{one.where}{said}: {words}"
