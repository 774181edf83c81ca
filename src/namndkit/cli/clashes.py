"""Cases that would write one and the same file: none of them is made."""

from __future__ import annotations

from collections.abc import Iterator

from namndkit.cli.cases import Folders
from namndkit.cli.documents import beside_main
from namndkit.cli.files import STANDARD, unusable
from namndkit.disk import key
from namndkit.report import Done
from namndkit.values.kind import Kind

_Place = tuple[str, str, Kind | None]
"""A case, where a document of it would be written, and its kind; None for the main one."""


def clashing(pairs: list[tuple[str, str]], folders: Folders, *, several: bool) -> Iterator[Done]:
    """The cases of ``pairs`` (each with its main document's path) that would write a file of another's.

    With ``several`` every document of a case is meant. A case is read only where the name of a document
    that it may have is wanted by another.
    """
    wanted: dict[str, list[_Place]] = {}
    for case, target in pairs:
        for place, kind in _places(case, target, folders, several=several):
            wanted.setdefault(key(place), []).append((case, place, kind))
    for places in wanted.values():
        if len({case for case, _, _ in places}) > 1:
            yield from _told([one for one in places if _is_made(one, folders)])


def _places(
    case: str, target: str, folders: Folders, *, several: bool
) -> Iterator[tuple[str, Kind | None]]:
    yield target, None
    if several and target != STANDARD:
        for kind in folders.renderer(case).templates.form.kinds:
            yield beside_main(target, kind), kind


def _is_made(place: _Place, folders: Folders) -> bool:
    case, _, kind = place
    return kind is None or kind in folders.kinds(case)[1:]


def _told(same: list[_Place]) -> Iterator[Done]:
    for case, target, _ in same:
        others = [(other, place) for other, place, _ in same if other != case]
        if not others:
            continue
        names = " och ".join(other for other, _ in others)
        message = f"Dokumentet {target} skulle skrivas också av {names}."
        hint = "Byt namn på det ena ärendet, eller skriv dem till olika mappar."
        if any(place != target for _, place in others):
            message = (
                f"Dokumentet {target} får ett namn som Windows inte skiljer från det av {names}."
            )
        yield Done(case, target, findings=(unusable(case, "NK509", message, hint),))
