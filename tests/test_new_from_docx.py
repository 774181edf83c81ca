"""``namndkit new --from-docx``: a case taken from a Word document loses no word of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

import own_cases
from conftest import ROOT
from document_dump import dump, text
from namndkit.cli import main
from namndkit.cli.cases import Folders
from namndkit.pipeline import Checked, check, own_templates, templates_in
from namndkit.values.text import origins

FOOT = "## Det här fick ingen plats:"


def _run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    assert isinstance(ended.value.code, int)
    return ended.value.code


EVERY = sorted(one for one in (ROOT / "cases").rglob("*.yaml") if one.name != "namndkit.yaml")
KINDS = sorted(
    {*own_templates().form.names, *templates_in(ROOT / "templates" / "tjansteutlatande").form.names}
)


def _documents(case: Path, folder: Path) -> Iterator[tuple[str, Path]]:
    """Each document of ``case`` that can be written, whatever its kind, and a folder for its way home."""
    for kind in KINDS:
        written = folder / f"{kind}.docx"
        if _run("render", str(case), "--as", kind, "-o", str(written)) != 0:
            continue
        home = folder / kind
        home.mkdir()
        settings = case.with_name("namndkit.yaml")
        if settings.exists():
            shutil.copy(settings, home)
        yield kind, written


def _home_again(kind: str, written: Path, said: pytest.CaptureFixture[str]) -> tuple[Path, bytes]:
    """The case that is taken from the document ``written``, and the document that it gives."""
    case, again = written.with_suffix("") / "x.yaml", written.with_suffix("") / "x.docx"
    said.readouterr()
    board = ("--nämnd", "servicenämnden") if not (case.parent / "namndkit.yaml").exists() else ()
    assert _run("new", kind, str(case), "--from-docx", str(written), *board) == 0
    assert "varning" not in said.readouterr().err
    assert _run("render", str(case), "-o", str(again)) == 0, said.readouterr().err
    assert "NK244" not in said.readouterr().err
    return case, again.read_bytes()


def test_every_kind_is_among_the_documents_of_the_examples(tmp_path: Path) -> None:
    found: set[str] = set()
    for number, case in enumerate(EVERY):
        (tmp_path / str(number)).mkdir()
        found |= {kind for kind, _ in _documents(case, tmp_path / str(number))}
    assert found == {*KINDS}


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)
def test_our_own_documents_come_back_whole(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of each document of a case, whatever its kind, a case is made that gives the same document."""
    documents = list(_documents(path, tmp_path))
    assert documents
    for kind, written in documents:
        _, again = _home_again(kind, written, capsys)
        assert text(again) == text(written.read_bytes())


@pytest.mark.parametrize("name", own_cases.CASES)
def test_what_the_examples_lack_comes_back_too(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = tmp_path / "a.yaml"
    case.write_text(own_cases.CASES[name], encoding="utf-8")
    documents = list(_documents(case, tmp_path))
    assert documents
    for kind, written in documents:
        _, again = _home_again(kind, written, capsys)
        assert dump(again) == dump(written.read_bytes())


SPREAD = {
    *("målgrupp", "förväntad_effekt", "ställningstagande", "saken", "yttrande", "rubriker"),
    *("inledning", "svar", "avslutning"),
}
"""Fields whose words the document prints together, and those that it does not show as such."""


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)
def test_fields_of_our_own_documents_come_back_under_their_keys(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All that the main document of a case prints stands under its own key again."""
    kind, written = next(one for one in _documents(path, tmp_path) if one[0] in _typ(path))
    case, _ = _home_again(kind, written, capsys)
    before, after = (_main(one, path.parent) for one in (path, case))
    unprinted = {one.position.line for one in before.diagnostics if one.code == "NK244"}
    assert not unprinted
    expected, found = _fields(before, kind), _fields(after, kind)
    assert {key: found.get(key) for key in expected} == expected


def _typ(path: Path) -> str:
    return next(row for row in path.read_text("utf-8").split("\n") if row.startswith("typ: "))


def _main(path: Path, folder: Path) -> Checked:
    defaults = Folders().of(str(folder / "x.yaml"))
    templates = Folders().renderer(str(folder / "x.yaml")).templates
    return check(path.read_bytes(), path.name, folder, defaults, templates)


def _fields(checked: Checked, kind: str) -> dict[tuple[str | int, ...], str]:
    """The letters of every text that the main document prints, by its path; the template gives capitals."""
    main = checked.papers[0]
    assert main.worded
    return {
        path: "".join(filter(str.isalnum, str(getattr(value, "iso", value)).casefold()))
        for path, value in main.case.blad
        if {id(one) for one in origins(value)} & main.worded.printed
        and not SPREAD & set(path)
        and path[0] != "kostnad"
        and not _is_counted(path, value)
    }


def _is_counted(path: tuple[str | int, ...], value: object) -> bool:
    """True for a number that is the point's place in its list, which need not be said."""
    return path[-1] == "nummer" and value == str(int(path[1]) + 1)


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
    answers = ("--titel", "Hyllor", "--nämnd", "servicenämnden")
    assert _run("new", "förslag", str(case), "--from-docx", str(document), *answers) == 0
    told = capsys.readouterr().err
    assert (
        "NK640: Texten har ingen plats i ärendet: ”Malmö stad”. Plats: stycke 1 i dokumentet."
        in told
    )
    assert (
        "NK640: Tabellens rad har ingen plats i ärendet: ”a | b”. Plats: tabell 1 (under ”Övrigt”), rad 1."
        in told
    )
    assert (
        "NK641: Texten läses som något annat än den står: ”Så var det: #1 | *x*”. Plats: stycke 1 under ”Bakgrund (kort)”."
        in told
    )
    made = case.read_text(encoding="utf-8")
    live = [line for line in made.split("\n") if not line.lstrip().startswith("# ")]
    assert "\n".join(line for line in live if line and not line.lstrip().startswith("##")) == (
        """typ: förslag
titel: Hyllor
nämnd: servicenämnden
bakgrund: |
  Så **var** det: #1 | *x*
  1. ett
  2. två
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
      Slut.
rubriker:
  bakgrund: Bakgrund (kort)"""
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


def test_what_only_another_kind_has_a_key_for_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_text(
        "typ: yttrande\ntitel: T\nnämnd: servicenämnden\n"
        "besvarar: motion av Nora Feldt (MP)\nyttrande: Text.\n",
        encoding="utf-8",
    )
    for command in (["render", "a.yaml"], ["new", "förslag", "n.yaml", "--from-docx", "a.docx"]):
        with pytest.raises(SystemExit) as ended:
            main(command)
        assert ended.value.code == 0
    assert "NK640" in capsys.readouterr().err
    assert "motion av Nora Feldt (MP)" in Path("n.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("added", [" Justerad", " och mer", " 2"])
def test_words_put_into_the_line_of_the_decision_are_told(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    added: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit):
        main(["render", str(ROOT / "cases" / "yttrande-motion.yaml"), "-o", "a.docx"])
    document = docx.Document("a.docx")
    (line,) = (one for one in document.paragraphs if "2025-04-23" in one.text)
    line.runs[-1].text += added
    document.save("a.docx")
    with pytest.raises(SystemExit) as ended:
        main(["new", "yttrande", "n.yaml", "--from-docx", "a.docx"])
    assert ended.value.code == 0
    made = Path("n.yaml").read_text(encoding="utf-8")
    assert "NK640" in capsys.readouterr().err
    assert " ".join(line.text.split()) in " ".join(made.split())
