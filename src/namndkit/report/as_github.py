"""Findings as annotations of GitHub Actions, beside the text: GitHub shows only ten a step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from namndkit.report.findings import Findings
from namndkit.report.visible import visible
from namndkit.values.diagnostic import Severity

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def workflow_commands(found: Findings) -> Iterator[str]:
    """One workflow command for each finding."""
    for one in found.diagnostics:
        place = one.position
        properties = {
            "file": Path(place.path).as_posix(),
            "line": place.line,
            "endLine": place.end_line,
            "col": place.column,
            "endColumn": place.end_column,
            "title": one.code,
        }
        listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
        text = f"{one.message} {one.hint}".strip()
        yield f"::{_LEVELS[one.severity]} {listed}::{_message(text)}"


def _message(text: str) -> str:
    return "%0A".join(visible(line).replace("%", "%25") for line in text.split("\n"))


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
