"""Which case files a command is given: files as they are, folders searched in a stable order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

DEFAULTS = "namndkit.yaml"
"""The name kept for a folder's defaults: such a file is no case."""
ENDINGS = (".yaml", ".yml")


def find_cases(names: Iterable[str]) -> Iterator[str]:
    """``names`` with every folder replaced by the cases in it; hidden folders are left out.

    A folder without cases stays, so that a mistyped path is told and not passed over.
    """
    for name in dict.fromkeys(names):
        below = list(_below(Path(name))) if os.path.isdir(name) else []
        yield from below or [name]


def _below(folder: Path) -> Iterator[str]:
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            case = name.endswith(ENDINGS) and name != DEFAULTS and not name.startswith(".")
            if case:
                yield str(Path(where) / name)
