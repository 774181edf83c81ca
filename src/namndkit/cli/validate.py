"""``namndkit validate``: findings of any number of cases, and the mending of some of them."""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from namndkit.cli.cases import check_each, find_cases
from namndkit.cli.codes import choose
from namndkit.cli.files import STANDARD, read_case
from namndkit.cli.saving import save_over
from namndkit.pipeline import add_claims, claim_of, mend
from namndkit.report import Findings, print_all, say, show
from namndkit.values.diagnostic import Diagnostic, Severity
from namndkit.values.overview import Claim

_ROUNDS = 20
"""Times that the files are mended and read again: a slip of form hides what stands below it."""


def run(
    names: list[str],
    *,
    style: str,
    strict: bool,
    select: str,
    ignore: str,
    stdin_name: str,
    fix: bool,
    diff: bool,
) -> int:
    """Validate the cases ``names``; the exit code."""
    chosen, unknown = choose(select, ignore)
    if unknown:
        say(f"fel: Koden {unknown} finns inte.\nhjälp: namndkit explain visar alla koder.")
        return 2
    if STANDARD in names and (fix or diff):
        say("fel: Standard in går inte att rätta.\nhjälp: Spara ärendet i en fil och ange den.")
        return 2
    cases = list(find_cases(names))
    found = _check(cases, stdin_name, chosen)
    if diff:
        return _show_fixes(found)
    if fix:
        problems = _mend_all(found, lambda: _check(cases, stdin_name, chosen))
        found = _check(cases, stdin_name, chosen)
        found.diagnostics += problems
    show_findings(found, style)
    if found.unusable:
        return 2
    return int(found.has(Severity.WARNING if strict else Severity.ERROR))


def show_findings(found: Findings, style: str) -> None:
    """Print ``found`` to standard output in the form ``style``, on GitHub with annotations too."""
    show(found, style, sys.stdout)
    if os.environ.get("GITHUB_ACTIONS") == "true" and style in ("full", "concise"):
        show(found, "annotations", sys.stdout)


def _check(cases: list[str], stdin_name: str, chosen: frozenset[str]) -> Findings:
    found = Findings()
    claims: list[Claim] = []
    for name, checked in check_each(cases, stdin_name):
        found.add(checked.diagnostics, checked.texts)
        claims += claim_of(name, checked)
    found.diagnostics += add_claims(claims)[1]
    found.diagnostics = [one for one in found.diagnostics if one.code in chosen or one.usage]
    return found


def _mended(found: Findings) -> Iterator[tuple[str, bytes, bytes, int]]:
    """(path, content, mended content, how many places) of every file that can be mended."""
    by_path: dict[str, list[Diagnostic]] = {}
    for one in found.diagnostics:
        if one.fixes:
            by_path.setdefault(one.position.path, []).append(one)
    for path, findings in by_path.items():
        read = read_case(path)
        if read.value is not None:
            after, count = mend(read.value, path, findings)
            if count:
                yield path, read.value, after, count


def _mend_all(found: Findings, check: Callable[[], Findings]) -> list[Diagnostic]:
    """Write every file that can be mended, as often as mending lets more be found; what went wrong."""
    counts: dict[str, int] = {}
    seen: set[tuple[str, bytes]] = set()
    problems: dict[str, Diagnostic] = {}
    for _ in range(_ROUNDS):
        mended = [
            one for one in _mended(found) if one[0] not in problems and (one[0], one[2]) not in seen
        ]
        for path, before, after, count in mended:
            seen.add((path, before))
            problem = save_over(after, path, before)
            if problem:
                problems[path] = problem
            else:
                counts[path] = counts.get(path, 0) + count
        if not mended:
            break
        found = check()
    for path, count in counts.items():
        say(f"Rättade {count} {'ställe' if count == 1 else 'ställen'} i {path}.")
    return list(problems.values())


def _show_fixes(found: Findings) -> int:
    """Print what ``--fix`` would do as a diff, and the errors it would leave; 1 when there is anything."""
    changed = 0
    for path, before, after, _count in _mended(found):
        sys.stdout.writelines(_diff(path, before, after))
        changed = 1
    left = [one for one in found.diagnostics if one.severity is Severity.ERROR and not one.fixes]
    print_all(replace(found, diagnostics=left))
    return 2 if found.unusable else int(bool(changed or left))


def _diff(path: str, before: bytes, after: bytes) -> Iterable[str]:
    """The lines of a diff, whatever ends the lines of the file."""
    lines = difflib.unified_diff(_lines(before), _lines(after), path, path, lineterm="")
    return (f"{line}\n" for line in lines)


def _lines(data: bytes) -> list[str]:
    """The lines of ``data`` without their ends; the last one says so when it has none."""
    *lines, last = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [*lines, f"{last}\n\\ Ingen radbrytning sist i filen"] if last else lines
