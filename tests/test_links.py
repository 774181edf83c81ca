"""A link is read whole or told: nothing in its brackets and parentheses goes untold."""

from __future__ import annotations

import pytest

from namndkit.markup.longtext import read_long_text
from namndkit.values.diagnostic import Diagnostic
from namndkit.values.document import Link, Paragraph, Run, Span
from namndkit.values.node import Scalar
from namndkit.values.position import SourceText


def _read(text: str) -> tuple[list[object], tuple[Diagnostic, ...]]:
    node = Scalar(SourceText("text.md", text), 0, len(text), text, "file")
    (block,), found = read_long_text(text, node)
    assert isinstance(block, Paragraph)
    return list(block.inlines), found


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("[plan](https://x.se/a (b))", "[plan](https://x.se/a%20(b))"),
        ('[plan](https://x.se "Titel")', "[plan (Titel)](https://x.se)"),
        ("[plan](mailto:a@x.se 'Ada Ek')", "[plan (Ada Ek)](mailto:a@x.se)"),
        ("[plan](plan 2.pdf)", "plan"),
        ("[plan]()", "[plan](adressen)"),
        ("[plan][1]", "[plan](adressen)"),
        ("[planen][]", "[planen](adressen)"),
        ("[plan](sida 5)", "[plan] (sida 5)"),
        ("[plan](bilaga två)", "[plan] (bilaga två)"),
        ("(plan)[https://x.se]", "[plan](https://x.se)"),
        ("[plan](https://x.se", "[plan](https://x.se)"),
        ("[plan](<https://x.se> och", None),
        ("[plan](www.x.se/plan och mer", "[plan](https://www.x.se/plan)"),
        ("[plan|https://x.se]", "[plan](https://x.se)"),
        ("[https://x.se planen]", "[planen](https://x.se)"),
        ("[plan]:(https://x.se)", "[plan](https://x.se)"),
        ('<a href="https://x.se">plan</a>', "[plan](https://x.se)"),
        ('<a href="x">plan</a>', "[plan](adressen)"),
    ],
)
def test_a_link_that_is_none_is_told_and_stands_as_typed(text: str, remedy: str | None) -> None:
    inlines, found = _read(f"Se {text} nu.")
    assert inlines == [Run(f"Se {text} nu.")]
    assert [one.code for one in found] == ["NK241"]
    assert remedy is None or f"”{remedy}”" in found[0].hint
    if remedy and "://" in remedy:  # followed word for word it is a link
        assert any(isinstance(one, Link) for one in _read(remedy)[0])


@pytest.mark.parametrize(
    ("text", "url"),
    [
        (r"[plan](https://x.se/a\_b)", "https://x.se/a_b"),
        ("[plan](https://x.se/a_(b))", "https://x.se/a_(b)"),
        ("[plan](https://x.se/&amp;b)", "https://x.se/&amp;b"),
        ("[plan](https://x.se/?a=1&copy=2)", "https://x.se/?a=1&copy=2"),
        ("[plan](<https://x.se/a>)", "https://x.se/a"),
    ],
)
def test_an_address_is_read_whole_and_nothing_is_told_of_it(text: str, url: str) -> None:
    inlines, found = _read(text)
    assert (inlines, found) == ([Link(url, "", (Run("plan"),))], ())


@pytest.mark.parametrize(
    "text", ["[1][2]", "[ordet](S)", "[1](s. 4)", "(Ek 2020) [1]", "[https://x.se]", "[Ek][Alm]"]
)
def test_brackets_and_parentheses_that_are_no_link_are_left(text: str) -> None:
    assert _read(text) == ([Run(text)], ())


@pytest.mark.parametrize("text", [r"\*x\*", r"a \*b\* c", r"Se C:\*.txt och D:\*.txt"])
def test_a_star_after_a_backslash_stays(text: str) -> None:
    assert _read(text) == ([Run(text)], ())
    assert _read(f"*ja* {text}")[0] == [Span("emphasis", (Run("ja"),)), Run(f" {text}")]


@pytest.mark.parametrize("text", ["> 5 procent", ">= 5 procent", "> 10 av 20"])
def test_a_sign_first_in_a_text_is_no_quotation(text: str) -> None:
    assert _read(text) == ([Run(text)], ())
