"""The files in a folder and below it, in an order that does not change."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import ModuleType

from namndkit.disk.names import Name, key, whole
from namndkit.disk.refusals import Refusal, refusal
from namndkit.disk.windows import is_windows


def files_below(
    folder: Name, wanted: Callable[[str], bool], *, hidden: bool = False
) -> Iterator[str]:
    """The paths of the files in ``folder`` and below whose names are ``wanted``.

    Links to folders are not followed, and no folder is gone through twice; ``hidden`` ones only when
    asked for. A folder that cannot be read is among what is given: reading it will tell.
    """
    closed: list[OSError] = []
    seen: set[tuple[int, int]] = set()
    _is_new(os.fspath(folder), seen)
    for where, folders, files in os.walk(os.fspath(folder), onerror=closed.append):
        folders[:] = sorted(name for name in folders if hidden or not name.startswith("."))
        folders[:] = [name for name in folders if _is_new(os.path.join(where, name), seen)]
        yield from (str(Path(where, name)) for name in sorted(files) if wanted(name))
    yield from (str(problem.filename) for problem in closed)


def listing(folder: Name) -> list[str] | Refusal:
    """The names in ``folder``, sorted, or why they cannot be had."""
    try:
        return sorted(os.listdir(folder))
    except (OSError, ValueError) as problem:
        return refusal(problem, folder)


def and_above(folder: Name, system: ModuleType = os.path) -> Iterator[str]:
    """``folder`` and every folder above it, whole paths.

    Links are followed but on Windows: there that would make a share of a drive's letter, whose folders
    above are others than those that the user sees.
    """
    here = whole(folder, system)
    if not is_windows(system):
        here = str(system.realpath(here))
    while True:
        yield here
        here, below = system.dirname(here), here
        if here == below:
            return


def _is_new(folder: str, seen: set[tuple[int, int]]) -> bool:
    """True the first time: on Windows a junction is no link, and may lead upwards."""
    try:
        found = os.stat(folder)
    except OSError:
        return True  # going into it will tell
    mark = (found.st_dev, found.st_ino)
    if mark[1] and mark in seen:
        return False
    seen.add(mark)
    return True


def each_once(names: Iterable[str]) -> Iterator[str]:
    """``names`` without those that name a file or folder again in other words, as ``./a.yaml`` for ``a.yaml``."""
    before: dict[str, list[str]] = {}
    for name in names:
        alike = before.setdefault(key(name), [])
        if not any(_same(name, one) for one in alike):
            alike.append(name)
            yield name


def _same(one: str, other: str) -> bool:
    try:
        return one == other or os.path.samefile(one, other)
    except (OSError, ValueError):
        return False
