"""Files in and out: read whole, written whole or not at all."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches
from itertools import count
from pathlib import Path

from namndkit.disk import (
    CASE,
    Refusal,
    exists,
    is_folder,
    listing,
    read,
    read_standard_input,
    refusal,
)
from namndkit.report.outlet import OutputFailed
from namndkit.values.diagnostic import Diagnostic, Outcome, error
from namndkit.values.position import Position

STANDARD = "-"
_LEFT_OVER = re.compile(r"\.(?P<target>.*)\.(?P<process>[0-9]+)\.namndkit-tmp")


def read_case(name: str, most: int = CASE) -> Outcome[bytes]:
    """The bytes of the file ``name``, or of standard input for ``-``; a file of more than ``most`` is refused."""
    data = read_standard_input(most) if name == STANDARD else read(name, most)
    if isinstance(data, bytes):
        return Outcome(data)
    if is_folder(name):
        return Outcome(None, (without(name, "ärenden (filer som slutar på .yaml eller .yml)"),))
    return Outcome(None, (data.finding(name, meant(name)),))


def without(folder: str, files: str) -> Diagnostic:
    """The finding that ``folder`` holds no ``files``, or cannot be looked into."""
    inside = listing(folder)
    if isinstance(inside, Refusal):
        return inside.finding(folder)
    return unusable(folder, "NK501", f"Mappen innehåller inga {files}.", "Kontrollera sökvägen.")


def meant(name: str) -> str:
    """The remedy for a path that cannot be read: the file beside it whose name is alike, if there is one."""
    folder, file = os.path.split(name)
    inside = listing(folder or ".")
    there = [] if exists(name) or isinstance(inside, Refusal) else inside
    alike = [f"{file}.yaml", f"{os.path.splitext(file)[0]}.yaml"]
    near = [one for one in alike if one in there] or get_close_matches(file, there, n=1, cutoff=0.8)
    return f"Menade du {os.path.join(folder, near[0])}?" if near else "Kontrollera sökvägen."


def write_document(data: bytes, target: Path) -> Diagnostic | None:
    """Write the Word document ``data`` to ``target``, whole or not at all."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as problem:
        return unwritable(target, problem)
    return write_whole(data, target)


def copy_beside(target: Path) -> Path | Diagnostic:
    """A copy of the file ``target`` under a name of its own beside it."""
    for number in count(1):
        copy = target.with_name(f"{target.stem}-kopia-{number}{target.suffix}")
        try:
            with open(copy, "xb") as file, open(target, "rb") as old:
                shutil.copymode(target, copy)
                shutil.copyfileobj(old, file)
        except FileExistsError:
            continue
        except OSError as problem:
            _remove(copy)
            return unwritable(copy, problem)
        return copy
    raise AssertionError  # the numbers do not end


def clear_left_overs(targets: Iterable[Path]) -> None:
    """Remove what a run that was killed left half written of ``targets``: files of no living process."""
    names: dict[Path, set[str]] = {}
    for target in targets:
        names.setdefault(target.parent, set()).add(target.name)
    for folder, own in names.items():
        try:
            found = [(entry.path, _LEFT_OVER.fullmatch(entry.name)) for entry in os.scandir(folder)]
        except OSError:
            continue
        for path, name in found:
            if name and name["target"] in own and not _is_alive(int(name["process"])):
                _remove(Path(path))


def _is_alive(process: int) -> bool:
    """True when another process has the number; on Windows nothing is asked, and files stay."""
    if process == os.getpid() or os.name == "nt":
        return os.name == "nt"
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def write_whole(data: bytes, target: Path) -> Diagnostic | None:
    """Write ``data`` by way of a file beside ``target``, so that it appears whole or not at all."""
    if target.is_symlink():
        target = Path(os.path.realpath(target))
    aside = target.with_name(f".{target.name}.{os.getpid()}.namndkit-tmp")
    try:
        with open(aside, "xb") as file:
            if target.exists():
                shutil.copymode(target, aside)
            file.write(data)
        aside.replace(target)
    except (OSError, ValueError) as problem:
        _remove(aside)
        return unwritable(target, problem)
    except BaseException:
        _remove(aside)
        raise
    return None


def unwritable(target: Path, problem: Exception) -> Diagnostic:
    """The finding that ``target`` cannot be written."""
    message = f"Filen går inte att skriva: {reason(problem)}."
    hint = "Är den öppen i Word? Stäng den, eller välj en annan plats med -o."
    return unusable(str(target), "NK502", message, hint)


def write_standard_output(data: bytes) -> Diagnostic | None:
    """Write ``data`` to standard output."""
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except (OSError, OutputFailed) as problem:
        message = f"Standard ut går inte att skriva till: {why_no_output(problem)}."
        return unusable("standard ut", "NK502", message, "Välj en fil med -o.")
    return None


def why_no_output(problem: Exception) -> str:
    """Why standard output takes nothing, in Swedish."""
    found = problem.problem if isinstance(problem, OutputFailed) else problem
    return reason(found) if found else "den är stängd"


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except (OSError, ValueError):
        return


def reason(problem: Exception) -> str:
    """Why a file could not be read or written, in Swedish."""
    return refusal(problem).reason


def unusable(name: str, code: str, message: str, hint: str) -> Diagnostic:
    """A finding about the path ``name`` as a whole, which makes the exit code 2."""
    return replace(error(Position(name), code, message, hint), usage=True)
