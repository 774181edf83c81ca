"""From a folder of templates to its kinds of documents, by the heads of the templates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from namndkit.case import read_head
from namndkit.source import read
from namndkit.values.case import Case
from namndkit.values.case.glossary import fold
from namndkit.values.case.part import words
from namndkit.values.case.shape import shapes
from namndkit.values.diagnostic import Diagnostic, error
from namndkit.values.kind import Format, Kind
from namndkit.values.position import Position, SourceText
from namndkit.values.text import Text
from namndkit.wording import (
    MOST,
    NAMES,
    OWN,
    Templates,
    displaced_head,
    head_of,
    how_to_get,
    misnamed,
    passed_over,
    texts_of,
    unreadable,
)

_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
"""What Windows does not take in a file's name."""


def templates_in(folder: Path) -> Templates:
    """The templates in ``folder`` with the kinds that they make, and what is wrong in their heads.

    A kind of the folder's own stands for namndkit's own of the same name.
    """
    kinds: list[Kind] = []
    found = [_missing(folder, name) for name in misnamed(folder)]
    found += [_unread(path, reason) for path, reason in unreadable(folder)]
    found += [_too_many(folder, name) for name in passed_over(folder)[:1]]
    found += _displaced(folder)
    unread = {Path(one.position.path).name for one in found}
    for text, head in sorted(_heads(folder), key=lambda one: _is_own(one[0], folder)):
        before = len(found)
        kind = _kind(text, head, found)
        if kind and not any(_clash(kind, other, found) for other in kinds):
            kinds.append(kind)
        if len(found) > before:
            unread.add(Path(text.path).name)
    form = Format(sorted(kinds, key=lambda kind: kind.file), sorted(unread))
    return Templates(folder, form, tuple(found))


def _missing(folder: Path, name: str) -> Diagnostic:
    """Namndkit's own would be used in its place, and the folder's wording be lost without a word."""
    place = Position((folder / f"{name}.txt").as_posix())
    return error(place, "NK401", f"Mallen ”{name}” finns inte i mappen.", how_to_get(name, folder))


def _unread(path: Path, reason: str) -> Diagnostic:
    message = f"Mallen går inte att läsa. {reason}"
    place = Position(path.as_posix())
    return error(place, "NK402", message, "Spara den som UTF-8 i mappen själv.")


def _too_many(folder: Path, first: str) -> Diagnostic:
    message = f"Mappen har fler än {MOST} mallar. {first} och de som kommer efter läses inte."
    place = Position((folder / first).as_posix())
    return error(place, "NK402", message, "Ta bort mallar som inte används, eller dela mappen.")


def _displaced(folder: Path) -> Iterator[Diagnostic]:
    """Heads that are none where they stand: the template would make no kind, without a word of it."""
    for text in texts_of(folder):
        if not _is_own(text, folder) and (line := displaced_head(text)):
            place = Position(text.path, line, 1, line, 1)
            hint = (
                "Flytta det till filens första rad. Den raden ska vara {#--- och ingenting annat."
            )
            yield error(place, "NK421", "Huvudet måste stå först i filen.", hint)


def _is_own(text: SourceText, folder: Path) -> bool:
    return Path(text.path).parent != folder


@cache
def own_templates() -> Templates:
    """Namndkit's own."""
    return templates_in(OWN)


def _heads(folder: Path) -> Iterator[tuple[SourceText, SourceText]]:
    """Each template that makes a kind, with its head.

    A copy of one of namndkit's own, made before templates had heads, has the head of that, and so has
    one that cannot be read.
    """
    ours = {Path(text.path).name: text for text in texts_of(OWN)}
    theirs = {Path(text.path).name: text for text in texts_of(folder)}
    for name in ours.keys() | theirs.keys():
        text = theirs.get(name) or SourceText((folder / name).as_posix(), "")
        head = head_of(text) or (head_of(ours[name]) if name in ours else None)
        if head:
            yield text, head


def _kind(text: SourceText, head: SourceText, found: list[Diagnostic]) -> Kind | None:
    """The kind that ``head`` tells of; what is wrong in it is added to ``found``."""
    source = read(head.text.encode(), head.path, Path(head.path).parent)
    found += source.diagnostics
    if source.value is None or source.value.root is None:
        return None
    made = read_head(source.value.root)
    found += made.diagnostics
    if made.value is None or source.diagnostics:
        return None
    kind = Kind.of(made.value, Path(text.path).name)
    wrong = [*_taken_names(made.value.namn, kind), *_bad_ending(made.value.namn, kind)]
    found += wrong
    return None if wrong else kind


def _taken_names(name: Text, kind: Kind) -> Iterator[Diagnostic]:
    """Names that the format has already: a kind is a key of a case too, and so is a key of its own."""
    field = words(Case).get(fold(name))
    if field and not shapes(Case)[field].leaf:
        message = f"Slaget kan inte heta ”{name}”: det är redan en nyckel i ärendet."
        yield error(name.position, "NK421", message, "Välj ett annat namn.")
    for key in kind.keys:
        if fold(key.namn) in words(Case) or hasattr(Case, key.namn) or key.namn in NAMES:
            message = f"Nyckeln ”{key.namn}” finns redan."
            hint = (
                "Ta bort den ur mallens huvud och använd den som finns, eller välj ett annat namn."
            )
            yield error(key.namn.position, "NK421", message, hint)


def _bad_ending(name: Text, kind: Kind) -> Iterator[Diagnostic]:
    """A template whose name cannot end the name of a document on every system."""
    if not kind.ending or _UNFIT.search(kind.ending):
        message = f"Mallens filnamn ({kind.file}) kan inte bli slutet på dokumentets."
        hint = (
            "Byt namn på filen: bokstäver, siffror, bindestreck och mellanslag går på alla datorer."
        )
        yield error(name.position, "NK421", message, hint)


def _clash(kind: Kind, other: Kind, found: list[Diagnostic]) -> bool:
    """True when both are called the same, or mean different things by one key of their own."""
    if fold(kind.name) == fold(other.name):
        if kind.place and other.place and _folder(kind.place) == _folder(other.place):
            message = f"Slaget ”{kind.name}” finns i både {other.file} och {kind.file}."
            found.append(error(kind.place, "NK421", message, "Ge det ena ett annat namn."))
        return True
    if kind.place and kind.ending.casefold() == other.ending.casefold():
        message = f"Dokument av slagen ”{other.name}” och ”{kind.name}” skulle heta lika."
        hint = f"Byt namn på en av filerna {other.file} och {kind.file}."
        found.append(error(kind.place, "NK421", message, hint))
        return True
    theirs = {fold(key.namn): key for key in other.keys}
    for key in kind.keys:
        same = theirs.get(fold(key.namn))
        if same and same.värde != key.värde:
            message = f"Nyckeln ”{key.namn}” är {same.värde} i {other.file} men {key.värde} här."
            found.append(error(key.namn.position, "NK421", message, "Ge den ena ett annat namn."))
            return True
    return False


def _folder(place: Position) -> Path:
    return Path(place.path).parent
