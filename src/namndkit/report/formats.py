"""The formats in which findings are shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TextIO

from namndkit.report.findings import Findings
from namndkit.report.outlet import for_programs, print_command


def _full(found: Findings, out: TextIO) -> None:
    from namndkit.report.full import show_full

    show_full(found, out)


def _concise(found: Findings, out: TextIO) -> None:
    from namndkit.report.terminal import visible

    for one in found.diagnostics:
        place = f"{one.position.path}:{one.position.line}:{one.position.column}"
        line = f"{place}: {one.code} {one.severity.label} {one.message}"
        print(visible(line), file=out)


def _json(found: Findings, out: TextIO) -> None:
    from namndkit.report.as_json import as_json

    print(as_json(found), file=for_programs(out))


def _github(found: Findings, out: TextIO) -> None:
    _full(found, for_programs(out))
    _annotations(found, out)


def _annotations(found: Findings, out: TextIO) -> None:
    from namndkit.report.as_github import workflow_commands

    for line in workflow_commands(found):
        print_command(line, out)


def _sarif(found: Findings, out: TextIO) -> None:
    from namndkit.report.as_sarif import as_sarif

    print(as_sarif(found), file=for_programs(out))


FORMATS: dict[str, Callable[[Findings, TextIO], None]] = {
    "full": _full,
    "concise": _concise,
    "json": _json,
    "github": _github,
    "sarif": _sarif,
}
"""Every format by its name."""


def show(found: Findings, name: str, out: TextIO) -> None:
    """Print ``found`` in the format ``name``, a key of ``FORMATS``, or as bare ``annotations``."""
    {**FORMATS, "annotations": _annotations}[name](found, out)
