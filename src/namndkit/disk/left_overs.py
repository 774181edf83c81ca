"""The files that are written beside a place before they take it: their names, and those that a kill has left."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from collections.abc import Iterable
from pathlib import Path

_LEFT_OVER = re.compile(r"\.(?P<stem>.*)\.(?P<process>[0-9]+)\.namndkit-tmp", re.DOTALL)
_ROOM = 200
"""Bytes of a file's name that leave room for what is put around it: names hold 255."""


def _stem(name: str) -> str:
    whole = os.fsencode(name)
    return name if len(whole) <= _ROOM else hashlib.sha256(whole).hexdigest()


def half_written(name: str) -> str:
    """What the file is called that this process writes beside the place of ``name``."""
    return f".{_stem(name)}.{os.getpid()}.namndkit-tmp"


def clear_left_overs(places: Iterable[Path]) -> None:
    """Remove what a run that was killed left half written of ``places``: files of no living process."""
    stems: dict[Path, set[str]] = {}
    for place in places:
        stems.setdefault(place.parent, set()).add(_stem(place.name))
    for folder, own in stems.items():
        try:
            found = [(entry.path, _LEFT_OVER.fullmatch(entry.name)) for entry in os.scandir(folder)]
        except OSError:
            continue
        for path, name in found:
            if name and name["stem"] in own and not _is_alive(int(name["process"])):
                with contextlib.suppress(OSError):
                    os.unlink(path)


def _is_alive(process: int) -> bool:
    """True when another process has the number; on Windows nothing is asked, and files stay."""
    if process == os.getpid() or os.name == "nt":
        return os.name == "nt"
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True
