"""Dates as people write them: the one meant is proposed where it can be read in one way."""

from __future__ import annotations

import pytest

from conftest import read

BASE = "typ: yttrande\ntitel: T\nnämnd: servicenämnden\nyttrande: Text.\n"


@pytest.mark.parametrize(
    "typed",
    [
        *("18/2-2026", "18/2 2026", "den 18/2 2026", "18.2.2026", "18/2/2026", "18-02-2026"),
        *("2026-2-18", "2026/02/18", "20260218", "26-02-18", "18 feb 2026", "18 feb. 2026"),
        *("18:e februari 2026", "2026.2.18"),
    ],
)
def test_the_day_meant_is_proposed(typed: str) -> None:
    (found,) = read(BASE + f"datum: {typed}\n").diagnostics
    assert (found.code, found.hint) == ("NK114", "Skriv 2026-02-18.")


@pytest.mark.parametrize(
    "typed", ["31/2 2026", "5/6/2026", "5-6-2026", "18/2", "2026121", "våren 2026", "18/2-26"]
)
def test_no_day_is_guessed(typed: str) -> None:
    (found,) = read(BASE + f"datum: {typed}\n").diagnostics
    assert (found.code, found.hint) == (
        "NK114",
        "Skriv år, månad och dag, till exempel 2022-10-14.",
    )
