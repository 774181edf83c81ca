"""``namndkit new``: a case to fill in that validates but for its places, and cost lines from a table."""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from conftest import ROOT
from document_dump import dump
from namndkit.cli import main
from namndkit.cli.cases import Folders
from namndkit.cli.costs import Unreadable, lines_of
from namndkit.pipeline import Checked, check, own_templates, templates_in
from namndkit.values.placeholder import UNFILLED

KINDS = [(kind.name, "") for kind in own_templates().form.kinds] + [
    (kind.name, "tjansteutlatande")
    for kind in templates_in(ROOT / "templates" / "tjansteutlatande").form.kinds
    if own_templates().form.kind(kind.name) is None
]
"""Every kind that comes with namndkit, with the set of templates that it is in."""
HINTS = {"NK228", "NK243"}
"""What usually stands in a document, and may come later."""


def _run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    assert isinstance(ended.value.code, int)
    return ended.value.code


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _new(kind: str, templates: str, *more: str) -> tuple[Path, str]:
    """The starter of ``kind`` in a folder that names ``templates``."""
    if templates:
        Path("namndkit.yaml").write_text(f"mallar: {templates}\n", encoding="utf-8")
    assert _run("new", kind, "a.yaml", *more) == 0
    return Path("a.yaml"), Path("a.yaml").read_text(encoding="utf-8")


def _checked(text: str) -> Checked:
    folders = Folders()
    templates = folders.renderer("a.yaml").templates
    return check(text.encode(), "a.yaml", Path(), folders.of("a.yaml"), templates)


def test_kinds_are_read_from_the_folder() -> None:
    assert (
        len(KINDS) == len(list((ROOT / "templates").glob("**/*.j2"))) - 2
    )  # the two that are shared


@pytest.mark.parametrize(("kind", "templates"), KINDS)
def test_only_what_is_to_be_filled_in_is_told(
    kind: str, templates: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path, text = _new(kind, templates)
    places = _checked(text).diagnostics
    assert {one.code for one in places} - HINTS == {"NK202"}
    assert len([one for one in places if one.code == "NK202"]) >= 3
    assert all(one.draftable for one in places if one.severity == 1)
    capsys.readouterr()
    assert _run("render", path.name) == 1
    assert "--draft" in capsys.readouterr().err
    assert _run("render", path.name, "--draft") == 0


@pytest.mark.parametrize(("kind", "templates"), KINDS)
def test_a_starter_that_is_filled_in_is_printed_whole(kind: str, templates: str) -> None:
    """Every live place filled in gives a document without an error, that holds every word."""
    _, text = _new(kind, templates, "--titel", "Ord0x", "--nämnd", "miljönämnden")
    facts = {
        "Datum": "2026-01-02",
        "Paragraf": "7",
        "Diarienummer": "MN-2026-4",
        "Skriv beloppet": "5 tkr",
    }
    facts |= {"E-post": "ada.ek@malmo.se", "Telefon": "040-12 34 56", "Namn": "Ada Ek"}
    words = iter(f"Ord{number}x" for number in range(1, 99))
    live = [row for row in text.split("\n") if row[:1] != "#"]
    filled = "\n".join(
        re.sub(r"\[([^]]+)\]", lambda found: facts.get(found[1]) or next(words), row)
        for row in live
    )
    checked = _checked(filled)
    assert [one.message for one in checked.diagnostics if one.severity == 1] == []
    assert "NK244" not in {one.code for one in checked.diagnostics}
    Path("b.yaml").write_text(filled, encoding="utf-8")
    assert _run("render", "b.yaml") == 0
    shown = _document(Path("b.docx"))
    assert [word for word in re.findall(r"Ord\d+x", filled) if word.casefold() not in shown] == []


def _document(path: Path) -> str:
    return dump(path.read_bytes()).casefold()


SETTINGS = {
    *("Titeln", "miljönämnden", "MN-2026-4", "att-satser", "beslutat"),
    *("Ordförande", "Nämndsekreterare", "1", "tabell", "tkr", "aktiv"),
}
"""Texts that stand in an opened starter and are no facts that somebody could forget."""


def _opened(text: str) -> str:
    """A starter with everything that is optional as it is when the signs are taken away.

    But for the pot: its amount must stand there, also in a draft.
    """
    opened = re.sub(r"^# (?!yaml-language-server)", "", text, flags=re.MULTILINE)
    return re.sub(r"^  ram: .*\n", "", opened, flags=re.MULTILINE)


@pytest.mark.parametrize(("kind", "templates"), KINDS)
def test_every_field_is_shown_and_no_example_is_a_fact(kind: str, templates: str) -> None:
    """All that a starter offers is printed, and all that the kind prints is offered."""
    answers = ("--titel", "Titeln", "--nämnd", "miljönämnden", "--dnr", "MN-2026-4")
    _, text = _new(kind, templates, *answers)
    checked = _checked(_opened(text))
    unprinted = [one.message for one in checked.diagnostics if one.code == "NK244"]
    assert [one for one in unprinted if "saken" not in one] == []  # no position is chosen yet
    assert {one.code for one in checked.diagnostics} <= {"NK202", "NK244", *HINTS}
    assert checked.case is not None
    main = checked.papers[0].kind
    reading = Folders().renderer("a.yaml").templates.readings.of(main.file)
    lists = {"yrkanden"} if "yrkanden" not in reading.headings else set[str]()
    asked = {name for name in type(checked.case).model_fields if reading.asks(name)}
    assert asked - lists - checked.case.model_fields_set == set()
    texts = [value.strip() for _path, value in checked.case.blad if isinstance(value, str)]
    facts = [one for one in texts if not UNFILLED.search(one) and one not in SETTINGS]
    assert [one for one in facts if one not in {kind, *asked}] == []


OWN = """{#---
namn: delegationsbeslut
beskrivning: Ett beslut på delegation.
nycklar:
  skäl: {värde: lång text, beskrivning: "Skälen för beslutet."}
  delegat: {värde: kort text, beskrivning: "Den som beslutar."}
  överklagas: {värde: ja eller nej, beskrivning: "Om beslutet kan överklagas."}
  lagrum: {värde: lista, beskrivning: "De lagrum som gäller."}
---#}
# {{ titel or saknas("titel") }}

{{ nämnd or saknas("nämnd") }}

Delegat: {{ delegat or saknas("delegat") }}

## {{ rubrik("skäl", "Skäl") }}

{{ skäl or saknas("skäl") }}

{% if lagrum %}
## {{ rubrik("lagrum", "Lagrum") }}

{% for ett in lagrum %}
- {{ ett }}
{% endfor %}
{% endif %}

{% if överklagas %}
Beslutet kan överklagas.
{% endif %}
"""


def test_a_kind_that_is_dropped_in_a_folder_has_a_starter_and_comes_home() -> None:
    Path("mallar").mkdir()
    Path("mallar/delegationsbeslut.md.j2").write_text(OWN, encoding="utf-8")
    _, text = _new("delegationsbeslut", "mallar")
    assert "\n## Skälen för beslutet.\nskäl: |\n  [Skriv texten]\n" in text
    assert '\ndelegat: "[Skriv texten]"\n' in text
    assert "\n## Om beslutet kan överklagas.\n# överklagas: ja\n" in text
    assert '\n# lagrum:\n#   - "[Skriv texten]"\n' in text
    assert {one.code for one in _checked(text).diagnostics} == {"NK202"}
    case = (
        "typ: delegationsbeslut\ntitel: Bidrag\nnämnd: miljönämnden\nskäl: |\n  Ett.\n\n  - två\n"
        "delegat: Ada Ek\nlagrum: [1 kap. 2 §, 3 kap. 4 §]\n"
    )
    Path("b.yaml").write_text(case, encoding="utf-8")
    assert _run("render", "b.yaml") == 0
    assert _run("new", "delegationsbeslut", "c.yaml", "--from-docx", "b.docx") == 0
    assert _run("render", "c.yaml") == 0
    assert dump(Path("c.docx").read_bytes()) == dump(Path("b.docx").read_bytes())
    home = _checked(Path("c.yaml").read_text("utf-8")).case
    assert home is not None
    assert {"skäl", "delegat", "lagrum"} <= home.model_fields_set


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
    assert "före:   # kommun" in statement
    assert "klistra in dem här nedanför" in proposal
    assert "#       sökt:" in proposal


def test_insats_that_was_copied_stands_in_the_list() -> None:
    assert _run("new", "förslag") == 0
    text = Path("forslag.yaml").read_text(encoding="utf-8")
    first = text.partition("\ninsatser:\n")[2].partition("  ## En insats till")[0]
    twice = text.replace(first, first + first)
    case = check(twice.encode(), "fall.yaml", Path()).case
    assert case is not None
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
    assert _run("new", "skrivelse", "x.yaml") == 2
    assert "tjänsteskrivelse" in capsys.readouterr().err
    assert not Path("x.yaml").exists()
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
    assert "{=summa}" in shown
    assert _run("budget", "fall.yaml", "--check") == 1


def test_a_line_without_its_amount_hides_no_finding_of_another(tmp_path: Path) -> None:
    both = WAITING.replace("belopp: 4 tkr", "antal: 2, styckpris: 3 tkr, belopp: 4 tkr")
    found = check(both.encode(), "fall.yaml", tmp_path).diagnostics
    assert any("antalet gånger styckpriset" in one.message for one in found)
