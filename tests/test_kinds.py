"""A kind is a template: what the folder of templates has is all that namndkit knows of kinds."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml

from document_dump import text
from namndkit.pipeline import Checked, Defaults, Renderer, check, own_templates, templates_in
from namndkit.rules import RULES
from namndkit.values.case.glossary import fold
from namndkit.wording import MOST

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "namndkit"
KINDS = own_templates().form.names
WORDS = {"förslag", "yttrande"}
"""Kinds whose names are also ordinary words of the format: a field, a stage."""

DELEGATION = """\
{#---
namn: delegationsbeslut
beskrivning: Ett beslut som en tjänsteman fattar på nämndens vägnar.
engelska: [delegated_decision]
kallas_också: [delegationsärende]
nycklar:
  delegat: {värde: kort text, beskrivning: Den som fattar beslutet.}
  skäl: {värde: lång text, beskrivning: Skälen för beslutet.}
  punkter_i_ordningen: {värde: lista, beskrivning: De punkter i delegationsordningen som gäller.}
  får_överklagas: {värde: ja eller nej, beskrivning: "Ja: beslutet kan överklagas."}
---#}
::: sidlayout tjänsteskrivelse
# {{ titel or saknas("titel") }}

{{ delegat or saknas("delegat") }}

## {{ rubrik("skäl", "Skäl") }}

{{ skäl or saknas("skäl") }}

{% for punkt in punkter_i_ordningen %}
- {{ punkt }}
{% endfor %}

{% if får_överklagas %}
Beslutet kan överklagas.
{% endif %}
"""
CASE = """\
typ: delegationsbeslut
titel: Inköp av hyllor
delegat: Enhetschefen
skäl: |
  Hyllorna i arkivet är fulla.
punkter_i_ordningen: [4.1 Inköp]
får_överklagas: ja
"""


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "namndkit", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder of cases with templates of its own: one file, which adds a kind."""
    (tmp_path / "mallar").mkdir()
    (tmp_path / "mallar" / "delegationsbeslut.md.j2").write_text(DELEGATION, encoding="utf-8")
    (tmp_path / "namndkit.yaml").write_text("mallar: mallar\n", encoding="utf-8")
    (tmp_path / "hyllor.yaml").write_text(CASE, encoding="utf-8")
    return tmp_path


def _strings() -> list[tuple[Path, int, str]]:
    """Every text in the code that a person or a file may give: no docstrings, no sentences."""
    found = []
    for path in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docs = {
            id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
            and node.body
            and isinstance(node.body[0], ast.Expr)
        }
        found += [
            (path, node.lineno, node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in docs
        ]
    return found


def test_the_kinds_are_those_of_the_templates_folder() -> None:
    heads = [
        path.name
        for path in sorted((ROOT / "templates").glob("*.j2"))
        if path.read_text(encoding="utf-8").startswith("{#---")
    ]
    assert len(heads) >= 4
    assert [kind.file for kind in own_templates().form.kinds] == heads


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in WORDS])
def test_no_kind_is_named_in_the_code(kind: str) -> None:
    strings = _strings()
    assert len(strings) > 1000
    assert len(set(KINDS) - WORDS) >= 2
    named = [(path.name, line) for path, line, value in strings if fold(kind) in fold(value)]
    assert [one for one in named if one[0] not in ("glossary.py",)] == []
    assert not [path for path in SOURCE.rglob("*") if fold(kind) in fold(path.stem)]


@pytest.mark.parametrize("kind", sorted(WORDS))
def test_a_kind_that_is_an_ordinary_word_is_compared_with_nothing(kind: str) -> None:
    """As a literal it stands only where the format has a field or a stage of that name."""
    named = [path.name for path, _, value in _strings() if fold(value) == fold(kind)]
    assert set(named) <= {"glossary.py", "beslut.py", "answers.py", "proofreading.py"}


def test_one_file_is_enough_for_a_kind(office: Path) -> None:
    told = _run(office, "validate", "hyllor.yaml")
    assert (told.returncode, told.stdout) == (0, "Inga fynd i 1 fil.\n")
    made = _run(office, "render", "hyllor.yaml")
    assert made.returncode == 0
    written = text((office / "hyllor.docx").read_bytes())
    for words in ("Inköp av hyllor", "Enhetschefen", "Hyllorna i arkivet", "4.1 Inköp"):
        assert words in written
    assert "Beslutet kan överklagas." in written
    assert _run(office, "templates", "check").returncode == 0


def test_a_starter_of_a_kind_of_ones_own_has_its_keys_with_what_they_are_for(office: Path) -> None:
    made = _run(office, "new", "delegationsbeslut", "--titel", "Inköp")
    assert made.returncode == 0
    starter = (office / "delegationsbeslut.yaml").read_text(encoding="utf-8")
    assert "\ntyp: delegationsbeslut\n" in starter
    assert '\n## Den som fattar beslutet.\ndelegat: "[Skriv texten]"\n' in starter
    assert "\n## Skälen för beslutet.\nskäl: |\n  [Skriv texten]\n" in starter
    assert '\n# punkter_i_ordningen:\n#   - "[Skriv texten]"\n' in starter
    assert "\n# får_överklagas: ja\n" in starter
    assert "insatser" not in starter
    told = _run(office, "validate", "delegationsbeslut.yaml", "--format", "concise").stdout
    assert {line.split()[1] for line in told.splitlines() if ".yaml:" in line} == {"NK202"}


def test_what_a_kind_needs_is_told_at_the_case(office: Path) -> None:
    case = CASE.replace("delegat: Enhetschefen\n", "")
    (office / "hyllor.yaml").write_text(case, encoding="utf-8")
    told = _run(office, "validate", "hyllor.yaml", "--format", "concise")
    assert told.returncode == 1
    assert (
        "hyllor.yaml:1:1: NK201 fel ”delegat” saknas i ärendets delegationsbeslut." in told.stdout
    )
    assert _run(office, "render", "hyllor.yaml").returncode == 1
    assert not (office / "hyllor.docx").exists()
    assert _run(office, "render", "hyllor.yaml", "--draft").returncode == 0
    assert "[Delegat saknas]" in text((office / "hyllor.docx").read_bytes())


def test_a_key_of_a_kinds_own_is_checked_as_others_are(office: Path) -> None:
    case = CASE.replace("får_överklagas: ja", "får_överklagas: kanske").replace("skäl:", "skal:")
    (office / "hyllor.yaml").write_text(case + "delegatt: X\n", encoding="utf-8")
    told = _run(office, "validate", "hyllor.yaml").stdout
    assert "Här väntades ja eller nej, men det står ”kanske”." in told
    assert "Menade du ”delegat”?" in told


def test_the_schema_knows_a_kind_of_ones_own(office: Path) -> None:
    schema = json.loads(_run(office, "schema").stdout)
    validator = jsonschema.Draft202012Validator(schema)
    assert not list(validator.iter_errors(yaml.safe_load(CASE)))
    assert list(validator.iter_errors(yaml.safe_load(CASE.replace("delegat:", "delegatt:"))))
    assert list(validator.iter_errors({"typ": "delegation", "titel": "X"}))
    assert schema["properties"]["delegat"]["description"] == "Den som fattar beslutet."
    own = {"typ": "förslag", "titel": "X", "delegationsbeslut": {"delegat": "Ada Ek"}}
    assert not list(validator.iter_errors(own))


def test_another_case_can_be_made_into_a_kind_of_ones_own(office: Path) -> None:
    other = CASE.replace("typ: delegationsbeslut", "typ: yttrande") + "yttrande: Ja.\nnämnd: X\n"
    (office / "svar.yaml").write_text(other, encoding="utf-8")
    made = _run(office, "render", "svar.yaml", "--as", "delegationsbeslut")
    assert made.returncode == 0, made.stderr
    assert (office / "svar-delegationsbeslut.docx").exists()
    wrong = _run(office, "render", "svar.yaml", "--as", "delegationsbeslutt")
    assert wrong.returncode == 2
    assert "Menade du delegationsbeslut?" in wrong.stderr


def test_a_word_near_a_kind_of_ones_own_is_told(office: Path) -> None:
    for typed in ("delegationbeslut", "delegationsärende"):
        case = CASE.replace("typ: delegationsbeslut", f"typ: {typed}")
        (office / "hyllor.yaml").write_text(case, encoding="utf-8")
        told = _run(office, "validate", "hyllor.yaml").stdout
        assert "NK108" in told
        assert "Menade du ”delegationsbeslut”?" in told
    (office / "hyllor.yaml").write_text(
        CASE.replace("typ: delegationsbeslut", "typ: delegated_decision"), encoding="utf-8"
    )
    assert _run(office, "validate", "hyllor.yaml").returncode == 0


def test_completion_offers_a_kind_of_ones_own(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from namndkit.cli.commands.complete import kinds

    monkeypatch.chdir(office)
    assert list(kinds("dele")) == ["delegationsbeslut"]
    assert set(kinds("")) == {*KINDS, "delegationsbeslut"}


HEADS = {
    "namn: delegationsbeslut\n": ("NK106", "beskrivning"),
    "namn: delegationsbeslut\nbeskrivning: X.\nfärg: röd\n": ("NK105", "färg"),
    "namn: beslut\nbeskrivning: X.\n": ("NK421", "beslut"),
    "namn: '!'\nbeskrivning: X.\n": ("NK115", "!"),
    "namn: a b\nbeskrivning: X.\nnycklar: {titel: {värde: kort text, beskrivning: Y.}}\n": (
        "NK421",
        "titel",
    ),
    "namn: a b\nbeskrivning: X.\nnycklar: {ny: {värde: tal, beskrivning: Y.}}\n": ("NK108", "tal"),
    "namn: a b\nbeskrivning: X.\nnycklar: {Ny Nyckel: {värde: lista, beskrivning: Y.}}\n": (
        "NK115",
        "Ny Nyckel",
    ),
    **{
        f"namn: a b\nbeskrivning: X.\nnycklar: {{{name}: {{värde: lista, beskrivning: Y.}}}}\n": (
            "NK421",
            name,
        )
        for name in (
            "budget",
            "saknas",
            "copy",
            "node",
            "har_huvud",
            "model_fields",
            "kostnader",
        )
    },
    "namn: a b\nbeskrivning: X.\nnycklar: [ny]\n": ("NK107", "nycklar"),
    "namn: [a\n": ("NK101", ""),
}


@pytest.mark.parametrize("head", HEADS, ids=[f"{code}-{word}" for code, word in HEADS.values()])
def test_what_is_wrong_in_a_head_is_told_at_its_line(tmp_path: Path, head: str) -> None:
    (tmp_path / "ny.md.j2").write_text(f"{{#---\n{head}---#}}\n# {{{{ titel }}}}\n", "utf-8")
    templates = templates_in(tmp_path)
    code, _ = HEADS[head]
    told = [one for one in templates.diagnostics if one.code == code]
    assert told, templates.diagnostics
    assert all(one.position.path.endswith("ny.md.j2") for one in templates.diagnostics)
    assert all(2 <= one.position.line <= 1 + len(head.splitlines()) for one in told)
    assert code in RULES
    assert templates.form.names == KINDS


def test_a_copy_of_a_template_from_before_heads_makes_the_kind_that_its_name_says(
    tmp_path: Path,
) -> None:
    (tmp_path / "yttrande.md.j2").write_text("# {{ titel }}\n\n{{ saknas('Nämnd') }}\n", "utf-8")
    renderer = Renderer(tmp_path)
    assert renderer.templates.form.names == KINDS
    checked = check(
        b"typ: yttrande\ntitel: X\n", "a.yaml", tmp_path, Defaults(), renderer.templates
    )
    assert _codes(checked) == {"NK201"}
    assert "nämnd" in checked.diagnostics[0].hint


def test_what_a_head_says_is_no_more_than_a_line_where_it_is_shown(tmp_path: Path) -> None:
    head = "namn: a b\nbeskrivning: |\n  Ett.\n  typ: x\nnycklar:\n  ny:\n    värde: lista\n"
    head += "    beskrivning: |\n      Två.\n      titel: y\n"
    (tmp_path / "ny.md.j2").write_text(
        f"{{#---\n{head}---#}}\n# {{{{ titel }}}}\n{{{{ ny|och }}}}\n", "utf-8"
    )
    (tmp_path / "namndkit.yaml").write_text("mallar: .\n", encoding="utf-8")
    assert _run(tmp_path, "new", "a b", "ny.yaml", "--titel", "T").returncode == 0
    lines = (tmp_path / "ny.yaml").read_text("utf-8").splitlines()
    assert "## Två. titel: y" in lines
    assert not [line for line in lines if line.startswith(("titel: y", "typ: x"))]


def test_two_kinds_of_one_name_are_told(tmp_path: Path) -> None:
    for name in ("ett", "två"):
        (tmp_path / f"{name}.md.j2").write_text(DELEGATION, encoding="utf-8")
    told = templates_in(tmp_path).diagnostics
    assert [one.code for one in told] == ["NK421"]
    assert "delegationsbeslut" in told[0].message


@pytest.mark.parametrize("names", [("svar.md.j2", "Svar.md.j2"), ("svar.md.j2", "SVAR.j2")])
def test_two_kinds_whose_documents_would_be_called_the_same_are_told(
    tmp_path: Path, names: tuple[str, str]
) -> None:
    for number, name in enumerate(names):
        text = DELEGATION.replace("namn: delegationsbeslut", f"namn: slag nummer {number}")
        (tmp_path / name).write_text(text, encoding="utf-8")
    if len(list(tmp_path.iterdir())) < len(names):
        pytest.skip("the file system does not tell capitals apart")
    told = templates_in(tmp_path).diagnostics
    assert [one.code for one in told] == ["NK421"]
    assert all(name in (told[0].hint or "") for name in names)


@pytest.mark.parametrize("name", [".md.j2", "a:b.md.j2", "a\nb.md.j2", "vad?.md.j2"])
@pytest.mark.skipif(os.name == "nt", reason="there no file is called that")
def test_a_kind_whose_documents_no_computer_could_hold_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(DELEGATION, encoding="utf-8")
    assert [one.code for one in templates_in(tmp_path).diagnostics] == ["NK421"]


def test_templates_that_are_too_many_are_told(tmp_path: Path) -> None:
    for number in range(MOST + 2):
        (tmp_path / f"{number:03}.md.j2").write_text("Text.\n", encoding="utf-8")
        told = templates_in(tmp_path).diagnostics if number >= MOST - 1 else ()
        assert [one.code for one in told] == ["NK402"] * (number >= MOST)
    assert told[0].position.path.endswith(f"{MOST:03}.md.j2")


def test_a_full_stop_in_a_templates_name_is_in_its_documents(tmp_path: Path) -> None:
    for year in ("2025", "2026"):
        text = DELEGATION.replace("namn: delegationsbeslut", f"namn: beslut år {year}")
        (tmp_path / f"beslut.{year}.md.j2").write_text(text, encoding="utf-8")
    templates = templates_in(tmp_path)
    assert not templates.diagnostics
    assert {kind.ending for kind in templates.form.kinds} >= {"beslut.2025", "beslut.2026"}


def test_a_kind_of_a_folder_takes_the_place_of_namndkits_own(tmp_path: Path) -> None:
    head = "{#---\nnamn: yttrande\nbeskrivning: Vårt eget.\n---#}\n"
    (tmp_path / "svar.md.j2").write_text(head + "# {{ titel or saknas('titel') }}\n", "utf-8")
    form = templates_in(tmp_path).form
    kind = form.kind("yttrande")
    assert kind is not None
    assert (kind.file, kind.description) == ("svar.md.j2", "Vårt eget.")
    assert sorted(form.names) == sorted(KINDS)


def _codes(checked: Checked) -> set[str]:
    return {one.code for one in checked.diagnostics}


EXAMPLE = """\
typ: delegationsbeslut
titel: Bidrag till Föreningen Lekfull
nämnd: fritidsnämnden
datum: 2026-02-12
diarienummer: FRN-2026-31
delegation: "4.2"
beslut: [bevilja 12 000 kronor]
ärendet: Föreningen ordnar lekar på sommarlovet.
beslutsunderlag: [Ansökan]
skickas_till: [Föreningen Lekfull]
undertecknare: [{roll: Enhetschef, namn: Ada Ek}]
"""


@pytest.mark.parametrize("readme", ["README.md", "templates/README.md"])
def test_the_template_that_is_shown_as_an_example_makes_its_kind(
    tmp_path: Path, readme: str
) -> None:
    shown = (ROOT / readme).read_text(encoding="utf-8")
    block = shown[shown.index("{#---\n") :].partition("```")[0]
    (tmp_path / "delegationsbeslut.md.j2").write_text(block, encoding="utf-8")
    renderer = Renderer(tmp_path)
    case = EXAMPLE.replace("delegation:", "delegat:") if readme == "README.md" else EXAMPLE
    checked = check(case.encode(), "a.yaml", tmp_path, Defaults(), renderer.templates)
    made = renderer.render(checked)
    assert made.data is not None, made.diagnostics
    assert "Bidrag till Föreningen Lekfull" in text(made.data)
    assert _codes(checked) <= ({"NK244"} if readme == "README.md" else set())


@pytest.mark.parametrize(
    ("before", "line"),
    [
        ("\n", 2),
        ("{# Stadens mall. #}\n", 2),
        ("{# Stadens\n   mall. #}\n\n", 4),
    ],
)
def test_a_head_that_is_not_first_is_told(tmp_path: Path, before: str, line: int) -> None:
    """Else the template would make no kind, and nobody would know why."""
    (tmp_path / "delegation.md.j2").write_text(before + DELEGATION, encoding="utf-8")
    checked = check(CASE.encode(), "fall.yaml", Path(), Defaults(), templates_in(tmp_path))
    told = {one.code: one for one in checked.diagnostics}
    assert sorted(told) == ["NK105", "NK108", "NK421"]
    assert told["NK421"].position.line == line
    for code in ("NK105", "NK108"):
        assert told[code].hint == "Rätta först mallens huvud i delegation.md.j2."


def test_a_head_with_a_space_in_its_beginning_is_told(tmp_path: Path) -> None:
    spaced = DELEGATION.replace("{#---", "{# ---", 1)
    (tmp_path / "delegation.md.j2").write_text(spaced, encoding="utf-8")
    assert [one.code for one in templates_in(tmp_path).diagnostics] == ["NK421"]


def test_a_note_in_a_partial_is_no_head(tmp_path: Path) -> None:
    note = "{# -------\nDelar med namn och text.\n------- #}\n{% macro del() %}{% endmacro %}\n"
    (tmp_path / "delar.md.j2").write_text(note, encoding="utf-8")
    assert templates_in(tmp_path).diagnostics == ()


def test_a_broken_head_is_what_a_kind_that_is_not_found_points_to(tmp_path: Path) -> None:
    """No other kind is proposed, whether the case, ``new`` or ``--as`` names it."""
    templates = tmp_path / "mallar"
    templates.mkdir()
    broken = DELEGATION.replace("beskrivning:", "beskivning:", 1)
    (templates / "delegation.md.j2").write_text(broken, encoding="utf-8")
    (tmp_path / "namndkit.yaml").write_text("mallar: mallar\n", encoding="utf-8")
    (tmp_path / "fall.yaml").write_text(CASE, encoding="utf-8")
    for arguments in (
        ("validate", "fall.yaml"),
        ("new", "delegationsbeslut"),
        ("render", "fall.yaml", "--as", "delegationsbeslut"),
    ):
        command = [sys.executable, "-m", "namndkit", *arguments]
        done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
        assert done.returncode != 0
        assert "Rätta först mallens huvud i delegation.md.j2." in done.stdout + done.stderr
        assert "Skriv förslag" not in done.stdout + done.stderr
