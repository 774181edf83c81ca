"""README's tour, played from an empty folder: every command prints what stands below it.

A ``yaml`` block is written to the file that its first line names, a ``diff`` block changes lines
of the file that it names, and a ``console`` block is played: ``$ command``, then what it says.
NAMNDKIT_UPDATE_GOLDENS=1 writes what the commands say into README anew.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import docx

from conftest import ROOT

README = ROOT / "README.md"
START, END = "<!-- tour: start -->", "<!-- tour: end -->"
BLOCK = re.compile(r"```(yaml|diff|console)\n(.*?)```", re.DOTALL)


def _tour() -> str:
    return README.read_text(encoding="utf-8").partition(START)[2].partition(END)[0]


def _write(block: str, folder: Path) -> str:
    """Write the block to the file of its first line."""
    target = folder / block.partition("\n")[0].removeprefix("# ")
    target.parent.mkdir(exist_ok=True)
    target.write_text(block, encoding="utf-8")
    return block


def _change(block: str, folder: Path) -> str:
    """Put the lines with ``+`` in the place of those with ``-``."""
    name, *lines = block.rstrip("\n").split("\n")
    target = folder / name.removeprefix("# ")
    old = "".join(f"{line[1:]}\n" for line in lines if not line.startswith("+"))
    new = "".join(f"{line[1:]}\n" for line in lines if not line.startswith("-"))
    text = target.read_text(encoding="utf-8")
    assert text.count(old) == 1, (name, old)
    target.write_text(text.replace(old, new), encoding="utf-8")
    return block


def _play(block: str, folder: Path) -> str:
    """The block as it would be written today: each command with all that it says."""
    said, code = "", 0
    for command in re.findall(r"^\$ (.*)$", block, re.MULTILINE):
        said += f"$ {command}\n"
        words = shlex.split(command)
        if words == ["echo", "$?"]:
            said += f"{code}\n"
            continue
        assert words.pop(0) == "namndkit", command
        done = subprocess.run(
            [sys.executable, "-m", "namndkit", *words],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=60,
            check=False,
        )
        lines = done.stdout.decode().splitlines()
        said, code = said + "".join(f"{line.rstrip()}\n" for line in lines), done.returncode
        assert code in (0, 1), said
    return said


def test_the_tour_is_true(tmp_path: Path) -> None:
    tour = _tour()
    play = {"yaml": _write, "diff": _change, "console": _play}

    def again(found: re.Match[str]) -> str:
        return f"```{found[1]}\n{play[found[1]](found[2], tmp_path)}```"

    played = BLOCK.sub(again, tour)
    if os.environ.get("NAMNDKIT_UPDATE_GOLDENS"):
        README.write_text(README.read_text("utf-8").replace(tour, played), encoding="utf-8")
    assert played == _tour()
    documents = sorted(tmp_path.rglob("*.docx"))
    assert len(documents) >= 4
    for document in documents:
        assert docx.Document(str(document)).paragraphs


def test_the_tour_shows_the_daily_commands() -> None:
    shown = set(re.findall(r"^\$ namndkit (\w+)", _tour(), re.MULTILINE))
    assert shown >= {"new", "validate", "render", "show", "budget", "explain", "inspect"}
