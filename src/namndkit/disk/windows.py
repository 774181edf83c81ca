"""What Windows makes of a path: names that it keeps for itself, other computers, long paths, Word's lock files.

``system`` is the module of paths whose rules hold, ``os.path``; a test gives ``ntpath`` to play Windows.
"""

from __future__ import annotations

import os
import re
from types import ModuleType

from namndkit.disk.names import Name, key
from namndkit.disk.refusals import Refusal

_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\..*)?", re.IGNORECASE
)
"""The names of devices, whatever ending they have (Microsoft, Naming Files, Paths, and Namespaces)."""
_NOT_ALLOWED = re.compile(r'[<>:"|?*\x00-\x1f]')
_RENAME = "Byt namn på filen eller mappen."
_MOST = 240
"""Characters from which on a path is opened in the form that may be longer (MAX_PATH is 260)."""
_AS_IT_IS = ("\\\\?\\", "\\\\.\\")
"""How a path begins that Windows takes letter by letter, or that names a device."""


def is_windows(system: ModuleType = os.path) -> bool:
    """True when the rules of Windows hold."""
    return str(system.sep) == "\\"


def forbidden(path: Name, system: ModuleType = os.path) -> Refusal | None:
    """Why Windows cannot have a file called ``path``; None where it can, and on other systems."""
    if not is_windows(system):
        return None
    drive, rest = system.splitdrive(os.fspath(path))
    if drive.startswith(_AS_IT_IS[1]) or drive.startswith("//./"):
        return Refusal("sökvägen går till en enhet", _RENAME)
    for name in re.split(r"[/\\]", rest):
        if _RESERVED.fullmatch(name):
            return Refusal(f"Windows har namnet ”{name}” för sig självt", _RENAME)
        if found := _NOT_ALLOWED.search(name):
            return Refusal(f"Windows tillåter inte tecknet {found.group()!r} i ”{name}”", _RENAME)
    return None


def elsewhere(name: str, folder: Name, system: ModuleType = os.path) -> bool:
    """True when ``name``, written in a file in ``folder``, leads to another computer than that file's.

    To ask another computer for a file tells it who is logged in here, so a file that somebody sent
    may not make us do it.
    """
    drive = str(system.splitdrive(name)[0]).replace("/", "\\")
    if not is_windows(system) or not drive.startswith("\\\\"):
        return False
    own = system.splitdrive(system.abspath(folder))[0]
    return key(drive, system) != key(own, system)


def long_path(path: Name, system: ModuleType = os.path) -> str:
    """``path`` as it is opened: on Windows a long one in the form that may be longer."""
    name = os.fspath(path)
    if not is_windows(system):
        return name
    whole = str(system.abspath(name))
    if len(whole) < _MOST or whole.startswith(_AS_IT_IS):
        return name
    return f"\\\\?\\UNC\\{whole[2:]}" if whole.startswith("\\\\") else f"\\\\?\\{whole}"


def open_in_office(path: Name) -> bool:
    """True when Word or LibreOffice has ``path`` open: then their lock file lies beside it.

    Word writes ``~$`` before a name of up to six letters, over its first letter when it has seven and
    over the first two when it has more.
    """
    folder, name = os.path.split(os.fspath(path))
    locks = (f"~${name}", f"~${name[1:]}", f"~${name[2:]}", f".~lock.{name}#")
    return any(os.path.exists(os.path.join(folder, lock)) for lock in locks)
