"""Plain words as a long text and as YAML: what is written is read back as exactly them, or told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from namndkit.cli.written import entry
from namndkit.markup import blocks_of
from namndkit.pipeline.taking import Long
from namndkit.pipeline.taking.inlines import plain, runs
from namndkit.pipeline.taking.longtext import write
from namndkit.source import read
from namndkit.values.document import Block, Inline, Link, Paragraph, Run, Span, Table
from namndkit.values.node import Mapping, Scalar
from namndkit.values.position import Position

NOWHERE = Position("")
SIGNS = "-+*_>#|[]()<>=~`\\!&:;.,1297aoå ●•–−\u00a0\t\"'{}§½\uf0b7"
LINES = st.text(SIGNS, min_size=1, max_size=12).map(str.strip).filter(bool)
WORDS = st.lists(LINES, min_size=1, max_size=3).map("\n".join)


def _paragraph(*inlines: Inline) -> Paragraph:
    return Paragraph("brödtext", inlines, NOWHERE)


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


@pytest.mark.parametrize(
    "words",
    [
        "- 700 tkr",
        "> 5 procent",
        "1986. Ett år",
        "1. oktober",
        "a) och b)",
        "• 40 procent",
        "# 4",
        "+ 3",
        "5 * 3 * 2",
        "Rad ett\nrad två",
        "a | b",
        "<b>",
        "[1] se not",
    ],
)
def test_words_are_written_so_that_they_come_out_as_they_stood(words: str) -> None:
    wanted = _paragraph(*runs(words))
    written = write([wanted])
    assert written.losses == []
    assert blocks_of(written.text) == (wanted,)


@pytest.mark.parametrize("words", ["*x* och", "[plan](https://malmo.se)", "**a** b"])
def test_words_that_no_writing_gives_back_are_told(words: str) -> None:
    written = write([_paragraph(*runs(words))])
    assert [loss.what for loss in written.losses] == ["ord"]
    assert _letters(written.text) == _letters(words)


def test_bold_that_would_leave_its_stars_is_left_out_and_told() -> None:
    wanted = _paragraph(
        Span("strong", (Run("§ 4"),)), Run("a gäller, "), Span("strong", (Run("inte"),)), Run(" b.")
    )
    written = write([wanted])
    assert written.text == "§ 4a gäller, **inte** b."
    assert [loss.what for loss in written.losses] == ["form"]


def test_a_link_that_a_case_cannot_hold_is_told_with_its_address() -> None:
    wanted = _paragraph(Link("file:///k.pdf", "", (Run("Planen"),)), Run(" finns."))
    written = write([wanted])
    assert written.text == "Planen finns."
    assert [loss.what for loss in written.losses] == ["file:///k.pdf"]


def test_a_cell_with_a_bar_keeps_no_table() -> None:
    cells = ((Run("a"),), (Run("b"),))
    table = Table(cells, (((Run("1|2"),), (Run("3"),)),), (False, False), False, NOWHERE)
    assert [loss.what for loss in write([table]).losses] == ["ord"]


@settings(max_examples=400, deadline=None)
@given(
    st.lists(
        st.lists(
            st.tuples(WORDS, st.sampled_from(["", "strong", "emphasis"])), min_size=1, max_size=3
        ),
        min_size=1,
        max_size=4,
    )
)
@example([[("- 700", "")], [("- två", "")]])
@example([[("a", "strong"), ("b", "")]])
def test_what_is_not_told_is_read_back_as_it_stood(drawn: list[list[tuple[str, str]]]) -> None:
    blocks: list[Block] = []
    for pieces in drawn:
        inlines: list[Inline] = []
        for words, role in pieces:
            inner = tuple(runs(words))
            inlines += [Run(" ")] if inlines else []
            inlines += [Span(role, inner)] if role else inner
        blocks.append(_paragraph(*_tidy(inlines)))
    written = write(blocks)
    if not written.losses:
        assert blocks_of(written.text) == tuple(blocks)
    typed = "".join(plain(one.inlines) for one in blocks if isinstance(one, Paragraph))
    assert _letters(written.text) == _letters(typed)


def _tidy(inlines: list[Inline]) -> list[Inline]:
    done: list[Inline] = []
    for one in inlines:
        if isinstance(one, Run) and done and isinstance(done[-1], Run):
            done[-1] = Run(done[-1].text + one.text)
        else:
            done.append(one)
    return done


SHORT = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)


@settings(max_examples=400, deadline=None)
@given(SHORT, st.lists(SHORT, max_size=3))
@example("nej", ["- a", "2024:15", "a: b", "a #b", "\u2028", "\x85x", "\ufeff"])
@example('"', ["\\", "'", "|", ">", "{a}", "[b]", "&c", "*d", "!e", "%f", "@g", "`h"])
def test_a_short_value_is_read_back_as_it_stood(text: str, others: list[str]) -> None:
    rows = [*entry("titel", text), *entry("till", list(others) or ["x"])]
    root = _root("\n".join(rows))
    value, listed = (one.value for one in root.entries)
    assert isinstance(value, Scalar)
    assert value.text == text
    assert [one.text for one in listed.items] == (others or ["x"])  # type: ignore[union-attr]


@settings(max_examples=400, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=5))
def test_a_long_value_is_read_back_as_it_stood(lines: list[str]) -> None:
    text = "\n\n".join(lines)
    root = _root("\n".join(entry("bakgrund", Long(text))))
    value = root.entries[0].value
    assert isinstance(value, Scalar)
    assert value.text.rstrip("\n") == text


def _root(yaml: str) -> Mapping:
    source = read(yaml.encode(), "x.yaml", Path()).value
    assert source is not None
    assert source.root is not None, yaml
    return source.root
