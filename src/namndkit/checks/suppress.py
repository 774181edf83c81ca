"""``# namndkit: ignore NK214 – skäl``: findings that the case says to leave out, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from namndkit.checks.texts import written
from namndkit.values.diagnostic import Diagnostic, Severity, warning
from namndkit.values.node import Mapping
from namndkit.values.position import Position, SourceText

_IGNORE = re.compile(
    r"#[ \t]*namndkit:[ \t]*ignore[ \t]+(?P<codes>NK\d{3}(?:[ \t]*,[ \t]*NK\d{3})*)"
    r"(?:[ \t]*[–—:-]+[ \t]*(?P<reason>\S.*))?[^\n]*"
)

_DOUBTFUL = ("NK202", "NK224")
"""Errors that can be wrong: XX may be a word, and ten digits no personnummer."""


@dataclass(slots=True)
class _Exception:
    """One comment: the codes it hides on its own line and, standing alone, on the line below."""

    codes: list[str]
    place: Position
    reason: bool
    lines: tuple[int, ...]
    used: set[str] = field(default_factory=set)


def suppress(
    findings: Iterable[Diagnostic], source: SourceText, root: Mapping | None
) -> list[Diagnostic]:
    """``findings`` without those that a comment in ``source`` hides, and findings on the comments.

    Of the errors only those that judge what words mean can be hidden.
    """
    exceptions = _exceptions(source, root)
    kept: list[Diagnostic] = []
    for finding in findings:
        hiding = [one for one in exceptions if _hides(one, finding)]
        for one in hiding:
            one.used.add(finding.code)
        if not hiding or not _may_hide(finding):
            kept.append(finding)
    return kept + [finding for one in exceptions for finding in _judge(one, kept)]


def _exceptions(source: SourceText, root: Mapping | None) -> list[_Exception]:
    if "namndkit:" not in source.text:
        return []
    nodes = [one.node for one in written(root)] if root else []
    # A comment sign inside a text is no comment; a text drawn in stands in another file.
    texts = [(node.start, node.end) for node in nodes if node.style != "file"]
    found = []
    for comment in _IGNORE.finditer(source.text):
        if any(start <= comment.start() < end for start, end in texts):
            continue
        place = source.position(comment.start(), comment.end())
        alone = not source.line(place.line)[: place.column - 1].strip()
        lines = (place.line, place.line + 1) if alone else (place.line,)
        codes = re.findall(r"NK\d{3}", comment["codes"])
        found.append(_Exception(codes, place, bool(comment["reason"]), lines))
    return found


def _hides(one: _Exception, finding: Diagnostic) -> bool:
    same_file = finding.position.path == one.place.path
    return same_file and finding.code in one.codes and finding.position.line in one.lines


def _may_hide(finding: Diagnostic) -> bool:
    return finding.severity is not Severity.ERROR or finding.code in _DOUBTFUL


def _judge(one: _Exception, kept: list[Diagnostic]) -> Iterable[Diagnostic]:
    refused = {found.code for found in kept if _hides(one, found)}
    for code in sorted(refused):
        message = f"Fyndet {code} kan inte döljas."
        yield warning(one.place, "NK122", message, "Rätta felet och ta bort undantaget.")
    if not one.reason:
        message = "Undantaget har inget skäl."
        yield warning(one.place, "NK120", message, "Skriv skälet efter ett tankstreck.")
    for code in one.codes:
        if code not in one.used:
            message = f"Undantaget döljer ingenting: här finns inget fynd {code}."
            yield warning(one.place, "NK121", message, "Ta bort undantaget.")
