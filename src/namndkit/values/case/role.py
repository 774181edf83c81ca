"""What a field of the format holds: whose words, and so what may be said of them and done to them."""

from __future__ import annotations

from enum import Enum


class Role(Enum):
    """Said once of every field, where its type is defined; nothing else lists fields for this."""

    RUNNING = "löpande text"
    """The case's own sentences, in Markdown."""
    SHORT = "kort text"
    """The case's own words on a line: a title, a point, a purpose."""
    QUOTED = "någon annans ord"
    """A recommendation, a claim, a reservation, the title of a document: as its author wrote it."""
    DATA = "uppgift"
    """A number, a day, an address, a name or an identifier."""
    STEERING = "styrning"
    """A word that decides how something is done or printed."""

    @property
    def words(self) -> bool:
        """True for what is written in words, whoever's they are."""
        return self in (Role.RUNNING, Role.SHORT, Role.QUOTED)

    @property
    def own(self) -> bool:
        """True for prose of the case itself: the writing rules speak of it, and ``--fix`` may touch it."""
        return self in (Role.RUNNING, Role.SHORT)
