"""README tells the truth: its commands run, its example renders, its lists are complete."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from conftest import ROOT, judge, read

README = (ROOT / "README.md").read_text(encoding="utf-8")


def _blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def _commands() -> list[str]:
    """Every ``namndkit …`` in a sh block, without what installs it."""
    lines = [line for block in _blocks("sh") for line in block.strip().split("\n")]
    found = [re.search(r"(?:^|[/ ])namndkit (\w.*)", line) for line in lines]
    return sorted({match[1] for match in found if match})


def test_there_are_commands() -> None:
    assert len(_commands()) >= 1


@pytest.mark.parametrize("command", _commands())
def test_command_runs(command: str, tmp_path: Path) -> None:
    if "--pdf" in command:
        judge("soffice")
    for name in ("cases", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name)
    done = subprocess.run(
        [sys.executable, "-m", "namndkit", *shlex.split(command)],
        cwd=tmp_path,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, b""), done.stderr.decode()


def _recipes() -> dict[str, list[str]]:
    """The commands of each recipe for CI, by what runs it; pre-commit's by way of its hook."""
    github, gitlab, hook = (
        yaml.safe_load(block)
        for block in _blocks("yaml")
        if block.startswith(("on:", "arenden:", "repos:"))
    )
    (step,) = hook["repos"][0]["hooks"]
    (ours,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert (ours["id"], ours["pass_filenames"]) == (step["id"], False)
    steps = github["jobs"]["arenden"]["steps"]
    return {
        "github": [step["run"] for step in steps if "run" in step],
        "gitlab": gitlab["arenden"]["script"],
        "pre-commit": [f"{ours['entry']} {' '.join(step['args'])}"],
    }


@pytest.mark.parametrize("where", ["github", "gitlab", "pre-commit"])
def test_recipes_for_ci_pass_what_is_right_and_stop_what_is_wrong(
    where: str, tmp_path: Path
) -> None:
    commands = [one for one in _recipes()[where] if one.startswith("namndkit ")]
    assert commands
    folder = tmp_path / "arenden" / "mars"
    folder.mkdir(parents=True)
    for name in ("forslag-kalkyl", "yttrande-remiss"):
        shutil.copy(ROOT / "cases" / f"{name}.yaml", folder)

    def codes() -> list[int]:
        return [
            subprocess.run(
                [sys.executable, "-m", *shlex.split(command)],
                cwd=tmp_path,
                capture_output=True,
                timeout=60,
                check=False,
            ).returncode
            for command in commands
        ]

    assert set(codes()) == {0}
    text = (folder / "forslag-kalkyl.yaml").read_text(encoding="utf-8")
    assert "  rader:\n" in text
    (folder / "forslag-kalkyl.yaml").write_text(
        text.replace("  rader:\n", "  summa: 1 kr\n  rader:\n"), encoding="utf-8"
    )
    assert set(codes()) == {1}


def test_example_case_has_no_findings() -> None:
    (example,) = [block for block in _blocks("yaml") if block.startswith("typ:")]
    assert read(example).diagnostics == ()
    assert read(example).case is not None


def test_both_marked_commands_are_there_for_ci() -> None:
    assert re.findall(r"<!-- run: (\w+) -->\n```sh\npython3 -m venv", README) == ["render", "test"]


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {re.split("[>=<]", one)[0] for one in project["dependencies"]}
    listed = set(re.findall(r"^\| ([\w-]+) \| \w", README, re.MULTILINE)) - {"package"}
    assert names == listed


def test_top_level_holds_what_was_agreed() -> None:
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split("\n")
    top = {line.partition("/")[0] for line in tracked if line} or {"README.md"}
    agreed = {"pyproject.toml", "README.md", "src", "templates", "cases", "tests"}
    assert {name for name in top if not name.startswith(".")} <= agreed
