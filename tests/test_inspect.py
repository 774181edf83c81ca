"""``namndkit inspect``: faults planted in documents that namndkit did not make, and hostile files."""

from __future__ import annotations

import io
import json
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import docxtpl
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from conftest import CASES, judge
from namndkit.cli import main
from namndkit.pipeline import Renderer, check
from namndkit.pipeline.inspecting import inspect
from test_logotype import png

Document = Any
"""python-docx gives documents without a type of its own for them."""


def _run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    assert isinstance(ended.value.code, int)
    return ended.value.code


def _codes(path: Path) -> list[str]:
    return [one.code for one in inspect(path).diagnostics]


def clean() -> Document:
    """A document by python-docx that nothing is wrong with."""
    document = docx.Document()
    document.core_properties.title = "Yttrande över cykelplan"
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "sv-SE")
    for style in document.styles:
        if style.type == 1 and style.name.startswith("Heading"):
            style.font.color.rgb = RGBColor(0, 0, 0)
    document.add_heading("Yttrande", 1)
    document.add_paragraph("Nämnden har tagit del av planen. Diarienummer SN-2024-123.")
    lead = document.add_paragraph()
    lead.add_run("Drift: ").bold = True
    lead.add_run("organisationsnumret är 212000-1124 och telefonen 040-34 10 00.")
    document.add_paragraph("driften", style="List Bullet")
    document.add_paragraph("parkeringen", style="List Bullet")
    document.add_heading("Kostnad", 2)
    table = document.add_table(3, 2, style="Table Grid")
    for row, words in zip(
        table.rows, (("År", "Belopp"), ("2025", "1 136"), ("2026", "864")), strict=False
    ):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    head = table.rows[0]._tr.get_or_add_trPr()
    head.append(OxmlElement("w:tblHeader"))
    document.add_paragraph("1998. Ett stort år började planen.")
    return document


def _saved(document: Document, path: Path) -> Path:
    document.save(str(path))
    return path


def _title(document: Document) -> None:
    document.core_properties.title = " "


def _no_language(document: Document) -> None:
    for language in list(document.styles.element.iter(qn("w:lang"))):
        language.getparent().remove(language)


def _english(document: Document) -> None:
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-US")


def _skipped(document: Document) -> None:
    document.add_heading("Detaljer", 4)


def _late(document: Document) -> None:
    document.paragraphs[0].style = document.styles["Heading 2"]


def _bold(document: Document) -> None:
    """Bold by the paragraph's style, in two runs."""
    style = document.styles.add_style("Mellanrubrik", 1)
    style.font.bold = True
    paragraph = document.add_paragraph(style="Mellanrubrik")
    paragraph.add_run("Våra ")
    paragraph.add_run("synpunkter")
    document.add_paragraph("Nämnden ser positivt på planen.")


def _hand(document: Document) -> None:
    document.add_paragraph("1) driften")
    document.add_paragraph("2) parkeringen")


def _hand_in_cell(document: Document) -> None:
    document.tables[0].cell(1, 0).text = "- driften\n- parkeringen"


def _no_header(document: Document) -> None:
    for head in list(document.element.body.iter(qn("w:tblHeader"))):
        head.getparent().remove(head)


def _merged(document: Document) -> None:
    document.tables[0].cell(2, 0).merge(document.tables[0].cell(2, 1))


def _empty_cell(document: Document) -> None:
    document.tables[0].cell(2, 1).text = ""


def _picture(document: Document) -> None:
    document.add_picture(io.BytesIO(png(4, 4)))


def _link(document: Document) -> None:
    paragraph = document.add_paragraph("Planen finns ")
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), "plan")
    link.append(paragraph.add_run("här")._r)
    paragraph._p.append(link)


def _link_field(document: Document) -> None:
    """As Word writes a link that was pasted: a field."""
    paragraph = document.add_paragraph()
    for kind, text in (("begin", ""), ("", ' HYPERLINK "x" '), ("separate", ""), (None, "Läs mer")):
        run = paragraph.add_run()._r
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run.append(mark)
        else:
            words = OxmlElement("w:instrText" if kind == "" else "w:t")
            words.text = text
            run.append(words)
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), "end")
    paragraph.add_run()._r.append(mark)


def _blank(document: Document) -> None:
    document.add_paragraph("")
    document.add_paragraph("")
    document.add_paragraph("Sist.")


def _text_box(document: Document) -> None:
    run = document.add_paragraph("Se rutan.").add_run()._r
    for tag in ("w:pict", "v:shape", "v:textbox", "w:txbxContent", "w:p", "w:r", "w:t"):
        inner = OxmlElement(tag) if tag.startswith("w:") else _vml(tag)
        run.append(inner)
        run = inner
    run.text = "Faktaruta"


def _vml(tag: str) -> Any:
    from lxml import etree

    return etree.Element(f"{{urn:schemas-microsoft-com:vml}}{tag.removeprefix('v:')}")


def _grey(document: Document) -> None:
    """The colour is set in a style that the paragraph's own style rests on."""
    base = document.styles.add_style("Bas", 1)
    base.font.color.rgb = RGBColor(0x90, 0x90, 0x90)
    fine = document.styles.add_style("Finstilt", 1)
    fine.base_style = base
    fine.font.size = Pt(9)
    document.add_paragraph("Fin text.", style="Finstilt")


def _comment(document: Document) -> None:
    document.add_comment(document.paragraphs[1].runs, "Stämmer det?", author="x", initials="x")


def _tracked(document: Document) -> None:
    paragraph = document.add_paragraph("Kvar. ")
    inserted = OxmlElement("w:ins")
    for name, value in (("id", "1"), ("author", "x"), ("date", "2025-01-01T00:00:00Z")):
        inserted.set(qn(f"w:{name}"), value)
    inserted.append(paragraph.add_run("Nytt.")._r)
    paragraph._p.append(inserted)


def _place(document: Document) -> None:
    paragraph = document.add_paragraph("Vi ber [Skriv nämn")
    paragraph.add_run("dens namn] svara.")


def _prompt(document: Document) -> None:
    holder, properties, content = (OxmlElement(f"w:{n}") for n in ("sdt", "sdtPr", "sdtContent"))
    properties.append(OxmlElement("w:showingPlcHdr"))
    paragraph = document.add_paragraph("Välj rubrik")._p
    paragraph.addprevious(holder)
    content.append(paragraph)
    holder.append(properties)
    holder.append(content)


def _file_name(document: Document) -> None:
    document.add_picture(io.BytesIO(png(4, 4)))
    for about in document.element.body.iter(qn("wp:docPr")):
        about.set("descr", "IMG_2041.png")


def _empty_run(document: Document) -> None:
    document.tables[0].cell(2, 1).text = ""
    document.tables[0].cell(2, 1).paragraphs[0].add_run("")


def _moved(document: Document) -> None:
    """A paragraph that is moved away: nothing of it is seen."""
    paragraph = document.add_paragraph()
    moved = OxmlElement("w:moveFrom")
    moved.append(paragraph.add_run("Borta.")._r)
    paragraph._p.append(moved)
    document.add_paragraph("Sist.")


def _template_mark(document: Document) -> None:
    document.add_paragraph("Handläggare: {{ namn }}")


def _prompt_in_brackets(document: Document) -> None:
    document.add_paragraph("[Datum för beslut]")


def _number(document: Document) -> None:
    document.tables[0].cell(1, 0).text = "Anna, 19121212-1212"


PLANTED: dict[str, tuple[Callable[[Document], None], str, str]] = {
    "titel": (_title, "NK603", ""),
    "inget språk": (_no_language, "NK604", ""),
    "engelska": (_english, "NK605", "(en-US)"),
    "överhoppad nivå": (_skipped, "NK606", "nivå 4 efter rubriknivå 2"),
    "börjar på nivå 2": (_late, "NK606", "nivå 2 först i dokumentet"),
    "fetstil": (_bold, "NK608", "stycke 2 under ”Kostnad”"),
    "lista för hand": (_hand, "NK609", "under ”Kostnad”"),
    "lista i en cell": (_hand_in_cell, "NK609", "tabell 1 (under ”Kostnad”), rad 2, kolumn 1"),
    "ingen rubrikrad": (_no_header, "NK610", "tabell 1 (under ”Kostnad”)"),
    "sammanslagna celler": (_merged, "NK611", "rad 3, kolumn 1"),
    "tom cell": (_empty_cell, "NK612", "rad 3, kolumn 2"),
    "bild": (_picture, "NK613", "under ”Kostnad”"),
    "länk": (_link, "NK614", "”här”"),
    "länk som fält": (_link_field, "NK614", "”Läs mer”"),
    "tomma stycken": (_blank, "NK615", "2 tomma stycken"),
    "textruta": (_text_box, "NK616", "under ”Kostnad”"),
    "kontrast": (_grey, "NK617", "Kontrasten är 3,1:1"),
    "kommentar": (_comment, "NK618", "stycke 1 under ”Yttrande”"),
    "spårad ändring": (_tracked, "NK619", "under ”Kostnad”"),
    "inte ifyllt": (_place, "NK202", "[Skriv nämndens namn]"),
    "Words egen plats": (_prompt, "NK202", "Välj rubrik"),
    "filnamn som alternativtext": (_file_name, "NK613", "under ”Kostnad”"),
    "tom körning i en cell": (_empty_run, "NK612", "rad 3, kolumn 2"),
    "flyttat stycke": (_moved, "NK619", "under ”Kostnad”"),
    "kvar ur en mall": (_template_mark, "NK202", "{{ namn }}"),
    "ledtext": (_prompt_in_brackets, "NK202", "[Datum för beslut]"),
    "personnummer": (_number, "NK224", "rad 2, kolumn 1"),
}


@pytest.mark.parametrize("name", PLANTED)
def test_planted_fault_is_the_only_finding(name: str, tmp_path: Path) -> None:
    plant, code, told = PLANTED[name]
    document = clean()
    plant(document)
    (found,) = inspect(_saved(document, tmp_path / "x.docx")).diagnostics
    assert found.code == code
    assert told in found.message


def test_clean_document_gives_none(tmp_path: Path) -> None:
    assert _codes(_saved(clean(), tmp_path / "x.docx")) == []


def test_table_without_lines_only_sets_things_side_by_side(tmp_path: Path) -> None:
    document = clean()
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "Ordförande"
    document.add_paragraph("Sist.")
    assert _codes(_saved(document, tmp_path / "x.docx")) == []


def test_white_on_dark_has_contrast_and_large_text_needs_less(tmp_path: Path) -> None:
    document = clean()
    paragraph = document.add_paragraph()
    run = paragraph.add_run("Vitt på mörkt")
    run.font.color.rgb = RGBColor(255, 255, 255)
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("fill", "1F3864")):
        shading.set(qn(f"w:{name}"), value)
    paragraph._p.get_or_add_pPr().append(shading)
    large = document.add_paragraph().add_run("Stor grå text")
    large.font.size, large.font.color.rgb = Pt(18), RGBColor(0x90, 0x90, 0x90)
    path = _saved(document, tmp_path / "x.docx")
    assert _codes(path) == []
    large.font.size = Pt(17)
    assert _codes(_saved(document, path)) == ["NK617"]


def test_long_document_without_headings(tmp_path: Path) -> None:
    document = clean()
    for paragraph in document.paragraphs:
        paragraph.style = document.styles["Normal"]
    for number in range(20):
        document.add_paragraph(f"Stycke {number}.")
    assert _codes(_saved(document, tmp_path / "x.docx")) == ["NK607"]


@pytest.mark.parametrize(
    ("heading", "item", "codes"),
    [
        ("Bakgrund", "driften", []),
        ("Bakgrund", "Svar väntas från XX", ["NK202"]),
        ("Bakgrund", "Ada Ek, 19121212-1212", ["NK224"]),
    ],
)
def test_documents_by_docxtpl(heading: str, item: str, codes: list[str], tmp_path: Path) -> None:
    document = clean()
    document.add_heading("{{ heading }}", 2)
    document.add_paragraph("{{ item }}", style="List Bullet")
    template = docxtpl.DocxTemplate(_saved(document, tmp_path / "mall.docx"))
    template.render({"heading": heading, "item": item})
    template.save(tmp_path / "x.docx")
    assert _codes(tmp_path / "x.docx") == codes


MARKDOWN = """---
title: Yttrande
lang: {lang}
---

# Yttrande

Nämnden har tagit del av [planen för cykeltrafik](https://malmo.se/plan).

- driften
- parkeringen

{more}
"""


@pytest.mark.parametrize(
    ("lang", "more", "codes"),
    [
        ("sv-SE", "## Kostnad\n\n| År | Belopp |\n|---|---:|\n| 2025 | 10 |\n", []),
        ("sv-SE", "#### Kostnad\n", ["NK606"]),
        ("sv-SE", "Läs [här](https://malmo.se).\n", ["NK614"]),
        ("sv-SE", "**Kostnad**\n\nDen är låg.\n", ["NK608"]),
        ("sv-SE", "Svar från XX väntas.\n", ["NK202"]),
        ("en-GB", "", ["NK605"]),
    ],
)
def test_documents_by_pandoc(lang: str, more: str, codes: list[str], tmp_path: Path) -> None:
    text = MARKDOWN.format(lang=lang, more=more)
    made = tmp_path / "x.docx"
    command = [judge("pandoc"), "-f", "markdown", "-o", str(made)]
    subprocess.run(command, input=text.encode(), check=True, timeout=60)
    found = _codes(made)
    assert "NK617" in found  # pandoc's own blue for links has 4:1 against white
    assert [code for code in found if code != "NK617"] == codes


HTML = """<html><head><title>Yttrande</title></head><body lang="sv-SE"><h1>Yttrande</h1>
<p>Nämnden har tagit del av planen.</p><ul><li>driften</li><li>parkeringen</li></ul>{}</body></html>"""


@pytest.mark.parametrize(
    ("more", "codes"),
    [
        ("<p>Sist.</p>", []),
        ("<h3>Kostnad</h3><p>Den är låg.</p>", ["NK606"]),
        ('<p style="color: #aaaaaa">Ljust.</p>', ["NK617"]),
        ("<p>– driften</p><p>– parkeringen</p>", ["NK609"]),
        ("<p>Före.</p><p><br></p><p>Efter.</p>", ["NK615"]),
        (
            "<table border=1><tr><td>År</td><td>Belopp</td></tr><tr><td>2025</td><td>10</td></tr>"
            "</table><p>Sist.</p>",
            ["NK610"],
        ),
    ],
)
def test_documents_by_libreoffice(more: str, codes: list[str], tmp_path: Path) -> None:
    source = tmp_path / "x.html"
    source.write_text(HTML.format(more), "utf-8")
    command = [
        *(judge("soffice"), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"),
        *("--headless", "--infilter=HTML (StarWriter)", "--convert-to", "docx", "--outdir"),
        *(str(tmp_path), str(source)),
    ]
    subprocess.run(command, check=True, timeout=120, capture_output=True)
    assert _codes(tmp_path / "x.docx") == codes


def test_our_own_documents_give_none(renderer: Renderer, tmp_path: Path) -> None:
    assert len(CASES) >= 9
    for path in CASES:
        for kind in (None, "tjänsteskrivelse"):
            checked = check(path.read_bytes(), path.name, path.parent, asked=kind)
            rendered = renderer.render(checked, kind, draft=bool(kind))
            assert rendered.data is not None
            made = tmp_path / "x.docx"
            made.write_bytes(rendered.data)
            gaps = ["NK202"] * ("saknas" in made.read_bytes().decode("latin-1"))
            assert _codes(made) == gaps


def _zip(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


BODY = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}</w:document>'
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + BODY.format("&b;")
FILE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + BODY.format("&a;")
HOSTILE: dict[str, bytes] = {
    "inget zip": b"PDF",
    "tom": b"",
    "krypterad": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "avhuggen": _zip({"word/document.xml": BODY.format("x" * 900).encode()})[:-40],
    "utan dokument": _zip({"word/styles.xml": b"<x/>"}),
    "trasig": _zip({"word/document.xml": b"<w:document"}),
    "djup": _zip({"word/document.xml": (BODY.format("<w:p>" * 100_000)).encode()}),
    "entiteter": _zip({"word/document.xml": BOMB.encode()}),
    "yttre entitet": _zip({"word/document.xml": FILE.encode()}),
    "bomb": _zip({"word/document.xml": b" " * 60_000_000}),
    "bomb i delar": _zip(
        {
            "word/document.xml": BODY.format("").encode(),
            **{f"word/header{n}.xml": BODY.format(" " * 9_000_000).encode() for n in range(12)},
        }
    ),
    "annan rot": _zip({"word/document.xml": b"<html/>"}),
    "många delar": _zip({f"word/x{n}.xml": b"" for n in range(6000)}),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_is_a_finding(name: str, tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(HOSTILE[name])
    assert _codes(path) == ["NK601"]


def _rewritten(path: Path, pairs: list[tuple[bytes, bytes]], rename: dict[str, str]) -> Path:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for old, new in pairs:
        parts = {name: data.replace(old, new) for name, data in parts.items()}
    path.write_bytes(_zip({rename.get(name, name): data for name, data in parts.items()}))
    return path


def test_main_part_may_have_another_name(tmp_path: Path) -> None:
    document = clean()
    _bold(document)
    path = _saved(document, tmp_path / "x.docx")
    pairs = [(b"word/document.xml", b"word/document2.xml")]
    names = {
        "word/document.xml": "word/document2.xml",
        "word/_rels/document.xml.rels": "word/_rels/document2.xml.rels",
    }
    assert _codes(_rewritten(path, pairs, names)) == ["NK608"]


def test_strict_format_is_read_too(tmp_path: Path) -> None:
    document = clean()
    _bold(document)
    path = _saved(document, tmp_path / "x.docx")
    old = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    assert _codes(_rewritten(path, [(old, strict)], {})) == ["NK608"]


def test_what_is_fetched_from_elsewhere_is_told(tmp_path: Path) -> None:
    path = _saved(clean(), tmp_path / "x.docx")
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    relation = (
        b'<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/image" Target="http://example.org/x.png" TargetMode="External"/>'
    )
    name = "word/_rels/document.xml.rels"
    parts[name] = parts[name].replace(b"</Relationships>", relation + b"</Relationships>")
    path.write_bytes(_zip(parts))
    (found,) = inspect(path).diagnostics
    assert found.code == "NK602"
    assert "http://example.org/x.png" in found.message


def test_the_command_has_the_forms_and_codes_of_validate(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = clean()
    _bold(document)
    path = _saved(document, tmp_path / "x.docx")
    assert _run("inspect", str(tmp_path)) == 0
    said = capsys.readouterr().out
    assert f"--> {path}\n" in said
    assert " | Våra synpunkter\n" in said
    assert "1 varning i 1 av 1 fil." in said
    assert "visar inte att dokumentet är tillgängligt" in said
    assert _run("inspect", str(path), "--strict") == 1
    assert _run("inspect", str(path), "--strict", "--ignore", "NK608") == 0
    capsys.readouterr()
    assert _run("inspect", str(path), "--format", "json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["findings"][0]["code"] == "NK608"
    assert "kontrast" in told["checked"]
    assert _run("inspect", str(tmp_path / "saknas.docx")) == 2
    (tmp_path / "tom").mkdir()
    assert _run("inspect", str(tmp_path / "tom")) == 2
    assert _run("inspect", str(path), "--select", "NK999") == 2
