"""Completion in the shell: what is offered, in a shell that asks for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT
from namndkit.cli import main


def _offered(typed: str, folder: Path) -> list[str]:
    """What the last word of ``typed`` may become."""
    words = typed.split(" ")
    done = subprocess.run(
        [sys.executable, "-m", "namndkit"],
        cwd=folder,
        env={
            **os.environ,
            "COMP_WORDS": typed,
            "COMP_CWORD": str(len(words) - 1),
            "_NAMNDKIT_COMPLETE": "complete_bash",
            "PYTHONPATH": str(ROOT / "src"),
        },
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.stderr == b""
    return done.stdout.decode().split()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("motion.yaml", "moms.yml", "namndkit.yaml", "brev.docx", ".gömd.yaml", "x.txt"):
        (tmp_path / name).write_text("", "utf-8")
    (tmp_path / "moduler").mkdir()
    (tmp_path / "arenden").mkdir()
    (tmp_path / "arenden" / "a.yaml").write_text("", "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("namndkit re", ["render"]),
        ("namndkit templates ", ["check"]),
        ("namndkit render mo", ["moduler/", "moms.yml", "motion.yaml"]),
        ("namndkit validate n", []),
        ("namndkit show are", ["arenden/", "arenden/a.yaml"]),
        ("namndkit config arenden/", ["arenden/a.yaml"]),
        ("namndkit inspect b", ["brev.docx"]),
        ("namndkit new y", ["yttrande"]),
        ("namndkit render --type f", ["förslag"]),
        (
            "namndkit render --as ",
            ["förslag", "protokollsutdrag", "tjänsteskrivelse", "yttrande"],
        ),
        ("namndkit validate --format s", ["sarif"]),
        ("namndkit explain NK90", ["NK900"]),
        ("namndkit validate --select NK305,NK90", ["NK305,NK900"]),
        ("namndkit render --dr", ["--draft", "--dry-run"]),
        ("namndkit completion z", ["zsh"]),
    ],
)
def test_what_is_offered(typed: str, offered: list[str], folder: Path) -> None:
    assert _offered(typed, folder) == offered


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell", "pwsh"])
def test_lines_for_each_shell(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["completion", shell])
    assert ended.value.code == 0
    assert "_NAMNDKIT_COMPLETE" in capsys.readouterr().out


def test_lines_are_put_where_bash_reads_them(tmp_path: Path) -> None:
    bash = shutil.which("bash")
    assert bash is not None
    environment = {**os.environ, "HOME": str(tmp_path), "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, "-m", "namndkit", "completion", "bash", "--install"],
        env=environment,
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert "Öppna en ny terminal" in done.stderr.decode()
    asked = subprocess.run(
        [bash, "-c", "source ~/.bashrc; complete -p namndkit"],
        env=environment,
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert b"-o filenames -F _namndkit_completion" in asked.stdout  # or blanks are not escaped


def test_unknown_shell_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["completion", "tcsh"])
    assert ended.value.code == 2
    assert "tcsh" in capsys.readouterr().err
