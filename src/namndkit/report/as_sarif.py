"""Findings as SARIF 2.1.0 (OASIS), for code scanning services."""

from __future__ import annotations

from typing import Any

from namndkit import __version__
from namndkit.disk import uri
from namndkit.report.findings import Findings
from namndkit.report.json_text import json_text
from namndkit.rules import RULES
from namndkit.values.diagnostic import Diagnostic, Severity
from namndkit.values.position import Position

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


def as_sarif(found: Findings) -> str:
    """The whole log: one run, the rules that came up, a result for each finding."""
    codes = sorted({one.code for one in found.diagnostics})
    driver = {"name": "namndkit", "version": __version__, "rules": [_rule(code) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, codes) for one in found.diagnostics],
    }
    return json_text({"version": "2.1.0", "runs": [run]})


def _rule(code: str) -> dict[str, Any]:
    rule = RULES[code]
    return {
        "id": code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.text},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(one: Diagnostic, codes: list[str]) -> dict[str, Any]:
    return {
        "ruleId": one.code,
        "ruleIndex": codes.index(one.code),
        "level": _LEVELS[one.severity],
        "message": {"text": f"{one.message} {one.hint}".strip()},
        "locations": [_location(one.position)],
        "relatedLocations": [
            {**_location(place), "message": {"text": word}} for place, word in one.related
        ],
    }


def _location(place: Position) -> dict[str, Any]:
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    return {"physicalLocation": {"artifactLocation": {"uri": uri(place.path)}, "region": region}}
