"""What Windows makes of a path: names that it keeps for itself, other computers, long paths.

``system`` is the module of paths whose rules hold, ``os.path``; a test gives ``ntpath`` to play Windows.
"""

from __future__ import annotations

import os
import re
from types import ModuleType

from namndkit.disk.names import Name, inside, whole
from namndkit.disk.refusals import Refusal

_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\..*)?", re.IGNORECASE
)
"""The names of devices, whatever ending they have (Microsoft, Naming Files, Paths, and Namespaces)."""
_NOT_ALLOWED = re.compile(r'[<>:"|?*\x00-\x1f]')
OUTSIDE = Refusal("den ligger utanför mappen", "Lägg den i mappen eller i en mapp under den.")
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


def beside(name: str, folder: Name, system: ModuleType = os.path) -> str | Refusal:
    """The path of what a file in ``folder`` calls ``name``, which lies in that folder or below it.

    What is on another drive or share is not even looked for: to ask another computer for a file tells it
    who is logged in here, and a file that somebody sent may not make us do it.
    """
    path = str(system.join(folder, name))
    there, here = (system.splitdrive(whole(one, system))[0] for one in (path, folder))
    apart = system.normcase(there) != system.normcase(here)
    return OUTSIDE if apart or not inside(path, folder, system) else path


def long_path(path: Name, system: ModuleType = os.path) -> str:
    """``path`` as it is opened: on Windows a long one in the form that may be longer."""
    name = os.fspath(path)
    if not is_windows(system):
        return name
    there = whole(name, system)
    if len(there) < _MOST or there.startswith(_AS_IT_IS):
        return name
    return f"\\\\?\\UNC\\{there[2:]}" if there.startswith("\\\\") else f"\\\\?\\{there}"
