"""The cost lines add up exactly, whatever their units."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import codes, read
from namndkit.budget.financing import allot
from namndkit.values.amount import parse_amount
from namndkit.values.budget import Budget
from namndkit.values.formats import (
    UNITS,
    common_unit,
    format_amount,
    format_cell,
    format_in_words,
    format_share,
)

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
    assert budget.summa.kronor == total
    assert sum(year.kronor for year in budget.per_år.values()) == total
    assert [line.summa.kronor for line in budget.rader] == [
        sum(year.kronor for year in line.per_år.values()) for line in budget.rader
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
        ("[{källa: A, andel: 1/3}, {källa: B, andel: 1/3}, {källa: C, andel: 1/3}]", []),
        ("[{källa: A, andel: '33,3 %'}, {källa: B, andel: '66,6 %'}]", ["NK305"]),
        ("[{källa: A, andel: 60 %}, {källa: B, belopp: 4 mnkr}]", []),
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
        ("{antal: 24, styckpris: 50 000 kr, ändamål: x}", []),
        ("{antal: 180 elever, styckpris: 828 kr/elev, ändamål: x, belopp: 149 040 kr}", []),
        ("{antal: 180, styckpris: 828 kr, ändamål: x, belopp: 149 tkr}", ["NK306"]),
        ("{antal: '1 111 111 111 111', styckpris: 1 kr, ändamål: x}", ["NK115"]),
        ("{antal: '999 999 999 999', styckpris: '99 999 999,99 kr', ändamål: x}", ["NK306"]),
        ("{antal: 180, ändamål: x}", ["NK306"]),
        ("{styckpris: 10 kr, ändamål: x}", ["NK306"]),
        ("{antal: 999999999, styckpris: 1 mdkr, ändamål: x}", ["NK306"]),
        ("{ändamål: x, delar: [{belopp: 1 mnkr, ändamål: y}, {belopp: 5 tkr, ändamål: z}]}", []),
        ("{ändamål: x, belopp: 2 mnkr, delar: [{belopp: 1 mnkr, ändamål: y}]}", ["NK309"]),
        ("{ändamål: x, belopp: 2 mnkr, varav: [{belopp: 2 mnkr, ändamål: y}]}", []),
        ("{ändamål: x, belopp: 2 mnkr, varav: [{belopp: 2001 tkr, ändamål: y}]}", ["NK310"]),
        ("{ändamål: x, belopp: -2 mnkr, varav: [{belopp: -1 mnkr, ändamål: y}]}", []),
        ("{ändamål: x, belopp: 2 mnkr, varav: [{belopp: -1 mnkr, ändamål: y}]}", ["NK310"]),
        ("{ändamål: x, belopp: 2 mnkr, sökt: 2 mnkr}", []),
        ("{ändamål: x, belopp: 2 mnkr, sökt: 1 mnkr, egen: 1 mnkr, beviljat: 1 mnkr}", []),
        ("{ändamål: x, belopp: 2 mnkr, sökt: 1 mnkr, egen: 2 mnkr}", ["NK311"]),
        ("{ändamål: x, belopp: 2 mnkr, egen: 3 mnkr}", ["NK311"]),
        ("{ändamål: x, belopp: 2 mnkr, sökt: 1 mnkr, beviljat: 1001 tkr}", ["NK311"]),
    ],
)
def test_a_cost_line_is_whole(line: str, found: list[str]) -> None:
    assert codes(read(f"{CASE}  rader: [{line}]\n")) == found


def test_the_pot_must_hold() -> None:
    lines = "  rader: [{belopp: 10 mnkr, ändamål: x}]\n"
    assert codes(read(f"{CASE}{lines}  ram: 78 mnkr\n")) == []
    assert codes(read(f"{CASE}{lines}  ram: 9 mnkr\n")) == ["NK308"]


def test_the_pot_holds_what_is_applied_for() -> None:
    lines = "  rader: [{belopp: 10 mnkr, ändamål: x, sökt: 4 mnkr}]\n"
    assert codes(read(f"{CASE}{lines}  ram: 5 mnkr\n")) == []
    assert codes(read(f"{CASE}{lines}  ram: 3 mnkr\n")) == ["NK308"]
    sources = "  finansiering: [{källa: Potten, belopp: 6 mnkr}, {källa: egen ram}]\n"
    lines = "  rader: [{belopp: 10 mnkr, ändamål: x}]\n"
    pot = "  ram: {belopp: 7 mnkr, namn: potten}\n"
    budget = read(CASE + lines + pot + sources).budget
    assert budget is not None
    assert budget.ur_ramen.kronor == 6_000_000
    assert budget.ramens_andel == Fraction(6, 7)


def test_varav_of_the_total() -> None:
    lines = "  rader: [{belopp: 10 mnkr, ändamål: x}]\n"
    assert codes(read(f"{CASE}{lines}  varav: [{{belopp: 9 mnkr, ändamål: y}}]\n")) == []
    assert codes(read(f"{CASE}{lines}  varav: [{{belopp: 11 mnkr, ändamål: y}}]\n")) == ["NK310"]


def test_either_every_line_says_what_is_applied_for_or_none() -> None:
    lines = "  rader: [{belopp: 1 mnkr, ändamål: x, sökt: 1 mnkr}, {belopp: 2 mnkr, ändamål: y}]\n"
    assert codes(read(CASE + lines)) == ["NK311"]


KINDS = st.sampled_from(["", "drift", "investering"])
AMOUNTS = st.decimals(min_value=-(10**9), max_value=10**9, places=2)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(AMOUNTS, KINDS, st.sampled_from(["", "2026", "2027"])), max_size=12))
def test_groups_part_the_total(lines: list[tuple[Decimal, str, str]]) -> None:
    text = CASE + "  rader:\n    - {ändamål: x, belopp: 1 kr}\n"
    for kronor, kind, year in lines:
        text += f"    - ändamål: x\n      belopp: {format_amount(kronor, 'kr')}\n"
        text += f"      slag: {kind}\n" if kind else ""
        text += f"      år: {year}\n" if year else ""
    budget = read(text).budget
    assert budget is not None
    total = sum((kronor for kronor, _, _ in lines), Decimal(1))
    assert budget.summa.kronor == total
    if budget.per_slag:
        assert sum(part.kronor for part in budget.per_slag.values()) == total
    _years_and_the_rest_are_the_total(budget)


def _years_and_the_rest_are_the_total(budget: Budget) -> None:
    without = budget.utan_år.kronor if budget.utan_år else Decimal(0)
    if budget.per_år:
        assert sum(part.kronor for part in budget.per_år.values()) + without == budget.summa.kronor


@given(AMOUNTS, st.sampled_from(sorted(UNITS)))
def test_what_is_written_in_a_unit_is_read_back_exactly(kronor: Decimal, unit: str) -> None:
    written = format_amount(kronor, unit)
    read_back = parse_amount(written)
    if isinstance(read_back, tuple):
        assert read_back == (kronor, False)
    else:  # three decimals can be thousands: then both readings are offered and none is taken
        assert read_back.kind == "ambiguous"
        assert len(written.partition(",")[2].partition("\u00a0")[0]) == 3
    assert parse_amount(format_in_words(kronor)) == (kronor, False)


@given(st.lists(AMOUNTS, min_size=1))
def test_a_column_has_one_unit_and_as_many_decimals_in_every_cell(amounts: list[Decimal]) -> None:
    unit = common_unit(amounts)
    decimals = 2 if any(amount % 1 for amount in amounts) else 1
    cells = [format_cell(amount, unit, decimals) for amount in amounts]
    assert {len(cell.partition(",")[2]) for cell in cells} == {decimals}
    for cell, amount in zip(cells, amounts, strict=True):
        plain = cell.replace("\u00a0", "").replace("\u2212", "-").replace(",", ".")
        assert Decimal(plain) * UNITS[unit] == amount


@given(
    st.integers(-(10**10), 10**14),
    st.lists(st.integers(1, 10**6), min_size=1, max_size=12),
)
def test_shares_are_allotted_without_losing_an_öre(ore: int, weights: list[int]) -> None:
    whole = Decimal(ore).scaleb(-2)
    parts = [Fraction(ore, 100) * weight / sum(weights) for weight in weights]
    allotted = allot(parts, whole)
    assert sum(allotted) == whole
    pairs = zip(allotted, parts, strict=True)
    assert all(abs(Fraction(given) - exact) < Fraction(1, 100) for given, exact in pairs)


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 10**9), st.lists(st.integers(1, 99), min_size=1, max_size=6))
def test_shares_that_make_a_whole_are_the_cost(ore: int, weights: list[int]) -> None:
    total = Decimal(ore).scaleb(-2)
    shares = [Decimal(100) * weight / sum(weights) for weight in weights]
    shares = [share.quantize(Decimal("0.0001")) for share in shares]
    shares[-1] += 100 - sum(shares)
    sources = "".join(
        f"    - {{källa: K{n}, andel: '{str(share).replace('.', ',')} %'}}\n"
        for n, share in enumerate(shares)
    )
    line = f"  rader: [{{belopp: '{format_amount(total, 'kr')}', ändamål: x}}]\n"
    checked = read(f"{CASE}{line}  finansiering:\n{sources}")
    assert [code for code in codes(checked) if code == "NK305"] == []
    assert checked.budget is not None
    assert checked.budget.finansierat.kronor == total


@pytest.mark.parametrize(
    ("share", "written"),
    [
        (Fraction(1, 8), "12,5"),
        (Fraction(62, 780), "7,9"),
        (Fraction(1, 5), "20"),
        (Fraction(0), "0"),
        (Fraction(1, 100000), "0,001"),
        (Fraction(3, 2), "150"),
        (Fraction(-1, 8), "−12,5"),
        (Fraction(1, 1600), "0,1"),
    ],
)
def test_share_in_per_cent(share: Fraction, written: str) -> None:
    assert format_share(share) == written


def test_ten_times_the_lines_take_about_ten_times_the_work() -> None:
    """Counted calls, not time: the work of adding up grows with the lines and no faster."""
    import cProfile
    import pstats

    def calls(count: int) -> int:
        lines = "".join(
            f"    - {{ändamål: sak nummer {n}, belopp: {n + 1} tkr, insats: 1}}\n"
            for n in range(count)
        )
        text = f"{CASE}  rader:\n{lines}  text: Saken kostar 5 mnkr, totalt söks 7 mnkr.\n"
        profile = cProfile.Profile()
        profile.runcall(read, text)
        return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]  # not in the stubs

    few, many = calls(100), calls(1000)
    assert few > 1000
    assert many <= 12 * few
