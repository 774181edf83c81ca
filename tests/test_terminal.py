"""Terminals as they come: colours wanted or not, narrow ones, dumb ones, pipes that close early."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from conftest import ROOT
from namndkit.cli import main

CASES = ROOT / "cases"
COLOUR = re.compile(r"\x1b\[[0-9;]*(?:3[0-7]|9[0-7])[0-9;]*m")


def _clean(**given: str) -> dict[str, str]:
    """The environment without what other terminals have left in it."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "GITHUB_ACTIONS")
    }
    return {**kept, "PYTHONIOENCODING": "utf-8", "TERM": "xterm-256color", **given}


def _on_terminal(*words: str, columns: int = 80, cwd: Path = CASES, **given: str) -> str:
    """What the command prints on a terminal of its own."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "namndkit", *words],
        cwd=cwd,
        env=_clean(**given),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        close_fds=True,
    )
    os.close(theirs)
    said = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # Linux tells so that the other end is closed
            break
        if not part:
            break
        said += part
    process.wait(60)
    os.close(ours)
    return said.decode().replace("\r\n", "\n")


def _piped(*words: str, **given: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "namndkit", *words],
        cwd=CASES,
        env=_clean(**given),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=60,
        check=False,
    )
    return done.stdout.decode()


FINDINGS = ("validate", "forslag-kompetensutveckling.yaml")


def test_colours_where_they_are_wanted() -> None:
    assert COLOUR.search(_on_terminal(*FINDINGS))
    assert not COLOUR.search(_on_terminal(*FINDINGS, NO_COLOR="1"))
    assert "\x1b" not in _on_terminal(*FINDINGS, TERM="dumb")
    assert "\x1b" not in _piped(*FINDINGS)
    assert COLOUR.search(_piped(*FINDINGS, FORCE_COLOR="1"))
    assert not COLOUR.search(_piped(*FINDINGS, FORCE_COLOR="1", NO_COLOR="1"))


@pytest.mark.parametrize("form", ["json", "concise", "sarif"])
def test_forms_for_programs_are_never_coloured(form: str) -> None:
    said = _piped(*FINDINGS, "--format", form, FORCE_COLOR="1")
    assert "NK226" in said
    assert "\x1b" not in said


def test_a_bar_is_drawn_for_many_cases_and_leaves_nothing(tmp_path: Path) -> None:
    case = (CASES / "yttrande-minsta.yaml").read_text(encoding="utf-8")
    for number in range(60):
        (tmp_path / f"{number}.yaml").write_text(case, encoding="utf-8")
    said = _on_terminal("render", ".", cwd=tmp_path)
    assert "Skriver" in said
    assert said.rstrip().endswith("60 skrivna.")
    assert "\x1b" not in _on_terminal("render", ".", cwd=tmp_path, TERM="dumb")
    (tmp_path / "fel.yaml").write_text("typ: yttrande\n", encoding="utf-8")
    told = _on_terminal("render", ".", cwd=tmp_path)
    assert "<U+001B>" not in told
    assert COLOUR.search(told)


@pytest.mark.parametrize("name", ["yttrande-remiss", "forslag-flerarigt", "yttrande-motion"])
def test_a_narrow_terminal_loses_nothing(name: str) -> None:
    wide, narrow = (_on_terminal("show", f"{name}.yaml", columns=one) for one in (80, 40))
    plain = re.sub(r"\x1b\[[0-9;]*m", "", narrow)
    assert max(map(len, plain.split("\n"))) <= 40
    letters = [sorted(re.sub(r"\x1b\[[0-9;]*m|[\s•]", "", one)) for one in (wide, narrow)]
    assert letters[0] == letters[1]


def test_figures_in_a_narrow_terminal_are_whole(tmp_path: Path) -> None:
    years = ", ".join(f"{year}: 1 234 567 kr" for year in range(2026, 2034))
    rows = f"[{{ändamål: hyllor till alla förråd, per_år: {{{years}}}}}]"
    case = f"typ: förslag\ntitel: T\nkostnad: {{enhet: kr, rader: {rows}}}\n"
    (tmp_path / "a.yaml").write_text(case, encoding="utf-8")
    for columns in (40, 80, 200):
        said = _on_terminal("budget", "a.yaml", columns=columns, cwd=tmp_path, NO_COLOR="1")
        said = re.sub(r"\x1b\[[0-9;]*m", "", said).replace("\u00a0", " ")
        assert said.count("1 234 567") == 16  # the line and the sum, in eight years
        assert "hyllor till alla förråd" in " ".join(said.split())
        assert said.count("9 876 536") == 2
        assert "…" not in said


def test_a_no_break_space_holds_in_the_terminal() -> None:
    said = _piped("show", "forslag-kalkyl.yaml", COLUMNS="40")
    assert "\u00a0" in said
    assert not re.search(r"[0-9]\u00a0?\n\s*(?:tkr|mnkr|kronor|kr)\b", said)


COMMANDS = ["new", "render", "show", "validate", "inspect", "budget", "config", "explain"]
COMMANDS += ["schema", "completion"]


@pytest.mark.parametrize("words", [*([one] for one in COMMANDS), ["templates", "check"]])
def test_help_begins_with_an_example_and_fits(words: list[str]) -> None:
    said = _on_terminal(*words, "--help", columns=50)
    assert said.split("\n\n")[1].split("\n")[0].startswith(f"  Exempel: namndkit {words[0]}")
    assert max(map(len, said.split("\n"))) <= 50
    for english in (
        "Usage",
        "Options",
        "Arguments",
        "Show this",
        "default",
        "required",
        "Commands",
    ):
        assert english not in said


@pytest.mark.parametrize(
    "words", ["validate .", "show yttrande-remiss.yaml", "budget .", "explain", "schema"]
)
def test_a_pipe_that_closes_early_is_no_fault(words: str) -> None:
    shell = f"{sys.executable} -m namndkit {words} | head -n 1"
    done = subprocess.run(
        ["bash", "-c", shell], cwd=CASES, env=_clean(), capture_output=True, timeout=60, check=False
    )
    assert len(done.stdout.splitlines()) == 1
    assert b"Traceback" not in done.stderr
    assert b"Broken" not in done.stderr


@pytest.mark.parametrize(
    "words", [("show", "yttrande-remiss.yaml"), ("budget", "."), ("render", "--help")]
)
def test_an_old_code_page_prints_what_it_can(words: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "namndkit", *words],
        cwd=CASES,
        env=_clean(PYTHONIOENCODING="cp1252", PYTHONUTF8="0"),
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode("cp1252")
    assert "ä" in done.stdout.decode("cp1252")


@pytest.mark.parametrize("columns", ["0", "1", "2", "19"])
def test_a_terminal_without_a_width_is_told_everything(
    columns: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = []
    for width in (columns, "20"):
        monkeypatch.setenv("COLUMNS", width)
        for command in (
            ["show", str(ROOT / "cases" / "forslag-flerarigt.yaml")],
            ["validate", str(ROOT / "tests" / "errors" / "flera-fel.yaml")],
        ):
            with pytest.raises(SystemExit):
                main(command)
            printed = capsys.readouterr()
            said.append(printed.out + printed.err)
    assert all(said)
    assert said[:2] == said[2:]
