"""``namndkit new --from-docx``: a case taken from a Word document loses no word of it."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest

from conftest import CASES, render_file
from document_dump import text
from namndkit.cli import main
from namndkit.pipeline import Renderer, check

KNOWN = {"NK201", "NK202", "NK205"}
"""Parts that a document does not hold as text, and headings deeper than a case has."""


def _run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    assert isinstance(ended.value.code, int)
    return ended.value.code


def _words(of: str) -> set[str]:
    return {word for word in re.findall(r"[\w§]+", of) if len(word) > 2}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_word_of_our_own_documents_comes_back(
    path: Path, renderer: Renderer, tmp_path: Path
) -> None:
    rendered = render_file(renderer, path)
    assert rendered.data is not None
    document, case = tmp_path / "x.docx", tmp_path / "x.yaml"
    document.write_bytes(rendered.data)
    kind = "förslag" if path.stem.startswith("forslag") else "yttrande"
    assert _run("new", kind, str(case), "--from-docx", str(document)) == 0
    made = case.read_text(encoding="utf-8")
    dump = text(rendered.data).partition("\n\n")[2]
    structure = {"Rekommendation", "Yrkande", "Fråga", "Spalter", "Nämndtabell", "spalt", "nivå"}
    lost = _words(dump) - _words(made.replace("\u00a0", " ")) - structure - {"num", "Strong"}
    headings = {"Insatser", "Bakgrund", "Målgrupp", "Förväntad", "effekt", "insatsen", "Yttrande"}
    prompts = {
        "Sammanfattning",
        "beskriv",
        "ansökan",
        "handlar",
        "om",
        "vilken",
        "yrkesgrupp",
        "berör",
        "samt",
        "antal",
    }
    prompts |= {"medarbetare", "Ärendet", "sidfot"}
    assert {word for word in lost if not word.isdigit()} <= headings | prompts
    checked = check(case.read_bytes(), "x.yaml", tmp_path)
    wrong = [
        one
        for one in checked.diagnostics
        if one.code.startswith(("NK1", "NK2")) and one.severity == 1
    ]
    assert [one.message for one in wrong if one.code not in KNOWN] == []
    assert checked.case is not None


def _foreign(path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Malmö stad")
    document.add_heading("Bakgrund (kort)", 1)
    lead = document.add_paragraph("Så ")
    lead.add_run("var").bold = True
    lead.add_run(" det: #1 | *x*")
    document.add_paragraph("ett", style="List Number")
    document.add_paragraph("två", style="List Number")
    document.add_heading("Insatser", 1)
    document.add_paragraph("Vi vill:")
    document.add_heading("Kurs: # i två steg", 2)
    document.add_paragraph("Den hålls.")
    document.add_heading("Övrigt", 1)
    document.add_paragraph("Slut.")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "a", "b"
    document.save(str(path))


def test_a_foreign_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document, case = tmp_path / "x.docx", tmp_path / "x.yaml"
    _foreign(document)
    answers = ("--titel", "Titeln", "--nämnd", "servicenämnden")
    assert _run("new", "förslag", str(case), "--from-docx", str(document), *answers) == 0
    told = capsys.readouterr().err
    assert "stycke 1 i dokumentet: Malmö stad" in told
    assert "tabell 1 (under ”Övrigt”), rad 1: a | b" in told
    made = case.read_text(encoding="utf-8")
    assert (
        made.partition("titel:")[2]
        == """ Titeln
nämnd: servicenämnden

bakgrund: |
  Så **var** det: #1 | *x*

  - ett
  - två

insatser_inledning: |
  Vi vill:
insatser:
  - rubrik: "Kurs: # i två steg"
    text: |
      Den hålls.

avsnitt:
  - rubrik: Övrigt
    text: |
      Slut.

# Det här fick ingen plats:
# stycke 1 i dokumentet: Malmö stad
# tabell 1 (under ”Övrigt”), rad 1: a | b
"""
    )


def test_document_that_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.docx").write_bytes(b"no zip")
    for name, code in (("x.docx", "NK601"), ("saknas.docx", "NK501")):
        case = tmp_path / "x.yaml"
        assert _run("new", "förslag", str(case), "--from-docx", str(tmp_path / name)) == 2
        assert code in capsys.readouterr().err
        assert not case.exists()
