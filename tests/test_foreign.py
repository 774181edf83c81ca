"""Files that are no cases given as cases, and cases given as Word documents."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from conftest import old_document
from namndkit.pipeline import check


def _packed(name: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, "x" * 50)
    return buffer.getvalue()


def _run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "namndkit", *words],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        env={"PYTHONIOENCODING": "utf-8", "COLUMNS": "300", "NO_COLOR": "1"},
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("command", ["render", "validate", "show", "config", "budget"])
def test_a_word_document_given_as_a_case_is_called_that(tmp_path: Path, command: str) -> None:
    (tmp_path / "x.docx").write_bytes(old_document())
    done = _run(tmp_path, command, "x.docx")
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert "fel NK107: Filen är ett Word-dokument, inte ett ärende." in said
    assert "namndkit inspect x.docx" in said
    assert "--from-docx x.docx" in said
    assert (tmp_path / "x.docx").read_bytes() == old_document()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (_packed("xl/workbook.xml"), "ett Excel-dokument"),
        (_packed("a.txt"), "en packad fil (zip)"),
        (b"%PDF-1.7\n", "en PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "ett dokument från ett äldre Office-program"),
    ],
)
def test_other_files_are_called_what_they_are(tmp_path: Path, data: bytes, kind: str) -> None:
    (found,) = check(data, "x.yaml", tmp_path).diagnostics
    assert found.message == f"Filen är {kind}, inte ett ärende."
    assert found.hint == "Ange ärendets fil, som slutar på .yaml."


def test_a_word_document_is_not_drawn_in(tmp_path: Path) -> None:
    (tmp_path / "b.docx").write_bytes(old_document())
    text = "typ: yttrande\ntitel: T\nnämnd: x\nyttrande: {fil: b.docx}\n"
    found = check(text.encode(), "x.yaml", tmp_path).diagnostics
    assert [(one.code, one.message) for one in found] == [
        ("NK112", "Filen ”b.docx” är ett Word-dokument, ingen text.")
    ]


@pytest.mark.parametrize(
    "words", [("inspect", "a.yaml"), ("new", "yttrande", "b.yaml", "--from-docx", "a.yaml")]
)
def test_a_case_given_as_a_document_is_called_that(tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "a.yaml").write_text("typ: yttrande\n", encoding="utf-8")
    done = _run(tmp_path, *words)
    said = done.stdout + done.stderr
    assert "fel NK601: Filen är ett ärende, inget Word-dokument." in said
    assert "namndkit validate a.yaml" in said
