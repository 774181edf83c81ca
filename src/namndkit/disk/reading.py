"""A path that somebody named → its bytes, or why it cannot be had: never waits, never reads without end."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys

from namndkit.disk.names import Name, inside
from namndkit.disk.refusals import FOLDER, Refusal, refusal
from namndkit.disk.windows import forbidden, long_path

CASE = 4_000_000
"""Bytes that are read of a case or of defaults: more than any may have, so that what is too large is told as that."""
TEXT = 4_000_000
"""Of a text that a case draws in."""
TABLE = 8_000_000
"""Of a table of costs."""
TEMPLATE = 100_000
"""Of a template; the longest of namndkit's own has 8,000."""
PICTURE = 20_000_000
"""Of a picture."""
DOCUMENT = 200_000_000
"""Of a Word document or a PDF."""

_OUT = Refusal(
    "det är en länk ut ur mappen", "Ange filen som länken leder till, eller kopiera hit den."
)
_FLAGS = os.O_RDONLY
for _name in ("O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY", "O_NOINHERIT"):
    _FLAGS |= getattr(os, _name, 0)  # each system has some of them
_PIECE = 1 << 20
_SPECIAL = (
    (stat.S_ISDIR, FOLDER),
    (
        stat.S_ISFIFO,
        Refusal(
            "det är ett rör, ingen fil", "Skriv - i stället för namnet, och skicka in innehållet."
        ),
    ),
    (stat.S_ISSOCK, Refusal("det är en socket, ingen fil")),
    (stat.S_ISCHR, Refusal("det är en enhet, ingen fil")),
    (stat.S_ISBLK, Refusal("det är en enhet, ingen fil")),
)


def read(path: Name, most: int) -> bytes | Refusal:
    """The bytes of the file ``path``, links followed, or why it cannot be read.

    Only an ordinary file is read, and at most ``most`` bytes: one that holds more is refused whole.
    What the path is is asked before it is opened, since opening a device may do something, and of the
    opened file again, since it may have been changed for another meanwhile.
    """
    try:
        name = long_path(path)
        if refused := forbidden(path) or special(os.stat(name).st_mode):
            return refused
        file = os.open(name, _FLAGS)
        try:
            found = os.fstat(file)
            return special(found.st_mode) or content(file, found.st_size, most)
        finally:
            os.close(file)
    except (OSError, ValueError) as problem:
        if getattr(problem, "errno", 0) == errno.ENOENT and os.path.islink(path):
            return Refusal("det är en länk till något som inte finns", "Låt länken peka rätt.")
        return refusal(problem, path)


def read_at_home(path: Name, most: int) -> bytes | Refusal:
    """As ``read``, but a link out of the folder that ``path`` lies in is refused.

    For what is found in a folder, which somebody may have sent: it says nothing of other folders.
    """
    folder = os.path.dirname(os.fspath(path)) or os.curdir
    if os.path.islink(path) and not inside(path, folder):
        with contextlib.suppress(OSError, ValueError):
            return special(os.stat(long_path(path)).st_mode) or _OUT
        return _OUT
    return read(path, most)


def read_standard_input(most: int) -> bytes | Refusal:
    """What stands on standard input, at most ``most`` bytes."""
    try:
        data = sys.stdin.buffer.read(most + 1)
    except (OSError, ValueError, AttributeError) as problem:  # no standard input at all is None
        return refusal(problem)
    return too_large(most) if len(data) > most else data


def too_large(most: int) -> Refusal:
    """The refusal of a file that holds more than ``most`` bytes."""
    size = f"{most // 1_000_000} MB" if most >= 1_000_000 else f"{most // 1000} kB"
    return Refusal(f"den är för stor (mer än {size})", "Kontrollera att det är rätt fil.")


def special(mode: int) -> Refusal | None:
    """What is said of a path that is no ordinary file."""
    if stat.S_ISREG(mode):
        return None
    found = (said for is_kind, said in _SPECIAL if is_kind(mode))
    return next(found, Refusal("det är ingen vanlig fil"))


def content(file: int, size: int, most: int) -> bytes | Refusal:
    """All that the opened ``file`` holds; the ``size`` that it states may be wrong, or change."""
    if size > most:
        return too_large(most)
    pieces, held = [], 0
    while piece := os.read(file, min(_PIECE, most + 1 - held)):
        pieces.append(piece)
        held += len(piece)
        if held > most:
            return too_large(most)
    return b"".join(pieces)
