"""``namndkit show``: the document in the terminal, and its tree."""

from __future__ import annotations

import ast
import io
import re
import subprocess
import sys
from collections import Counter
from contextlib import redirect_stdout
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import CASES, ROOT, render_file
from document_dump import text
from namndkit.cli import main
from namndkit.pipeline import Renderer
from namndkit.report.shown import show_document
from namndkit.values.document import (
    Block,
    Columns,
    Document,
    Item,
    ListBlock,
    Paragraph,
    Properties,
    Quote,
    Run,
    Table,
)
from namndkit.values.position import Position


def _run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as ended:
        main(["show", *arguments])
    assert isinstance(ended.value.code, int)
    said = capsys.readouterr()
    return ended.value.code, said.out, said.err


def _words(printed: str) -> list[str]:
    return re.findall(r"[\w§%]+", printed)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_word_of_the_document_is_shown(
    path: Path, renderer: Renderer, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = _run(capsys, str(path))
    assert code == 0
    rendered = render_file(renderer, path)
    assert rendered.data is not None
    body = text(rendered.data).partition("\n\n")[2]
    missing = set(_words(body)) - set(_words(out)) - {"Spalter", "Nämndtabell", "spalt", "Strong"}
    assert {word for word in missing if len(word) > 1} == set()
    assert len(set(_words(out))) > 15


def test_what_a_user_wrote_is_no_markup(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = tmp_path / "a.yaml"
    case.write_text(
        'typ: yttrande\ntitel: "[/röd] :smile: [bold]x"\nnämnd: n\nyttrande: a [länk]\n',
        "utf-8",
    )
    code, out, _ = _run(capsys, str(case))
    assert code == 0
    assert "[/röd] :smile: [bold]x" in out
    assert "a [länk]" in out


def test_gaps_are_shown_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = tmp_path / "a.yaml"
    case.write_text("typ: förslag\ntitel: T\nbakgrund: B\n", "utf-8")
    code, out, err = _run(capsys, str(case))
    assert code == 1
    assert "[Kostnad saknas]" in out
    assert "NK201" in err
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


def test_the_tree_names_roles_and_origins(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = _run(
        capsys, str(ROOT / "cases" / "yttrande-motion.yaml"), "--tree", "--as", "yttrande"
    )
    assert code == 0
    lines = out.split("\n")
    assert lines[0] == "dokument  sidlayout tjänsteskrivelse"
    assert any(
        re.match(r"  rubrik 2 \(rekommendation\)  Yrkande 1: .*yttrande.md.j2:\d+\]", one)
        for one in lines
    )
    assert any("stycke beslutsfras" in one for one in lines)


def test_letter_and_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = str(ROOT / "cases" / "yttrande-remiss.yaml")
    code, out, _ = _run(capsys, case, "--as", "tjansteskrivelse")
    assert (code, "Förslag till beslut" in out) == (0, True)
    assert _run(capsys, case, "--as", "brev")[0] == 2
    assert _run(capsys, str(tmp_path))[0] == 2
    assert _run(capsys, str(tmp_path / "saknas.yaml"))[0] == 2


@pytest.mark.parametrize("columns", ["20", "40", "200"])
def test_fits_the_terminal(columns: str) -> None:
    case = str(ROOT / "cases" / "forslag-flerarigt.yaml")
    done = subprocess.run(
        [sys.executable, "-m", "namndkit", "show", case],
        env={"COLUMNS": columns, "PYTHONIOENCODING": "cp1252", "PATH": "", "NO_COLOR": "1"},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    lines = done.stdout.decode("cp1252").splitlines()
    assert max(map(len, lines)) <= min(int(columns), 80)
    assert "\x1b" not in done.stdout.decode("cp1252")


LETTERS = st.text("abcåäö ", min_size=1, max_size=30).filter(str.strip)
NUMBERS = st.integers(0, 10**15).map(lambda number: f"{number:,}".replace(",", "\u00a0"))
PLACE = Position("fall.yaml")


def _paragraph(words: str) -> Block:
    return Paragraph("brödtext", (Run(words),), PLACE)


def _table(columns: list[str], numbers: list[list[str]]) -> Block:
    rows = tuple(tuple((Run(one),) for one in row[: len(columns)]) for row in numbers)
    right = tuple(number > 0 for number in range(len(columns)))
    return Table(tuple((Run(one),) for one in columns), rows, right, False, PLACE)


TABLES = st.builds(
    _table,
    st.lists(LETTERS, min_size=1, max_size=9),
    st.lists(st.lists(NUMBERS, min_size=9, max_size=9), max_size=3),
)
BLOCKS = st.recursive(
    st.builds(_paragraph, LETTERS) | TABLES,
    lambda inner: st.one_of(
        st.builds(
            lambda blocks: ListBlock("•", (Item(None, tuple(blocks)),), PLACE),
            st.lists(inner, min_size=1, max_size=2),
        ),
        st.builds(
            lambda blocks: Quote(tuple(blocks), PLACE), st.lists(inner, min_size=1, max_size=2)
        ),
        st.builds(
            lambda columns: Columns("spalter", tuple((one,) for one in columns), PLACE),
            st.lists(inner, min_size=1, max_size=12),
        ),
    ),
    max_leaves=12,
)


def _typed(block: Block) -> Counter[str]:
    """The letters and digits of ``block``, each as often as it stands there."""
    texts = re.findall(r"Run\(text=('[^']*')", repr(block))
    return Counter(char for one in texts for char in ast.literal_eval(one))


def _shown(block: Block, width: int) -> str:
    out = io.StringIO()
    with mock.patch.dict("os.environ", {"COLUMNS": str(width)}), redirect_stdout(out):
        show_document(Document("", (block,), (), Properties("T")))
    return out.getvalue()


@given(BLOCKS, st.integers(40, 80))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_shown_loses_a_letter_or_a_digit(block: Block, width: int) -> None:
    shown = _shown(block, width)
    lost = _typed(block) - Counter(shown)
    assert {char: times for char, times in lost.items() if not char.isspace()} == {}
    assert max(map(len, shown.split("\n"))) <= width


def test_deep_lists_and_quotations_have_room() -> None:
    for kind in ("lista", "citat"):
        block: Block = _paragraph("innerst")
        for _ in range(30):
            block = (
                ListBlock("1.", (Item(1, (block,)),), PLACE)
                if kind == "lista"
                else Quote((block,), PLACE)
            )
        assert "innerst" in _shown(block, 40)


def test_a_table_of_years_keeps_its_first_column_and_its_digits() -> None:
    numbers = [[f"rad {row}", *[f"{row} 234 567".replace(" ", "\u00a0")] * 8] for row in (1, 2)]
    block = _table(["Ändamål", *map(str, range(2026, 2034))], numbers)
    shown = _shown(block, 80)
    assert shown.count("1\u00a0234\u00a0567") == 8
    assert "Ändamål\nrad 1\n  2026: 1\u00a0234\u00a0567\n" in shown
    assert "Ändamål  2026" in _shown(_table(["Ändamål", "2026"], [["rad", "1"]]), 80)
