"""Rules read a text whatever its Unicode form and its bold, and point at it as it is written."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import read
from namndkit.checks.plain import plain
from namndkit.checks.protected import protected
from namndkit.checks.spans import Spans
from namndkit.values.node import Scalar
from namndkit.values.position import SourceText

COST = """typ: förslag
titel: T
nämnd: servicenämnden
kostnad:
  text: {}
  rader:
    - {{ändamål: {}, belopp: 730 tkr}}
"""


def told(said: str, purpose: str = "hyllor") -> list[str]:
    case = COST.format(said, purpose)
    shown = []
    for one in read(case).diagnostics:
        if one.code.startswith("NK32"):
            line = case.split("\n")[one.position.line - 1]
            shown.append(
                f"{one.code} {line[one.position.column - 1 : one.position.end_column - 1]}"
            )
    return shown


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Nämnden söker 700 tusen kronor.", "700 tusen kronor"),
        ("Nämnden söker **700 tusen kronor**.", "700 tusen kronor"),
        ("Nämnden söker **700** tusen kronor.", "700** tusen kronor"),
        ("Nämnden söker *700* **tusen** kronor.", "700* **tusen** kronor"),
        ("Summan är ***700 tkr***.", "700 tkr"),
    ],
)
def test_an_amount_is_read_through_its_bold(said: str, shown: str) -> None:
    assert told(f'"{said}"') == [f"NK321 {shown}"]


@pytest.mark.parametrize(
    "said", ["Hyllor för skåp kostar 700 tkr.", "För hyllor åt Öster söks 700 tkr."]
)
@pytest.mark.parametrize("purpose", ["hyllor för skåp", "hyllor åt Öster"])
def test_composed_and_decomposed_letters_are_the_same(said: str, purpose: str) -> None:
    wanted = [one.partition(" ")[0] for one in told(said, purpose)]
    for one in (unicodedata.normalize("NFD", said), said):
        for other in (unicodedata.normalize("NFD", purpose), purpose):
            assert [found.partition(" ")[0] for found in told(one, other)] == wanted
            assert all(found.endswith("700 tkr") for found in told(one, other))


def test_hyphens_of_old_lines_are_found_in_decomposed_letters() -> None:
    case = unicodedata.normalize("NFD", "typ: yttrande\ntitel: T\nyttrande: Se på del- ägarna.\n")
    found = [one for one in read(case).diagnostics if one.code == "NK214"]
    assert [one.hint for one in found] == ["Skriv ”delägarna” eller ”del-ägarna”."]


PIECES = ("a", "å", "a\u030a", "o\u0308", "e\u0323\u0301", "\u212b", " ", "*", "**", "\n", "”")


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join), st.data())
def test_every_stretch_leads_back_to_where_it_is_written(text: str, data: st.DataObject) -> None:
    read_as = plain(Scalar(SourceText("f", text), 0, len(text), text, "file"), marked=True)
    left = unicodedata.normalize("NFC", text).replace("*", "")
    assert read_as.text.replace("*", "") == left
    if not read_as.text:
        return
    start = data.draw(st.integers(0, len(read_as.text) - 1))
    end = data.draw(st.integers(start + 1, len(read_as.text)))
    first, last = read_as.span(start, end)
    stretch = unicodedata.normalize("NFC", text[first:last]).replace("*", "")
    assert read_as.text[start:end].replace("*", "") in stretch
    assert not read_as.is_whole(start, end) or text[first:last] == read_as.text[start:end]


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30))),
    st.integers(0, 30),
    st.integers(0, 5),
)
def test_spans_meet_as_their_characters_do(
    spans: list[tuple[int, int]], at: int, length: int
) -> None:
    inside = {place for start, end in spans for place in range(start, end)}
    wanted = any(place in inside for place in range(at, at + length))
    assert Spans(spans).meets(at, at + length) or not wanted
    if length:
        assert Spans(spans).meets(at, at + length) == wanted


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "[a](",
        "{=",
        "](",
        "a.",
        "a/",
        "KS 2019-",
        "dnr ",
        "a@",
        "\\",
        "x.pdf ",
        "**a** ",
        "((",
        "://",
        "-1",
    ],
)
def test_looking_for_names_is_linear(piece: str) -> None:
    """Twice the text yields no more than twice the stretches, in time that a hang would not need."""
    count = [len(list(protected(piece * (size // len(piece))))) for size in (50_000, 100_000)]
    assert count[1] <= 2 * count[0] + 2
