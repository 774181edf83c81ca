"""What may be written where: the findings of what is kept, and of what the system does not take."""

from __future__ import annotations

import os
from pathlib import Path

from namndkit.cli.files import STANDARD, unusable, write_standard_output
from namndkit.disk import CASE, Refusal
from namndkit.disk import writing as disk
from namndkit.disk.writing import Mark
from namndkit.pipeline import Standing
from namndkit.values.diagnostic import Diagnostic, error
from namndkit.values.position import Position

__all__ = [
    "copy_beside",
    "may_be_forced",
    "save",
    "save_new",
    "save_over",
    "unwritable",
    "why_kept",
]

_FORCE = "Med --force sparas en kopia, och dokumentet skrivs."
_SAVED = "Dokumentet har sparats i ett annat program sedan det skrevs"
_UNPROTECT = "Ta bort skrivskyddet, eller välj en annan plats med -o."
_KEPT = {
    "another": (
        "NK515",
        "Dokumentet är skrivet av ett annat ärende, eller innan ärendet flyttades. Det behålls.",
        f"Välj en annan mapp eller ett annat namn med -o. {_FORCE}",
    ),
    "damaged": (
        "NK519",
        "Dokumentet är skadat och går inte att läsa. Det behålls.",
        f"Hämta en säkerhetskopia om det behövs. {_FORCE}",
    ),
    "foreign": (
        "NK505",
        "Dokumentet finns redan och är inte skrivet av den här versionen av namndkit. Det behålls.",
        f"Välj ett annat namn med -o. {_FORCE}",
    ),
}


def may_be_forced(standing: Standing) -> bool:
    """True when ``--force`` is enough to write over what stands, after a copy of it."""
    return standing.kind != "other" and not standing.protected


def why_kept(target: str, standing: Standing) -> Diagnostic | None:
    """Why what stands at ``target`` is not written over; None when it may be."""
    if standing.kind == "other":
        message = "Filen finns redan och är inget Word-dokument."
        return unusable(target, "NK503", message, "Välj ett annat namn med -o.")
    if standing.protected:
        return protected(target)
    if standing.kind in _KEPT:
        return error(Position(target), *_KEPT[standing.kind])
    if standing.kind != "saved":
        return None
    carry = f"För över ändringarna till ärendet. {_FORCE}"
    if standing.changes is None:
        message = f"{_SAVED} och går inte att jämföra. Det behålls."
    elif standing.changes:
        message = f"{_SAVED} och behålls. Det här skiljer: {'; '.join(standing.changes)}"
    else:
        message, carry = f"{_SAVED}. Ingen skillnad hittades. Det behålls.", _FORCE
    return error(Position(target), "NK504", message, carry)


def protected(target: str, hint: str = _UNPROTECT) -> Diagnostic:
    """The finding that the file ``target`` may be read but not changed."""
    message = "Filen är skrivskyddad. Den behålls."
    return error(Position(target), "NK516", message, hint)


def save(data: bytes, target: str, place: Path, over: Mark | None) -> Diagnostic | None:
    """Write ``data`` to ``place``, which ``target`` names, over what was looked at there alone."""
    if target == STANDARD:
        return write_standard_output(data)
    refused = disk.write(data, place, over)
    return unwritable(target, refused) if refused else None


def save_new(data: bytes, target: Path) -> Diagnostic | None:
    """Write ``data`` to ``target``, where nothing stands; over nothing."""
    refused = disk.write(data, target, None)
    if refused is disk.CHANGED:
        return unusable(str(target), "NK502", "Filen finns redan.", "Välj ett annat namn.")
    return unwritable(str(target), refused) if refused else None


def save_over(data: bytes, target: str, before: bytes) -> Diagnostic | None:
    """Write ``data`` to ``target`` as long as it still holds what it held ``before``."""
    place = disk.place_of(target)
    there = disk.look(place, CASE)
    if there is None or isinstance(there, Refusal):
        return unwritable(target, there or disk.CHANGED)
    if there.protected:
        return protected(target, "Ta bort skrivskyddet.")
    return (
        save(data, target, place, there.mark)
        if there.data == before
        else unwritable(target, disk.CHANGED)
    )


def copy_beside(place: Path, data: bytes, mark: Mark | None) -> str | Diagnostic:
    """Where a copy of what stands at ``place`` has been saved, or why it could not be."""
    copy = disk.copy_beside(place, data, mark.mode if mark else 0o666)
    return unwritable(str(place), copy) if isinstance(copy, Refusal) else os.fspath(copy)


def unwritable(target: str, refused: Refusal) -> Diagnostic:
    """The finding that ``target`` cannot be written."""
    message = f"Filen går inte att skriva: {refused.reason}."
    hint = refused.remedy or "Kontrollera mappen, eller välj en annan plats."
    return unusable(target, "NK502", message, hint)
