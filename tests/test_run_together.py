"""Lines that begin alike run into one paragraph: that is told, whatever the mark."""

from __future__ import annotations

import pytest

from namndkit.markup.longtext import read_long_text
from namndkit.values.node import Scalar
from namndkit.values.position import SourceText


def _codes(text: str) -> list[str]:
    node = Scalar(SourceText("text.md", text), 0, len(text), text, "file")
    return [one.code for one in read_long_text(text, node)[1]]


@pytest.mark.parametrize(
    "text",
    [
        *("+ första\n+ andra", "[ ] Ja\n[x] Nej", "‑ första\n‑ andra", "» första\n» andra"),
        *("1a) första\n1b) andra", "¹ Se planen\n² Se budgeten", "~ ett\n~ två", "1️⃣ ett\n2️⃣ två"),
        *("---\ntext", "***\ntext", "```\nkod\n```", "text\n~~~\ntext", "Rad ett\\\nRad två"),
        *("Så här:\n§§ ett\n+ två\n+ tre", "① ett\n② två", "⁃ ett\n⁃ två"),
    ],
)
def test_lines_that_run_together_are_told_once(text: str) -> None:
    assert _codes(text) == ["NK211"]


@pytest.mark.parametrize("text", ["a;b\n1;2", "namn;antal\nskolor;2", "år;tkr;andel\n2026;5;1"])
def test_rows_with_semicolons_are_a_table(text: str) -> None:
    assert _codes(text) == ["NK213"]


@pytest.mark.parametrize(
    "text",
    [
        *("+ 3 procent", "text\n+46 är numret", "Enligt\n§ 4 och\n§ 7 i lagen", "½ liter\n½ kilo"),
        *(
            "Mappen G:\\Plan\\\när tom",
            "Så; är det\nså; är det",
            "-----",
            "(ja)\n(nej)",
            "”Ja”\n”Nej”",
        ),
        *("*ett* och\n*två*", "**a** b\n**c** d", "Se 3a och\n3b"),
    ],
)
def test_prose_on_several_lines_is_left_alone(text: str) -> None:
    assert _codes(text) == []
