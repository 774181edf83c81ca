"""``namndkit new``: a case to fill in that validates but for its places, and cost lines from a table."""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from conftest import ROOT
from namndkit.cli import main
from namndkit.cli.costs import Unreadable, lines_of
from namndkit.pipeline import check
from namndkit.values.case import KINDS, Förslag
from namndkit.values.placeholder import UNFILLED

STARTERS = ROOT / "src" / "namndkit" / "cli" / "starters"


def _run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    assert isinstance(ended.value.code, int)
    return ended.value.code


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(("kind", "name"), [("förslag", "forslag"), ("yttrande", "yttrande")])
def test_only_what_is_to_be_filled_in_is_told(
    kind: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("new", kind) == 0
    path = Path(f"{name}.yaml")
    checked = check(path.read_bytes(), path.name, Path())
    places = checked.diagnostics
    assert {one.code for one in places} == {"NK202"}
    assert len(places) >= 3
    assert all("[Skriv" in one.message for one in places)
    assert all(one.draftable for one in checked.diagnostics)
    capsys.readouterr()
    assert _run("render", path.name) == 1
    assert "--draft" in capsys.readouterr().err
    assert _run("render", path.name, "--draft") == 0


SETTINGS = {
    *("förslag", "yttrande", "Hyllor", "miljönämnden", "MN-2026-4", "att-satser", "beslutat"),
    *("Ordförande", "Nämndsekreterare", "1", "tabell", "tkr"),
}
"""Texts that stand in an opened starter and are no facts that somebody could forget."""


def _opened(text: str) -> str:
    """A starter with everything that is optional as it is when the signs are taken away."""
    return re.sub(r"^# (?!yaml-language-server)", "", text, flags=re.MULTILINE)


@pytest.mark.parametrize(("kind", "name"), [("förslag", "forslag"), ("yttrande", "yttrande")])
def test_every_field_is_shown_and_no_example_is_a_fact(kind: str, name: str) -> None:
    answers = ("--titel", "Hyllor", "--nämnd", "miljönämnden", "--dnr", "MN-2026-4")
    assert _run("new", kind, *answers) == 0
    opened = _opened(Path(f"{name}.yaml").read_text(encoding="utf-8"))
    pot = r"^  ram: .*\n"  # its amount must stand there, also in a draft
    whole = re.sub(pot, "", opened, flags=re.MULTILINE)
    checked = check(whole.encode(), "fall.yaml", Path())
    assert {one.code for one in checked.diagnostics} == {"NK202"}
    assert checked.case is not None
    given = checked.case.model_fields_set
    assert set(KINDS[kind].model_fields) - given == set()
    texts = [value.strip() for _path, value in checked.case.blad if isinstance(value, str)]
    assert [one for one in texts if not UNFILLED.search(one) and one not in SETTINGS] == []
    Path("fall.yaml").write_text(whole, encoding="utf-8")
    for other in ((), ("--as", "tjänsteskrivelse")):
        assert _run("render", "fall.yaml", "--draft", *other) == 0
    pots = check(opened.encode(), "fall.yaml", Path()).diagnostics
    assert {one.code for one in pots} == {"NK202"}


@pytest.mark.parametrize("kind", ["förslag", "yttrande"])
def test_no_other_board_stands_in_a_starter(kind: str) -> None:
    assert _run("new", kind, "a.yaml", "--nämnd", "miljönämnden") == 0
    assert _run("new", kind, "b.yaml") == 0
    given, bare = (Path(name).read_text(encoding="utf-8") for name in ("a.yaml", "b.yaml"))
    assert "Miljönämnden föreslås besluta" in given
    assert "”Nämnden föreslås besluta" in bare
    for text in (given, bare):
        assert not re.search(r"[Ss]ervice|[Tt]eknisk|\b[A-Z]{2}-\d{4}-\d", text)


def test_starter_explains_what_can_be_chosen() -> None:
    assert _run("new", "yttrande") == 0
    assert _run("new", "förslag") == 0
    statement = Path("yttrande.yaml").read_text(encoding="utf-8")
    proposal = Path("forslag.yaml").read_text(encoding="utf-8")
    assert "[Välj bifalls, avslås eller anses besvarat]" in statement
    assert "(M) och (C)" in statement
    assert "före:   # till" in statement
    assert "--as tjänsteskrivelse" in proposal
    assert "klistra in dem här nedanför" in proposal
    assert "#       sökt:" in proposal


def test_insats_that_was_copied_stands_in_the_list() -> None:
    assert _run("new", "förslag") == 0
    text = Path("forslag.yaml").read_text(encoding="utf-8")
    first = text.partition("\ninsatser:\n")[2].partition("  ## En insats till")[0]
    twice = text.replace(first, first + first)
    case = check(twice.encode(), "fall.yaml", Path()).case
    assert isinstance(case, Förslag)
    assert len(case.insatser) == 2


DEFAULTS = """nämnd: miljönämnden
förvaltning: "Miljö: förvaltningen"
visa_huvud: ja
undertecknare: [{roll: Ordförande, namn: Ada Ek}]
"""


def test_what_the_folder_gives_is_not_asked_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    import io

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    Path("namndkit.yaml").write_text(DEFAULTS, encoding="utf-8")
    monkeypatch.setattr("sys.stdin", Terminal("Hyllor\nMN-2026-4\n"))
    assert _run("new", "yttrande", "svar/a.yaml") == 0
    text = Path("svar/a.yaml").read_text(encoding="utf-8")
    assert "\n# nämnd: miljönämnden # står i namndkit.yaml\n" in text
    assert '\n# förvaltning: "Miljö: förvaltningen" # står i namndkit.yaml\n' in text
    assert "\n# visa_huvud: ja # står i namndkit.yaml\n" in text
    assert "\n# undertecknare: # står i namndkit.yaml\n#   - {roll" in text
    assert "Miljönämnden föreslås besluta" in text
    assert "\ndiarienummer: MN-2026-4\n" in text
    case = check(_opened(text).encode(), "a.yaml", Path()).case
    assert case is not None
    assert (str(case.nämnd), str(case.förvaltning)) == ("miljönämnden", "Miljö: förvaltningen")


def test_board_that_is_said_wins_over_the_folders() -> None:
    Path("namndkit.yaml").write_text(DEFAULTS, encoding="utf-8")
    assert _run("new", "yttrande", "a.yaml", "--nämnd", "tekniska nämnden") == 0
    text = Path("a.yaml").read_text(encoding="utf-8")
    assert "\nnämnd: tekniska nämnden\n" in text
    assert "miljönämnden" not in text


def test_one_schema_serves_the_folders_below(capsys: pytest.CaptureFixture[str]) -> None:
    Path("namndkit.yaml").write_text(DEFAULTS, encoding="utf-8")
    assert _run("new", "yttrande", "svar/vår/a.yaml") == 0
    assert "och arende.schema.json för" in capsys.readouterr().err
    assert _run("new", "yttrande", "b.yaml") == 0
    assert "schema" not in capsys.readouterr().err
    first = Path("svar/vår/a.yaml").read_text(encoding="utf-8").split("\n")[0]
    assert first == "# yaml-language-server: $schema=../../arende.schema.json"
    assert [str(one) for one in Path().rglob("*.json")] == ["arende.schema.json"]


def test_schema_above_is_used_within_the_working_folder() -> None:
    assert _run("new", "yttrande", "a.yaml") == 0
    assert _run("new", "yttrande", "svar/b.yaml") == 0
    first = Path("svar/b.yaml").read_text(encoding="utf-8").split("\n")[0]
    assert first.endswith("$schema=../arende.schema.json")
    assert not Path("svar/arende.schema.json").exists()


def test_wrong_kind_and_unquoted_name_are_told_with_what_to_do(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert _run("new", "Tjansteskrivelse", "x.yaml") == 2
    assert "--as tjänsteskrivelse" in capsys.readouterr().err
    assert _run("new", "förslag", "mitt", "förslag.yaml") == 2
    assert 'till exempel "mitt ärende.yaml"' in capsys.readouterr().err
    assert _run("new", "förslag", "mitt förslag.yaml") == 0
    assert 'namndkit validate "mitt förslag.yaml"' in capsys.readouterr().err


def test_answers_are_kept_as_typed_and_the_date_is_todays() -> None:
    title = 'Svar: "cykel" # {titel} {fil} \\ 2026'
    assert _run("new", "yttrande", "y.yaml", "--titel", title, "--namnd", "06123") == 0
    text = Path("y.yaml").read_text(encoding="utf-8")
    case = check(text.encode(), "y.yaml", Path()).case
    assert case is not None
    assert (str(case.titel), str(case.nämnd)) == (title, "06123")
    assert f"# datum: {date.today().isoformat()}" in text


def test_schema_is_written_beside_and_nothing_is_written_over(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert _run("new", "yttrande", "mapp/a.yaml") == 0
    first = Path("mapp/a.yaml").read_text(encoding="utf-8").split("\n")[0]
    assert first == "# yaml-language-server: $schema=arende.schema.json"
    assert "$defs" in json.loads(Path("mapp/arende.schema.json").read_text(encoding="utf-8"))
    Path("mapp/arende.schema.json").write_text("{}", "utf-8")
    assert _run("new", "yttrande", "mapp/b.yaml") == 0
    assert Path("mapp/arende.schema.json").read_text("utf-8") == "{}"
    Path("mapp/a.yaml").write_text("mitt", "utf-8")
    capsys.readouterr()
    assert _run("new", "förslag", "mapp/a.yaml") == 2
    assert Path("mapp/a.yaml").read_text("utf-8") == "mitt"
    assert "finns redan" in capsys.readouterr().err
    assert _run("new", "protokoll") == 2
    assert _run("new", "förslag", "a.docx") == 2
    assert _run("new", "yttrande", "c.yaml", "--from-cost", "k.csv") == 2
    assert _run("new", "förslag", "c.yaml", "--from-cost", "saknas.csv") == 2
    assert not Path("c.yaml").exists()


TABLE = (
    "Ändamål (belopp i tkr);2026;2027;Belopp;Slag\n"
    "hyllor;400;200;;investering\n"
    '"el, golv: ""allt"" # x";;;840,5 tkr;\n'
    "stöd;;;−40;\n"
    ";;;;\n"
    "Summa;;;1 400,5;\n"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_cost_lines_from_a_table(encoding: str) -> None:
    table = TABLE if encoding != "cp1252" else TABLE.replace("−", "-")
    Path("k.csv").write_bytes(table.encode(encoding))
    assert _run("new", "förslag", "a.yaml", "--from-cost", "k.csv") == 0
    checked = check(Path("a.yaml").read_bytes(), "a.yaml", Path())
    assert checked.budget is not None
    lines = [(str(one.rad.ändamål), one.summa.kronor) for one in checked.budget.rader]
    assert lines == [
        ("hyllor", Decimal(600000)),
        ('el, golv: "allt" # x', Decimal(840500)),
        ("stöd", Decimal(-40000)),
    ]
    assert checked.budget.per_slag["investering"].kronor == 600000


@pytest.mark.parametrize(
    ("table", "told", "remedy"),
    [
        ("", "inga rader", "första raden"),
        ("Ändamål;Belopp\n", "inga rader", "första raden"),
        ("Kalkyl\nÄndamål;Belopp\nx;1\n", "inga rubriker", "första rad vara rubrikerna"),
        (
            "Ändamål;Kostnad (tkr)\nx;1\n",
            "2026 (tkr)",
            "Döp om kolumnen ”Kostnad (tkr)” till ”Belopp (tkr)”",
        ),
        ("Vad;Belopp\nx;1\n", "Kolumnen ”Vad”", "Döp om kolumnen ”Vad” till ”Ändamål”"),
        ("Ändamål;2026;Summa\nx;1;1\n", "Kolumnen ”Summa”", "Ta bort kolumnen ”Summa”. Summor"),
        ("Ändamål;Belopp;Delar\nx;1;y\n", "Kolumnen ”Delar”", "Ta bort kolumnen ”Delar”."),
        ("Ändamål;Belopp;Belopp (tkr)\nx;1;1\n", "betyder samma sak", "Ta bort den ena"),
        ("Belopp;Slag\n1;drift\n", "vad pengarna går till", "Skriv rubriken Ändamål"),
        ("Ändamål;Belopp (dollar)\nx;1\n", "Enheten", "kr, tkr eller mnkr"),
        ("Ändamål;Belopp\nx;1.500 tkr\n", "Rad 2: ”1.500 tkr”", "”1 500 tkr” eller ”1,5 tkr”"),
        ("Ändamål;Belopp\nx;1;2\n", "Rad 2 har något i kolumn 3", "ta bort kolumnen"),
        (
            "Ändamål;Belopp (tkr);Sökt\nx;420;200\n",
            "Kolumnen ”Sökt”",
            "”Sökt (tkr)”, eller ”Sökt (kr)”",
        ),
        ("Ändamål;2026 (tkr);2027\nx;420;200\n", "Kolumnen ”2027”", "”2027 (tkr)”"),
        ("Ändamål;Belopp\nx;420 tkr\ny;20\n", "”420 tkr” har det", "”Belopp (kr)”"),
        ("Ändamål;Belopp\nSumma drift;3\nx;4\n", "Rad 2 ser ut som en summa", "Ta bort raden"),
        ("PK\x03\x04", "Excel-fil", "Spara som"),
    ],
)
def test_table_that_cannot_be_read_for_certain_is_refused(
    table: str, told: str, remedy: str
) -> None:
    with pytest.raises(Unreadable, match=re.escape(told)) as refused:
        lines_of(table.encode())
    assert remedy in refused.value.remedy


@pytest.mark.parametrize("data", [b"\x81\xff", b"\xff\xfea", b"a;b\n\x00;\x00\n"])
def test_file_that_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable):
        lines_of(data)


def test_amounts_are_kept_exactly_and_purposes_read_after_the_word_for() -> None:
    table = "Ändamål;Belopp (tkr);Sökt (kr);\nHyllor;420,0;0;\nIT-stöd;100,50;50;\nUtbildning Malmö;3;;\n"
    cost, told = lines_of(table.encode("utf-16"))
    assert (
        cost["rader"]
        == """  rader:
    - ändamål: hyllor
      belopp: 420 tkr
      sökt: 0 kr
    - ändamål: IT-stöd
      belopp: "100,50 tkr"
      sökt: 50 kr
    - ändamål: Utbildning Malmö
      belopp: 3 tkr"""
    )
    assert "”hyllor”" in told[1]


def test_sum_row_is_compared_with_the_lines(capsys: pytest.CaptureFixture[str]) -> None:
    table = "Ändamål;Belopp (tkr);Sökt (tkr)\nel;420;200\nga;100;50\nSumma:;{};250\n"
    cost, told = lines_of(table.format("520").encode())
    assert "summa" not in cost
    assert "stämmer med raderna" in told[-1]
    cost, told = lines_of(table.format("600").encode())
    assert cost["summa"] == "  summa: 600 tkr"
    assert (
        "”Belopp (tkr)” står 600 tkr, men raderna blir 520 000 kr. Skillnaden är 80 000 kr."
        in told[1]
    )
    Path("k.csv").write_text(table.format("600"), encoding="utf-8")
    assert _run("new", "förslag", "a.yaml", "--from-cost", "k.csv") == 0
    assert "stämmer inte" in capsys.readouterr().err
    text = Path("a.yaml").read_text(encoding="utf-8")
    opened = check(_opened(text).encode(), "a.yaml", Path()).diagnostics
    assert {one.code for one in opened} == {"NK202"}
    codes = {one.code for one in check(Path("a.yaml").read_bytes(), "a.yaml", Path()).diagnostics}
    assert codes == {"NK202", "NK304"}
    cost, told = lines_of("Ändamål;2026;2027\nel;1000;2000\nTotalt;1000;2500\n".encode())
    assert cost["summa"] == "  summa: 3 500 kr"
    cost, told = lines_of("Ändamål;Antal;Styckpris\nel;4;1000\nTotalt;4;\n".encode())
    assert told[-1].startswith("Summaraden har inga belopp")


def test_what_is_said_at_the_end_is_true(capsys: pytest.CaptureFixture[str]) -> None:
    Path("k.csv").write_text(TABLE, encoding="utf-8")
    assert _run("new", "förslag", "a.yaml", "--from-cost", "k.csv") == 0
    assert "Fyll i det som står inom hakparentes." in capsys.readouterr().err
    text = Path("a.yaml").read_text(encoding="utf-8")
    live = [line for line in text.split("\n") if line and not line.lstrip().startswith("#")]
    assert '      belopp: "[Skriv beloppet]"' not in live


def test_asks_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    import io

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", Terminal("Hyllor\nservicenämnden\n\n"))
    assert _run("new", "yttrande") == 0
    case = check(Path("yttrande.yaml").read_bytes(), "yttrande.yaml", Path()).case
    assert case is not None
    assert (str(case.titel), str(case.nämnd), case.diarienummer) == (
        "Hyllor",
        "servicenämnden",
        None,
    )


WAITING = (ROOT / "tests" / "errors" / "belopp-ej-ifyllda.yaml").read_text(encoding="utf-8")


def test_while_an_amount_is_not_filled_in_nothing_is_added_up(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("fall.yaml").write_text(WAITING, encoding="utf-8")
    checked = check(WAITING.encode(), "fall.yaml", Path())
    assert checked.case is not None
    assert checked.budget is None
    assert _run("show", "fall.yaml") == 1
    shown = capsys.readouterr().out
    assert "[Belopp saknas] för trä" in shown
    assert "4\xa0tkr för skruv" in shown
    assert "[Summa saknas]" in shown
    assert "{=summa}" in shown
    assert _run("budget", "fall.yaml", "--check") == 1


def test_a_line_without_its_amount_hides_no_finding_of_another(tmp_path: Path) -> None:
    both = WAITING.replace("belopp: 4 tkr", "antal: 2, styckpris: 3 tkr, belopp: 4 tkr")
    found = check(both.encode(), "fall.yaml", tmp_path).diagnostics
    assert any("antalet gånger styckpriset" in one.message for one in found)
