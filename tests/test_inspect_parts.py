"""``namndkit inspect`` reads every part that holds text, and tells each that it has not read."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml

from namndkit.cli import main
from namndkit.pipeline.inspecting import inspect
from namndkit.word.finished import read_finished
from test_inspect import clean

NUMBER = "19121212-1212"
"""An invented person's number (the tax agency's own example)."""
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
SPACES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:a="{A}"'
OFFICE = "application/vnd.openxmlformats-officedocument"
Part = tuple[str, str, str, bytes]
"""A part: its name, the kind of its relation, its content type and its bytes."""


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def story(root: str, inside: str) -> bytes:
    return f"<w:{root} {SPACES}>{inside}</w:{root}>".encode()


def made(path: Path, body: str = "", *parts: Part, outside: str = "") -> Path:
    """A clean document with ``body`` last in it, and further parts beside."""
    document = clean()
    last = document.element.body[-1]
    for element in parse_xml(f"<w:body {SPACES}>{body}</w:body>"):
        last.addprevious(element)
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    relations, kinds = outside, ""
    for number, (name, kind, content, data) in enumerate(parts):
        files[f"word/{name}"] = data
        relations += f'<Relationship Id="rX{number}" Type="{R}/{kind}" Target="{name}"/>'
        kinds += f'<Override PartName="/word/{name}" ContentType="{content}"/>'
    rels, types = "word/_rels/document.xml.rels", "[Content_Types].xml"
    files[rels] = files[rels].replace(b"</Rel", f"{relations}</Rel".encode())
    files[types] = files[types].replace(b"</Types", f"{kinds}</Types".encode())
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def found(path: Path) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in inspect(path).diagnostics]


def codes(path: Path) -> list[str]:
    return [code for code, _ in found(path)]


def _packed(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _inner() -> bytes:
    document = docx.Document()
    document.add_paragraph(f"Ada, {NUMBER}")
    return _packed(document)


def _workbook() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        strings = f"<sst><si><r><t>1912</t></r><r><t>{NUMBER[4:]}</t></r></si></sst>"
        archive.writestr("xl/sharedStrings.xml", strings)
    return buffer.getvalue()


CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
LABEL = f"<a:p><a:r><a:t>{NUMBER[:4]}</a:t></a:r><a:r><a:t>{NUMBER[4:]}</a:t></a:r></a:p>"
HTML = f"<html><head><title>x</title></head><body><div>Ada, <b>{NUMBER}</b></div></body></html>"
LETTER = (
    "MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n"
    f"Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>Ada, {NUMBER}</p>"
)
HOLDERS: dict[str, tuple[str, Part | None]] = {
    "slutnot": (
        '<w:p><w:r><w:t>Se not.</w:t><w:endnoteReference w:id="1"/></w:r></w:p>',
        (
            *("endnotes.xml", "endnotes", f"{OFFICE}.wordprocessingml.endnotes+xml"),
            story("endnotes", f'<w:endnote w:id="1">{paragraph(NUMBER)}</w:endnote>'),
        ),
    ),
    "fotnot under annat namn": (
        "",
        (
            *("noter7.xml", "footnotes", f"{OFFICE}.wordprocessingml.footnotes+xml"),
            story("footnotes", f'<w:footnote w:id="1">{paragraph(NUMBER)}</w:footnote>'),
        ),
    ),
    "sidfot under annat namn": (
        "",
        (
            *("nederst.xml", "footer", f"{OFFICE}.wordprocessingml.footer+xml"),
            story("ftr", paragraph(NUMBER)),
        ),
    ),
    "byggblock": (
        "",
        (
            *("glossary/document.xml", "glossaryDocument"),
            f"{OFFICE}.wordprocessingml.document.glossary+xml",
            story(
                "glossaryDocument",
                "<w:docParts><w:docPart><w:docPartBody>"
                f"{paragraph(NUMBER)}</w:docPartBody></w:docPart></w:docParts>",
            ),
        ),
    ),
    "diagram": (
        "",
        (
            *("charts/chart1.xml", "chart", f"{OFFICE}.drawingml.chart+xml"),
            f'<c:chartSpace xmlns:c="{CHART}" xmlns:a="{A}"><c:title>{LABEL}</c:title></c:chartSpace>'.encode(),
        ),
    ),
    "diagrammets namn på en stapel": (
        "",
        (
            *("charts/chart1.xml", "chart", f"{OFFICE}.drawingml.chart+xml"),
            f'<c:chartSpace xmlns:c="{CHART}"><c:strCache><c:pt idx="0"><c:v>{NUMBER}</c:v></c:pt></c:strCache></c:chartSpace>'.encode(),
        ),
    ),
    "figur (SmartArt)": (
        "",
        (
            *("diagrams/data1.xml", "diagramData", f"{OFFICE}.drawingml.diagramData+xml"),
            f'<d:dataModel xmlns:d="{DIAGRAM}" xmlns:a="{A}"><d:t>{LABEL}</d:t></d:dataModel>'.encode(),
        ),
    ),
    "kalkylblad i dokumentet": (
        "",
        ("embeddings/b.xlsx", "package", f"{OFFICE}.spreadsheetml.sheet", _workbook()),
    ),
    "dokument i dokumentet": (
        "",
        ("embeddings/d.docx", "package", f"{OFFICE}.wordprocessingml.document", _inner()),
    ),
    "data": (
        "",
        ("../customXml/item1.xml", "customXml", "application/xml", f"<x>{NUMBER}</x>".encode()),
    ),
    "alternativtext": (
        '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        f'wordprocessingDrawing"><wp:docPr id="1" name="x" descr="Ada, {NUMBER}"/></wp:inline>'
        "</w:drawing></w:r></w:p>",
        None,
    ),
    "länkadress i ett fält": (
        f'<w:p><w:fldSimple w:instr="HYPERLINK &quot;https://x.example/{NUMBER}&quot;"><w:r><w:t>'
        "Handlingen om planen</w:t></w:r></w:fldSimple></w:p>",
        None,
    ),
    "fält utan resultat": (
        '<w:p><w:r><w:t>Se</w:t><w:fldChar w:fldCharType="begin"/><w:instrText>TC "Ada '
        f'{NUMBER}"</w:instrText><w:fldChar w:fldCharType="end"/></w:r></w:p>',
        None,
    ),
    "dolt val i en lista": (
        "<w:sdt><w:sdtPr><w:dropDownList>"
        f'<w:listItem w:displayText="Ada {NUMBER}" w:value="1"/></w:dropDownList></w:sdtPr>'
        f"<w:sdtContent>{paragraph('Välj.')}</w:sdtContent></w:sdt>",
        None,
    ),
    "tabellens beskrivning": (
        f'<w:tbl><w:tblPr><w:tblDescription w:val="{NUMBER}"/></w:tblPr><w:tr><w:tc>'
        f"{paragraph('Ada')}</w:tc></w:tr></w:tbl>{paragraph('Sist.')}",
        None,
    ),
    "det som äldre program visar": (
        '<w:p><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><mc:Choice'
        ' Requires="wps"><w:r><w:t>Ada</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>'
        f"{NUMBER}</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>",
        None,
    ),
    "det som program visar som inte kan det nya": (
        '<w:p><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:nytt="https://x.example/"><mc:Choice Requires="nytt"/><mc:Fallback><w:r><w:t>'
        f"{NUMBER}</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>",
        None,
    ),
    "okänt element": (f"<w:framtid><w:nytt>{paragraph(NUMBER)}</w:nytt></w:framtid>", None),
    "okänt element i ett stycke": (
        f"<w:p><w:framtid><w:r><w:t>{NUMBER}</w:t></w:r></w:framtid></w:p>",
        None,
    ),
}


@pytest.mark.parametrize("name", HOLDERS)
def test_a_personnummer_is_found_wherever_it_stands(name: str, tmp_path: Path) -> None:
    body, part = HOLDERS[name]
    told = found(made(tmp_path / "x.docx", body, *([part] if part else [])))
    assert {code for code, _ in told} == {"NK224"}, told


def test_a_personnummer_in_the_properties_or_a_link_is_found(tmp_path: Path) -> None:
    document = clean()
    document.core_properties.title = f"Yttrande om {NUMBER}"
    document.core_properties.keywords = f"Ada {NUMBER}"
    document.save(str(tmp_path / "x.docx"))
    assert codes(tmp_path / "x.docx") == ["NK224", "NK224"]
    target = f'<Relationship Id="rY" Type="{R}/hyperlink" Target="https://x.example/{NUMBER}" TargetMode="External"/>'
    link = '<w:p><w:hyperlink r:id="rY"><w:r><w:t>Planen</w:t></w:r></w:hyperlink></w:p>'
    for body in ("", link):  # a relation that nothing points at is in the file all the same
        assert codes(made(tmp_path / "y.docx", body, outside=target)) == ["NK224"]


@pytest.mark.parametrize(
    ("name", "kind", "data"),
    [
        ("x.html", "text/html", HTML.encode()),
        ("x.html", "text/html", HTML.encode("utf-16")),
        ("x.mht", "message/rfc822", LETTER.encode()),
        ("x.txt", "text/plain", f"Ada, {NUMBER}\n".encode()),
        ("x.docx", f"{OFFICE}.wordprocessingml.document", _inner()),
    ],
)
def test_a_file_that_is_put_in_is_read_and_told(
    name: str, kind: str, data: bytes, tmp_path: Path
) -> None:
    part = (name, "aFChunk", kind, data)
    path = made(tmp_path / "x.docx", '<w:altChunk r:id="rX0"/>', part)
    told = found(path)
    assert sorted(code for code, _ in told) == ["NK224", "NK621"], told
    assert all("under ”Kostnad”" in message for _, message in told)
    document = read_finished(path).value
    assert document is not None
    assert [line.text for line in document.lines if line.room == "infogat"] == [f"Ada, {NUMBER}"]


def test_a_document_that_is_nothing_but_another_file(tmp_path: Path) -> None:
    """As programs write that hand their web page over to Word."""
    relation = f'<Relationship Id="r1" Type="{R}/aFChunk" Target="x.html"/>'
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    with zipfile.ZipFile(tmp_path / "x.docx", "w") as archive:
        archive.writestr(
            "word/document.xml", story("document", '<w:body><w:altChunk r:id="r1"/></w:body>')
        )
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{package}">{relation}</Relationships>',
        )
        archive.writestr("word/x.html", HTML)
    assert {"NK224", "NK621"} <= set(codes(tmp_path / "x.docx"))


@pytest.mark.parametrize(
    ("part", "what"),
    [
        (("chunk.rtf", "aFChunk", "application/rtf", b"{\\rtf1 x}"), "RTF"),
        (("embeddings/o.bin", "oleObject", f"{OFFICE}.oleObject", b"\xd0\xcf\x11\xe0x"), "objekt"),
        (
            ("vbaProject.bin", "vbaProject", "application/vnd.ms-office.vbaProject", b"\1x"),
            "makron",
        ),
        (("nytt.dat", "nytt", "application/x-nytt", b"\0\1\2"), "okänt"),
        (("trasig.xml", "customXml", "application/xml", b"<x><y></x>"), "skadad"),
        (
            ("kod.xml", "customXml", "application/xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x/>'),
            "entiteter",
        ),
    ],
)
def test_what_is_not_read_is_told(
    part: Part, what: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = made(tmp_path / "x.docx", "", part)
    ((code, message),) = found(path)
    assert code == "NK620"
    assert part[0] in message
    assert what in message
    with pytest.raises(SystemExit):
        main(["inspect", str(path), "--ignore", "NK620"])
    assert "En del av innehållet är inte läst." in capsys.readouterr().out


def test_a_picture_a_font_and_a_printer_hold_no_text(tmp_path: Path) -> None:
    silent = (
        ("media/x.emf", "image", "image/x-emf", b"\1\0\0\0"),
        ("fonts/f.odttf", "font", f"{OFFICE}.obfuscatedFont", b"\1\2"),
        ("p.bin", "printerSettings", f"{OFFICE}.wordprocessingml.printerSettings", b"\1\2"),
    )
    assert codes(made(tmp_path / "x.docx", "", *silent)) == []


BY = 'w:id="1" w:author="x"'
CELL = f"<w:tc>{paragraph('Ada')}</w:tc>"
TABLE = "<w:tbl>{}<w:tr>{}" + CELL + "</w:tr></w:tbl>" + paragraph("Sist.")
TRACKED = {
    "rad insatt": TABLE.format("", f"<w:trPr><w:ins {BY}/></w:trPr>"),
    "rad struken": TABLE.format("", f"<w:trPr><w:del {BY}/></w:trPr>"),
    "radens format": TABLE.format(
        "", f"<w:trPr><w:trPrChange {BY}><w:trPr/></w:trPrChange></w:trPr>"
    ),
    "tabell": TABLE.format(
        f"<w:tblPr><w:tblPrChange {BY}><w:tblPr/></w:tblPrChange></w:tblPr>", ""
    ),
    "cell": TABLE.format("", "").replace("<w:tc>", f"<w:tc><w:tcPr><w:cellIns {BY}/></w:tcPr>", 1),
    "avsnitt": f"<w:p><w:pPr><w:sectPr><w:sectPrChange {BY}><w:sectPr/></w:sectPrChange></w:sectPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>",
    "styckets format": f"<w:p><w:pPr><w:pPrChange {BY}><w:pPr/></w:pPrChange></w:pPr><w:r><w:t>a</w:t></w:r></w:p>",
    "stycketecken": f"<w:p><w:pPr><w:rPr><w:del {BY}/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>",
    "numrering": f'<w:p><w:pPr><w:numPr><w:numberingChange {BY} w:original="1"/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>',
}


@pytest.mark.parametrize("name", TRACKED)
def test_tracked_changes_of_every_kind_are_told(name: str, tmp_path: Path) -> None:
    told = found(made(tmp_path / "x.docx", TRACKED[name]))
    assert [code for code, _ in told] == ["NK619"], told
    assert "Plats: " in told[0][1]


def test_a_personnummer_that_was_struck_is_found(tmp_path: Path) -> None:
    struck = f"<w:del {BY}><w:r><w:delText>12-1212</w:delText></w:r></w:del>"
    body = f"<w:p><w:r><w:t>Ada, 191212</w:t></w:r>{struck}<w:ins {BY}><w:r><w:t>00</w:t></w:r></w:ins></w:p>"
    told = found(made(tmp_path / "x.docx", body))
    assert sorted(code for code, _ in told) == ["NK224", "NK619"]


FETCHES = (
    "INCLUDEPICTURE",
    "INCLUDETEXT",
    "LINK Excel.Sheet.12",
    "DDE Excel",
    "ddeauto c:\\\\x.exe",
)


@pytest.mark.parametrize("name", FETCHES)
@pytest.mark.parametrize("part", ["text", "sidhuvud"])
def test_fields_that_fetch_are_content_from_elsewhere(name: str, part: str, tmp_path: Path) -> None:
    body = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> '
        f'{name} "https://x.example/a.png" \\d </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/>'
        '</w:r><w:r><w:t>a</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    head = ("h9.xml", "header", f"{OFFICE}.wordprocessingml.header+xml", story("hdr", body))
    path = made(tmp_path / "x.docx", *([body] if part == "text" else ["", head]))
    ((code, message),) = found(path)
    assert code == "NK602"
    assert "https://x.example/a.png" in message


@pytest.mark.parametrize("owner", ["charts/chart1.xml", "glossary/document.xml", "nytt/del.xml"])
def test_what_any_part_fetches_from_elsewhere_is_told(owner: str, tmp_path: Path) -> None:
    folder, _, file = owner.partition("/")
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    relation = f'<Relationship Id="r1" Type="{R}/oleObject" Target="https://x.example/a" TargetMode="External"/>'
    rels = f'<Relationships xmlns="{package}">{relation}</Relationships>'.encode()
    parts = (
        (owner, "nytt", "application/xml", b"<x/>"),
        (
            f"{folder}/_rels/{file}.rels",
            "x",
            "application/vnd.openxmlformats-package.relationships+xml",
            rels,
        ),
    )
    ((code, message),) = found(made(tmp_path / "x.docx", "", *parts))
    assert code == "NK602"
    assert "https://x.example/a" in message


def test_places_in_the_title_and_in_alternative_texts(tmp_path: Path) -> None:
    document = clean()
    document.core_properties.title = "[Skriv titeln]"
    document.save(str(tmp_path / "x.docx"))
    picture = HOLDERS["alternativtext"][0].replace(NUMBER, "[Skriv vad bilden visar]")
    assert codes(tmp_path / "x.docx") == codes(made(tmp_path / "y.docx", picture)) == ["NK202"]


def test_prompts_in_words_store_of_building_blocks_are_none_of_the_document(tmp_path: Path) -> None:
    prompt = paragraph("[Skriv namn]")
    box = f"<w:p><w:r><w:pict><w:txbxContent>{prompt}</w:txbxContent></w:pict></w:r></w:p>"
    kind = f"{OFFICE}.wordprocessingml.document.glossary+xml"
    for inside in (prompt, box):
        block = story("glossaryDocument", inside)
        part = ("glossary/document.xml", "glossaryDocument", kind, block)
        assert codes(made(tmp_path / "x.docx", "", part)) == []


def test_a_comment_that_nothing_points_at_is_told(tmp_path: Path) -> None:
    inside = f'<w:comment w:id="1">{paragraph("Stämmer det?")}</w:comment>'
    part = (
        "c.xml",
        "comments",
        f"{OFFICE}.wordprocessingml.comments+xml",
        story("comments", inside),
    )
    assert codes(made(tmp_path / "x.docx", "", part)) == ["NK618"]


def test_only_what_was_looked_at_is_said_to_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = made(tmp_path / "a.docx"), tmp_path / "b.docx"
    bad.write_bytes(b"PDF")

    def said(*arguments: str) -> str:
        with pytest.raises(SystemExit):
            main(["inspect", *arguments])
        return capsys.readouterr().out

    assert "Granskat: titel, språk" in said(str(good))
    assert "Granskat: kontrast." in said(str(good), "--select", "NK617")
    assert "Granskat i 1 av 2 filer: titel" in said(str(good), str(bad))
    assert "Granskat" not in said(str(bad))


def test_more_findings_than_are_shown_are_told(tmp_path: Path) -> None:
    told = found(made(tmp_path / "x.docx", paragraph("Svar från XX.") * 150))
    assert len(told) == 101
    assert "fler fynd av samma slag" in told[0][1]
