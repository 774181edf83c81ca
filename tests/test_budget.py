"""The cost lines add up exactly, whatever their units."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import codes, read
from namndkit.values.amount import UNITS, format_amount

CASE = """
typ: förslag
titel: T
bakgrund: B
insatser: [{rubrik: Insatsen, text: T}]
målgrupp: M
förväntad_effekt: E
kostnad:
"""


@pytest.mark.parametrize(
    ("parts", "total"),
    [
        (["5 mnkr", "1 mnkr", "0,2 mnkr"], "6,2 mnkr"),
        (["109 mnkr", "120 mnkr", "3 mnkr"], "232 mnkr"),
        (["15,5 mnkr", "15,5 mnkr"], "31 mnkr"),
        (["15,5 mnkr", "3,1 mnkr"], "18,6 mnkr"),
        (["4,2 mnkr", "0,8 mnkr"], "5 mnkr"),
        (["0,1 mnkr", "0,2 mnkr"], "0,3 mnkr"),
        (["3,5 mkr", "-700 tkr"], "2,8 mkr"),
        (["5 miljoner kronor", "1 miljon kronor", "200 tusen kronor"], "6,2 miljoner kronor"),
    ],
)
def test_known_sums(parts: list[str], total: str) -> None:
    lines = "".join(f"    - {{belopp: '{part}', ändamål: x}}\n" for part in parts)
    assert codes(read(f"{CASE}  rader:\n{lines}  summa: {total}\n")) == []
    wrong = read(f"{CASE}  rader:\n{lines}  summa: 999 mdkr\n")
    assert codes(wrong) == ["NK304"]


LINE = st.tuples(st.integers(-(10**8), 10**8), st.sampled_from(["kr", "tkr"]))


@settings(max_examples=50, deadline=None)
@given(st.lists(st.dictionaries(st.integers(2020, 2030), LINE, min_size=1), min_size=1, max_size=8))
def test_totals_equal_the_naive_sum_both_ways(lines: list[dict[int, tuple[int, str]]]) -> None:
    text = CASE + "  rader:\n"
    total = Decimal(0)
    for line in lines:
        text += "    - ändamål: x\n      per_år:\n"
        for year, (number, unit) in line.items():
            kronor = number * UNITS[unit]
            total += kronor
            text += f"        {year}: {format_amount(kronor, unit)}\n"
    budget = read(text).budget
    assert budget is not None
    assert budget.summa == total
    assert sum(budget.per_år.values()) == total
    assert [line.summa for line in budget.rader] == [
        sum(line.per_år.values()) for line in budget.rader
    ]


@pytest.mark.parametrize(
    ("financing", "found"),
    [
        ("[{källa: A, belopp: 6 mnkr}, {källa: B, belopp: 4 mnkr}]", []),
        ("[{källa: A, belopp: 6 mnkr}, {källa: inom befintlig ram}]", []),
        ("[{källa: A, andel: 50 %}, {källa: B, andel: 50 %}]", []),
        ("[{källa: A, andel: 50 %}, {källa: B}]", []),
        ("[{källa: A, belopp: 6 mnkr}]", ["NK305"]),
        ("[{källa: A, belopp: 11 mnkr}]", ["NK305"]),
        ("[{källa: A, belopp: 11 mnkr}, {källa: B}]", ["NK305"]),
        ("[{källa: A, belopp: 10 mnkr, andel: 10 %}]", ["NK307"]),
        ("[{källa: A}, {källa: B}]", ["NK307"]),
    ],
)
def test_financing_equals_the_cost(financing: str, found: list[str]) -> None:
    case = f"{CASE}  rader: [{{belopp: 10 mnkr, ändamål: x}}]\n  finansiering: {financing}\n"
    assert codes(read(case)) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("{belopp: 1 mnkr, ändamål: x}", []),
        ("{ändamål: x}", ["NK306"]),
        ("{belopp: 3 mnkr, per_år: {2026: 1 mnkr, 2027: 2 mnkr}, ändamål: x}", []),
        ("{belopp: 4 mnkr, per_år: {2026: 1 mnkr, 2027: 2 mnkr}, ändamål: x}", ["NK306"]),
        ("{per_år: {2026: 1 mnkr}, år: 2026, ändamål: x}", ["NK306"]),
        ("{per_år: {2026: 1 mnkr, 2026 : 2 mnkr}, ändamål: x}", ["NK104"]),
        ("{belopp: 5, ändamål: x}", ["NK303"]),
        ("{belopp: 999, ändamål: x}", ["NK303"]),
        ("{belopp: 1000, ändamål: x}", []),
        ("{belopp: 5 kr, ändamål: x}", []),
        ("{belopp: 1 mnkr, ändamål: x, insats: Insatsen}", []),
        ("{belopp: 1 mnkr, ändamål: x, insats: 1}", []),
        ("{belopp: 1 mnkr, ändamål: x, insats: 2}", ["NK203"]),
        ("{belopp: 1 mnkr, ändamål: x, insats: Insattsen}", ["NK203"]),
    ],
)
def test_a_cost_line_is_whole(line: str, found: list[str]) -> None:
    assert codes(read(f"{CASE}  rader: [{line}]\n")) == found


def test_the_pot_must_hold() -> None:
    lines = "  rader: [{belopp: 10 mnkr, ändamål: x}]\n"
    assert codes(read(f"{CASE}{lines}  ram: 78 mnkr\n")) == []
    assert codes(read(f"{CASE}{lines}  ram: 9 mnkr\n")) == ["NK308"]
