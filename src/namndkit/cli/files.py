"""Files in and out: read whole, written whole or not at all."""

from __future__ import annotations

import os
import shutil
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

from namndkit.values.diagnostic import Diagnostic, Outcome, error
from namndkit.values.position import Position

STANDARD = "-"
_MOST = 4_000_000
"""Bytes that are read: more than any case may have, so that what is too large is told as that."""


def read_case(name: str) -> Outcome[bytes]:
    """The bytes of the case file ``name``, or of standard input for ``-``."""
    if os.path.isdir(name):
        message = "Mappen innehåller inga ärenden (filer som slutar på .yaml eller .yml)."
        return Outcome(None, (_unusable(name, "NK501", message, "Kontrollera sökvägen."),))
    try:
        if name == STANDARD:
            return Outcome(sys.stdin.buffer.read(_MOST))
        with open(name, "rb") as file:
            return Outcome(file.read(_MOST))
    except (OSError, ValueError, AttributeError) as problem:  # no standard input at all is None
        return Outcome(
            None,
            (
                _unusable(
                    name,
                    "NK501",
                    f"Filen går inte att läsa: {reason(problem)}.",
                    "Kontrollera sökvägen.",
                ),
            ),
        )


def write_document(data: bytes, target: Path) -> Diagnostic | None:
    """Write the Word document ``data`` to ``target``, whole or not at all.

    A file that exists and is no Word document is left alone.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists() and not _is_document(target):
            message = "Filen finns redan och är inget Word-dokument."
            return _unusable(str(target), "NK503", message, "Välj ett annat namn med -o.")
    except (OSError, ValueError) as problem:
        return _unwritable(target, problem)
    return write_whole(data, target)


def write_whole(data: bytes, target: Path) -> Diagnostic | None:
    """Write ``data`` by way of a file beside ``target``, so that it appears whole or not at all."""
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
        return _unwritable(target, problem)
    except BaseException:
        _remove(aside)
        raise
    return None


def _unwritable(target: Path, problem: Exception) -> Diagnostic:
    message = f"Filen går inte att skriva: {reason(problem)}."
    hint = "Är den öppen i Word? Stäng den, eller välj en annan plats med -o."
    return _unusable(str(target), "NK502", message, hint)


def _is_document(path: Path) -> bool:
    """True for a Word document, and for an empty file, which holds nothing to lose."""
    if not path.is_file():
        return False
    if path.stat().st_size == 0:
        return True
    try:
        with zipfile.ZipFile(path) as archive:
            return "word/document.xml" in archive.namelist()
    except zipfile.BadZipFile:
        return False


def write_standard_output(data: bytes) -> Diagnostic | None:
    """Write ``data`` to standard output."""
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except (OSError, AttributeError) as problem:
        message = f"Standard ut går inte att skriva till: {reason(problem)}."
        return _unusable("standard ut", "NK502", message, "Välj en fil med -o.")
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


def _unusable(name: str, code: str, message: str, hint: str) -> Diagnostic:
    return replace(error(Position(name), code, message, hint), usage=True)
