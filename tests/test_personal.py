"""A personnummer is found however it is written, and what only looks like one is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namndkit.checks.personal import personal_number
from namndkit.checks.texts import Written
from namndkit.pipeline import check
from namndkit.values.node import Scalar
from namndkit.values.position import SourceText

DASHES = "-+\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d"
BLANKS = ("", " ", "\u00a0", "\u2009", "\u202f", "\u200b", "\u00ad")


def count(text: str, *keys: str) -> int:
    written = Written(Scalar(SourceText("x", text), 0, len(text), text), keys)
    return len(list(personal_number(written)))


@given(
    st.sampled_from((("19121212", "1212"), ("121212", "1212"), ("19700101", "0003"))),
    st.sampled_from(DASHES),
    st.sampled_from(BLANKS),
    st.sampled_from(BLANKS),
    st.sampled_from(("", "Ada Ek, ", "(", "pnr", "nr 3 ")),
    st.sampled_from(("", ".", ")", " i Malmö", " 12 år", ", se 3")),
)
def test_any_dash_with_any_blanks(
    number: tuple[str, str], dash: str, before: str, after: str, head: str, tail: str
) -> None:
    assert count(f"{head}{number[0]}{before}{dash}{after}{number[1]}{tail}") == 1


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("Personnummer: 0503142390", 1),
        ("Barnets personnummer är 0503142390.", 1),
        ("Nås på mobil. Sökande 0503142390", 1),
        ("Makarna 780314-2392/810101-1230", 2),
        ("Rad 1.780314-2392", 1),
        ("pnr 780314-2392.5", 1),
        ("Ada Ek 7803142392 12 år", 1),
        ("1978-03-14 2392", 1),
        ("1978/03/14-2392", 1),
        ("1978 03 14 2392", 1),
        ("780314\u20432392", 1),
        ("780314-23\u00ad92", 1),
        ("78\u200b0314\u2060-2\ufeff392", 1),
        ("\uff17\uff18\uff10\uff13\uff11\uff14\u301c2392", 1),
        ("mailto:a@x.example?subject=780314%2D2392", 1),
        ("https://x.example/?p=780314%E2%80%932392&q=%3780314-2392", 1),
        ("https://x.example/197803142392", 1),
    ],
)
def test_whatever_stands_before_behind_or_within(text: str, many: int) -> None:
    assert count(text) == many


@pytest.mark.parametrize(
    "text", ["121212 1212", "121212\u00a01212", "191212121212", "1912-12-12-1212"]
)
def test_without_a_dash_or_with_dashes_in_the_date(text: str) -> None:
    assert count(f"Ada Ek, {text}.") == 1


@pytest.mark.parametrize(
    "text",
    [
        *("0707767000", "Telefon: 0707767000", "ring 070 776 70 00", "0709800003", "+46707767000"),
        *("Tfn 0101010108", "nås på 0812121212", "212000-1124", "2025-01-01 – 2026", "121212-1213"),
        *(
            "SN-2021-121212-1212",
            "121212-12123",
            "a121212121212b",
            "1 121212 1212 kr",
            "991332-1234",
            "19121212-1212-4A21-9C07-0123456789AB",
            "12 12 12 1212",
            "_Toc7803142392",
            "1978-03-14 \u2013 2004",
            "Mobilnummer: 0503142390",
        ),
    ],
)
def test_what_only_looks_like_one(text: str) -> None:
    assert count(text) == 0


def test_a_number_under_telefon() -> None:
    assert count("0101010108", "telefon") == 0
    assert count("121212-1212", "telefon") == 1


@pytest.mark.parametrize("dash", ["\u2010", "\u2212", " - ", "\u00a0–\u00a0"])
def test_validate_finds_it_too(dash: str, tmp_path: Path) -> None:
    case = (
        f"typ: yttrande\ntitel: X\nnämnd: servicenämnden\nyttrande: Ada 121212{dash}1212 svarar.\n"
    )
    assert "NK224" in [one.code for one in check(case.encode(), "x.yaml", tmp_path).diagnostics]
