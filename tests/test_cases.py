"""The cases that users copy: each builds without a finding and reads as its golden text."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from conftest import CASES, ROOT, render_file
from document_dump import dump
from namndkit.pipeline import Renderer

GOLDENS = ROOT / "tests" / "goldens"
LETTERS = ["yttrande-remiss", "forslag-flerarigt", "yttrande-motion"]


HOLES = {
    "forslag-kompetensutveckling": [
        # The form asks for the number of employees, and none is given.
        ("NK226", 26, "varning"),
        ("NK226", 44, "varning"),
        # The second and the third insats have no effect of their own.
        ("NK226", 44, "varning"),
        ("NK226", 61, "varning"),
        ("NK226", 61, "varning"),
    ]
}
"""The seeds' own holes, which stay holes: the only findings in any case."""


def test_there_are_cases_of_both_kinds() -> None:
    names = [path.name for path in CASES]
    assert len([name for name in names if name.startswith("forslag-")]) >= 3
    assert len([name for name in names if name.startswith("yttrande-")]) >= 4


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case_reads_as_its_golden(path: Path, renderer: Renderer) -> None:
    _compare(path.stem, path, None, renderer)


@pytest.mark.parametrize("stem", LETTERS)
def test_tjänsteskrivelse_reads_as_its_golden(stem: str, renderer: Renderer) -> None:
    path = ROOT / "cases" / f"{stem}.yaml"
    _compare(f"{stem}-tjansteskrivelse", path, "tjänsteskrivelse", renderer)


def _compare(name: str, path: Path, kind: str | None, renderer: Renderer) -> None:
    rendered = render_file(renderer, path, kind)
    found = [(one.code, one.position.line, one.severity.label) for one in rendered.diagnostics]
    assert found == HOLES.get(path.stem, [])
    assert rendered.data is not None
    golden = GOLDENS / f"{name}.txt"
    text = dump(rendered.data)
    if os.environ.get("NAMNDKIT_UPDATE_GOLDENS"):
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")


def test_every_golden_has_its_case() -> None:
    made = {path.stem for path in CASES} | {f"{stem}-tjansteskrivelse" for stem in LETTERS}
    assert {path.stem for path in GOLDENS.glob("*.txt")} == made


def test_the_same_case_gives_the_same_bytes(tmp_path: Path) -> None:
    for path in CASES:
        first, second = (render_file(Renderer(ROOT / "templates"), path).data for _ in range(2))
        assert first == second is not None


HEADINGS = {
    "forslag-kompetensutveckling": [
        "Bakgrund",
        "Insatser (beskriv insatsen ansökan handlar om)",
        "Avdelningen för IT och digitalisering / Utveckling av kompetenscenter",
        "Språkutveckling och digital mognad",
        "SEF-hälsa och insatser för ökad hälsa",
        "Målgrupp (beskriv vilken yrkesgrupp insatsen berör samt antal medarbetare)",
        "Förväntad effekt av insatsen",
        "Kostnad",
    ],
    "yttrande-arbetsmarknadsanstallningar": ["Sammanfattning", "Yttrande"],
}


@pytest.mark.parametrize("stem", HEADINGS)
def test_seed_case_has_the_seeds_headings_in_order(stem: str) -> None:
    lines = (GOLDENS / f"{stem}.txt").read_text(encoding="utf-8").split("\n")
    headings = [line.partition("] ")[2] for line in lines if line.startswith("[Heading")]
    assert headings == HEADINGS[stem]
