"""A finished .docx, namndkit's or not and perhaps hostile, read as what is inspected."""

from __future__ import annotations

import zipfile
from pathlib import Path

from namndkit.disk import DOCUMENT, Refusal, read
from namndkit.values.diagnostic import Outcome, error
from namndkit.values.finished import Finished
from namndkit.values.position import Position
from namndkit.word.archive import TooLarge, open_archive
from namndkit.word.finished.opening import Package, Refused, too_large
from namndkit.word.finished.whole import Whole

__all__ = ["read_finished"]

_OLE = b"\xd0\xcf\x11\xe0"


def read_finished(path: Path) -> Outcome[Finished]:
    """The document at ``path``, or why it cannot be read."""
    data = read(path, DOCUMENT)
    if isinstance(data, Refusal):
        return Outcome(None, (data.finding(str(path)),))
    if path.suffix.lower() in (".yaml", ".yml") and not data.startswith(b"PK"):
        message = "Filen är ett ärende, inget Word-dokument."
        hint = f"Ett ärende kontrolleras med namndkit validate {path}"
        return Outcome(None, (error(Position(str(path)), "NK601", message, hint),))
    try:
        return Outcome(_read(data, str(path)))
    except Refused as refused:
        hint = "Öppna dokumentet i Word och spara det på nytt som .docx."
        return Outcome(None, (error(Position(str(path)), "NK601", str(refused), hint),))


def _read(data: bytes, path: str) -> Finished:
    if data.startswith(_OLE):
        raise Refused("Dokumentet är krypterat eller sparat som .doc och går inte att granska.")
    try:
        with open_archive(data) as archive:
            return Whole(Package(archive)).finished(path)
    except TooLarge as problem:
        raise too_large(problem) from None
    except zipfile.BadZipFile:
        raise Refused("Filen är skadad, eller inget Word-dokument.") from None
