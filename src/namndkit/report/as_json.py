"""Findings as JSON, version 1: positions are 1-based, ends exclusive, amounts and texts as strings."""

from __future__ import annotations

from typing import Any

from namndkit.disk import legible
from namndkit.report.findings import Findings
from namndkit.report.json_text import json_text
from namndkit.values.diagnostic import Diagnostic
from namndkit.values.position import Position

VERSION = 1


def as_json(found: Findings) -> str:
    """The whole report."""
    report: dict[str, Any] = {
        "version": VERSION,
        "files": found.files,
        "findings": [finding_json(one) for one in found.diagnostics],
    }
    if found.looked_at:
        report["checked"] = list(found.looked_at)
    return json_text(report)


def finding_json(one: Diagnostic) -> dict[str, Any]:
    """One finding."""
    return {
        "code": one.code,
        "severity": one.severity.name.lower(),
        "message": one.message,
        "hint": one.hint,
        **_place(one.position),
        "related": [{**_place(place), "message": word} for place, word in one.related],
        "fix": [{**_place(fix.position), "text": fix.text} for fix in one.fixes],
    }


def _place(position: Position) -> dict[str, Any]:
    return {
        "path": legible(position.path),
        "line": position.line,
        "column": position.column,
        "end_line": position.end_line,
        "end_column": position.end_column,
    }
