"""Damaged text is told in every text and key, and whole text of any language never is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import ROOT
from namndkit.checks.damaged import damaged, is_invisible
from namndkit.checks.miscoded import miscoded
from namndkit.values.node import Scalar
from namndkit.values.position import SourceText

ENCODINGS = ("cp1252", "mac_roman", "cp850", "cp437")
WORDS = ("Nämnden", "på", "ÅRSREDOVISNING", "ÖVRIGT", "kafé", "Müller", "6 §", "–", "”så”", "½ år")
WHOLE = (
    *(
        "Å och Ä”",
        "”bokstaven Ä”",
        "Så är det…”",
        "å…”",
        "”två…”–",
        "Bilaga Å–Ö",
        "Ä–Ö",
        "Å\u00a0Ek",
    ),
    *("SÃO PAULO", "AVALIAÇÃO", "KNÍŽE", "MANÉŽ", "l’Île", "Côté”", "crème…", "Þórr", "İstanbul"),
    *(
        "Привет”",
        "日本語",
        "αβγ",
        "أهلا\u200f",
        "ברוך",
        "می\u200cخواهم",
        "क\u200dष",
        "Łódź",
        "Čáhci",
    ),
    *(
        "👨\u200d👩\u200d👧",
        "❤\ufe0f",
        "👩🏽\u200d🏫",
        "🏴\U000e0067\U000e0062\U000e007f",
        "20 °C",
        "m²",
        "e\u0301",
    ),
)


def _node(text: str) -> Scalar:
    return Scalar(SourceText("fall.yaml", text), 0, len(text), text)


def _misread(text: str, encoding: str) -> str | None:
    """UTF-8 read as ``encoding``; None where a byte of it means nothing there."""
    try:
        return text.encode().decode(encoding)
    except UnicodeDecodeError:
        return None


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_text_read_in_the_wrong_encoding_is_told_with_what_was_meant(encoding: str) -> None:
    told = 0
    for word in WORDS:
        shown = _misread(word, encoding)
        if shown is None:
            continue
        found = list(miscoded(_node(f"Om {shown} i år")))
        assert found, shown
        told += 1
        parts = [one for one in word.split(" ") if not one.isascii()]
        assert [one.hint.partition("”. ")[0] for one in found] == [f"Skriv ”{one}" for one in parts]
    assert told > 5


def test_text_saved_wrongly_twice_is_mended_at_once() -> None:
    twice = _misread(_misread("Nämnden", "cp1252") or "", "cp1252")
    (found,) = miscoded(_node(str(twice)))
    assert "”Nämnden”" in found.hint


@pytest.mark.parametrize("text", WHOLE)
def test_whole_text_of_any_language_is_left_alone(text: str) -> None:
    node = _node(f"Om {text} i år")
    assert [one.message for rule in (damaged, miscoded) for one in rule(node)] == []
    assert not any(is_invisible(node.text, at) for at in range(len(node.text)))


LATIN = st.text(
    "abcdefghijklmnopqrstuvwxyzåäöéèüæøàçABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖÉÜ ,.–”’…§%:\u00a0"
)


@given(LATIN)
def test_swedish_letters_and_signs_in_any_order_are_no_wrong_encoding(text: str) -> None:
    assert list(miscoded(_node(text))) == []


@pytest.mark.parametrize(
    "char", ["\ufffd", "\ufffc", "\ue000", "\uf8ff", "\U000f1234", "\ufdd0", "\ufffe", "\U0001ffff"]
    # what turns the text, opened and closed
    + ["\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069"],
)  # fmt: skip
def test_what_is_no_part_of_a_text_is_told_at_its_place(char: str) -> None:
    (found,) = damaged(_node(f"ab{char}c"))
    assert (found.code, found.position.column) == ("NK124", 3)
    assert f"U+{ord(char):04X}" in found.message


@pytest.mark.parametrize("char", ["\u00ad", "\u200b", "\u2060", "\ufeff", "\u200d", "\U000e0041"])
def test_what_is_not_seen_and_joins_nothing_is_invisible(char: str) -> None:
    assert is_invisible(f"ab{char}c", 2)


def test_no_case_or_clean_example_is_damaged() -> None:
    paths = [*(ROOT / "cases").glob("*.yaml"), *Path(ROOT / "tests/figures").rglob("*.yaml")]
    assert len(paths) > 100
    for path in paths:
        node = _node(path.read_text(encoding="utf-8"))
        assert [one for rule in (damaged, miscoded) for one in rule(node)] == [], path
