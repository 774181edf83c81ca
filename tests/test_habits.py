"""What people bring from Word and other Markdown: told at its place, and mended by what is told."""

from __future__ import annotations

import re
import textwrap

import pytest

from conftest import codes, read
from document_dump import dump
from namndkit.pipeline import Renderer
from namndkit.values.diagnostic import Diagnostic

BASE = "typ: yttrande\ntitel: T\nnämnd: servicenämnden\n"


def _found(text: str) -> list[Diagnostic]:
    case = BASE + "yttrande: |\n" + textwrap.indent(text, "  ") + "\n"
    return list(read(case).diagnostics)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("Ett.\n\n# Allmänt\nText.", "NK240", 7),
        ("###### Allmänt", "NK240", 5),
        ("Allmänt\n=====\nText.", "NK240", 5),
        ("Ett.\n\nEkonomi och personal\n-----", "NK240", 7),
        ("- punkt\n\n  ## Rubrik i en punkt", "NK240", 7),
        ("**Barnens *bästa***\n\nText.", "NK240", 5),
        ("Ett.\n\n**Vad gäller?**\n\n- punkt", "NK240", 7),
        ("A\tB\nC\tD", "NK213", 5),
        ("Text.\n\n\tB\nC\tD\nE\tF", "NK213", 8),
        ("A | B\nC | D", "NK213", 5),
        ("| A |\n| C |\n| D |", "NK213", 5),
        ("Två:\no ett\no två", "NK211", 6),
        ("- Ett\no\tunder\no\tunder", "NK211", 6),
        ("Två:\n➢ ett", "NK211", 6),
        ("✓ ett\n✓ två\n✓ tre", "NK211", 5),
        ("Två:\n\uf0d8 ett", "NK211", 6),
        ("Två:\n\uf0fcett", "NK211", 6),
        ("Två:\n■ ett\n► två", "NK211", 6),
        ("Se [planen](www.malmo.se).", "NK241", 5),
        ("> Se [planen](malmo.se/plan?a=1#b).", "NK241", 5),
        ("Se **[planen](MALMÖ.SE)**.", "NK241", 5),
        ("Se [planen](plan.pdf).", "NK241", 5),
        ("Se [planen](https://malmo.se/en plan).", "NK241", 5),
        ("Se [planen](file:///g/plan.docx).", "NK241", 5),
        ("Se [planen](G:\\plan).", "NK241", 5),
        ("Ring [Ada Ek](tel:040 34 50 00).", "NK241", 5),
        ("Se [kapitlet](#ankare).", "NK241", 5),
        ("Se <https://malmo.se>.", "NK241", 5),
        ("Se [planen][1].\n\n[1]: https://malmo.se", "NK241", 5),
        ("Se ![planen](https://malmo.se/a.png).", "NK241", 5),
        ("Det är\n(1) ett", "NK211", 6),
        ("Det är:\nA. ett", "NK211", 6),
        ("A. Ett\nB. Två", "NK211", 6),
        ("1.1 Ett\n1.2 Två", "NK211", 6),
        ("Se\n§ 1 Ett\n§ 2 Två", "NK211", 6),
        ("Se\nIV) Fyra\nV) Fem", "NK211", 6),
        ("Mål 1: Ett\nMål 2: Två", "NK211", 6),
        ("Se\nii. Två\niii. Tre", "NK211", 6),
        ("- Ett.\n- **Två", "NK242", 6),
        ("Ett ”**två” tre.", "NK242", 5),
        ("**Ett **två", "NK242", 5),
        ("> Ett\n> **två tre\n> fyra", "NK242", 6),
        ("| A |\n| --- |\n| **Summa |", "NK242", 7),
        ("**Ett** och\n**Ett\ntvå", "NK242", 6),
    ],
)
def test_a_habit_is_told_once_at_its_place(text: str, code: str, line: int) -> None:
    assert [(one.code, one.position.line) for one in _found(text)] == [(code, line)]


@pytest.mark.parametrize(
    "text",
    [
        "#1 i landet\noch #2",
        "Nummer\n# 4 av 9",
        "#metoo",
        "Ett.\n\n-----\n\nTvå.",
        "-----\n\nTvå.",
        "**Fet början** och mer.\n\nTvå.",
        "**Fet mening.**\n\nTvå.",
        "**Ett**\n\n**Två**",
        "> **Citat**\n> och mer",
        "Ett\ttvå\n\nTre\tfyra",
        "1.\tEtt\n2.\tTvå",
        "a)\tEtt\nb)\tTvå",
        "•\tEtt\n•\tTvå",
        "Malmö | Lund\ndelar på detta.",
        "|x| är talets belopp\noch |y| ett annat.",
        "| ensam rad |",
        "Ett\no två tre",
        "✓ klart",
        "Före → efter\noch mer → därtill.",
        "[a](b) [1](kap. 3) [2](bl.a) [3](not.4) [ordet](S)",
        "malmo.se och ada.ek@malmo.se",
        "[planen](https://malmo.se/a_(b)) [planen](<https://malmo.se>) [x](Obs: så)",
        "Det var\n10.30 som han kom",
        "Den\nA. Ek som skrev till\nC. Berg",
        "Det kostar:\n5 miljoner",
        "Enligt\n§ 4 i lagen",
        "I dag\nA och\nB",
        "_ord_ och __init__",
        "5 * 3, 5 ** 3 och 5**3",
        "40** och 50*.\n\n**Siffrorna avser 2025.\n\n*Utan moms.",
        "** inget",
        "****",
    ],
)
def test_what_is_no_such_habit_gives_nothing(text: str) -> None:
    found = [one for one in _found(text) if one.code not in ("NK230", "NK234")]
    assert [(one.code, one.message) for one in found] == []


def test_a_table_is_a_table_when_mended_as_told(renderer: Renderer) -> None:
    rows = ["Lokaler\tBehov", "Skolor\t8 900", "Förskolor\t"]
    (found,) = _found("\n".join(rows))
    shown = re.findall("”(.*?)”", found.hint)
    assert shown == ["| Lokaler | Behov |", "| --- | --- |"]
    mended = [*shown, *(f"| {row.replace(chr(9), ' | ')} |" for row in rows[1:])]
    assert _lines(renderer, mended)[-3:] == [
        "  | [Tabellrubrik] Lokaler | [Tabellrubrik] Behov |",
        "  | [Tabelltext] Skolor | [Tabelltext] 8 900 |",
        "  | [Tabelltext] Förskolor | [Tabelltext]  |",
    ]


@pytest.mark.parametrize("rows", [["A | B", "1 | 2"], ["| A | B |", "| 1 | 2 |"], ["|A|", "|1|"]])
def test_a_rule_under_the_first_row_makes_a_table(renderer: Renderer, rows: list[str]) -> None:
    (found,) = _found("\n".join(rows))
    (rule,) = re.findall("”(.*?)”", found.hint)
    assert "[Tabelltext] 1" in _lines(renderer, [rows[0], rule, rows[1]])[-1]


def test_rows_of_many_cells_are_shown_by_number_not_cut() -> None:
    (found,) = _found("\t".join(["En ganska lång rubrik"] * 4) + "\na\tb\tc\td")
    assert "| kolumn 1 | kolumn 2 | kolumn 3 | kolumn 4 |" in found.hint
    (uneven,) = _found("| A | B |\n| 1 | 2 | 3 |")
    assert "lika många celler" in uneven.hint


def test_links_are_links_when_mended_as_told(renderer: Renderer) -> None:
    text = "Se [planen](malmo.se/plan) och [Ada](ada.ek@malmo.se)."
    mended = text
    for one in _found(text):
        (link,) = re.findall("”(.*?)”", one.hint)
        typed = text[one.position.column - 3 : one.position.end_column - 3]
        mended = mended.replace(typed, link)
    assert _lines(renderer, [mended])[-1] == (
        "[Body Text] Se <{Hyperlink: planen}> och <{Hyperlink: Ada}>."
    )


def test_marks_become_a_list_when_mended_as_told(renderer: Renderer) -> None:
    lines = _lines(renderer, ["Två:", "- skolor", "  - förskolor"])
    assert [line.split(" num")[0] for line in lines[-2:]] == [
        "[List Bullet nivå 0",
        "[List Bullet nivå 1",
    ]


def _lines(renderer: Renderer, text: list[str]) -> list[str]:
    case = BASE + "yttrande: |\n" + textwrap.indent("\n".join(text), "  ") + "\n"
    checked = read(case)
    assert codes(checked) == []
    rendered = renderer.render(checked)
    assert rendered.data is not None
    return dump(rendered.data).strip("\n").split("\n")


@pytest.mark.parametrize("key", ["reservationer", "särskilda_yttranden", "protokollsanteckningar"])
def test_that_there_are_reservations_is_mended_as_told(renderer: Renderer, key: str) -> None:
    (found,) = read(f"{BASE}yttrande: Text.\n{key}: ja\n").diagnostics
    assert (found.code, found.position.line, found.position.column) == ("NK108", 5, len(key) + 3)
    who = found.hint.partition("varför: ")[2].replace("namn", "Ada Ek")
    assert codes(read(f"{BASE}yttrande: Text.\n{key}: {who}\n")) == ["NK202"]
    who = who.replace("motivering", "Det blir dyrt.")
    for mended in ("inga", "kompletteras i efterhand", who, "Lämnas av två ledamöter."):
        assert codes(read(f"{BASE}yttrande: Text.\n{key}: {mended}\n")) == []
    rendered = renderer.render(read(f"{BASE}yttrande: Text.\n{key}: {who}\n"))
    assert rendered.data is not None
    assert " av Ada Ek\n[Body Text] Det blir dyrt." in dump(rendered.data)
