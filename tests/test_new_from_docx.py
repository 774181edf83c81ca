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


FOOT = "## Det här fick ingen plats:"


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
    starter, _, foot = case.read_text(encoding="utf-8").partition(FOOT)
    made = "\n".join([*(line for line in starter.split("\n") if line[:1] != "#"), foot])
    dump = text(rendered.data).partition("\n\n")[2]
    structure = {"Rekommendation", "Yrkande", "Fråga", "Spalter", "Nämndtabell", "spalt", "nivå"}
    lost = _words(dump) - _words(made.replace("\u00a0", " ")) - structure - {"num", "Strong"}
    headings = {
        "Insatser",
        "Bakgrund",
        "Målgrupp",
        "Förväntad",
        "effekt",
        "insatsen",
        "Yttrande",
        "Kostnad",
    }
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
    assert "läses som kursiv" in told
    assert "stycke 1 under ”Bakgrund (kort)”: Så var det: #1 | *x*" in told
    made = case.read_text(encoding="utf-8")
    live = [line for line in made.split("\n") if not line.lstrip().startswith("# ")]
    assert "\n".join(line for line in live if line and not line.lstrip().startswith("##")) == (
        """typ: förslag
titel: Titeln
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
målgrupp: |
  [Skriv vilka som berörs]
förväntad_effekt: |
  [Skriv vilken effekt som väntas]
kostnad:
  rader:
    - ändamål: "[Skriv vad pengarna går till]"
      belopp: "[Skriv beloppet]"
avsnitt:
  - rubrik: Övrigt
    text: |
      Slut."""
    )
    assert made.endswith(
        """
## Det här fick ingen plats:
## stycke 1 i dokumentet: Malmö stad
## tabell 1 (under ”Övrigt”), rad 1: a | b
"""
    )


WHOLE = (
    ("Bakgrund", ("Förråden saknar hyllor.",)),
    ("Insatser", ()),
    ("Målgrupp", ("Vaktmästarna.",)),
    ("Förväntad effekt", ("Ordning.",)),
    ("Kostnader", ("Nämnden söker 600 kronor.", "Det räcker.")),
)


def _whole(path: Path, *signatures: str) -> None:
    document = docx.Document()
    document.add_heading("Förslag om hyllor", 0)
    for heading, texts in WHOLE:
        document.add_heading(heading, 1)
        for one in texts:
            document.add_paragraph(one)
        if heading == "Insatser":
            document.add_heading("Hyllor", 2)
            document.add_paragraph("Snickeriet bygger dem.")
    for one in signatures:
        document.add_paragraph(one)
    document.save(str(path))


def test_cost_has_its_place_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document, case, table = tmp_path / "x.docx", tmp_path / "x.yaml", tmp_path / "k.csv"
    _whole(document)
    table.write_text("Ändamål;Belopp\nhyllor;600 kr\n", encoding="utf-8")
    answers = ("--nämnd", "servicenämnden", "--from-docx", str(document))
    assert _run("new", "förslag", str(case), *answers, "--from-cost", str(table)) == 0
    said = capsys.readouterr().err
    assert "hakparentes" not in said
    assert "Kontrollera ärendet: namndkit validate" in said
    assert "ingen plats" not in said
    made = case.read_text(encoding="utf-8")
    assert made.count("\nkostnad:") == 1
    assert "  rader:\n    - ändamål: hyllor\n      belopp: 600 kr\n" in made
    assert "\n  text: |\n    Nämnden söker 600 kronor.\n\n    Det räcker.\n" in made
    assert "# undertecknare:" in made
    assert "fick ingen plats" not in made
    assert check(case.read_bytes(), "x.yaml", tmp_path).diagnostics == ()


@pytest.mark.parametrize(
    "signatures",
    [
        ("Anna Ek", "Ordförande"),
        ("Anna Ek (S)\tBo von Alm", "Ordförande\tNämndsekreterare"),
        ("__________", "Anna Ek-Lind / Ordförande", "Bo Alm\nförvaltningsdirektör"),
        ("Anna Ek, 2:e vice ordförande",),
    ],
)
def test_signatures_are_told_and_kept_as_comments(
    signatures: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document, case = tmp_path / "x.docx", tmp_path / "x.yaml"
    _whole(document, *signatures)
    assert _run("new", "förslag", str(case), "--from-docx", str(document)) == 0
    told, made = capsys.readouterr().err, case.read_text(encoding="utf-8")
    before, _, foot = made.partition(FOOT)
    for one in signatures:
        assert " ".join(one.split()) in told
        assert " ".join(one.split()) in foot
    assert "Anna Ek" not in before


def test_names_in_a_text_are_no_signatures(tmp_path: Path) -> None:
    document, case = tmp_path / "x.docx", tmp_path / "x.yaml"
    _whole(document, "Anna Ek", "Vi tackar ordförande Bo Alm.")
    assert _run("new", "förslag", str(case), "--from-docx", str(document)) == 0
    made = case.read_text(encoding="utf-8")
    assert "\n    Anna Ek\n\n    Vi tackar ordförande Bo Alm.\n" in made


def test_statement_with_answers_asks_for_no_text(tmp_path: Path) -> None:
    document, case = tmp_path / "x.docx", tmp_path / "x.yaml"
    made = docx.Document()
    made.add_heading("Fråga 1: Varför?", 1)
    made.add_paragraph("Därför.")
    made.save(str(document))
    answers = ("--titel", "Svar", "--nämnd", "servicenämnden", "--from-docx", str(document))
    assert _run("new", "yttrande", str(case), *answers) == 0
    assert "# yttrande: |" in case.read_text(encoding="utf-8")
    assert check(case.read_bytes(), "x.yaml", tmp_path).diagnostics == ()


def test_document_that_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.docx").write_bytes(b"no zip")
    for name, code in (("x.docx", "NK601"), ("saknas.docx", "NK501")):
        case = tmp_path / "x.yaml"
        assert _run("new", "förslag", str(case), "--from-docx", str(tmp_path / name)) == 2
        assert code in capsys.readouterr().err
        assert not case.exists()
