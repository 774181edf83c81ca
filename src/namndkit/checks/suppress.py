"""``# namndkit: ignore NK214 – skäl``: findings that the case says to leave out, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from namndkit.checks.texts import Written
from namndkit.values.diagnostic import Diagnostic, Severity, error, warning
from namndkit.values.node import Mapping, Node, Scalar, Sequence
from namndkit.values.position import Position, SourceText

_BEGINNING = r"#[ \t]*namndkit:[ \t]*ignore\b"
_CODES = r"[ \t]+(?P<codes>NK\d{3}(?:[ \t]*,[ \t]*NK\d{3})*)"
_IGNORE = re.compile(rf"{_BEGINNING}(?:{_CODES})?(?:[ \t]*[–—:-]+[ \t]*(?P<reason>\S.*))?[^\n]*")
_IN_TEXT = re.compile(rf"{_BEGINNING}(?:{_CODES})?")
_BLOCK = ("|", ">")

Lines = tuple[str, int, int]
"""A file, and the first and the last line of a stretch of it."""

_DOUBTFUL = ("NK202", "NK224")
"""Errors that can be wrong: XX may be a word, and ten digits no personnummer."""


@dataclass(slots=True)
class _Exception:
    """One comment: the codes it hides, and where.

    That is its own line and, standing alone, the line below, with the whole of a text that begins there.
    """

    codes: list[str]
    place: Position
    reason: bool
    where: list[Lines]
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


def exception_in_text(text: Written) -> Iterator[Diagnostic]:
    """NK123: a comment that is no comment, for it stands inside a text."""
    for found in _IN_TEXT.finditer(text.node.text):
        message = "Undantaget står inne i texten och skulle skrivas ut i dokumentet."
        where = "i ärendet, ovanför nyckeln" if text.node.style == "file" else "ovanför nyckeln"
        hint = f"Flytta det till en egen rad {where}. Där gäller det hela texten."
        yield error(text.node.at(*found.span()), "NK123", message, hint)


def _exceptions(source: SourceText, root: Mapping | None) -> list[_Exception]:
    if "namndkit:" not in source.text:
        return []
    values = list(_values(root)) if root else []
    texts = [_text(value) for _, value in values if value.source is source]
    found = []
    for comment in _IGNORE.finditer(source.text):
        if any(start <= comment.start() < end for start, end in texts):
            continue
        place = source.position(comment.start(), comment.end())
        lines = _lines(source, place)
        where = [(source.path, line, line) for line in lines]
        where += [_stretch(value) for line, value in values if line in lines]
        codes = re.findall(r"NK\d{3}", comment["codes"] or "")
        found.append(_Exception(codes, place, bool(comment["reason"]), where))
    return found


def _lines(source: SourceText, comment: Position) -> tuple[int, ...]:
    """The comment's own line and, when it stands alone, the first line below that is no comment."""
    if source.line(comment.line)[: comment.column - 1].strip():
        return (comment.line,)
    below = comment.line + 1
    while source.line(below).lstrip().startswith("#"):
        below += 1
    return comment.line, below


def _values(root: Mapping) -> Iterator[tuple[int, Scalar]]:
    """Every value below ``root``, with the line where it begins: its key's, if it has one."""
    waiting: list[tuple[int, Node]] = [(root.position.line, root)]
    while waiting:
        line, node = waiting.pop()
        if isinstance(node, Scalar):
            yield line, node
        elif isinstance(node, Sequence):
            waiting.extend((item.position.line, item) for item in node.items)
        else:
            waiting.extend((entry.key.position.line, entry.value) for entry in node.entries)


def _text(value: Scalar) -> tuple[int, int]:
    """Where the text itself stands: a comment may follow ``|``, but a comment sign in a text is none."""
    if value.style in _BLOCK:
        below = value.source.text.find("\n", value.start, value.end)
        return (below if below >= 0 else value.end), value.end
    return value.start, value.end


def _stretch(value: Scalar) -> Lines:
    """The lines that ``value`` takes, in the file that it stands in."""
    raw = value.source.text[value.start : value.end]
    place = value.source.position(value.start, value.start + len(raw.rstrip()))
    return place.path, place.line, place.end_line


def _hides(one: _Exception, finding: Diagnostic) -> bool:
    path, line = finding.position.path, finding.position.line
    inside = any(path == name and first <= line <= last for name, first, last in one.where)
    return inside and finding.code in one.codes


def _may_hide(finding: Diagnostic) -> bool:
    return finding.severity is not Severity.ERROR or finding.code in _DOUBTFUL


def _judge(one: _Exception, kept: list[Diagnostic]) -> Iterable[Diagnostic]:
    if not one.codes:
        message = "Undantaget döljer ingenting: det nämner ingen kod."
        hint = "Skriv fyndets kod först: # namndkit: ignore NK214 – skäl"
        yield warning(one.place, "NK121", message, hint)
        return
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
