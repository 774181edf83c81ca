"""NK248: a decision or a stance that says the opposite of the answers to the same yrkanden."""

from __future__ import annotations

import pytest

from conftest import read
from namndkit.checks.outcomes import Said, outcome_of, said_of

BASE = "typ: yttrande\ntitel: T\nnämnd: servicenämnden\nyttrande: Svar.\n"


def _told(point: str, *outcomes: str, more: str = "") -> list[str]:
    answers = "".join(
        f"  - {{text: Att det görs., svar: Ja., förslag: {one}}}\n"
        if one
        else "  - {text: Att det görs., svar: Ja.}\n"
        for one in outcomes
    )
    case = f"{BASE}beslut:\n  - {point}\n{more}" + (f"yrkanden:\n{answers}" if answers else "")
    found = [one for one in read(case).diagnostics if one.code == "NK248"]
    assert all(one.related for one in found)
    return [one.message for one in found]


B, A, S = "bifalls", "avslås", "anses besvarat"


@pytest.mark.parametrize(
    ("point", "outcomes"),
    [
        ("avslå motionen", [B]),
        ("bifalla motionen", [A]),
        ("föreslå kommunfullmäktige besluta att motionen avslås", [B, B]),
        ("kommunfullmäktige anser motionen besvarad", [B]),
        ("anse motionen besvarad", [A, A]),
        ("avstyrka motionen om trapporna", [B]),
        ("tillstyrka medborgarförslaget", [A]),
        ("avslå motionen", [B, S]),
        ("avslå motionens samtliga yrkanden", [B, B]),
        ("avslå yrkande 2", [A, B]),
        ("avslå yrkandena 1 och 2", [A, B]),
        ("bifalla yrkande 1–3", [B, B, A]),
        ("bifalla motionens första att-sats", [A, B]),
        ("kommunfullmäktige avslår motionens andra yrkande om möbler", [A, B]),
        ("bifalla första och tredje yrkandet", [B, A, A]),
        ("bifalla yrkande 1 och avslå yrkande 2", [B, B]),
        ("yrkande 1 bifalls, yrkande 2 och 3 avslås", [B, A, B]),
        ("bifalla att-sats 1 samt anse att-sats 2 besvarad", [B, A]),
    ],
)
def test_a_point_that_says_the_opposite_is_told_once(point: str, outcomes: list[str]) -> None:
    assert len(_told(point, *outcomes)) == 1


@pytest.mark.parametrize(
    ("point", "outcomes"),
    [
        ("avslå motionen", [A]),
        ("bifalla motionen", [B, A]),
        ("avslå motionen", [B, A]),
        ("anse motionen besvarad", [B, A]),
        ("avslå motionen", [B, ""]),
        ("bifalla motionen delvis", [A]),
        ("avslå motionen i övrigt", [B]),
        ("avslå övriga yrkanden i motionen", [B]),
        ("bifalla yrkande 1 och avslå motionen i övrigt", [B, A]),
        ("bifalla yrkande 1 och 3 och avslå yrkande 2", [B, A, B]),
        ("yrkande 1 och 3 bifalls, och yrkande 2 avslås", [B, A, B]),
        ("bifalla yrkande 1, avslå yrkande 2 samt anse yrkande 3 besvarat", [B, A, S]),
        ("avslå ansökan om medel", [B]),
        ("avslå Ada Eks ändringsyrkande till motionen", [B]),
        ("inte avslå motionen", [B]),
        ("avslå yrkande 4", [B]),
        ("godkänna yttrandet över motionen", [A]),
        ("återremittera motionen", [B]),
        ("avsluta arbetet med motionen", [B]),
        ("avslå motionens andra yrkande", [B, A]),
    ],
)
def test_a_point_that_can_be_right_is_left_alone(point: str, outcomes: list[str]) -> None:
    assert _told(point, *outcomes) == []


def test_the_message_names_the_yrkande_by_its_own_number() -> None:
    case = f"{BASE}beslut: [avslå yrkande 7]\nyrkanden: [{{nummer: 7, text: Att., svar: Ja., förslag: bifall}}]\n"
    (found,) = (one for one in read(case).diagnostics if one.code == "NK248")
    assert found.message == "Punkten säger att yrkande 7 avslås, men i svaret bifalls det."
    assert [(place.line, word) for place, word in found.related] == [(6, "förslaget i svaret")]


@pytest.mark.parametrize(
    ("point", "stance", "count"),
    [
        ("avstyrka förslaget", "tillstyrker", 1),
        ("avslå motionen", "tillstyrker med synpunkter", 1),
        ("tillstyrka förslaget", "avstyrker", 1),
        ("tillstyrka förslaget", "tillstyrker", 0),
        ("avstyrka förslaget", "tillstyrker delvis", 0),
        ("avstyrka planen", "tillstyrker", 0),
        ("anse motionen besvarad", "tillstyrker", 0),
    ],
)
def test_a_point_against_the_stance(point: str, stance: str, count: int) -> None:
    assert len(_told(point, more=f"ställningstagande: {stance}\nsaken: förslaget\n")) == count


@pytest.mark.parametrize(
    ("stance", "outcomes", "count"),
    [
        ("tillstyrker", [A, A], 1),
        ("avstyrker", [B], 1),
        ("tillstyrker", [B, A], 0),
        ("tillstyrker delvis", [A], 0),
        ("avstyrker", [S], 0),
        ("instämmer i stort", [A], 0),
    ],
)
def test_the_stance_against_the_answers(stance: str, outcomes: list[str], count: int) -> None:
    more = f"ställningstagande: {stance}\nsaken: motionen\n"
    assert len(_told("godkänna yttrandet", *outcomes, more=more)) == count


def test_an_answer_against_itself() -> None:
    for stance, count in (("avstyrks", 1), ("tillstyrker delvis", 0), ("instämmer", 0)):
        own = f"{{text: Att., svar: Ja., förslag: bifalls, ställningstagande: {stance}}}"
        found = read(f"{BASE}yrkanden: [{own}]\n").diagnostics
        assert [one.code for one in found].count("NK248") == count


def test_each_part_of_a_point_has_its_outcome() -> None:
    point = "Kommunfullmäktige bifaller yrkande 1 och 3, avslår andra yrkandet samt anser yrkande 4 besvarat."
    assert list(said_of(point)) == [
        Said(B, ("1", "3")),
        Said(A, (), (2,)),
        Said(S, ("4",)),
    ]
    assert list(said_of("godkänna planen")) == []
    assert outcome_of("bifall eller avslag") is None
