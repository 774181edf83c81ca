"""Traps of YAML: what its libraries guess, follow or let pass, and a case must not."""

from __future__ import annotations

import pytest

from conftest import codes, read

BASE = "typ: yttrande\ntitel: {}\nnämnd: servicenämnden\nyttrande: Text.\n"


@pytest.mark.parametrize(
    "raw",
    [
        "2024:15",
        "12:30",
        "no",
        "on",
        "ja",
        "06123",
        "1.10",
        "480000.10",
        "0x1F",
        "1e5",
        "2026-11-22",
    ]
    + ["1_000", ".inf", "=", "<<", "yes", "0o14", "190:20:30", "-", "2026-11-31"],
)
def test_a_text_stays_as_typed_whatever_it_looks_like(raw: str) -> None:
    case = read(BASE.format(raw)).case
    if raw == "-":
        assert case is None
    else:
        assert case is not None
        assert case.titel == raw


def test_a_date_that_does_not_exist_has_its_place() -> None:
    (found,) = read(BASE.format("T") + "datum: 2026-11-31\n").diagnostics
    assert (found.code, found.position.line, found.position.column) == ("NK114", 5, 8)


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    bomb = "a: &a [x, x, x]\n" + "".join(
        f"{new}: &{new} [{', '.join(f'*{old}' for _ in range(9))}]\n"
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    first, *others = read(bomb).diagnostics
    assert (first.code, first.position.line, first.position.column) == ("NK109", 1, 4)
    assert {one.code for one in others} <= {"NK109"}
    assert len({one.position.line for one in others}) == len(others) <= bomb.count("\n")


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "{", "? "])
def test_depth_is_bounded(opening: str) -> None:
    assert set(codes(read("x: \n  " + opening * 100_000 + "\n"))) <= {"NK110", "NK101"}


def test_size_is_bounded() -> None:
    assert codes(read("x: " + "y" * 2_100_000)) == ["NK110"]
    assert codes(read("x: [" + "1," * 250_000 + "]")) == ["NK110"]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_newlines_and_byte_order_marks_do_not_move_places(newline: str, mark: str) -> None:
    text = mark + (BASE.format("T") + "okänd: x\n").replace("\n", newline)
    (found,) = read(text).diagnostics
    assert (found.code, found.position.line, found.position.column) == ("NK105", 5, 1)


def test_places_in_every_style_of_text() -> None:
    text = (
        "typ: yttrande\ntitel: 'It''s XX'\nnämnd: \"a\\tb \\u00e5 XX\"\nbesvarar: 😀 XX\n"
        "sammanfattning: >\n  Ett\n  XX\nyttrande: Ett\n  två XX\n"
    )
    found = [(one.position.line, one.position.column) for one in read(text).diagnostics]
    assert found == [(2, 15), (3, 21), (4, 13), (7, 3), (9, 7)]
