"""The money of several cases together: what each asks for, and what is left in the pots they share."""

from __future__ import annotations

from dataclasses import dataclass

from namndkit.values.amount import Amount
from namndkit.values.budget import Sum
from namndkit.values.position import Position


@dataclass(frozen=True, slots=True)
class Claim:
    """What one case costs, and what it takes from which pot.

    ``ram`` is the pot's amount and ``ramens_namn`` its name, empty for a pot without one; ``place``
    is where the case states the pot, or its own beginning.
    """

    path: str
    nämnd: str
    summa: Sum
    ram: Amount | None
    ramens_namn: str
    ur_ramen: Sum
    place: Position


@dataclass(frozen=True, slots=True)
class Pot:
    """A pot that cases name: its amount as the first of them states it, and what all of them take."""

    namn: str
    belopp: Amount
    uttag: Sum
    claims: tuple[Claim, ...]

    @property
    def kvar(self) -> Sum:
        """What is left of it; negative when it is overdrawn."""
        about = self.belopp.about or self.uttag.about
        return Sum(self.belopp.kronor - self.uttag.kronor, about)


@dataclass(frozen=True, slots=True)
class Overview:
    """The sums over cases: in all, per nämnd (``""`` for none), and per named pot."""

    claims: tuple[Claim, ...]
    summa: Sum
    per_nämnd: dict[str, Sum]
    ramar: tuple[Pot, ...]
