"""Settings that change how a document looks, each seen at work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from conftest import read
from document_dump import dump
from namndkit.pipeline import Renderer
from namndkit.values.document import Run, Span
from namndkit.values.position import Position

STATEMENT = """
typ: yttrande
titel: Hyllor
nämnd: servicenämnden
förvaltning: Serviceförvaltningen
yttrande: Nämndens text.
undertecknare:
  - {roll: Ordförande, namn: Ada Ek, parti: S}
  - {roll: Nämndsekreterare, namn: Bo Alm}
"""

PROPOSAL = """
typ: förslag
titel: Hyllor
nämnd: servicenämnden
bakgrund: Så var det.
insatser:
  - rubrik: Insatsen
    text: Görs.
målgrupp: Alla.
förväntad_effekt: Stor.
kostnad:
  rader:
    - {belopp: 5 mnkr, ändamål: att bygga}
    - {belopp: 200 tkr, ändamål: att mäta}
"""


def _dump(renderer: Renderer, text: str, kind: str | None = None, *, draft: bool = False) -> str:
    rendered = renderer.render(read(text, kind=kind), kind, draft=draft)
    assert rendered.data is not None, rendered.diagnostics
    return dump(rendered.data)


def test_title_may_be_left_out_but_stays_in_the_properties(renderer: Renderer) -> None:
    text = _dump(renderer, STATEMENT + "visa_titel: nej\n")
    assert "[Title]" not in text
    assert "titel: Hyllor" in text


def test_head_appears_only_for_its_own_fields(renderer: Renderer) -> None:
    bare = _dump(renderer, STATEMENT)
    assert "[Huvud]" not in bare
    assert "sidfot 1: Serviceförvaltningen" in bare
    for line in ("datum: 2022-10-14", "diarienummer: SN-2022-9", "till: KS", "visa_huvud: ja"):
        headed = _dump(renderer, STATEMENT + line + "\n")
        assert "[Huvud] Malmö stad" in headed
        assert "sidfot 1: Serviceförvaltningen" in headed  # the board is the sender


def test_decision_is_worded_before_and_after_the_meeting(renderer: Renderer) -> None:
    before = "Servicenämnden föreslås besluta att lämna följande yttrande:"
    after = "Servicenämnden lämnar följande yttrande:"
    decided = "skede: {läge: beslutat, datum: 2022-10-14, paragraf: 87}\n"
    assert f"[Beslutsfras] {before}" in _dump(renderer, STATEMENT)
    text = _dump(renderer, STATEMENT + decided)
    assert f"[Beslutsfras] {after}" in text
    assert "Servicenämnden 2022-10-14~§~87" in text


def test_signatures_have_room_unless_digital(renderer: Renderer) -> None:
    below = ["[Signaturroll] Ordförande", "[Signaturnamn] Ada Ek~(S)"]
    assert "\n".join(below) in _dump(renderer, STATEMENT)
    digital = _dump(renderer, STATEMENT + "underskrift: {digital: ja}\n")
    assert "[Signaturnamn utan utrymme] Ada Ek~(S)" in digital
    first = _dump(renderer, STATEMENT + "underskrift: {namnet_först: ja}\n")
    assert "[Signaturnamn] Ada Ek~(S)\n[Signaturroll efter namn] Ordförande" in first
    beside = _dump(renderer, STATEMENT + "underskrift: {bredvid_varandra: ja}\n")
    assert "spalt 2 | [Signaturnamn] Bo Alm" in beside


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        ("inga", "Inga reservationer."),
        ("kompletteras i efterhand", "Reservationer kompletteras i efterhand."),
        ("Reservation från M, se bilaga 2.", "Reservation från M, se bilaga 2."),
    ],
)
def test_reservations_have_states(renderer: Renderer, state: str, sentence: str) -> None:
    assert f"[Avslutning] {sentence}" in _dump(renderer, STATEMENT + f"reservationer: {state}\n")


@pytest.mark.parametrize(
    ("stance", "sentence"),
    [
        ("tillstyrker\nsaken: planen", "Servicenämnden tillstyrker planen."),
        ("tillstyrker delvis\nsaken: planen", "Servicenämnden tillstyrker planen delvis."),
        ("avstyrker\nsaken: motionen", "Servicenämnden avstyrker motionen."),
        ("inget att erinra\nsaken: X", "Servicenämnden har inget att erinra mot X."),
        ("tillstyrker", "Servicenämnden tillstyrker."),
        ("tillstyrker delvis", "Servicenämnden tillstyrker delvis."),
        ("avstyrker", "Servicenämnden avstyrker."),
        ("inget att erinra", "Servicenämnden har inget att erinra."),
        ("avstår", "Servicenämnden avstår från att yttra sig."),
        ("Nämnden vill se mer.", "Nämnden vill se mer."),
    ],
)
def test_stance_is_a_sentence(renderer: Renderer, stance: str, sentence: str) -> None:
    assert f"[Body Text] {sentence}" in _dump(
        renderer, STATEMENT + f"ställningstagande: {stance}\n"
    )


@pytest.mark.parametrize(
    "besvarar",
    ["motion av Ada Ek (S) om lek", "Motion av Bo Alm", "Remiss av plan för motionsspår"],
)
def test_what_is_answered_is_never_guessed(renderer: Renderer, besvarar: str) -> None:
    answered = STATEMENT + f"besvarar: {besvarar}\nställningstagande: avstyrker\n"
    assert "[Body Text] Servicenämnden avstyrker.\n" in _dump(renderer, answered)
    assert [one.code for one in read(answered).diagnostics] == ["NK243"]
    assert read(answered + "saken: motionen\n").diagnostics == ()
    unused = read(answered.replace("avstyrker", "avstår") + "saken: motionen\n")
    assert [one.code for one in unused.diagnostics] == ["NK244"]


def test_what_there_is_none_of_stands_before_what_has_a_heading(renderer: Renderer) -> None:
    lines = _dump(
        renderer,
        STATEMENT + "reservationer: [{av: Ada Ek, text: Skälet.}]\nsärskilda_yttranden: inga\n",
    )
    heading = "[Heading 1] Reservationer"
    assert lines.index("[Avslutning] Inga särskilda yttranden.") < lines.index(heading)


def test_prompts_stand_in_the_headings_when_asked_for(renderer: Renderer) -> None:
    assert "[Heading 1] Insatser\n" in _dump(renderer, PROPOSAL)
    asked = _dump(renderer, PROPOSAL + "ledtexter: ja\n")
    assert "[Heading 1] Insatser (beskriv insatsen ansökan handlar om)\n" in asked


def test_one_point_follows_on_the_line_and_several_hang(renderer: Renderer) -> None:
    one = _dump(renderer, PROPOSAL + "beslut: [att godkänna ansökan]\n")
    assert "[Beslutsfras] Servicenämnden föreslås besluta att godkänna ansökan" in one
    two = _dump(
        renderer, PROPOSAL + "beslut: {punkter: [godkänna ansökan], omedelbar_justering: ja}\n"
    )
    assert "[Att-sats] att→godkänna ansökan\n[Att-sats] att→förklara paragrafen" in two


def test_cost_as_bullets_and_as_a_table(renderer: Renderer) -> None:
    bullets = _dump(renderer, PROPOSAL)
    assert "num 1] 200~tkr för att mäta" in bullets
    assert "[Uppgift] Summa: 5,2~miljoner kronor" in bullets
    table = _dump(renderer, PROPOSAL + "  visa: tabell\n")
    assert "Summa: " not in table
    assert "| [Tabelltext] Att mäta | [Tabellbelopp] 0,2 |" in table
    assert "| [Tabellsumma] Summa | [Tabellsummabelopp] 5,2 |" in table
    in_tkr = _dump(renderer, PROPOSAL + "  visa: punkter och tabell\n  enhet: tkr\n")
    assert "| [Tabellsumma] Summa | [Tabellsummabelopp] 5~200 |" in in_tkr
    assert "Summa: " not in _dump(renderer, PROPOSAL + "  visa_summa: nej\n")


def test_a_line_tells_its_year(renderer: Renderer) -> None:
    text = _dump(renderer, PROPOSAL + "    - {belopp: 1 mnkr, år: 2026, ändamål: att se}\n")
    assert "1~mnkr (2026) för att se" in text


def test_draft_shows_gaps_and_says_so_on_every_page(renderer: Renderer) -> None:
    gap = PROPOSAL.replace("bakgrund: Så var det.\n", "")
    assert renderer.render(read(gap)).data is None
    text = _dump(renderer, gap, draft=True)
    assert "{Lucka: [Bakgrund saknas]}" in text
    assert "sidhuvud: UTKAST" in text
    assert "UTKAST" not in _dump(renderer, PROPOSAL)


def test_draft_does_not_pass_over_wrong_money(renderer: Renderer) -> None:
    wrong = PROPOSAL + "  summa: 5 mnkr\n"
    assert renderer.render(read(wrong), draft=True).data is None


def test_letter_proposes_for_each_yrkande_under_its_own_number(renderer: Renderer) -> None:
    case = (
        STATEMENT
        + "yrkanden:\n"
        + "".join(
            f"  - {{text: Att {word}, svar: Nej., förslag: {outcome}}}\n"
            for word, outcome in (("bygga", ""), ("riva", "avslås"), ("bo", "bifalls"))
        ).replace(", förslag: }", "}")
    )
    letter = _dump(
        renderer, case + "beslut: [godkänna yttrandet]\nbesvarar: en motion\n", "tjänsteskrivelse"
    )
    assert "[Att-sats] att→yrkande~2 avslås\n[Att-sats] att→yrkande~3 bifalls" in letter
    statement = _dump(renderer, case)
    assert "föreslår kommunfullmäktige besluta att yrkande~3 bifalls." in statement


@pytest.mark.parametrize(
    ("case", "kind"),
    [
        (STATEMENT, "tjänsteskrivelse"),
        (
            STATEMENT.replace(
                "nämnd: servicenämnden", "beslutsfras: Svar.\nställningstagande: avstår"
            ),
            None,
        ),
    ],
)
def test_a_gap_is_printed_in_a_draft_only(renderer: Renderer, case: str, kind: str | None) -> None:
    rendered = renderer.render(read(case, kind=kind), kind)
    assert rendered.data is None
    assert {one.code for one in rendered.diagnostics} == {"NK201"}
    assert all(one.draftable for one in rendered.diagnostics)
    assert "{Lucka: [" in _dump(renderer, case, kind, draft=True)


UNFILLED = """\
typ: yttrande
titel: Yttrande över [Ange remissen]
nämnd: servicenämnden
till: "[Mottagare]"
ställningstagande: "[Skriv ställningstagande]"
yttrande: |
  [Skriv bakgrunden] och **XX elever** i [planen](https://malmo.se) [sic].

  - minst [Ange antal]

  > Enligt [Datum för beslut].

  | a | b |
  | - | - |
  | NN | 3 |
"""
"""Places to fill in, in short texts and in every part of a long one."""


def test_a_draft_marks_the_places_that_are_not_filled_in(renderer: Renderer) -> None:
    rendered = renderer.render(read(UNFILLED), draft=True)
    assert rendered.document is not None
    assert [*_gaps(rendered.document.blocks)] == [
        *("[Mottagare]", "[Ange remissen]", "[Skriv ställningstagande]", "[Skriv bakgrunden]"),
        *("XX", "[Ange antal]", "[Datum för beslut]", "NN"),
    ]
    assert rendered.data is not None
    text = dump(rendered.data)
    assert "Yttrande över {Lucka: [Ange remissen]}" in text
    assert "{Lucka: [Skriv bakgrunden]} och {Lucka: XX}{Strong:  elever} i <" in text
    assert " [sic]." in text
    assert text.count("{Lucka") == 8


def test_only_a_draft_marks_places(renderer: Renderer) -> None:
    """XX can be a word, and the case can say so: then the document is no draft."""
    word = "  # namndkit: ignore NK202 – XX är ett märke\nbesvarar: remiss från XX\n"
    case = STATEMENT + word.lstrip() + "ställningstagande: avstår\n"
    finished = _dump(renderer, case)
    assert "remiss från XX" in finished
    assert "Lucka" not in finished


def _gaps(value: object) -> Iterator[str]:
    """The texts with the role of a gap in a tree, in order."""
    if isinstance(value, Span) and value.role == "lucka":
        yield "".join(run.text for run in value.inlines if isinstance(run, Run))
    elif isinstance(value, tuple):
        for item in value:
            yield from _gaps(item)
    elif is_dataclass(value) and not isinstance(value, Position):
        for field in fields(value):
            yield from _gaps(getattr(value, field.name))


def test_an_amount_without_unit_is_printed_in_kronor(renderer: Renderer) -> None:
    assert "num 1] 5000000~kronor för att bygga" in _dump(
        renderer, PROPOSAL.replace("5 mnkr", "5000000")
    )


def test_an_amount_has_a_space_before_its_unit(renderer: Renderer) -> None:
    lines = _dump(renderer, PROPOSAL.replace("5 mnkr", "5mnkr"))
    assert "num 1] 5~mnkr för att bygga" in lines


def test_empty_lists_and_blocks_leave_a_part_out(renderer: Renderer) -> None:
    more = "bilagor: []\nhandläggare: []\nbeslut: {}\nreservationer: []\nsammanfattning:\n"
    assert _dump(renderer, PROPOSAL + more) == _dump(renderer, PROPOSAL)
