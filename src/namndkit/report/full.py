"""The full form of findings: sentence, place, the line with a caret under it, and the remedy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

from namndkit.report.terminal import console
from namndkit.values.diagnostic import Diagnostic, Severity
from namndkit.values.position import Position, SourceText

_COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.HINT: "bold cyan"}
_LONGEST = 100
"""Characters of a source line that are shown."""
_MOST = 200
"""Findings that are shown; a file with more has one mistake that makes the others."""


def print_findings(findings: Sequence[Diagnostic], texts: Iterable[SourceText]) -> None:
    """Print ``findings`` to standard error, quoting lines from ``texts``, and count them."""
    by_path = {text.path: text for text in texts}
    out = console()
    for finding in findings[:_MOST]:
        out.print(Text("\n").join(_lines(finding, by_path)))
        out.print()
    if len(findings) > _MOST:
        out.print(Text(f"… och {len(findings) - _MOST} till."))
    if findings:
        out.print(Text(count(findings)))


def count(findings: Sequence[Diagnostic]) -> str:
    """``2 fel, 1 varning``."""
    words = {
        Severity.ERROR: ("fel", "fel"),
        Severity.WARNING: ("varning", "varningar"),
        Severity.HINT: ("tips", "tips"),
    }
    numbers = {kind: sum(one.severity is kind for one in findings) for kind in words}
    return ", ".join(f"{n} {words[kind][n != 1]}" for kind, n in numbers.items() if n)


def _lines(finding: Diagnostic, texts: dict[str, SourceText]) -> Iterator[Text]:
    yield Text.assemble(
        (f"{finding.severity.label} {finding.code}", _COLOURS[finding.severity]),
        f": {visible(finding.message)}",
    )
    if finding.usage:
        yield Text(f"  --> {visible(finding.position.path)}")
    else:
        yield from _place(finding.position, texts)
    for position, word in finding.related:
        yield from _place(position, texts, word)
    if finding.hint:
        yield Text(f"  hjälp: {visible(finding.hint)}")


def _place(position: Position, texts: dict[str, SourceText], word: str = "") -> Iterator[Text]:
    after = f" ({word})" if word else ""
    yield Text(f"  --> {visible(position.path)}:{position.line}:{position.column}{after}")
    text = texts.get(position.path)
    if text is None:
        return
    line = text.line(position.line)
    start = max(0, position.column - 1 - _LONGEST // 2)
    shown = visible(line[start : start + _LONGEST])
    before = cell_len(visible(line[start : position.column - 1]))
    end = position.end_column - 1 if position.end_line == position.line else len(line)
    marked = cell_len(visible(line[position.column - 1 : min(end, start + _LONGEST)]))
    margin = " " * len(str(position.line))
    yield Text(f" {margin} |")
    yield Text(f" {position.line} | {shown}")
    yield Text(f" {margin} | {' ' * before}{'^' * max(1, marked)}")


def visible(line: str) -> str:
    """``line`` with everything that would move the cursor or colour the screen made a dot."""
    return "".join(char if char.isprintable() or char == "\u00a0" else "·" for char in line)
