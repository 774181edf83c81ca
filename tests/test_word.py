"""What Word, LibreOffice and a screen reader ask of the file itself."""

from __future__ import annotations

import io
import re
import zipfile
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from conftest import CASES, ROOT, read, render_file
from namndkit.pipeline import Renderer
from namndkit.word.styles import STYLES
from namndkit.word.widths import column_widths


@pytest.fixture(scope="module", params=CASES, ids=lambda path: path.stem)
def data(request: pytest.FixtureRequest, renderer: Renderer) -> bytes:
    path: Path = request.param
    made = render_file(renderer, path).data
    assert made is not None
    return made


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_every_part_is_asked_for_and_well_formed(data: bytes) -> None:
    parts = _parts(data)
    assert next(iter(parts)) == "[Content_Types].xml"
    relations = b"".join(part for name, part in parts.items() if name.endswith(".rels")).decode()
    for name, part in parts.items():
        etree.fromstring(part)
        if not name.endswith((".rels", "[Content_Types].xml")):
            assert re.search(
                rf'Target="(word/)?{re.escape(name.removeprefix("word/"))}"', relations
            )


def test_file_tells_nothing_that_was_not_asked_for(data: bytes) -> None:
    parts = _parts(data)
    assert b"python-docx" not in b"".join(parts.values())
    core = etree.fromstring(parts["docProps/core.xml"])
    told = {etree.QName(child).localname for child in core}
    assert told <= {"title", "creator", "language", "created", "modified"}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_language_and_title(data: bytes) -> None:
    parts = _parts(data)
    styles = etree.fromstring(parts["word/styles.xml"])
    default = styles.find(f"{qn('w:docDefaults')}//{qn('w:lang')}")
    assert default is not None
    assert default.get(qn("w:val")) == "sv-SE"
    assert b"themeFontLang" in parts["word/settings.xml"]
    assert b"updateFields" not in parts["word/settings.xml"]
    about = docx.Document(io.BytesIO(data)).core_properties
    assert about.title
    assert about.author
    assert about.language == "sv-SE"


def test_page_number_of_pages_on_every_page(data: bytes) -> None:
    section = docx.Document(io.BytesIO(data)).sections[0]
    assert section.different_first_page_header_footer
    for header in (section.first_page_header, section.header):
        fields = [text.text.strip() for text in header._element.iter(qn("w:instrText"))]
        assert fields == ["PAGE", "NUMPAGES"]


def test_headings_are_headings_and_skip_no_level(data: bytes) -> None:
    document = docx.Document(io.BytesIO(data))
    levels = [level for p in document.paragraphs if (level := _level(p.style)) is not None]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def _level(style: object) -> int | None:
    """1 for heading 1 and what is based on it with the same outline level …"""
    while style is not None:
        outline = style.element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")  # type: ignore[attr-defined]
        if outline is not None:
            return int(outline.get(qn("w:val"))) + 1
        style = style.base_style  # type: ignore[attr-defined]
    return None


def test_no_paragraph_is_empty(data: bytes) -> None:
    document = docx.Document(io.BytesIO(data))
    paragraphs = list(document.element.body.iter(qn("w:p")))
    assert len(paragraphs) >= 4
    assert all("".join(paragraph.itertext()).strip() for paragraph in paragraphs)


def test_data_tables_have_a_header_row_and_rows_that_hold_together(renderer: Renderer) -> None:
    rendered = render_file(renderer, ROOT / "cases" / "forslag-flerarigt.yaml")
    assert rendered.data is not None
    document = docx.Document(io.BytesIO(rendered.data))
    tables = [table for table in document.tables if table.style.name == "Nämndtabell"]
    assert len(tables) == 2
    for table in tables:
        rows = table._tbl.findall(qn("w:tr"))
        header = [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows]
        assert header == [True] + [False] * (len(rows) - 1)
        assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)
        assert not list(table._tbl.iter(qn("w:gridSpan"), qn("w:vMerge")))
        widths = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]
        assert sum(widths) == 6746


def test_large_amounts_are_not_broken_in_their_cells(renderer: Renderer) -> None:
    years = "{2026: 1 234 567 tkr, 2027: 1 234 567 tkr, 2028: −700 tkr}"
    case = (
        "typ: förslag\ntitel: T\nbakgrund: B\ninsatser: [{rubrik: I, text: T}]\nmålgrupp: M\n"
        "förväntad_effekt: E\nkostnad:\n  visa: tabell\n  enhet: tkr\n  rader:\n"
        f"    - {{ändamål: att bygga ut det som finns redan, per_år: {years}}}\n"
        "    - {ändamål: att mäta, belopp: ca 9 999 tkr}\n"
        "  finansiering: [{källa: A, andel: 1/3}, {källa: B, andel: 1/3}, {källa: C}]\n"
    )
    rendered = renderer.render(read(case))
    assert rendered.data is not None, rendered.diagnostics
    lines, sources = docx.Document(io.BytesIO(rendered.data)).tables
    widths = [int(column.get(qn("w:w"))) for column in lines._tbl.tblGrid]
    for row in lines.rows:
        for cell, width in zip(row.cells[1:], widths[1:], strict=True):
            assert column_widths([["", cell.text]], [False, True], 10**6)[1] <= width
    assert widths[0] >= 1500
    assert sources.rows[0].cells[1].text == "Belopp (kr)"
    assert sources.rows[1].cells[1].text == "ca\u00a0826\u00a0144\u00a0333,33"


def test_every_list_numbers_from_its_own_start(renderer: Renderer) -> None:
    case = "typ: yttrande\ntitel: T\nnämnd: n\nyttrande: |\n  1. a\n  2. b\n\n  Text.\n\n  1. c\n"
    rendered = renderer.render(read(case))
    assert rendered.data is not None
    numbering = etree.fromstring(_parts(rendered.data)["word/numbering.xml"])
    starts = [start.get(qn("w:val")) for start in numbering.iter(qn("w:startOverride"))]
    assert starts == ["1", "1"]


def test_signatures_hold_together_with_what_stands_before(renderer: Renderer) -> None:
    rendered = render_file(renderer, ROOT / "cases" / "yttrande-arbetsmarknadsanstallningar.yaml")
    assert rendered.data is not None
    paragraphs = docx.Document(io.BytesIO(rendered.data)).paragraphs
    first = next(n for n, p in enumerate(paragraphs) if p.style.name == "Signaturroll")
    kept = [p.paragraph_format.keep_with_next for p in paragraphs[first - 1 : first + 4]]
    assert kept == [True, True, True, True, None]


def test_links_keep_their_address(renderer: Renderer) -> None:
    case = 'typ: yttrande\ntitel: T\nnämnd: n\nyttrande: |\n  Se [Malmö](https://malmo.se/å?a=1&b="2").\n'
    rendered = renderer.render(read(case))
    assert rendered.data is not None
    document = docx.Document(io.BytesIO(rendered.data))
    (link,) = document.paragraphs[-1].hyperlinks
    assert (link.text, link.address) == ("Malmö", "https://malmo.se/%C3%A5?a=1&b=%222%22")


def test_template_has_every_style_by_name() -> None:
    document = docx.Document(str(ROOT / "templates" / "utseende.docx"))
    names = {style.name.lower() for style in document.styles}
    wanted = {name.lower() for name in STYLES}
    assert len(wanted) > 30
    assert {name for name in wanted if name not in names} == set()


def _kept(data: bytes) -> list[tuple[str, bool]]:
    """Every paragraph's text, and whether it is kept with the next."""
    root = docx.Document(io.BytesIO(data)).element.body
    return [
        ("".join(p.itertext(qn("w:t"))), p.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None)
        for p in root.iter(qn("w:p"))
    ]


def test_no_row_item_or_lead_stands_alone_on_a_page(renderer: Renderer) -> None:
    text = "Tre saker:\n\n  - a\n  - b\n  - c\n  - d\n\n  | h |\n  | - |\n  | 1 |\n  | 2 |\n  | 3 |\n  | 4 |\n"
    rendered = renderer.render(read(f"typ: yttrande\ntitel: T\nnämnd: n\nyttrande: |\n  {text}"))
    assert rendered.data is not None
    kept = {word for word, keep in _kept(rendered.data) if keep}
    assert {"Tre saker:", "a", "c", "h", "1", "3"} <= kept
    assert {"b", "d", "2", "4"} & kept == set()


def test_sum_stays_with_the_line_below_it(renderer: Renderer) -> None:
    rendered = render_file(renderer, ROOT / "cases" / "forslag-kalkyl.yaml")
    assert rendered.data is not None
    kept = _kept(rendered.data)
    total = [keep for word, keep in kept if word in ("Summa", "2 800".replace(" ", "\u00a0"))]
    assert total == [True, True]


def test_first_label_of_the_head_stands_level_with_the_left_column(renderer: Renderer) -> None:
    rendered = render_file(renderer, ROOT / "cases" / "yttrande-remiss.yaml")
    assert rendered.data is not None
    (row,) = docx.Document(io.BytesIO(rendered.data)).tables[0].rows
    first = [cell.paragraphs[0].paragraph_format.space_before for cell in row.cells]
    assert first == [0, 0]
