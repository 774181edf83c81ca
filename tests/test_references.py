"""``{=summa}``: amounts in a text that follow the lines."""

from __future__ import annotations

import pytest

from conftest import ROOT, codes, read
from document_dump import dump
from namndkit.budget.references import SUMS
from namndkit.pipeline import Renderer

CASE = """
    typ: förslag
    titel: Om {=summa}
    nämnd: servicenämnden
    bakgrund: |
      TEXT
    insatser:
      - {rubrik: Utbildning, text: T}
      - {rubrik: Resor, text: T}
    målgrupp: M
    förväntad_effekt: E
    beslut:
      - ansöka om {=sökt}
    kostnad:
      rader:
        - {ändamål: förare, insats: 1, per_år: {2026: 1 mnkr, 2027: 500 tkr}, slag: drift, sökt: 900 tkr}
        - {ändamål: biljetter, insats: Resor, belopp: ca 471 000 kr, sökt: 471 000 kr, slag: investering, varaktighet: engångs}
      ram: {belopp: 8 mnkr, namn: potten}
"""


@pytest.mark.parametrize(
    ("reference", "written"),
    [
        ("{=summa}", "ca~1~971~000~kronor"),
        ("{= Summa i tkr }", "ca~1~971~tkr"),
        ("{=summa i mnkr}", "ca~1,971~mnkr"),
        ("{=insats 1}", "1,5~miljoner kronor"),
        ("{=insats utbildning i kr}", "1~500~000~kr"),
        ("{=insats Resor}", "ca~471~000~kronor"),
        ("{=år 2026}", "1~miljon kronor"),
        ("{=ar 2027 i tkr}", "500~tkr"),
        ("{=ram}", "8~miljoner kronor"),
        ("{=ramens andel}", "17,1~procent"),
        ("{=ur ramen i tkr}", "1~371~tkr"),
        ("{=sökt}", "1~371~000~kronor"),
        ("{=egen}", "ca~600~000~kronor"),
        ("{=drift}", "1,5~miljoner kronor"),
        ("{=investering}", "ca~471~000~kronor"),
        ("{=engångs}", "ca~471~000~kronor"),
    ],
)
def test_reference_is_the_number_itself(renderer: Renderer, reference: str, written: str) -> None:
    text = CASE.replace("TEXT", f"Nämnden söker **{reference}** nu.")
    rendered = renderer.render(read(text))
    assert rendered.data is not None, rendered.diagnostics
    said = dump(rendered.data).replace("{Strong: ", "").replace("}", "")
    assert f"Nämnden söker {written} nu." in said.replace("**", "")


def test_references_are_filled_in_every_text(renderer: Renderer) -> None:
    text = dump(renderer.render(read(CASE.replace("TEXT", "B"))).data or b"")
    assert "[Title] Om ca~1~971~000~kronor" in text
    assert "ansöka om 1~371~000~kronor" in text
    assert "{=" not in text


@pytest.mark.parametrize(
    "reference",
    [
        *("{=}", "{=suma}", "{=insats 3}", "{=insats}", "{=år 2030}", "{=år}", "{=beviljat}"),
        *("{=summa", "{=summa i euro}", "{=ramens andel i tkr}", "{=__class__}", "{=summa.real}"),
        "{={=summa}}",
    ],
)
def test_what_stands_for_nothing_is_an_error_at_its_place(reference: str) -> None:
    found = read(CASE.replace("TEXT", f"Nämnden söker {reference} nu.")).diagnostics
    assert [one.code for one in found] == ["NK330"]
    assert (found[0].position.line, found[0].position.column) == (6, 17)


def test_ordinary_braces_stay_as_typed(renderer: Renderer) -> None:
    typed = "{summa} {{ summa }} { =summa} {% if x %} = {} "
    rendered = renderer.render(read(CASE.replace("TEXT", typed)))
    assert rendered.data is not None
    assert typed.strip() in dump(rendered.data)


def test_a_case_without_cost_has_no_sums() -> None:
    case = "typ: yttrande\ntitel: T\nnämnd: servicenämnden\nyttrande: Vi söker {=summa}.\n"
    assert codes(read(case)) == ["NK330"]


def test_handbook_names_every_reference() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(SUMS) >= 10
    for name in (*SUMS, "insats", "år", "ramens andel"):
        assert f"`{{={name}" in readme


def test_references_in_the_lines_themselves_are_filled(renderer: Renderer) -> None:
    text = CASE.replace("TEXT", "B").replace(
        "ändamål: biljetter", 'ändamål: "biljetter av {=summa}"'
    )
    rendered = renderer.render(read(text))
    assert rendered.data is not None, rendered.diagnostics
    assert "biljetter av ca~1~971~000~kronor" in dump(rendered.data)


def test_insatser_with_one_heading_have_sums_of_their_own() -> None:
    text = CASE.replace("rubrik: Resor", "rubrik: Utbildning").replace("insats: Resor", "insats: 2")
    checked = read(text.replace("TEXT", "{=insats 1} {=insats 2}"))
    assert checked.case is not None
    assert checked.budget is not None
    assert list(checked.budget.per_insats) == ["Utbildning (insats 1)", "Utbildning (insats 2)"]
    assert "1,5\u00a0miljoner kronor ca\u00a0471\u00a0000" in str(checked.papers[0].case.bakgrund)


def test_places_in_a_quoted_text_with_escaped_lines() -> None:
    text = 'bakgrund: "Rad ett.\\nRad två {=nej} här.\\n\\n\\n\\nSlut {=nope}."'
    case = f"typ: förslag\ntitel: T\n{text}\n"
    found = [one.position for one in read(case).diagnostics if one.code == "NK330"]
    line = text.replace("{=nope}", "@")
    assert [place.column for place in found] == [text.index("{=nej}") + 1, line.index("@") + 1]
    assert {place.line for place in found} == {3}


@pytest.mark.parametrize(
    ("reference", "hint"),
    [
        ("sökt", "Skriv sökt: … på de rader under kostnad som det gäller."),
        ("egen i tkr", "Skriv egen: … på de rader under kostnad som det gäller."),
        ("beviljat", "Skriv beviljat: … på de rader under kostnad som det gäller."),
        ("reserv", "Skriv reserv: ja på de rader under kostnad som det gäller."),
        ("drift", "Skriv slag: drift på de rader under kostnad som det gäller."),
        ("investering", "Skriv slag: investering på de rader under kostnad som det gäller."),
        ("engångs", "Skriv varaktighet: engångs på de rader under kostnad som det gäller."),
        ("varaktig", "Skriv varaktighet: varaktig på de rader under kostnad som det gäller."),
        ("ram", "Skriv ram: {belopp: …, namn: …} under kostnad; raderna står då under rader."),
        ("år 2026", "Ingen rad har ett år: skriv per_år: {2026: …} eller år: 2026 på raderna."),
        ("insats 2", "Ingen kostnadsrad hör till den insatsen: skriv insats: … på raderna."),
        ("insats 3", "Insatserna är Utbildning, Resor."),
        ("suma", "Menade du {=summa}?"),
        ("reda", "Det som kan stå här är summa, insats Utbildning."),
    ],
)
def test_what_is_lacking_is_told_with_the_field_that_states_it(reference: str, hint: str) -> None:
    found = read(BARE.replace("TEXT", f"{{={reference}}}")).diagnostics
    assert [one.hint for one in found if one.code == "NK330"] == [hint]


BARE = """
    typ: förslag
    titel: T
    nämnd: servicenämnden
    bakgrund: Vi räknar med TEXT.
    insatser:
      - {rubrik: Utbildning, text: T}
      - {rubrik: Resor, text: T}
    målgrupp: M
    förväntad_effekt: E
    kostnad:
      rader:
        - {ändamål: förare, insats: 1, belopp: 1 mnkr}
"""


@pytest.mark.parametrize(
    ("reference", "line"),
    [
        *(("sökt", "sökt: 1 mnkr"), ("egen", "egen: 400 tkr"), ("reserv", "reserv: ja")),
        *(("beviljat", "sökt: 1 mnkr, beviljat: 400 tkr"), ("drift", "slag: drift")),
        *(("engångs", "varaktighet: engångs"), ("varaktig", "varaktighet: varaktig")),
        *(("investering", "slag: investering"), ("år 2026", "år: 2026")),
    ],
)
def test_a_hint_that_is_followed_gives_the_reference_a_value(reference: str, line: str) -> None:
    text = BARE.replace("belopp: 1 mnkr", f"belopp: 1 mnkr, {line}")
    assert "NK330" not in codes(read(text.replace("TEXT", f"{{={reference}}}")))


def test_sökt_suggests_what_the_pot_gives_where_the_financing_tells() -> None:
    pot = """  ram: {belopp: 8 mnkr, namn: potten}
      finansiering: [{källa: Potten, belopp: 900 tkr}, {källa: nämndens ram}]
    """
    text = BARE + "    " + pot
    (found,) = (
        one for one in read(text.replace("TEXT", "{=sökt}")).diagnostics if one.code == "NK330"
    )
    assert found.hint.endswith(
        "Menar du det som tas ur ramen, 900\u00a0000\u00a0kronor? Skriv {=ur ramen}."
    )
    assert "NK330" not in codes(read(text.replace("TEXT", "{=ur ramen}")))


def test_a_share_has_no_unit() -> None:
    (found,) = read(CASE.replace("TEXT", "{=ramens andel i tkr}")).diagnostics
    assert found.hint == "Skriv {=ramens andel}: en andel har ingen enhet."
