"""A finished .docx, namndkit's or not and perhaps hostile, read as what is inspected."""

from __future__ import annotations

from pathlib import Path

from namndkit.disk import DOCUMENT, Refusal, read
from namndkit.values.diagnostic import Outcome, error
from namndkit.values.finished import Finished
from namndkit.values.position import Position
from namndkit.word.finished.opening import Refused, open_parts
from namndkit.word.finished.walk import Walk

__all__ = ["read_finished"]


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
        parts = open_parts(data)
    except Refused as refused:
        hint = "Öppna dokumentet i Word och spara det på nytt som .docx."
        return Outcome(None, (error(Position(str(path)), "NK601", str(refused), hint),))
    return Outcome(Walk(str(path), parts).finished())
