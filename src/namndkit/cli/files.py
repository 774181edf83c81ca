"""Files in and out: read whole, written whole or not at all."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterable
from dataclasses import replace
from itertools import count
from pathlib import Path

from namndkit.values.diagnostic import Diagnostic, Outcome, error
from namndkit.values.position import Position

STANDARD = "-"
_LEFT_OVER = re.compile(r"\..*\.docx\.([0-9]+)\.tmp")
_MOST = 4_000_000
"""Bytes that are read: more than any case may have, so that what is too large is told as that."""


def read_case(name: str) -> Outcome[bytes]:
    """The bytes of the case file ``name``, or of standard input for ``-``."""
    if os.path.isdir(name):
        message = "Mappen innehåller inga ärenden (filer som slutar på .yaml eller .yml)."
        return Outcome(None, (unusable(name, "NK501", message, "Kontrollera sökvägen."),))
    try:
        if name == STANDARD:
            return Outcome(sys.stdin.buffer.read(_MOST))
        with open(name, "rb") as file:
            return Outcome(file.read(_MOST))
    except (OSError, ValueError, AttributeError) as problem:  # no standard input at all is None
        return Outcome(
            None,
            (
                unusable(
                    name,
                    "NK501",
                    f"Filen går inte att läsa: {reason(problem)}.",
                    "Kontrollera sökvägen.",
                ),
            ),
        )


def write_document(data: bytes, target: Path) -> Diagnostic | None:
    """Write the Word document ``data`` to ``target``, whole or not at all."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as problem:
        return unwritable(target, problem)
    return write_whole(data, target)


def copy_beside(target: Path) -> Path | Diagnostic:
    """A copy of the file ``target`` under a name of its own beside it."""
    for number in count(1):
        copy = target.with_name(f"{target.stem}-kopia-{number}{target.suffix}")
        try:
            with open(copy, "xb") as file, open(target, "rb") as old:
                shutil.copyfileobj(old, file)
        except FileExistsError:
            continue
        except OSError as problem:
            _remove(copy)
            return unwritable(copy, problem)
        return copy
    raise AssertionError  # the numbers do not end


def clear_left_overs(folders: Iterable[Path]) -> None:
    """Remove what a run that was killed left half written in ``folders``: files of no living process."""
    for folder in folders:
        try:
            found = [entry for entry in os.scandir(folder) if _LEFT_OVER.fullmatch(entry.name)]
        except OSError:
            continue
        for entry in found:
            process = _LEFT_OVER.fullmatch(entry.name)
            if process and not _is_alive(int(process[1])):
                _remove(Path(entry.path))


def _is_alive(process: int) -> bool:
    """True when there is such a process; on Windows it is asked of no one, and files stay."""
    if os.name == "nt":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def write_whole(data: bytes, target: Path) -> Diagnostic | None:
    """Write ``data`` by way of a file beside ``target``, so that it appears whole or not at all."""
    if target.is_symlink():
        target = Path(os.path.realpath(target))
    aside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with open(aside, "xb") as file:
            file.write(data)
        if target.exists():
            shutil.copymode(target, aside)
        aside.replace(target)
    except (OSError, ValueError) as problem:
        _remove(aside)
        return unwritable(target, problem)
    except BaseException:
        _remove(aside)
        raise
    return None


def unwritable(target: Path, problem: Exception) -> Diagnostic:
    """The finding that ``target`` cannot be written."""
    message = f"Filen går inte att skriva: {reason(problem)}."
    hint = "Är den öppen i Word? Stäng den, eller välj en annan plats med -o."
    return unusable(str(target), "NK502", message, hint)


def write_standard_output(data: bytes) -> Diagnostic | None:
    """Write ``data`` to standard output."""
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except (OSError, AttributeError) as problem:
        message = f"Standard ut går inte att skriva till: {reason(problem)}."
        return unusable("standard ut", "NK502", message, "Välj en fil med -o.")
    return None


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except (OSError, ValueError):
        return


def reason(problem: Exception) -> str:
    """Why a file could not be read or written, in Swedish."""
    reasons: list[tuple[type[Exception], str]] = [
        (FileNotFoundError, "den finns inte"),
        (IsADirectoryError, "det är en mapp"),
        (NotADirectoryError, "en del av sökvägen är ingen mapp"),
        (PermissionError, "behörighet saknas"),
    ]
    for kind, words in reasons:
        if isinstance(problem, kind):
            return words
    full = isinstance(problem, OSError) and problem.errno == 28
    return "disken är full" if full else "systemet säger nej"


def unusable(name: str, code: str, message: str, hint: str) -> Diagnostic:
    """A finding about the path ``name`` as a whole, which makes the exit code 2."""
    return replace(error(Position(name), code, message, hint), usage=True)
