"""``namndkit budget``: figures in four forms, several cases together, and ``--check``."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest

from conftest import ROOT
from test_cli import namndkit

CASE = """\
typ: förslag
titel: {title}
nämnd: {board}
bakgrund: B
insatser: [{{rubrik: Insatsen, text: T}}]
målgrupp: M
förväntad_effekt: E
kostnad:
  rader:
    - {{belopp: {amount}, ändamål: att bygga, insats: 1}}
  ram: {{belopp: {pot}, namn: "{name}"}}
"""


def _write(folder: Path, stem: str, **more: str) -> None:
    values = {"title": stem, "board": "servicenämnden", "amount": "50 mnkr", "pot": "78 mnkr"}
    text = CASE.format(**{**values, "name": "Budget 2025", **more})
    (folder / f"{stem}.yaml").write_text(text, encoding="utf-8")


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    return (done.stdout + done.stderr).decode()


def test_table_of_one_case(tmp_path: Path) -> None:
    done = namndkit("budget", ROOT / "cases" / "forslag-kompetensutveckling.yaml", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    rows = [" ".join(line.split()) for line in done.stdout.decode().split("\n")]
    for row in ("Summa 6,2", "Per insats", "Språkutveckling och digital mognad 1,0"):
        assert row in rows
    for row in ("Ram (Malmö stads budget 2025) 78,0", "Ur ramen (7,9 %) 6,2"):
        assert row in rows
    assert "Kvar av ramen 71,8" in rows


def test_years_sum_both_ways_in_every_form(tmp_path: Path) -> None:
    case = ROOT / "cases" / "forslag-flerarigt.yaml"
    report = json.loads(namndkit("budget", case, "--format", "json", cwd=tmp_path).stdout)
    (sheet,) = report["cases"]
    years = {year: Decimal(amount["kronor"]) for year, amount in sheet["per_år"].items()}
    assert sum(years.values()) == Decimal(sheet["summa"]["kronor"]) == 7_000_000
    for year, amount in years.items():
        lines = [row["per_år"].get(year, {"kronor": "0"}) for row in sheet["rader"]]
        assert sum(Decimal(line["kronor"]) for line in lines) == amount
    assert sheet["ram"]["andel_procent"] == "20"
    assert report["findings"] == []
    text = namndkit("budget", case, "--format", "csv", cwd=tmp_path).stdout.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    sums = {row["kolumn"]: row["kronor"] for row in rows if row["post"] == "summa"}
    assert sums == {
        "2026": "3410000,00",
        "2027": "2520000,00",
        "2028": "1070000,00",
        "": "7000000,00",
    }
    table = namndkit("budget", case, "--format", "markdown", cwd=tmp_path).stdout.decode()
    assert (
        "| **Summa** | **3\u00a0410** | **2\u00a0520** | **1\u00a0070** | **7\u00a0000** |" in table
    )


def test_folder_is_summed_per_board_and_pot(tmp_path: Path) -> None:
    _write(tmp_path, "a", amount="10 mnkr")
    _write(tmp_path, "b", amount="20 mnkr", board="Servicenämnden")
    _write(tmp_path, "c", amount="1 mnkr", board="tekniska nämnden", name="en annan pott")
    (tmp_path / "d.yaml").write_text(
        "typ: yttrande\ntitel: T\nnämnd: servicenämnden\nyttrande: Ja.\n", encoding="utf-8"
    )
    done = namndkit("budget", ".", cwd=tmp_path)
    assert done.returncode == 0, _said(done)
    rows = [" ".join(line.split()) for line in done.stdout.decode().split("\n")]
    for row in ("Summa för 3 ärenden 31", "servicenämnden 30", "tekniska nämnden 1"):
        assert row in rows
    assert "Ur ramen, 2 ärenden 30" in rows
    assert "1 ärende har ingen kostnad." in rows


def test_shared_pot_that_is_overdrawn(tmp_path: Path) -> None:
    _write(tmp_path, "a")
    _write(tmp_path, "b", amount="40 mnkr", pot="87 mnkr", name="budget 2025")
    for command in (["budget", "."], ["budget", "--check", "."], ["validate", "."]):
        done = namndkit(*command, cwd=tmp_path)
        said = _said(done)
        assert done.returncode == 1
        assert "fel NK312: 2 ärenden tar tillsammans 90\u00a0000\u00a0000\u00a0kr" in said
        assert "12\u00a0000\u00a0000\u00a0kr fattas" in said
        assert "varning NK313: Ramen ”Budget 2025” är 87\u00a0000\u00a0000\u00a0kr här" in said
        assert "a.yaml:11:17 (tar 50\u00a0000\u00a0000\u00a0kr)" in said
    assert "övertrasserad" in _said(namndkit("budget", ".", cwd=tmp_path))


def test_check_counts_what_the_text_contradicts(tmp_path: Path) -> None:
    _write(tmp_path, "a", title="Ansökan om 60 mnkr")
    assert namndkit("budget", "a.yaml", cwd=tmp_path).returncode == 0
    done = namndkit("budget", "--check", "--format", "concise", "a.yaml", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.decode().startswith("a.yaml:2:19: NK321 varning Texten säger 60 mnkr")
    _write(tmp_path, "a")
    done = namndkit("budget", "--check", "a.yaml", cwd=tmp_path)
    assert (done.returncode, done.stdout.decode()) == (0, "Inga fynd i 1 fil.\n")


@pytest.mark.parametrize("form", ["json", "github", "sarif", "full"])
def test_check_has_the_forms_of_validate(tmp_path: Path, form: str) -> None:
    _write(tmp_path, "a", pot="5 mnkr")
    done = namndkit("budget", "--check", "--format", form, "a.yaml", cwd=tmp_path)
    assert done.returncode == 1
    assert "NK308" in done.stdout.decode()
    same = namndkit("validate", "--select", "NK3", "--format", form, "a.yaml", cwd=tmp_path)
    assert done.stdout == same.stdout


def test_case_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    _write(tmp_path, "a")
    _write(tmp_path, "b", amount="fem mnkr")
    done = namndkit("budget", ".", cwd=tmp_path)
    assert done.returncode == 1
    assert "Summa" in done.stdout.decode()
    assert "fel NK301: ”fem mnkr” går inte att läsa" in done.stderr.decode()
    assert namndkit("budget", "finns-inte.yaml", cwd=tmp_path).returncode == 2


@pytest.mark.parametrize("words", [["--format", "sarif"], ["--check", "--format", "csv"]])
def test_form_that_belongs_elsewhere(tmp_path: Path, words: list[str]) -> None:
    _write(tmp_path, "a")
    done = namndkit("budget", "a.yaml", *words, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "--check" in done.stderr.decode()


def test_texts_of_a_case_are_no_markup_and_no_formula(tmp_path: Path) -> None:
    _write(tmp_path, "a", title='"[red]=1+1[/röd] :smile: | *x*"', board='"=cmd|x"')
    table = namndkit("budget", "a.yaml", cwd=tmp_path).stdout.decode()
    assert "[red]=1+1[/röd] :smile: | *x*" in table
    markdown = namndkit("budget", "--format", "markdown", "a.yaml", cwd=tmp_path).stdout.decode()
    assert r"\[red\]=1+1\[/röd\] :smile: \| \*x\*" in markdown
    text = namndkit("budget", "--format", "csv", "a.yaml", cwd=tmp_path).stdout.decode("utf-8-sig")
    row = next(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert row["nämnd"] == "'=cmd|x"


@pytest.mark.parametrize(
    ("amount", "share"), [("-700 tkr", "-7"), ("1 250 mnkr", "12500"), ("1 tkr", "0.01")]
)
def test_a_share_is_a_plain_number_in_json(amount: str, share: str, tmp_path: Path) -> None:
    _write(tmp_path, "a", amount=amount, pot="10 mnkr")
    done = namndkit("budget", "a.yaml", "--format", "json", cwd=tmp_path)
    assert json.loads(done.stdout)["cases"][0]["ram"]["andel_procent"] == share


def test_a_case_with_two_costs_is_one_case(tmp_path: Path) -> None:
    """A document of the case may say another cost than what is common."""
    _write(tmp_path, "a", amount="10 mnkr")
    own = "tjänsteskrivelse:\n  ärendet: Ä.\n  beslut: [godkänna förslaget]\n  kostnad:\n"
    own += "    rader: [{belopp: 9 mnkr, ändamål: att bygga, insats: 1}]\n"
    with (tmp_path / "a.yaml").open("a", encoding="utf-8") as file:
        file.write(own)
    done = namndkit("budget", ".", cwd=tmp_path)
    assert "Summa för 1 ärende " in _said(done)
    assert "2 ärenden" not in _said(done)
