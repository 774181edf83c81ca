"""The full form of findings: sentence, place, the line with a caret under it, and the remedy."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TextIO

from rich.cells import cell_len
from rich.text import Text

from namndkit.report.findings import Findings
from namndkit.report.terminal import console, visible
from namndkit.values.diagnostic import Diagnostic, Severity
from namndkit.values.position import Position, SourceText

_COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.HINT: "bold cyan"}
_LONGEST = 100
"""Characters of a source line that are shown."""
_MOST = 200
"""Findings that are shown of one file; a file with more has one mistake that makes the others."""


def print_full(found: Findings, *, count: bool) -> None:
    """Print ``found`` to standard error, with ``count`` also how many there were."""
    out = console()
    for line in _all(found):
        out.print(line)
    if count:
        out.print(Text(found.count()))


def show_full(found: Findings, out: TextIO) -> None:
    """Print ``found`` to ``out``, file by file, and a summary."""
    screen = console(out)
    for line in _all(found):
        screen.print(line)
    screen.print(Text(found.summary()))
    if limits := found.limits():
        screen.print(Text(limits))


def _all(found: Findings) -> Iterator[Text]:
    for _path, group in groupby(found.diagnostics, key=lambda one: one.position.path):
        findings = list(group)
        for finding in findings[:_MOST]:
            yield Text("\n").join(_lines(finding, found.texts)) + Text("\n")
        if len(findings) > _MOST:
            yield Text(f"… och {len(findings) - _MOST} till i samma fil.")


def _lines(finding: Diagnostic, texts: dict[str, SourceText]) -> Iterator[Text]:
    yield Text.assemble(
        (f"{finding.severity.label} {finding.code}", _COLOURS[finding.severity]),
        f": {visible(finding.message)}",
    )
    if finding.code.startswith("NK5"):  # about the whole file, not a place in it
        yield Text(f"  --> {visible(finding.position.path)}")
    else:
        yield from _place(finding.position, texts)
    for position, word in finding.related:
        yield from _place(position, texts, word)
    if finding.hint:
        yield Text(f"  hjälp: {visible(finding.hint)}")


def _place(position: Position, texts: dict[str, SourceText], word: str = "") -> Iterator[Text]:
    after = f" ({word})" if word else ""
    text = texts.get(position.path)
    numbered = text.numbered if text else not position.path.endswith(".docx")
    counted = f":{position.line}:{position.column}" if numbered else ""
    yield Text(f"  --> {visible(position.path)}{counted}{after}")
    line = text.line(position.line) if text else ""
    if text is None or (not numbered and (position.line == 1 or not line.strip())):
        return
    part, first = _window(line, position.column - 1)
    before = cell_len(visible(part[: position.column - 1 - first]))
    end = position.end_column - 1 if position.end_line == position.line else len(line)
    marked = cell_len(visible(part[position.column - 1 - first : end - first]))
    number = str(position.line) if numbered else " "
    margin = " " * len(number)
    yield Text(f" {margin} |")
    yield Text(f" {number} | {visible(part)}")
    yield Text(f" {margin} | {' ' * before}{'^' * max(1, marked)}")


def _window(line: str, middle: int) -> tuple[str, int]:
    """What is shown of ``line``, with … where it goes on, and the column of its first character."""
    first = max(0, min(middle - _LONGEST // 2, len(line) - _LONGEST))
    part = line[first : first + _LONGEST]
    head, tail = first > 0, first + _LONGEST < len(line)
    return f"{'…' if head else ''}{part}{'…' if tail else ''}", first - head
