"""The streams and the case files that a command is given, and what is said of those that cannot be read."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from difflib import get_close_matches

from namndkit.disk import (
    CASE,
    Refusal,
    exists,
    is_folder,
    listing,
    read_at_home,
    read_standard_input,
    refusal,
)
from namndkit.report.outlet import OutputFailed, ReaderGone
from namndkit.values.diagnostic import Diagnostic, Outcome, error
from namndkit.values.position import Position

STANDARD = "-"


def read_case(name: str, most: int = CASE) -> Outcome[bytes]:
    """The bytes of the file ``name``, or of standard input for ``-``; a file of more than ``most`` is refused."""
    data = read_standard_input(most) if name == STANDARD else read_at_home(name, most)
    if isinstance(data, bytes):
        return Outcome(data)
    if name != STANDARD and is_folder(name):
        return Outcome(None, (without(name, "ärenden (filer som slutar på .yaml eller .yml)"),))
    return Outcome(None, (data.finding(name, meant(name)),))


def without(folder: str, files: str) -> Diagnostic:
    """The finding that ``folder`` holds no ``files``, or cannot be looked into."""
    inside = listing(folder)
    if isinstance(inside, Refusal):
        return inside.finding(folder)
    # Notepad adds .txt to a name, and Windows does not show it.
    hidden = next((one for one in inside if one.lower().endswith((".yaml.txt", ".yml.txt"))), None)
    remedy = f"Ta bort .txt ur namnet {hidden}." if hidden else "Kontrollera sökvägen."
    return unusable(folder, "NK501", f"Mappen innehåller inga {files}.", remedy)


def meant(name: str) -> str:
    """The remedy for a path that cannot be read: the file beside it whose name is alike, if there is one."""
    folder, file = os.path.split(name)
    inside = listing(folder or ".")
    there = [] if exists(name) or isinstance(inside, Refusal) else inside
    alike = [f"{file}.yaml", f"{os.path.splitext(file)[0]}.yaml"]
    near = [one for one in alike if one in there] or get_close_matches(file, there, n=1, cutoff=0.8)
    return f"Menade du {os.path.join(folder, near[0])}?" if near else "Kontrollera sökvägen."


def write_standard_output(data: bytes) -> Diagnostic | None:
    """Write ``data`` to standard output."""
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError as problem:
        raise ReaderGone(problem) from None
    except (OSError, OutputFailed) as problem:
        message = f"Standard ut går inte att skriva till: {why_no_output(problem)}."
        return unusable("standard ut", "NK502", message, "Välj en fil med -o.")
    return None


def why_no_output(problem: Exception) -> str:
    """Why standard output takes nothing, in Swedish."""
    found = problem.problem if isinstance(problem, OutputFailed) else problem
    return refusal(found).reason if found else "den är stängd"


def reason(problem: Exception) -> str:
    """Why a file could not be read or written, in Swedish."""
    return refusal(problem).reason


def unusable(name: str, code: str, message: str, hint: str) -> Diagnostic:
    """A finding about the path ``name`` as a whole, which makes the exit code 2."""
    return replace(error(Position(name), code, message, hint), usage=True)
