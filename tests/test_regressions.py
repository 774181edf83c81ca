"""Small inputs that once went wrong, each with what must come of it."""

from __future__ import annotations

import io
import zipfile
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from conftest import codes, read
from document_dump import dump
from namndkit.cli import main
from namndkit.pipeline import Renderer, check

BASE = "typ: yttrande\ntitel: T\nnämnd: servicenämnden\n"
COST = (
    "typ: förslag\ntitel: T\nbakgrund: B\ninsatser: [{rubrik: I, text: T}]\nmålgrupp: M\n"
    "förväntad_effekt: E\nkostnad:\n"
)


def _lines(renderer: Renderer, case: str) -> list[str]:
    rendered = renderer.render(read(case))
    assert rendered.data is not None, rendered.diagnostics
    return dump(rendered.data).split("\n\n", 1)[1].rstrip("\n").split("\n")


def _answer(renderer: Renderer, text: str) -> list[str]:
    """The paragraphs of a yttrande's text."""
    lines = _lines(renderer, BASE + text)
    return lines[lines.index("[Heading 1] Yttrande") + 1 :]


def test_every_cell_ends_with_a_paragraph_also_in_a_head_without_date(renderer: Renderer) -> None:
    for field in ("visa_huvud: ja", "till: KS", "diarienummer: SN-2022-1"):
        rendered = renderer.render(read(BASE + f"yttrande: Text.\n{field}\n"))
        assert rendered.data is not None
        body = docx.Document(io.BytesIO(rendered.data)).element.body
        cells = list(body.iter(qn("w:tc")))
        assert cells
        assert {cell[-1].tag for cell in cells} == {qn("w:p")}


@pytest.mark.parametrize(
    "text",
    [
        "yttrande: >\n  Ett.\n\n  Två.\n\n  - a\n  - b\n",
        "yttrande: |\n  Ett.\n\n  Två.\n\n  - a\n  - b\n",
    ],
)
def test_lines_mean_the_same_in_both_block_styles(renderer: Renderer, text: str) -> None:
    paragraphs = [line.partition("] ")[2] for line in _answer(renderer, text)]
    assert paragraphs == ["Ett.", "Två.", "a", "b"]


def test_paragraphs_of_a_text_on_the_keys_line_stay_apart(renderer: Renderer) -> None:
    for text in ("yttrande: Ett\n  mer.\n\n  Två.\n", 'yttrande: "Ett\n  mer.\n\n  Två."\n'):
        assert _answer(renderer, text) == ["[Body Text] Ett mer.", "[Body Text] Två."]


@pytest.mark.parametrize("marker", ["- ", "• ", "– ", "1. ", "2) ", "a) "])
def test_a_list_that_yaml_would_swallow_is_an_error(marker: str) -> None:
    found = read(BASE + f"yttrande: Punkterna är\n  {marker}ett\n").diagnostics
    assert [(one.code, one.position.line, one.position.column) for one in found] == [
        ("NK212", 5, 3)
    ]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("yttrande: #1 i landet", "NK111"),
        ("yttrande: ! Viktigt", "NK109"),
        ('yttrande: "a\\rb"', "NK103"),
        ('yttrande: "\\UFFFFFFFF"', "NK101"),
        ('yttrande: "\\U00110000"', "NK101"),
        ('yttrande: "\\ud800"', "NK101"),
        ("besvarar: [Ange vad]", "NK107"),
        ("bakgrund: Text", "NK244"),
        ("tjänsteskrivelse: {beslutsunderlag: [{}]}", "NK201"),
    ],
)
def test_what_was_silent_or_crashed_is_a_finding(line: str, code: str) -> None:
    case = BASE + ("ställningstagande: avstår\n" if "yttrande" not in line else "")
    assert code in codes(read(f"{case}{line}\n"))


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_yamls_words_for_nothing_leave_a_field_out(renderer: Renderer, nothing: str) -> None:
    lines = _lines(renderer, BASE + f"yttrande: Text.\nsammanfattning: {nothing}\n")
    assert "[Heading 1] Sammanfattning" not in lines


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1. a\n\n1986. Ett stort år", ["a", "1986. Ett stort år"]),
        ("text\n– \nmer", ["text – mer"]),
        ("123. a\n     • b", ["a", "b"]),
        ("*a " * 60 + "b" + "*" * 60, None),
        ("[](https://malmo.se/)", ["<{Hyperlink: https://malmo.se/}>"]),
        ("[a]()", ["[a]()"]),
        ("[a](http://) [b](https://a[b) [c](http://x:99999999/)", None),
    ],
)
def test_nothing_typed_is_lost_or_exchanged(
    renderer: Renderer, text: str, shown: list[str] | None
) -> None:
    indented = text.replace("\n", "\n  ")
    lines = _answer(renderer, f"yttrande: |\n  {indented}\n")
    assert [line.partition("] ")[2] for line in lines] == (shown or [text.strip()])


@pytest.mark.parametrize("line", ["•Text", "B) två", "å) tre", "1.x", "–Text", "-Text"])
def test_a_line_like_an_item_is_never_run_in_silently(line: str) -> None:
    renderer = Renderer(Path(__file__).resolve().parents[1] / "templates")
    rendered = renderer.render(read(BASE + f"yttrande: |\n  Först kommer\n  {line}\n"))
    assert codes(rendered) == ["NK211"]


@pytest.mark.parametrize(
    "line", ["(S) yrkar bifall", "-700 tkr i år", "bl.a. det", "3 kap. 4 §", "*fet* text"]
)
def test_a_line_that_is_no_item_gives_no_warning(renderer: Renderer, line: str) -> None:
    found = codes(renderer.render(read(BASE + f"yttrande: |\n  Först kommer\n  {line}\n")))
    assert "NK211" not in found


@pytest.mark.parametrize(
    ("table", "found"),
    [
        ("| a | b |\n  | - | - |\n  | 1 | 2 | – |", ["NK210"]),
        ("| a | b |\n  | - | - |\n  – | 3", []),
        ("| a | b |\n  | - | - | - |\n  | 1 | 2 |", ["NK213"]),
        ("|" + " a |" * 70 + "\n  |" + " - |" * 70, ["NK210", "NK210"]),
        ("| a | b |\n  | - | - |\n  | 1 | 2 |   |", []),
    ],
)
def test_tables_lose_no_cell(renderer: Renderer, table: str, found: list[str]) -> None:
    assert codes(renderer.render(read(BASE + f"yttrande: |\n  {table}\n"))) == found


def test_two_tables_in_a_row_stay_two(renderer: Renderer) -> None:
    table = "| a |\n  | - |\n  | 1 |\n"
    rendered = renderer.render(read(BASE + f"yttrande: |\n  {table}\n  {table}"))
    assert rendered.data is not None
    body = docx.Document(io.BytesIO(rendered.data)).element.body
    tags = [child.tag for child in body]
    assert tags.count(qn("w:tbl")) == 2
    assert all(pair != (qn("w:tbl"), qn("w:tbl")) for pair in pairwise(tags))


def test_about_is_never_lost_in_a_table(renderer: Renderer) -> None:
    case = COST + (
        "  visa: tabell\n  enhet: mnkr\n  rader:\n"
        "    - {ändamål: a, per_år: {2026: ca 5 mnkr, 2027: 1 mnkr}}\n"
        "  finansiering: [{källa: X, belopp: ca 6 mnkr}]\n"
    )
    rows = [line for line in _lines(renderer, case) if line.startswith("  |")]
    assert "[Tabellbelopp] ca~5 | [Tabellbelopp] 1 | [Tabellbelopp] ca~6" in rows[1]
    assert "[Tabellsummabelopp] ca~5 | [Tabellsummabelopp] 1 | [Tabellsummabelopp] ca~6" in rows[2]
    assert "X | [Tabellbelopp] ca~6" in rows[4]


def test_the_last_line_is_no_sum_when_no_sum_is_printed(renderer: Renderer) -> None:
    case = COST + "  visa: tabell\n  visa_summa: nej\n  rader: [{ändamål: a, belopp: 1 mnkr}]\n"
    assert not [line for line in _lines(renderer, case) if "Tabellsumma" in line]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("organ: Göteborgs stad", "Plan, Göteborgs stad"),
        ("organ: Tekniska nämnden", "Plan, tekniska nämnden"),
        ("organ: KF, paragraf: 87 §", "Plan, KF §~87"),
        ("paragraf: §§ 87–88", "Plan, §§~87–88"),
        ("paragraf: 87-88", "Plan, §§~87–88"),
        ("paragraf: §23", "Plan, §~23"),
        ("paragraf: 23 a", "Plan, §~23 a"),
    ],
)
def test_names_keep_their_capitals_and_paragraphs_their_mark(
    renderer: Renderer, typed: str, printed: str
) -> None:
    case = (
        COST + f"  [{{ändamål: a, belopp: 1 mnkr}}]\nbeslutsunderlag: [{{text: Plan, {typed}}}]\n"
    )
    assert f"[List Bullet nivå 0 num 1] {printed}" in _lines(renderer, case)


@pytest.mark.parametrize("shares", [["33,3333", "33,3333", "33,3334"], ["50", "50"]])
def test_shares_of_a_hundred_lose_no_öre(shares: list[str]) -> None:
    sources = ", ".join(f"{{källa: K, andel: '{one} %'}}" for one in shares)
    for cost in ("100 kr", "0,01 kr", "99,99 kr"):
        case = COST + f"  rader: [{{ändamål: a, belopp: '{cost}'}}]\n  finansiering: [{sources}]\n"
        assert codes(read(case)) == []


def test_a_text_drawn_in_many_times_is_stopped(tmp_path: Path) -> None:
    (tmp_path / "stor.md").write_text("ord " * 400_000, encoding="utf-8")
    rows = "".join(f"  - {{rubrik: r{n}, text: {{fil: stor.md}}}}\n" for n in range(50))
    checked = read(BASE + "avsnitt:\n" + rows, tmp_path)
    assert codes(checked).count("NK112") == 44


@pytest.mark.parametrize(
    "text",
    [
        *("[" * 100_000, "*a " * 30_000, ">" * 50_000, "- " * 20_000, "[a](b.se) " * 20_000),
        "> **a\n  > b\n\n  " * 4_000,
    ],
)
def test_hostile_texts_come_to_an_end(renderer: Renderer, text: str) -> None:
    """What is quadratic takes hours here, and what is linear a second."""
    rendered = renderer.render(read(BASE + f"yttrande: |\n  {text}\n"))
    assert rendered.data is not None or codes(rendered)


def test_a_link_is_an_address_that_word_can_hold(renderer: Renderer) -> None:
    case = BASE + "yttrande: |\n  [a](https://x.se/50%_[1]) [b](https://åäö.se/ä)\n"
    rendered = renderer.render(read(case))
    assert rendered.data is not None
    with zipfile.ZipFile(io.BytesIO(rendered.data)) as archive:
        relations = archive.read("word/_rels/document.xml.rels").decode()
    assert 'Target="https://x.se/50%25_%5B1%5D"' in relations
    assert 'Target="https://%C3%A5%C3%A4%C3%B6.se/%C3%A4"' in relations


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("before", [b"", b"typ: yttrande\r\n", b"typ: yttrande\r"])
def test_an_old_byte_is_told_where_it_stands(mark: bytes, before: bytes) -> None:
    (one,) = check(mark + before + b"t\xe9tel: T\r\n", "a.yaml", Path()).diagnostics
    place = one.position
    assert (one.code, place.line, place.column) == ("NK102", 1 + bool(before), 2)
    assert "”é”" in one.message


def test_that_there_are_more_findings_is_told_and_an_error_always_is() -> None:
    """A comment that hides the first fifty hides no others, nor do two thousand warnings an error."""
    many = "".join(f"  Se § {n} och §{n}.\n" for n in range(60))
    hidden = BASE + f"# namndkit: ignore NK230 – så står det\nyttrande: |\n{many}"
    texts = [one.message for one in check(hidden.encode(), "a.yaml", Path()).diagnostics]
    assert texts == []
    shown = check((BASE + f"yttrande: |\n{many}").encode(), "a.yaml", Path()).diagnostics
    assert len(shown) == 51
    assert "fler fynd" in shown[-1].message
    sections = "".join(
        f"  - rubrik: Del {n}\n    text: |\n" + many.replace("  Se", "      Se") for n in range(50)
    )
    last = "  - {rubrik: Sist, text: '[Skriv texten]'}\n"
    codes_of = codes(read(BASE + f"yttrande: Text.\navsnitt:\n{sections}{last}"))
    assert "NK202" in codes_of


@pytest.mark.parametrize("ends", ["\\n", "\\n\\n", ""])
def test_a_finding_in_quotes_stands_where_its_words_do(ends: str) -> None:
    text = BASE + f'sammanfattning: "a\\n\\x7fb {{=sökt}} x{ends}"\nyttrande: X\n'
    (one,) = (
        one for one in check(text.encode(), "a.yaml", Path()).diagnostics if one.code == "NK330"
    )
    line = text.split("\n")[one.position.line - 1]
    assert line[one.position.column - 1 : one.position.end_column - 1] == "{=sökt}"


def test_a_place_on_a_line_that_was_mended_lies_in_the_file() -> None:
    found = check(b"- |+\n\n\nabc::: value\n", "a.yaml", Path()).diagnostics
    assert all(
        one.position.end_column <= len("abc::: value") + 1
        for one in found
        if one.position.end_line == 4
    )
    assert {one.position.end_line for one in found} >= {4}


def test_a_text_of_unseen_signs_alone_is_not_emptied() -> None:
    text = BASE + 'yttrande: X\nsärskilda_yttranden: {läge: "\\u200b"}\n'
    (one,) = (
        one for one in check(text.encode(), "a.yaml", Path()).diagnostics if one.code == "NK215"
    )
    assert one.fixes == ()
    assert "ta bort raden" in one.hint


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", [True, False])
def test_a_diff_has_a_line_for_each_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], end: str, last: bool
) -> None:
    case = tmp_path / "a.yaml"
    case.write_bytes((BASE + "yttrande: Enligt §5 nu" + "\n" * last).replace("\n", end).encode())
    with pytest.raises(SystemExit):
        main(["validate", "--diff", str(case)])
    said = capsys.readouterr().out
    assert "\r" not in said
    assert said.count("\\ Ingen radbrytning sist i filen") == (0 if last else 2)
    changed = [line for line in said.splitlines() if line.startswith(("-ytt", "+ytt"))]
    assert [one.replace("\u00a0", " ") for one in changed] == [
        "-yttrande: Enligt §5 nu",
        "+yttrande: Enligt § 5 nu",
    ]


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf\t", b"\t", b" \t\n", b"\t\n\t\n"])
def test_a_file_of_blanks_is_told_within_it(data: bytes) -> None:
    for one in check(data, "a.yaml", Path()).diagnostics:
        place = one.position
        assert (place.line, place.column) <= (place.end_line, place.end_column)


def test_an_escaped_quotation_mark_opens_nothing() -> None:
    text = BASE + 'yttrande: X\nbeslut: "\\"x"\n  punkter:\n    - a\n'
    hints = [one.hint for one in check(text.encode(), "a.yaml", Path()).diagnostics]
    assert hints
    assert [hint for hint in hints if '\\"x""' in hint] == []
