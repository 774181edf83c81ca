"""Paths as they are shown, compared and named, by the rules of the system or, in a test, of another.

``system`` is the module of paths whose rules hold: ``os.path``, which is ``posixpath`` or ``ntpath``.
"""

from __future__ import annotations

import os
import re
import unicodedata
from contextlib import suppress
from types import ModuleType
from urllib.parse import quote

Name = str | os.PathLike[str]
_SURROGATE = re.compile("[\ud800-\udfff]")


def legible(text: str) -> str:
    r"""``text`` with each byte of a file's name that is no UTF-8 written as ``\xNN``."""
    return _SURROGATE.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    number = ord(found.group())
    return f"\\x{number - 0xDC00:02x}" if 0xDC80 <= number <= 0xDCFF else f"\\u{number:04x}"


def shown(path: Name, system: ModuleType = os.path) -> str:
    """``path`` from the working folder; whole where no way leads there, as to another drive or share."""
    return relative(path, os.curdir, system)


def relative(path: Name, folder: Name, system: ModuleType = os.path) -> str:
    """``path`` from ``folder``; whole where no way leads there, as to another drive or share."""
    try:
        return str(system.relpath(path, folder))
    except (OSError, ValueError):
        return whole(path, system)


def way(path: Name, place: Name, system: ModuleType = os.path) -> str:
    """The way to the file ``path`` from the folder of the file ``place``, the same however both are named:
    by way of a link to a folder, from another working folder, or in other capitals on Windows.
    """
    folders = [system.dirname(whole(one, system)) for one in (path, place)]
    with suppress(OSError):
        folders = [system.realpath(one) for one in folders]
    led = relative(system.join(folders[0], system.basename(path)), folders[1], system)
    return unicodedata.normalize("NFC", system.normcase(led).replace(system.sep, "/"))


def whole(path: Name, system: ModuleType = os.path) -> str:
    """``path`` from the disk's root; as it is when the working folder has been removed."""
    try:
        return str(system.abspath(path))
    except OSError:
        return os.fspath(path)


def key(path: Name, system: ModuleType = os.path) -> str:
    """What two paths have in common that are one and the same file on some system.

    Windows and macOS do not tell capitals or ways of writing å apart, and Windows drops a dot or a
    blank at a name's end. What is made here is carried there, so their rules hold everywhere.
    """
    names = whole(path, system).replace(system.sep, "/").split("/")
    plain = "/".join(name.rstrip(" .") or name for name in names)
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", plain).casefold())


def inside(path: Name, folder: Name, system: ModuleType = os.path) -> bool:
    """True when ``path`` is ``folder`` or lies below it, links followed."""
    try:
        there, above = (system.normcase(system.realpath(one)) for one in (path, folder))
        return bool(system.commonpath([there, above]) == system.commonpath([above]))
    except (OSError, ValueError):  # another drive or share, or no path at all
        return False


def uri(path: str, system: ModuleType = os.path) -> str:
    """``path`` as a URI reference (RFC 3986), a ``file:`` address when it is whole (RFC 8089)."""
    slashed = path.replace(system.sep, "/")
    try:
        named = slashed.encode("utf-8", "surrogateescape")  # the very bytes of the file's name
    except UnicodeEncodeError:
        named = slashed.encode("utf-8", "surrogatepass")
    if not system.isabs(path):
        return quote(named)
    drive, _ = system.splitdrive(slashed)
    if drive.startswith("//"):
        return f"file:{quote(named)}"
    return f"file:///{drive}{quote(named[len(drive) :])}" if drive else f"file://{quote(named)}"
