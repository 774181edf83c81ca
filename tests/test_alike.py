"""Numbers that look right and are not: the finding names the sign, and ``--fix`` writes the one that is meant."""

from __future__ import annotations

import pytest

from conftest import read
from namndkit.checks.alike import meant_by_looks
from namndkit.values.diagnostic import Diagnostic

CASE = "typ: yttrande\ntitel: T\nnämnd: servicenämnden\nyttrande: Svar.\ndiarienummer: "


def _found(number: str) -> Diagnostic:
    (one,) = (one for one in read(f"{CASE}{number}\n").diagnostics if one.code == "NK223")
    return one


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("SN–2022–916", "strecket är ett tankstreck, inte ett bindestreck"),
        ("SN−2022-916", "strecket är ett minustecken, inte ett bindestreck"),
        ("SN\u20112022-916", "strecket är ett hårt bindestreck, inte ett vanligt bindestreck"),
        ("SN\u05be2022-916", "strecket är ett annat slags streck, inte ett bindestreck"),
        ("SN-2O22-916", "nollan är bokstaven O, inte siffran 0"),
        ("SN-2022-9l6", "ettan är bokstaven l, inte siffran 1"),
        ("5N-2022-916", "bokstaven S är siffran 5"),
        ("ЅN-2022-916", "bokstaven S är ur en annan skrift"),
        ("SN-２022-916", "tecknet ２ står i stället för 2"),
        ("SN-2022\u200b-916", "det står ett tecken utan bredd i det"),
        ("SN - 2022 - 916", "det står ett blanksteg för mycket i det"),
        ("SN\u00a0-2022-916", "det står ett blanksteg för mycket i det"),
        ("SN 2022 916", "det står ett blanksteg i stället för ett bindestreck"),
        ('"SN\\u20132022–916"', "strecket är ett tankstreck"),
        ('" SN–2O22-916 "', "inte ett bindestreck, och nollan är bokstaven O"),
    ],
)
def test_a_sign_that_only_looks_right_is_named_and_mended(number: str, said: str) -> None:
    found = _found(number)
    assert said in found.message
    (fix,) = found.fixes
    line = f"diarienummer: {number}"
    mended = line[: fix.position.column - 1] + fix.text + line[fix.position.end_column - 1 :]
    assert "SN-2022-916" in mended
    assert "NK223" not in [one.code for one in read(CASE + mended[14:] + "\n").diagnostics]


@pytest.mark.parametrize("number", ["SN 2022/916", "sn-2022-916", "SN-2022-", "SN–2022", "916"])
def test_a_number_of_another_form_is_shown_an_example(number: str) -> None:
    found = _found(number)
    assert "har inte Malmös form" in found.message
    assert found.fixes == ()


def test_the_form_is_the_folders_own() -> None:
    def fits(text: str) -> bool:
        return text == "MN 2026/101"

    assert meant_by_looks("MN\u00a02O26/101", fits) == (
        "MN 2026/101",
        "blanksteget är hårt, inte vanligt, och nollan är bokstaven O, inte siffran 0",
    )
    assert meant_by_looks("MN 2026-101", fits) is None
    assert meant_by_looks("MN 2026/101", fits) is None


def test_other_bodies_numbers_are_left_alone() -> None:
    case = f"{CASE}SN-2022-916\nert_diarienummer: STK–2O22–1\n"
    assert read(case).diagnostics == ()
