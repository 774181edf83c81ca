"""Why a file cannot be written: it is open in Word, it is protected, or its folder is."""

from __future__ import annotations

import os

from namndkit.disk.names import Name
from namndkit.disk.refusals import BUSY, DENIED, Refusal, refusal

OPEN = Refusal("den är öppen i Word eller LibreOffice", "Stäng dokumentet där, och kör sedan igen.")
PROTECTED = Refusal("den är skrivskyddad", "Ta bort skrivskyddet, eller välj en annan plats.")
CLOSED = Refusal("du får inte skriva i mappen", "Välj en annan mapp.")
_PERHAPS = Refusal(DENIED.reason, "Är den öppen i Word? Stäng den, eller välj en annan plats.")


def write_refusal(problem: Exception, path: Name) -> Refusal:
    """What to say of ``problem``, which the system had when ``path`` was to be written.

    Of a document that is open Windows says now that it is in use, now that access is denied, which is
    what it says of one that is protected too.
    """
    said = refusal(problem, path)
    if said not in (BUSY, DENIED):
        return said
    if is_open(path):
        return OPEN
    if said is BUSY:
        return BUSY
    if os.path.isfile(path) and not os.access(path, os.W_OK):
        return PROTECTED
    folder = os.path.dirname(path) or os.curdir
    return _PERHAPS if os.access(folder, os.W_OK) else CLOSED


def is_open(path: Name) -> bool:
    """True when Word or LibreOffice has ``path`` open: then their lock file lies beside it.

    Word writes ``~$`` before a name of up to six letters, over its first letter when it has seven and
    over the first two when it has more.
    """
    folder, name = os.path.split(os.fspath(path))
    locks = (f"~${name}", f"~${name[1:]}", f"~${name[2:]}", f".~lock.{name}#")
    return any(os.path.exists(os.path.join(folder, lock)) for lock in locks)
