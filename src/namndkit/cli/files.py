"""Files in and out: read whole, written whole or not at all."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

from namndkit.values.diagnostic import Diagnostic, Outcome, error
from namndkit.values.position import Position

STANDARD = "-"
_ZIP = b"PK"


def read_case(name: str) -> Outcome[bytes]:
    """The bytes of the case file ``name``, or of standard input for ``-``."""
    try:
        if name == STANDARD:
            return Outcome(sys.stdin.buffer.read())
        return Outcome(Path(name).read_bytes())
    except (OSError, ValueError) as problem:
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
    """Write ``data`` to ``target`` by way of a file beside it, so that it appears whole or not at all.

    A file that exists and is no Word document is left alone.
    """
    aside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists() and not _is_document(target):
            return _unusable(
                str(target),
                "NK503",
                "Filen finns redan och är inget Word-dokument.",
                "Välj ett annat namn med -o.",
            )
        with open(aside, "xb") as file:
            file.write(data)
        aside.replace(target)
    except (OSError, ValueError) as problem:
        _remove(aside)
        return _unusable(
            str(target),
            "NK502",
            f"Filen går inte att skriva: {reason(problem)}.",
            "Är den öppen i Word? Stäng den, eller välj en annan plats med -o.",
        )
    except BaseException:
        _remove(aside)
        raise
    return None


def _is_document(path: Path) -> bool:
    if not path.is_file():
        return False
    with open(path, "rb") as file:
        return file.read(2) in (_ZIP, b"")


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
