"""One case holds all the documents of its ärende: what is common once, what differs under a kind's name."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from document_dump import text
from namndkit.pipeline import (
    Checked,
    Defaults,
    Renderer,
    check,
    paper_for,
    read_folder,
    templates_in,
)
from namndkit.values.diagnostic import Severity

ROOT = Path(__file__).resolve().parents[1]
PAIR = """\
typ: yttrande
titel: Svar på granskning av upphandling
nämnd: servicenämnden
förvaltning: serviceförvaltningen
datum: 2026-03-12
sammanfattning: Nämnden instämmer.
yttrande: |
  Nämnden inför en rutin för avrop.
tjänsteskrivelse:
  titel: Tjänsteskrivelse om revisorernas granskning
  datum: 2026-03-02
  sammanfattning: Revisorerna har granskat upphandlingen.
  ärendet: |
    Förvaltningen har tagit fram ett svar.
  beslut: [godkänna yttrandet]
"""


def _check(case: str, asked: str | None = None, defaults: Defaults | None = None) -> Checked:
    data = textwrap.dedent(case).encode()
    return check(data, "fall.yaml", Path(), defaults or Defaults(), None, asked)


def _codes(checked: Checked) -> list[str]:
    return [one.code for one in checked.diagnostics]


def _text(renderer: Renderer, checked: Checked, kind: str) -> str:
    made = renderer.render(checked, kind)
    assert made.data is not None, made.diagnostics
    return text(made.data)


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "namndkit", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)


def test_each_document_has_its_own_values_and_the_common_ones(renderer: Renderer) -> None:
    checked = _check(PAIR)
    assert _codes(checked) == []
    answer, letter = (_text(renderer, checked, kind) for kind in ("yttrande", "tjänsteskrivelse"))
    assert "Svar på granskning av upphandling" in answer
    assert "Tjänsteskrivelse om revisorernas granskning" in letter
    assert "Svar på granskning" not in letter
    assert "2026-03-12" in answer
    assert "2026-03-02" in letter
    assert "Nämnden instämmer." in answer
    assert "Nämnden instämmer." not in letter
    assert "Revisorerna har granskat upphandlingen." in letter
    assert "Servicenämnden" in letter


def test_render_writes_every_document_of_the_case(tmp_path: Path) -> None:
    (tmp_path / "svar.yaml").write_text(PAIR, encoding="utf-8")
    made = _run(tmp_path, "render", "svar.yaml", "-o", "ut/")
    assert made.returncode == 0, made.stderr
    names = sorted(path.name for path in (tmp_path / "ut").iterdir())
    assert names == ["svar-tjansteskrivelse.docx", "svar.docx"]
    again = _run(tmp_path, "render", "svar.yaml", "-o", "ut/", "--check")
    assert again.returncode == 0, again.stdout


def test_as_writes_one_of_them(tmp_path: Path) -> None:
    (tmp_path / "svar.yaml").write_text(PAIR, encoding="utf-8")
    assert _run(tmp_path, "render", "svar.yaml", "--as", "tjansteskrivelse").returncode == 0
    assert [path.name for path in tmp_path.glob("*.docx")] == ["svar-tjansteskrivelse.docx"]
    assert _run(tmp_path, "render", "svar.yaml", "--as", "Yttrande", "-o", "x.docx").returncode == 0
    assert (tmp_path / "x.docx").exists()


def test_the_main_document_alone_has_its_usual_name(tmp_path: Path) -> None:
    (tmp_path / "svar.yaml").write_text(PAIR, encoding="utf-8")
    assert _run(tmp_path, "render", "svar.yaml", "--as", "yttrande").returncode == 0
    assert [path.name for path in tmp_path.glob("*.docx")] == ["svar.docx"]
    assert _run(tmp_path, "render", "svar.yaml").stdout == ""
    assert sorted(path.name for path in tmp_path.glob("*.docx")) == [
        "svar-tjansteskrivelse.docx",
        "svar.docx",
    ]


@pytest.mark.parametrize("more", [(), ("--force",), ("--jobs", "2"), ("--as", "tjänsteskrivelse")])
def test_two_cases_never_write_one_document(tmp_path: Path, more: tuple[str, ...]) -> None:
    letter = (
        "typ: tjänsteskrivelse\ntitel: Annat\nnämnd: servicenämnden\närendet: Text.\nbeslut: [x]\n"
    )
    (tmp_path / "svar.yaml").write_text(PAIR, encoding="utf-8")
    (tmp_path / "svar-tjansteskrivelse.yaml").write_text(letter, encoding="utf-8")
    (tmp_path / "annat.yaml").write_text(PAIR, encoding="utf-8")
    made = _run(tmp_path, "render", ".", "-o", "ut", *more)
    assert made.returncode == 2
    assert made.stderr.count("NK509") == 2
    names = {path.name for path in (tmp_path / "ut").iterdir()}
    assert names <= {"annat.docx", "annat-tjansteskrivelse.docx"}


def test_a_name_that_no_document_takes_is_free(tmp_path: Path) -> None:
    """The other case could have a tjänsteskrivelse, and has none."""
    alone = PAIR.partition("tjänsteskrivelse:")[0]
    letter = "typ: tjänsteskrivelse\ntitel: Annat\nnämnd: servicenämnden\närendet: Text.\nbeslut: [x y]\n"
    (tmp_path / "svar.yaml").write_text(alone, encoding="utf-8")
    (tmp_path / "svar-tjansteskrivelse.yaml").write_text(letter, encoding="utf-8")
    made = _run(tmp_path, "render", ".")
    assert made.returncode == 0, made.stderr


@pytest.mark.parametrize("key", ["titel", "nämnd"])
def test_what_a_document_leaves_out_and_needs_is_told_there(key: str) -> None:
    """What is common stands above, and the document would have had a gap in its place."""
    head, _, own = PAIR.partition("tjänsteskrivelse:")
    lines = [line for line in own.split("\n") if not line.startswith(f"  {key}:")]
    case = f"{head}tjänsteskrivelse:\n  {key}: inga" + "\n".join(lines)
    (found,) = (one for one in _check(case).diagnostics if one.code == "NK201")
    assert (found.position.line, found.position.column) == (head.count("\n") + 2, len(key) + 5)


def test_what_every_document_says_itself_is_told_where_it_is_common() -> None:
    """Another document would print it, but that is not what the secretary meant."""
    case = f"typ: tjänsteskrivelse\n{PAIR.partition('nämnd:')[2]}"
    case = case.replace("typ: tjänsteskrivelse\n", "typ: tjänsteskrivelse\ntitel: Utan\nnämnd:")
    (found,) = (one for one in _check(case).diagnostics if one.position.line == 2)
    assert found.code == "NK244"
    assert "protokollsutdrag" not in (found.hint or "")
    assert "under tjänsteskrivelse gäller i stället" in (found.hint or "")


def test_a_document_that_is_said_twice_is_told_once() -> None:
    own = PAIR[PAIR.index("tjänsteskrivelse:") :]
    codes = [one.code for one in _check(f"{PAIR}\n{own}").diagnostics]
    assert codes == ["NK104"]


def test_one_that_is_kept_is_told_beside_one_that_is_written(tmp_path: Path) -> None:
    (tmp_path / "svar.yaml").write_text(PAIR, encoding="utf-8")
    another = PAIR.replace("tagit fram", "skrivit")
    (tmp_path / "annat.yaml").write_text(another, encoding="utf-8")
    other = ("--as", "tjänsteskrivelse", "-o", "svar-tjansteskrivelse.docx")
    assert _run(tmp_path, "render", "annat.yaml", *other).returncode == 0
    made = _run(tmp_path, "render", "svar.yaml")
    assert made.returncode == 1
    assert "Skrev svar.docx." in made.stderr
    assert made.stderr.endswith("svar-tjansteskrivelse.docx skrevs inte.\n")
    assert "Inget dokument skrevs" not in made.stderr


def test_standard_output_takes_one_document(tmp_path: Path) -> None:
    (tmp_path / "svar.yaml").write_text(PAIR, encoding="utf-8")
    refused = _run(tmp_path, "render", "svar.yaml", "-o", "-")
    assert refused.returncode == 2
    assert "--as" in refused.stderr + refused.stdout


def test_a_document_needs_nothing_of_its_own() -> None:
    case = PAIR.partition("tjänsteskrivelse:")[0]
    for word in ("ja", "yes", "Ja"):
        checked = _check(
            f"{case}beslut: godkänna yttrandet\närendet: Text.\ntjänsteskrivelse: {word}\n"
        )
        assert [paper.kind.name for paper in checked.papers] == ["yttrande", "tjänsteskrivelse"]
        assert _codes(checked) == []


@pytest.mark.parametrize("word", ["nej", "inga", "", "~", "{}"])
def test_a_document_that_is_said_not_to_be_is_not(word: str) -> None:
    case = PAIR.partition("tjänsteskrivelse:")[0]
    checked = _check(f"{case}tjänsteskrivelse: {word}\n")
    assert [paper.kind.name for paper in checked.papers] == ["yttrande"]


def test_none_leaves_out_what_the_case_has_in_common(renderer: Renderer) -> None:
    case = PAIR.replace(
        "sammanfattning: Revisorerna har granskat upphandlingen.", "sammanfattning: inga"
    )
    checked = _check(case)
    assert _codes(checked) == []
    assert "Nämnden instämmer." not in _text(renderer, checked, "tjänsteskrivelse")


def test_a_kind_that_is_called_as_a_field_is_meant_when_keys_stand_below(
    renderer: Renderer,
) -> None:
    checked = _check("""\
        typ: tjänsteskrivelse
        titel: Om cykelplanen
        nämnd: servicenämnden
        beslut: [lämna yttrandet]
        ärendet: Planen är på remiss.
        yttrande:
          titel: Svar på cykelplanen
          yttrande: Nämnden tycker om planen.
    """)
    assert _codes(checked) == []
    assert [paper.kind.name for paper in checked.papers] == ["tjänsteskrivelse", "yttrande"]
    assert "Nämnden tycker om planen." in _text(renderer, checked, "yttrande")


def test_the_main_document_can_have_a_block_too(renderer: Renderer) -> None:
    checked = _check("""\
        typ: yttrande
        titel: Gemensam titel
        nämnd: servicenämnden
        ärendet: Planen är på remiss.
        beslut: [lämna yttrandet]
        yttrande:
          titel: Bara yttrandets titel
          yttrande: Nämnden tycker om planen.
        tjänsteskrivelse: ja
    """)
    assert _codes(checked) == []
    assert "Bara yttrandets titel" in _text(renderer, checked, "yttrande")
    assert "Gemensam titel" in _text(renderer, checked, "tjänsteskrivelse")


def test_what_is_wrong_in_a_block_is_told_at_its_place() -> None:
    checked = _check(
        PAIR
        + "  datumm: 2026-01-01\n  insatser: [{text: X}]\n  kostnad: [{ändamål: x, belopp: 1.500 tkr}]\n"
    )
    told = {(one.code, one.position.line) for one in checked.diagnostics}
    assert {("NK105", 16), ("NK106", 17), ("NK302", 18)} <= told


@pytest.mark.parametrize(
    ("block", "code"),
    [("tjänsteskrivelse: |\n  Text.\n", "NK107"), ("tjänsteskrivelse: [a]\n", "NK107")],
)
def test_a_text_under_the_name_of_a_kind_is_no_document(block: str, code: str) -> None:
    case = PAIR.partition("tjänsteskrivelse:")[0]
    assert code in _codes(_check(case + block))


def test_two_blocks_for_one_document_are_told() -> None:
    assert "NK104" in _codes(_check(PAIR + "Tjansteskrivelse:\n  titel: X\n"))


def test_what_one_document_lacks_does_not_stop_another_that_is_asked_for(
    renderer: Renderer,
) -> None:
    case = "typ: förslag\ntitel: X\nnämnd: servicenämnden\nbeslut: [anta planen]\närendet: Text.\n"
    assert "NK201" in _codes(_check(case))
    checked = _check(case, asked="tjänsteskrivelse")
    assert not checked.blocked()
    assert "anta planen" in _text(renderer, checked, "tjänsteskrivelse")


COST = """\
kostnad:
  - {ändamål: vågar, belopp: 180 tkr}
  - {ändamål: utbildning, belopp: 20 tkr}
"""


@pytest.mark.parametrize("kind", ["tjänsteskrivelse", "yttrande", "förslag"])
def test_a_cost_stands_in_any_kind_and_is_held_against_the_text(kind: str) -> None:
    case = f"typ: {kind}\ntitel: X\nnämnd: servicenämnden\nsammanfattning: |\n  Kostnaden är {{=summa}}. "
    checked = _check(case + "Totalt kostar det 250 tkr.\n" + COST)
    assert "NK330" not in _codes(checked)
    assert "NK321" in _codes(checked)
    paper = paper_for(checked, kind)
    assert paper is not None
    assert "Kostnaden är 200\u00a0000\u00a0kronor." in str(paper.case.sammanfattning)


def test_a_cost_in_a_block_is_added_up(tmp_path: Path) -> None:
    block = textwrap.indent("sammanfattning: Det kostar {=summa}.\n" + COST, "  ")
    case = PAIR.replace("  sammanfattning: Revisorerna har granskat upphandlingen.\n", block)
    checked = _check(case)
    assert _codes(checked) == []
    assert checked.budget is not None
    assert checked.budget.summa.kronor == 200_000
    (tmp_path / "svar.yaml").write_text(case, encoding="utf-8")
    assert "200" in _run(tmp_path, "budget", "svar.yaml").stdout


def test_a_common_cost_is_counted_once() -> None:
    case = PAIR.replace("tjänsteskrivelse:\n", COST + "tjänsteskrivelse:\n")
    checked = _check(case)
    assert len(checked.papers) == 2
    assert len(checked.budgets) == 1


def test_defaults_hold_for_every_document(renderer: Renderer) -> None:
    defaults = read_folder(
        b"stil: aktiv\nrubriker: {skickas_till: Beslutet skickas till}\n", "namndkit.yaml"
    )
    assert defaults.diagnostics == ()
    case = PAIR.replace("[godkänna yttrandet]", "[Servicenämnden godkänner yttrandet.]")
    checked = _check(case + "  skickas_till: [Revisorerna]\n", defaults=defaults)
    assert _codes(checked) == []
    letter = _text(renderer, checked, "tjänsteskrivelse")
    assert "Beslutet skickas till" in letter
    assert "att Servicenämnden" not in letter


def test_what_no_document_prints_names_those_that_would() -> None:
    case = PAIR.partition("tjänsteskrivelse:")[0]
    checked = _check(case + "beslutsunderlag: [Granskningsrapport]\n")
    (found,) = checked.diagnostics
    assert (found.code, found.severity, found.position.line) == ("NK244", Severity.WARNING, 9)
    assert found.message == "”beslutsunderlag” skrivs inte ut i ärendets yttrande."
    assert "tjänsteskrivelse: ja" in found.hint


def test_a_value_that_the_other_document_prints_is_no_finding() -> None:
    assert _codes(_check(PAIR + "beslutsunderlag: [Granskningsrapport]\n")) == []


def test_a_value_in_a_block_that_its_document_does_not_print_is_told_there() -> None:
    checked = _check(PAIR + "  rekommendationer: [{text: Gör det., svar: Ja.}]\n")
    assert [(one.code, one.position.line) for one in checked.diagnostics] == [("NK244", 16)]


def test_a_word_that_steers_nothing_is_told() -> None:
    assert _codes(_check(PAIR + "  underskrift: {digital: ja}\n")) == ["NK244"]
    assert _codes(_check(PAIR + "visa_huvud: ja\n")) == []
    assert _codes(_check(PAIR + "ledtexter: ja\n")) == ["NK244"]


@pytest.mark.parametrize(
    "key", ["kommun", "förvaltning", "ert_diarienummer", "besvarar", "bilagor"]
)
@pytest.mark.parametrize("word", ["inga", "Ingen", "inget"])
def test_a_word_for_none_is_never_printed(renderer: Renderer, key: str, word: str) -> None:
    case = PAIR.replace("förvaltning: serviceförvaltningen\n", "") + f"{key}: {word}\n"
    checked = _check(case)
    assert not checked.blocked(), checked.diagnostics
    for paper in checked.papers:
        lines = _text(renderer, checked, paper.kind.name).split("\n")
        assert word not in lines
        assert not [line for line in lines if line.endswith(f": {word}")]


def test_a_word_for_none_that_could_be_somebodys_sentence_is_refused() -> None:
    case = PAIR.replace("yttrande: |\n  Nämnden inför en rutin för avrop.\n", "")
    checked = _check(case + "frågor: [{text: Finns det fler?, svar: Inga}]\n")
    assert [(one.code, one.position.line) for one in checked.diagnostics] == [("NK107", 14)]
    assert _codes(_check(case + "frågor: [{text: Finns det fler?, svar: Inga.}]\n")) == []


def test_a_block_has_no_kind_of_its_own_and_no_block_in_it() -> None:
    checked = _check(PAIR + "  typ: förslag\n  protokollsutdrag:\n    titel: X\n")
    told = [(one.code, one.position.line, one.hint) for one in checked.diagnostics]
    assert told == [
        ("NK105", 16, "Ta bort raden."),
        ("NK105", 17, "”protokollsutdrag” skrivs ytterst i filen."),
    ]


def test_a_word_that_orders_nothing_is_told_with_those_that_do(renderer: Renderer) -> None:
    checked = _check(PAIR + "  ordning: [Beslut, arendet, titel]\n")
    (found,) = checked.diagnostics
    assert (found.code, found.position.line, found.position.column) == ("NK244", 16, 30)
    assert "sammanfattning, beslut, beslutsunderlag" in found.hint
    letter = _text(renderer, checked, "tjänsteskrivelse")
    places = [letter.index(one) for one in ("Förslag till beslut", "Ärendet", "Sammanfattning")]
    assert places == sorted(places)


def test_headings_of_the_document_the_case_and_the_folder_hold_together(renderer: Renderer) -> None:
    folder = "rubriker: {skickas_till: Kopia till, ärendet: Om ärendet}\n".encode()
    defaults = read_folder(folder, "namndkit.yaml")
    own = "  skickas_till: [Revisorerna]\n  rubriker: {beslut: Vi föreslår}\n"
    checked = _check(PAIR + own + "rubriker: {ärendet: Beskrivning}\n", defaults=defaults)
    assert _codes(checked) == []
    letter = _text(renderer, checked, "tjänsteskrivelse")
    assert all(word in letter for word in ("Kopia till", "Beskrivning", "Vi föreslår"))
    assert "Om ärendet" not in letter


def test_a_part_can_be_without_its_heading_and_a_yttrande_without_its_phrase(
    renderer: Renderer,
) -> None:
    case = PAIR + "  ansvariga: [Ada Ek]\n  rubriker: {ansvariga: inga}\nbeslutsfras: inga\n"
    checked = _check(case)
    assert _codes(checked) == []
    letter = _text(renderer, checked, "tjänsteskrivelse")
    assert "Ada Ek" in letter
    assert "Ansvariga" not in letter
    assert "lämna följande yttrande" not in _text(renderer, checked, "yttrande")


def test_a_tjansteskrivelse_goes_to_those_that_it_names_itself(renderer: Renderer) -> None:
    common = PAIR + "till: Stadsrevisionen\n"
    checked = _check(common)
    assert _codes(checked) == []
    assert "Stadsrevisionen" in _text(renderer, checked, "yttrande")
    assert "Stadsrevisionen" not in _text(renderer, checked, "tjänsteskrivelse")
    own = _check(PAIR + "  till: Servicenämnden i plenum\n")
    assert _codes(own) == []
    assert "Servicenämnden i plenum" in _text(renderer, own, "tjänsteskrivelse")


def _with_template(folder: Path, template: str, case: str) -> Checked:
    """``case`` checked with namndkit's own templates and one of its own, for a ``brev``."""
    head = "{#---\nnamn: brev\nbeskrivning: Ett brev.\n---#}\n::: sidlayout yttrande\n"
    (folder / "brev.md.j2").write_text(head + template, encoding="utf-8")
    data = textwrap.dedent(case).encode()
    return check(data, "fall.yaml", Path(), Defaults(), templates_in(folder))


def test_a_gap_for_what_the_case_has_is_an_error(tmp_path: Path) -> None:
    """The words would say that it is missing, and nothing else would."""
    template = '# {{ titel }}\n\n{{ saknas("titel") }}\n\n{{ yttrande }}\n'
    checked = _with_template(tmp_path, template, "typ: brev\ntitel: Nya skåp\nyttrande: Ja.\n")
    (found,) = checked.diagnostics
    assert (found.code, found.position.line) == ("NK201", 2)
    assert "brev.md.j2 skriver att det saknas" in found.message
    assert checked.blocked()


def test_a_gap_for_what_is_told_already_is_told_once(tmp_path: Path) -> None:
    template = '# {{ titel }}\n\n{{ datum|iso if datum else saknas("datum") }}\n'
    checked = _with_template(tmp_path, template, "typ: brev\ntitel: Skåp\ndatum: '[Skriv datum]'\n")
    assert _codes(checked) == ["NK202"]


def test_a_folders_heading_for_no_part_is_told_in_its_file() -> None:
    defaults = read_folder(b"rubriker: {yttrandet: Svar, zzz: Hej}\n", "namndkit.yaml")
    checked = _check("typ: yttrande\ntitel: A\nyttrande: Ja.\n", None, defaults)
    told = [one for one in checked.diagnostics if one.position.path == "namndkit.yaml"]
    assert [(one.code, one.message) for one in told if "zzz" in one.message] == [
        ("NK108", "”zzz” har ingen rubrik att byta.")
    ]
    assert checked.blocked()


def test_a_heading_has_its_number_and_no_colon_alone(renderer: Renderer) -> None:
    """``inga`` leaves out what stands before the text; without a digit the number comes behind."""
    checked = _check("""\
        typ: yttrande
        titel: Svar på motion
        nämnd: servicenämnden
        rubriker: {yrkanden: Begäran, rekommendationer: inga, frågor: 1. Spörsmål}
        yttrande: Nämnden delar bilden.
        yrkanden: [{text: Att hyllor köps., svar: Ja.}, {text: Att skåp köps., svar: Nej.}]
        rekommendationer: [{text: Måla skåpen., svar: Ja.}]
        frågor: [{text: Hur många?, svar: Åtta.}]
    """)
    assert _codes(checked) == []
    made = _text(renderer, checked, "yttrande")
    assert "Begäran 2: Att skåp köps." in made
    assert "1. Spörsmål: Hur många?" in made
    assert "Måla skåpen." in made
    assert ": Måla skåpen." not in made


def test_headings_of_the_folder_count_unless_the_case_wants_none_of_them(
    renderer: Renderer,
) -> None:
    """Their keys may be spelled as those of a case."""
    defaults = read_folder("rubriker: {matter: Saken, decision: Vi föreslår}\n".encode(), "n.yaml")
    case = "typ: tjänsteskrivelse\ntitel: A\nnämnd: servicenämnden\närendet: Bra.\nbeslut: [godkänna den]\n"
    usual = _check(case, None, defaults)
    assert _codes(usual) == []
    assert "\nSaken\n" in _text(renderer, usual, "tjänsteskrivelse")
    none = _check(f"{case}rubriker: inga\n", None, defaults)
    assert _codes(none) == []
    made = _text(renderer, none, "tjänsteskrivelse")
    assert "Saken" not in made
    assert "\nÄrendet\n" in made
    own = _check(f"{case}rubriker: {{arendet: Planen}}\n", None, defaults)
    made = _text(renderer, own, "tjänsteskrivelse")
    assert "\nPlanen\n" in made
    assert "Vi föreslår" in made
