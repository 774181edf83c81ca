"""Money is read as the city writes it, exactly, and never guessed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namndkit.values.amount import SPELLINGS, Misread, parse_amount
from namndkit.values.count import parse_count, parse_price
from namndkit.values.formats import (
    UNITS,
    common_unit,
    format_amount,
    format_in_words,
    format_number,
)

KRONOR = st.decimals(min_value=-(10**13), max_value=10**13, places=2)


@pytest.mark.parametrize(
    ("written", "kronor"),
    [
        ("78 miljoner", "78000000"),
        ("1 miljon kronor", "1000000"),
        ("200 tusen kronor", "200000"),
        ("471 000 kronor", "471000"),
        ("471\u00a0000\u00a0kr", "471000"),
        ("471\u2009000\u202fkronor", "471000"),
        ("1 136 tkr", "1136000"),
        ("2,8 mkr", "2800000"),
        ("13,6 mnkr", "13600000"),
        ("-700 tkr", "-700000"),
        ("−700 tkr", "-700000"),
        ("–700 tkr", "-700000"),
        ("− 700 tkr", "-700000"),
        ("3 MSEK", "3000000"),
        ("2,5 milj. kr", "2500000"),
        ("5 kkr", "5000"),
        ("471 000:-", "471000"),
        ("1 250 000,50 kr", "1250000.50"),
        ("5000000", "5000000"),
        ("0,125 mnkr", "125000"),
        ("5 mkr.", "5000000"),
        ("5 kronor.", "5"),
        ("500,-", "500"),
        ("5  mnkr", "5000000"),
        ("2 miljarder kronor", "2000000000"),
    ],
)
def test_spellings_of_the_city(written: str, kronor: str) -> None:
    assert parse_amount(written) == (Decimal(kronor), False)


def test_approximate_amounts_say_so() -> None:
    assert parse_amount("ca 1,6 mnkr") == (Decimal(1600000), True)


@pytest.mark.parametrize(
    ("written", "readings"),
    [
        ("1.500 tkr", ("1 500 tkr", "1,5 tkr")),
        ("1,500 tkr", ("1 500 tkr", "1,5 tkr")),
        ("1.5 mnkr", ("15 mnkr", "1,5 mnkr")),
        ("2,125 mnkr", ("2 125 mnkr", "2 125 tkr")),
        ("1.234,50 kr", ("1 234,50 kr",)),
        ("1,234.56 kr", ("1 234,56 kr",)),
        ("1.234.567 kr", ("1 234 567 kr",)),
    ],
)
def test_ambiguous_numbers_offer_both_readings(written: str, readings: tuple[str, ...]) -> None:
    assert parse_amount(written) == Misread("ambiguous", readings)


@pytest.mark.parametrize(
    "written",
    ["", "kr", "fem", "828 kr/elev", "20/25 kr", "1E+400000", "0x10", "12 34 kr", "1250 000"]
    # not Arabic digits, other currencies, exponents or half an öre
    + [
        "٣ kr",
        "5 dollar",
        "5 mnkr 3",
        "--5 kr",
        "0,001 kr",
        "9" * 40,
        "1_000 kr",
        "nan",
        "5,",
        "1.5.2",
    ],
)
def test_what_is_no_amount_is_refused(written: str) -> None:
    assert isinstance(parse_amount(written), Misread)


@given(KRONOR, st.sampled_from(sorted(UNITS)))
def test_what_is_written_reads_back(kronor: Decimal, unit: str) -> None:
    written = format_amount(kronor, unit)
    read = parse_amount(written)
    if isinstance(read, Misread):  # three decimals of a larger unit could be thousands
        assert read.kind == "ambiguous"
        assert len(written.partition(",")[2].partition("\u00a0")[0]) == 3
    else:
        assert read == (kronor, False)


@given(KRONOR)
def test_words_read_back(kronor: Decimal) -> None:
    assert parse_amount(format_in_words(kronor)) == (kronor, False)


@given(st.lists(st.integers(-(10**9), 10**9).map(lambda n: Decimal(n) * 1000), min_size=1))
def test_a_common_unit_loses_nothing(amounts: list[Decimal]) -> None:
    unit = common_unit(amounts)
    for amount in amounts:
        read = parse_amount(format_amount(amount, unit))
        assert isinstance(read, Misread) or read[0] == amount


@given(st.text(max_size=30))
def test_any_text_is_an_amount_or_refused(text: str) -> None:
    read = parse_amount(text)
    if not isinstance(read, Misread):
        assert read[0] == read[0].quantize(Decimal("0.01"))


def test_every_spelling_of_a_unit_is_read() -> None:
    assert len(SPELLINGS) > 30
    for spelling, unit in SPELLINGS.items():
        assert parse_amount(f"3 {spelling}".strip()) == (3 * UNITS[unit], False)


def test_swedish_numbers() -> None:
    assert format_number(Decimal("1234567.50")) == "1\u00a0234\u00a0567,5"
    assert format_amount(Decimal("-700000"), "tkr") == "\u2212700\u00a0tkr"
    assert format_amount(Decimal("1250000.5"), "kr") == "1\u00a0250\u00a0000,50\u00a0kr"
    assert format_in_words(Decimal("1000000")) == "1\u00a0miljon kronor"
    assert format_in_words(Decimal("1136000")) == "1\u00a0136\u00a0000\u00a0kronor"


@given(st.from_regex(r"[0-9]{1,6}[.,][0-9]{1,4}([.,][0-9]{2,3})? (kr|tkr|mnkr)", fullmatch=True))
def test_every_reading_offered_can_be_read(written: str) -> None:
    read = parse_amount(written)
    for reading in read.readings if isinstance(read, Misread) else ():
        assert not isinstance(parse_amount(reading), Misread)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("24", "24"),
        ("2,5 årsarbetare", "2.5"),
        ("1 200 elever i årskurs nio", None),  # a number among the words: which one counts?
        ("180 elever", "180"),
        ("12 nya e-bokläsare", "12"),
        ("40 m²", "40"),
        ("3 st.", "3"),
        ("2 tusen elever", ("2 000 elever",)),
        ("2,5 miljoner visningar", ("2 500 000 visningar",)),
        ("3 dussin", ("36",)),
        ("20 procent av eleverna", None),
        ("2 per klass", None),
        ("2 gånger tolv", None),
        ("5 tkr", None),
        ("2 à tre", None),
        ("2 fyrtiotal", None),
        ("2 av tio", None),
        ("2 och en halv", None),
        ("2 lärare och elever", "2"),
        ("20–25 elever", None),
        ("1.500 elever", None),
        ("1,500 elever", None),
        ("-3", None),
    ],
)
def test_a_count_is_read_whole_or_refused(
    written: str, number: str | tuple[str, ...] | None
) -> None:
    read = parse_count(written)
    if isinstance(number, str):
        assert read == Decimal(number)
    else:
        assert read == Misread("count", number or ())


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("828 kr/elev", (Decimal(828), False)),
        ("828 kr / elev och år", (Decimal(828), False)),
        ("12 kr/m²", (Decimal(12), False)),
        ("12 kr", (Decimal(12), False)),
        ("12 kr/100 st", Misread("per", ("0,12 kr/st",))),
        ("10 kr/1 000 blad", Misread("per", ("0,01 kr/blad",))),
        ("12 kr/1 000 blad", Misread("per")),
        ("12 kr/dussin", Misread("per")),
        ("12 kr/hundra st", Misread("per")),
        ("20/25 kr", Misread("per")),
    ],
)
def test_a_price_is_of_one_or_refused(written: str, wanted: object) -> None:
    assert parse_price(written) == wanted


@given(st.integers(0, 10**6), st.text("abcdeåäö", min_size=1, max_size=8))
def test_a_count_keeps_its_number(number: int, thing: str) -> None:
    read = parse_count(f"{number} {thing}")
    assert isinstance(read, Misread) or read == number


@pytest.mark.parametrize("reading", ["2 000 elever", "36", "0,12 kr/st"])
def test_what_is_offered_is_read(reading: str) -> None:
    read = parse_price(reading) if "/" in reading else parse_count(reading)
    assert not isinstance(read, Misread)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "1½ tjänst",
            "2¾ dagar",
            "3⅓",
            "10² st",
            "20 k",
            "20k",
            "5 tus. st",
            "5 mn",
            "5 md",
            "3 Ⅳ",
        ),
        *("5 tusen-lappar", "5 halvor", "3 x 2", "4 k€", "2 kvart", "5 st/tusen"),
    ],
)
def test_a_count_is_never_half_read(text: str) -> None:
    assert isinstance(parse_count(text), Misread)


@pytest.mark.parametrize(
    ("text", "number"),
    [("120 m²", 120), ("40 h", 40), ("20 mil", 20), ("30 ha", 30), ("5 ton CO₂", 5), ("24st", 24)],
)
def test_units_are_no_numbers(text: str, number: int) -> None:
    assert parse_count(text) == number


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("100 kr per elev", "100 kr/elev"),
        ("1,2 tkr per m²", "1,2 tkr/m²"),
        ("100 kr per 10 st", ""),
        ("100 kr/½ dag", ""),
        ("100 kr/elev²", ""),
    ],
)
def test_a_price_is_for_one_and_read_whole(text: str, written: str) -> None:
    assert parse_price(text) == Misread("per", (written,) if written else ())


def test_blanks_within_a_number_may_be_several() -> None:
    assert parse_amount("5  000 kr") == (Decimal(5000), False)
