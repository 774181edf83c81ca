"""The promise of ``new --from-docx``: every word of a document is in the case, in order, or told."""

from __future__ import annotations

import io
import re
from contextlib import redirect_stderr
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from document_dump import text
from namndkit.cli import main
from namndkit.pipeline import Checked, Renderer, check
from namndkit.values.text import Text
from word_files import PIECES, STYLES, Made, build

_WORD = re.compile(r"ord\d+x")
PARAGRAPHS = st.lists(
    st.tuples(
        st.sampled_from(STYLES), st.lists(st.sampled_from(list(PIECES)), min_size=1, max_size=6)
    ),
    min_size=1,
    max_size=6,
)


def _taken(made: Made, folder: Path) -> tuple[Checked, str, str]:
    """The new case, what was said of it, and its comments."""
    document, case = folder / "x.docx", folder / "x.yaml"
    made.document.save(str(document))
    said = io.StringIO()
    answers = ("--titel", "T", "--nämnd", "servicenämnden", "--from-docx", str(document))
    with redirect_stderr(said), pytest.raises(SystemExit) as ended:
        main(["new", "förslag", str(case), *answers])
    assert ended.value.code == 0
    comments = "\n".join(
        line for line in case.read_text("utf-8").split("\n") if line.startswith("## ")
    )
    return check(case.read_bytes(), "x.yaml", folder), said.getvalue(), comments


@settings(max_examples=120, deadline=None)
@given(PARAGRAPHS)
def test_every_word_is_in_the_case_in_order_or_told(
    renderer: Renderer, drawn: list[tuple[str, list[str]]]
) -> None:
    made = build(drawn)
    with TemporaryDirectory() as folder:
        checked, said, comments = _taken(made, Path(folder))
    assert checked.case is not None
    typed = " ".join(str(one) for _, one in checked.case.blad if isinstance(one, Text))
    found = _WORD.findall(typed)
    assert [word for word in made.live if word in found] == made.live
    assert [word for word in found if word in made.live] == made.live
    assert not set(made.dead) & set(found)
    places = f"{said}{comments}"
    assert [word for word in made.told if word not in places and word not in found] == []
    rendered = renderer.render(checked, draft=True)
    assert rendered.data is not None
    shown = _WORD.findall(text(rendered.data))
    assert [word for word in shown if word in made.live] == made.live


def test_signs_at_the_beginning_come_out_as_they_stood(renderer: Renderer, tmp_path: Path) -> None:
    made = build([])
    lines = ["- 700 tkr", "> 5 procent", "1986. Ett år", "• 40 procent", "a) först"]
    for line in lines:
        made.document.add_paragraph(line)
    checked, said, _ = _taken(made, tmp_path)
    assert "NK64" not in said
    rendered = renderer.render(checked, draft=True)
    assert rendered.data is not None
    assert [one for one in text(rendered.data).split("\n") if one in lines] == lines
