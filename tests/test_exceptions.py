"""Comments that hide findings: what they cover, and where they are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import codes, read
from namndkit.pipeline import check

BASE = "typ: yttrande\ntitel: T\nnämnd: servicenämnden\n"
TEXT = "yttrande: |\n  Nämnden ser positivt.\n\n  Den delar synen på del- målen.\n"
IGNORE = "# namndkit: ignore NK214 – ordet står så"


def test_above_a_key_it_covers_the_whole_text_and_no_more() -> None:
    assert codes(read(BASE + TEXT)) == ["NK214"]
    assert codes(read(BASE + IGNORE + "\n" + TEXT)) == []
    after = read(BASE + IGNORE + "\n" + TEXT + "sammanfattning: De ser del- målen.\n")
    assert [(one.code, one.position.line) for one in after.diagnostics] == [("NK214", 9)]


def test_a_comment_below_a_text_does_not_cover_it() -> None:
    assert codes(read(BASE + TEXT + IGNORE + "\n")) == ["NK214", "NK121"]


def test_above_a_key_without_the_finding_it_is_told() -> None:
    unused = BASE + IGNORE + "\nyttrande: |\n  Nämnden ser positivt.\n"
    assert codes(read(unused)) == ["NK121"]


def test_above_a_key_it_covers_a_text_drawn_in(tmp_path: Path) -> None:
    (tmp_path / "text.md").write_text("Ett.\n\nDen delar synen på del- målen.\n", "utf-8")
    case = f"{BASE}{IGNORE}\nyttrande: {{fil: text.md}}\n".encode()
    assert codes(check(case, "fall.yaml", tmp_path)) == []
    (tmp_path / "text.md").write_text(f"{IGNORE}\nEtt.\n", "utf-8")
    found = check(case, "fall.yaml", tmp_path).diagnostics
    assert [(one.code, one.position.path) for one in found] == [
        ("NK121", "fall.yaml"),
        ("NK123", "text.md"),
    ]
    assert "i ärendet" in found[1].hint


@pytest.mark.parametrize(
    "comment", ["# namndkit: ignore", "#namndkit:ignore – skäl", "# namndkit: ignore alla"]
)
def test_without_a_code_it_hides_nothing_and_is_told(comment: str) -> None:
    found = read(f"{BASE}{comment}\nyttrande: Ett.\n").diagnostics
    assert [(one.code, one.position.line) for one in found] == [("NK121", 4)]
    assert "ingen kod" in found[0].message


@pytest.mark.parametrize(
    "text",
    [f"|\n  Ett.\n\n  {IGNORE}\n  Två.", f"|\n  Ett. {IGNORE}", f">\n  Ett.\n  {IGNORE}"],
)
def test_inside_a_text_it_is_an_error_at_its_place(text: str) -> None:
    found = read(f"{BASE}yttrande: {text}\n").diagnostics
    assert [one.code for one in found] == ["NK123"]
    line = f"yttrande: {text}".split("\n")[found[0].position.line - 4]
    assert line[found[0].position.column - 1 :].startswith("# namndkit: ignore NK214")


@pytest.mark.parametrize("line", ["# namndkit: mer om detta", "namndkit: ignorera"])
def test_other_words_are_no_exception(line: str) -> None:
    assert "NK123" not in codes(read(f"{BASE}yttrande: |\n  Ett.\n\n  {line}\n"))
