"""The cases that users copy: each builds without a finding and reads as its golden text."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from conftest import CASES, ROOT, render_file
from document_dump import dump
from namndkit.pipeline import Rendered, Renderer, check, read_folder
from namndkit.values.kind import Kind

GOLDENS = ROOT / "tests" / "goldens"
DOCUMENTS = [
    (path, paper.kind)
    for path in CASES
    for paper in check(path.read_bytes(), path.name, path.parent).papers
]
"""Every document of every case, the main one of each first."""
ASKED = {"forslag-flerarigt": "tjänsteskrivelse"}
"""A document that its case says nothing of, made with ``--as``."""
ELSEWHERE = ROOT / "cases" / "tjansteutlatande" / "bibliotek.yaml"
"""The case that is made with another folder's templates."""

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


def test_there_are_cases_of_each_kind(renderer: Renderer) -> None:
    names = [kind.name for _, kind in DOCUMENTS]
    assert {*names} == {*renderer.templates.form.names}
    assert min(names.count("förslag"), names.count("yttrande")) >= 3


@pytest.mark.parametrize(
    ("path", "kind"), DOCUMENTS, ids=[f"{path.stem}-{kind.name}" for path, kind in DOCUMENTS]
)
def test_document_reads_as_its_golden(path: Path, kind: Kind, renderer: Renderer) -> None:
    rendered = render_file(renderer, path, kind.name)
    main = check(path.read_bytes(), path.name, path.parent).papers[0].kind
    _compare(path.stem if kind == main else f"{path.stem}-{kind.ending}", rendered)


@pytest.mark.parametrize("stem", ASKED)
def test_document_that_is_asked_for_reads_as_its_golden(stem: str, renderer: Renderer) -> None:
    kind = renderer.templates.form.kind(ASKED[stem])
    assert kind
    rendered = render_file(renderer, ROOT / "cases" / f"{stem}.yaml", kind.name)
    _compare(f"{stem}-{kind.ending}", rendered)


def test_case_of_another_folder_reads_as_its_golden() -> None:
    settings = ELSEWHERE.with_name("namndkit.yaml")
    defaults = read_folder(settings.read_bytes(), settings.as_posix())
    renderer = Renderer(ROOT / "templates" / str(defaults.value and defaults.value.mallar))
    checked = check(
        ELSEWHERE.read_bytes(), ELSEWHERE.name, ELSEWHERE.parent, defaults, renderer.templates
    )
    _compare(ELSEWHERE.stem, renderer.render(checked))


def _compare(name: str, rendered: Rendered) -> None:
    found = [(one.code, one.position.line, one.severity.label) for one in rendered.diagnostics]
    assert found == HOLES.get(name, [])
    assert rendered.data is not None
    golden = GOLDENS / f"{name}.txt"
    text = dump(rendered.data)
    if os.environ.get("NAMNDKIT_UPDATE_GOLDENS"):
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")


def test_every_golden_has_its_case(renderer: Renderer) -> None:
    endings = {kind.ending for kind in renderer.templates.form.kinds}
    stems = {path.stem for path in (*CASES, ELSEWHERE)}
    made = stems | {f"{stem}-{ending}" for stem in stems for ending in endings}
    assert {path.stem for path in GOLDENS.glob("*.txt")} <= made


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
