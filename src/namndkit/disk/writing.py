"""Bytes → a file that stands there whole, where what was looked at still stands, or nothing has changed.

A place is looked at once: its ``Mark`` is the same before and after its bytes were read. What is
written replaces that very file and nothing else; a link that was put in its place meanwhile is not
followed.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from namndkit.disk.left_overs import half_written
from namndkit.disk.locks import write_refusal
from namndkit.disk.names import Name
from namndkit.disk.reading import content, special
from namndkit.disk.refusals import Refusal
from namndkit.disk.windows import forbidden, long_path

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL
for _name in ("O_NOFOLLOW", "O_CLOEXEC", "O_BINARY", "O_NOINHERIT"):
    _NEW |= getattr(os, _name, 0)  # each system has some of them
_OLD = os.O_RDONLY
for _name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY", "O_NOINHERIT"):
    _OLD |= getattr(os, _name, 0)
_BY_FOLDER = {os.open, os.stat, os.unlink, os.rename, os.link} <= os.supports_dir_fd

CHANGED = Refusal("den har ändrats medan den skulle skrivas", "Kör kommandot igen.")
"""What is said when something else stands at a place than when it was looked at."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Which file it was, and how it was: device and number, size, time of the last change, mode."""

    device: int
    number: int
    size: int
    changed: int
    mode: int


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands at a place: its ``mark``, its bytes or why they cannot be had, whether it is protected."""

    mark: Mark
    data: bytes | Refusal
    protected: bool


def place_of(target: Name) -> Path:
    """The place that ``target`` leads to, the links that lead there followed once and for all.

    A link to nothing is not followed: nothing new is made where somebody else chose.
    """
    path = Path(target)
    return Path(os.path.realpath(path)) if os.path.islink(path) and os.path.exists(path) else path


def look(place: Path, most: int) -> Standing | Refusal | None:
    """What stands at ``place`` (at most ``most`` bytes of it), why that cannot be told, or None for nothing."""
    try:
        if refused := forbidden(place):
            return refused
        name = long_path(place)
        mark = _mark(os.lstat(name))
        if not stat.S_ISREG(mark.mode):
            return Standing(mark, special(mark.mode) or CHANGED, False)
        file = os.open(name, _OLD)
        try:
            data = content(file, mark.size, most)
        finally:
            os.close(file)
        if _mark(os.lstat(name)) != mark:
            return CHANGED
        return Standing(mark, data, not mark.mode & 0o222 or not os.access(name, os.W_OK))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as problem:
        return write_refusal(problem, place)


def write(data: bytes, place: Path, over: Mark | None) -> Refusal | None:
    """Write ``data`` to ``place`` by way of a file beside it, over the file ``over`` alone, None for a new one.

    ``CHANGED`` when something else stands there. The folder is made where it is not there.
    """
    try:
        if refused := forbidden(place):
            return refused
        os.makedirs(long_path(place.parent), exist_ok=True)
        with _held_open(place.parent) as folder:
            return _write(data, place, folder, over)
    except (OSError, ValueError) as problem:
        return write_refusal(problem, place)


def copy_beside(place: Path, data: bytes, mode: int) -> Path | Refusal:
    """A copy of what stands at ``place``, its ``data`` and ``mode``, under a name of its own beside it."""
    for number in count(1):
        copy = place.with_name(f"{place.stem}-kopia-{number}{place.suffix}")
        if os.path.lexists(copy):
            continue
        problem = write(data, copy, None)
        if problem is CHANGED:
            continue
        if problem is None:
            with contextlib.suppress(OSError):
                os.chmod(copy, stat.S_IMODE(mode))
        return problem or copy
    raise AssertionError  # the numbers do not end


@contextlib.contextmanager
def _held_open(folder: Path) -> Iterator[int | None]:
    """The system's number of ``folder``; None where files are not written by way of it."""
    if not _BY_FOLDER:
        yield None
        return
    number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield number
    finally:
        os.close(number)


def _write(data: bytes, place: Path, folder: int | None, over: Mark | None) -> Refusal | None:
    aside, name = half_written(place.name), place.name
    if folder is None:
        aside, name = long_path(place.with_name(aside)), long_path(place)
    mode = stat.S_IMODE(over.mode) & 0o777 if over else 0o666
    try:
        file = os.open(aside, _NEW, mode, dir_fd=folder)
        with open(file, "wb") as stream:
            if over and hasattr(os, "fchmod"):
                with contextlib.suppress(OSError):  # a disk that knows no modes
                    os.fchmod(file, mode)
            stream.write(data)
        if _there(name, folder) != over:
            return CHANGED
        if over:
            os.replace(aside, name, src_dir_fd=folder, dst_dir_fd=folder)
            return None
        return _put_new(aside, name, folder)
    finally:
        with contextlib.suppress(OSError):  # it has its own name now
            os.unlink(aside, dir_fd=folder)


def _put_new(aside: str, name: str, folder: int | None) -> Refusal | None:
    """Give the file ``aside`` its ``name`` unless somebody has taken it."""
    try:
        if os.name == "nt":
            os.rename(aside, name)  # over nothing, on Windows
        else:
            os.link(aside, name, src_dir_fd=folder, dst_dir_fd=folder, follow_symlinks=False)
    except FileExistsError:
        return CHANGED
    except OSError as problem:
        if problem.errno not in (
            errno.EPERM,
            errno.ENOTSUP,
            errno.ENOSYS,
            errno.EMLINK,
            errno.EXDEV,
        ):
            raise
        os.replace(aside, name, src_dir_fd=folder, dst_dir_fd=folder)  # a disk without links
    return None


def _there(name: str, folder: int | None) -> Mark | None:
    try:
        return _mark(os.stat(name, dir_fd=folder, follow_symlinks=False))
    except FileNotFoundError:
        return None


def _mark(found: os.stat_result) -> Mark:
    return Mark(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_mode)
