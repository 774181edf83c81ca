"""Codes that stand for characters, one-byte letters read wrongly, and letters that only look right."""

from __future__ import annotations

import pytest

from conftest import read
from namndkit.checks.damaged import damaged, is_invisible
from namndkit.checks.escaped import escaped
from namndkit.checks.miscoded import miscoded
from namndkit.checks.one_byte import one_byte
from namndkit.checks.pasted import lookalikes
from namndkit.source.decode import decode
from namndkit.values.diagnostic import Diagnostic
from namndkit.values.node import Scalar
from namndkit.values.position import SourceText
from test_damaged import WHOLE

RULES = (damaged, miscoded, one_byte, escaped)


def _found(text: str) -> list[Diagnostic]:
    node = Scalar(SourceText("fall.yaml", text), 0, len(text), text)
    return [one for rule in RULES for one in rule(node)]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("f&ouml;rskolor", "förskolor"),
        ("skolor &amp; mer", "&"),
        ("N&#228;mnden", "Nämnden"),
        ("N&#xe4;mnden", "Nämnden"),
        ("https://x.se/&amp;b", "https://x.se/&b"),
        ("N=C3=A4mnden", "Nämnden"),
        ("N=E4mnden", "Nämnden"),
        ("Pl%C3%A5n", "Plån"),
        ("N\\u00e4mnden", "Nämnden"),
        ("N\\'e4mnden", "Nämnden"),
        ("Rad_x000D_", "Rad"),
        ("N„mnden", "Nämnden"),
        ("h”ller", "höller"),
        ("m†nga", "många"),
        ("NŠmnden", "Nämnden"),
        ("hŒller", "håller"),
        ("h‰ller", "häller"),
        ("NΣmnden", "Nämnden"),
        ("f÷rslag", "förslag"),
        ("Nдmnden", "Nämnden"),
        ("SNÂ\u00a02026", "SN\u00a02026"),
        ("5Â\u00a0procent", "5\u00a0procent"),
        ("§Â\u00a04", "§\u00a04"),
    ],
)
def test_what_was_meant_is_told(text: str, meant: str) -> None:
    (found,) = _found(text)
    assert found.code == "NK245"
    assert f"Skriv ”{meant}”." in found.hint


def test_a_letter_that_may_be_a_quotation_mark_is_told_beside_others() -> None:
    assert [one.hint[:14] for one in _found("Malm” stad och m†nga")] == [
        "Skriv ”Malmö”.",
        "Skriv ”många”.",
    ]


@pytest.mark.parametrize(
    "text", ["s\u0336t\u0336r\u0336", "a\u0335b", "Malm\u030ao", "\u0308a", "Nämnden␍håller", "␀"]
)
def test_strokes_stray_marks_and_pictures_of_control_characters_are_told(text: str) -> None:
    assert [one.code for one in _found(text)] == ["NK124"]


@pytest.mark.parametrize(
    "char", ["\u200e", "\u200f", "\u061c", "\u034f", "\u3164", "\ufe0f", "\uffa0"]
)
def test_what_is_not_seen_in_a_word_is_told(char: str) -> None:
    assert is_invisible(f"Nämn{char}den", 4)
    found = read(f"typ: yttrande\ntitel: Nämn{char}den\nnämnd: x\nyttrande: Text.\n").diagnostics
    assert "NK215" in [one.code for one in found]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Nаmnden", "a"),  # Cyrillic
        ("skоlan", "o"),  # Cyrillic
        ("skοlan", "o"),  # Greek
        ("Ｎämnden", "N"),
        ("𝐍ämnden", "N"),
        ("𝟓 barn", "5"),
        ("eﬃcient", "ffi"),
    ],
)  # fmt: skip
def test_a_letter_that_only_looks_like_another_is_told(text: str, meant: str) -> None:
    assert [one for one, _ in lookalikes(text).values()] == [meant]


@pytest.mark.parametrize(
    "text",
    [
        *WHOLE,
        *(
            "naïve",
            "Ωmega-3",
            "5 µm",
            "5 μA",
            "kΩ",
            "ΔT",
            "λmax",
            "½",
            "Côte",
            "Пётр",
            "Пётрs",
            "Çelik",
        ),
        *("”Planen”s mål", "”Svensk plan”s", "Ada Ek†", "6‰ av", "24” skärm", "Žižek", "mašina"),
        *(
            "R&D; AT&T;",
            "x_x",
            "https://x.se/Pl%C3%A5n",
            "G:\\udda\\xa",
            "1️⃣",
            "ＡＢ社",
            "E=m",
            "a=E4",
        ),
    ],
)
def test_whole_text_is_left_alone(text: str) -> None:
    assert _found(text) == []
    assert lookalikes(text) == {}
    assert not any(is_invisible(text, at) for at in range(len(text)))


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("Ã\u0085r", "Skriv ”Å”"),
        ("f\u00c3\u0096r", "Skriv ”Ö”"),
        ("Nämnden\u0085håller", "ett mellanslag eller en ny rad"),
        ("Nämnden\u2028håller", "ett mellanslag eller en ny rad"),
        ("N\x07mnden", "Jämför med källan"),
    ],
)
def test_a_sign_that_word_cannot_hold_is_never_just_taken_away(text: str, remedy: str) -> None:
    (found,) = decode(text.encode(), "fall.yaml").diagnostics
    assert found.code == "NK103"
    assert remedy in found.hint
    assert not found.hint.startswith("Ta bort")
