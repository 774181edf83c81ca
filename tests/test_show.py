"""``namndkit show``: the document in the terminal, and its tree."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import CASES, ROOT, render_file
from document_dump import text
from namndkit.cli import main
from namndkit.pipeline import Renderer


def _run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as ended:
        main(["show", *arguments])
    assert isinstance(ended.value.code, int)
    said = capsys.readouterr()
    return ended.value.code, said.out, said.err


def _words(printed: str) -> list[str]:
    return re.findall(r"[\w§%]+", printed)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_word_of_the_document_is_shown(
    path: Path, renderer: Renderer, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = _run(capsys, str(path))
    assert code == 0
    rendered = render_file(renderer, path)
    assert rendered.data is not None
    body = text(rendered.data).partition("\n\n")[2]
    missing = set(_words(body)) - set(_words(out)) - {"Spalter", "Nämndtabell", "spalt", "Strong"}
    assert {word for word in missing if len(word) > 1} == set()
    assert len(set(_words(out))) > 15


def test_what_a_user_wrote_is_no_markup(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = tmp_path / "a.yaml"
    case.write_text(
        'typ: yttrande\ntitel: "[/röd] :smile: [bold]x"\nnämnd: n\nyttrande: a [länk]\n',
        "utf-8",
    )
    code, out, _ = _run(capsys, str(case))
    assert code == 0
    assert "[/röd] :smile: [bold]x" in out
    assert "a [länk]" in out


def test_gaps_are_shown_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = tmp_path / "a.yaml"
    case.write_text("typ: förslag\ntitel: T\nbakgrund: B\n", "utf-8")
    code, out, err = _run(capsys, str(case))
    assert code == 1
    assert "[Kostnad saknas]" in out
    assert "NK201" in err
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


def test_the_tree_names_roles_and_origins(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = _run(capsys, str(ROOT / "cases" / "yttrande-motion.yaml"), "--tree")
    assert code == 0
    lines = out.split("\n")
    assert lines[0] == "dokument  sidlayout tjänsteskrivelse"
    assert any(
        re.match(r"  rubrik 2 \(rekommendation\)  Yrkande 1: .*yttrande.md.j2:\d+\]", one)
        for one in lines
    )
    assert any("stycke beslutsfras" in one for one in lines)


def test_letter_and_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = str(ROOT / "cases" / "yttrande-remiss.yaml")
    code, out, _ = _run(capsys, case, "--as", "tjansteskrivelse")
    assert (code, "Förslag till beslut" in out) == (0, True)
    assert _run(capsys, case, "--as", "brev")[0] == 2
    assert _run(capsys, str(tmp_path))[0] == 2
    assert _run(capsys, str(tmp_path / "saknas.yaml"))[0] == 2


@pytest.mark.parametrize("columns", ["20", "40", "200"])
def test_fits_the_terminal(columns: str) -> None:
    case = str(ROOT / "cases" / "forslag-flerarigt.yaml")
    done = subprocess.run(
        [sys.executable, "-m", "namndkit", "show", case],
        env={"COLUMNS": columns, "PYTHONIOENCODING": "cp1252", "PATH": "", "NO_COLOR": "1"},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    lines = done.stdout.decode("cp1252").splitlines()
    assert max(map(len, lines)) <= min(int(columns), 80)
    assert "\x1b" not in done.stdout.decode("cp1252")
