"""What a file keeps beside its page, and what a page shows that no single text of the file says."""

from __future__ import annotations

import base64
import io
import zipfile
from pathlib import Path

import pytest

from test_inspect_parts import (
    BY,
    NUMBER,
    OFFICE,
    Part,
    R,
    codes,
    found,
    made,
    paragraph,
    story,
)

HEAD, TAIL = "191212", "12-1212"
WORD = f"{OFFICE}.wordprocessingml"
PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
INSIDE = base64.b64encode(f"<x>Ada, {NUMBER}</x>".encode("utf-16-le")).decode()
MARKED = "<w:pPr><w:rPr>{}</w:rPr></w:pPr>"


def run(text: str, look: str = "") -> str:
    return f"<w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r>"


def form(inside: str) -> str:
    field = f'<w:fldChar w:fldCharType="begin"><w:ffData>{inside}</w:ffData></w:fldChar>'
    end = '<w:fldChar w:fldCharType="end"/>'
    return f"<w:p><w:r>{field}<w:t>x</w:t>{end}<w:t>Ada</w:t></w:r></w:p>"


def control(inside: str) -> str:
    return (
        f"<w:sdt><w:sdtPr>{inside}</w:sdtPr><w:sdtContent>{paragraph('Ada')}</w:sdtContent></w:sdt>"
    )


IN_THE_TEXT = {
    "ett formulärfälts förval": form(f'<w:textInput><w:default w:val="{NUMBER}"/></w:textInput>'),
    "ett formulärfälts namn": form(f'<w:name w:val="{NUMBER}"/>'),
    "värdet bakom ett val": control(
        f'<w:comboBox><w:listItem w:displayText="x" w:value="{NUMBER}"/></w:comboBox>'
    ),
    "det senast valda": control(f'<w:comboBox w:lastValue="{NUMBER}"/>'),
    "ett okänt attribut": control(f'<x:ny xmlns:x="urn:x" x:nytt="{NUMBER}"/>'),
    "ett bokmärke": '<w:p><w:bookmarkStart w:id="1" w:name="pnr_121212_1212"/>'
    + run("x")
    + "</w:p>",
    "en plats i ett annat dokument": f'<w:p><w:hyperlink w:docLocation="{NUMBER}">'
    + f"{run('Planen för året')}</w:hyperlink></w:p>",
    "en smart etikett": f'<w:p><w:smartTag><w:smartTagPr><w:attr w:name="x" w:val="{NUMBER}"/>'
    + f"</w:smartTagPr>{run('x')}</w:smartTag></w:p>",
    "ett fälts data": f"<w:p><w:r><w:fldData>{INSIDE}</w:fldData><w:t>x</w:t></w:r></w:p>",
    "en anmärkning i koden": f"<!-- {NUMBER} -->{paragraph('x')}",
    "en instruktion i koden": f"<?x {NUMBER}?>{paragraph('x')}",
    "en bilds filnamn": '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" alt="Karta"'
    + f' href="https://x.example/{NUMBER}"/></w:pict></w:r></w:p>',
    "dold text mitt i": f"<w:p>{run(HEAD)}{run('xyz', '<w:vanish/>')}{run(TAIL)}</w:p>",
    "mjukt bindestreck": "<w:p><w:r><w:t>121212-12</w:t><w:softHyphen/><w:t>12</w:t></w:r></w:p>",
    "dolt stycketecken": f"<w:p>{MARKED.format('<w:vanish/>')}{run(HEAD)}</w:p>{paragraph(TAIL)}",
}


@pytest.mark.parametrize("name", IN_THE_TEXT)
def test_in_the_text(name: str, tmp_path: Path) -> None:
    told = found(made(tmp_path / "x.docx", IN_THE_TEXT[name]))
    assert [code for code, _ in told] == ["NK224"], told
    assert "Plats: " in told[0][1]


READ_OTHERWISE = {
    "som det var": f"<w:p>{run(HEAD)}<w:ins {BY}>{run('xx')}</w:ins>{run(TAIL)}</w:p>",
    "med det strukna": f"<w:p>{run(HEAD)}<w:del {BY}><w:r><w:delText>12-</w:delText></w:r></w:del>"
    + f"<w:ins {BY}>{run('1212')}</w:ins></w:p>",
    "struket stycketecken": f"<w:p>{MARKED.format(f'<w:del {BY}/>')}{run(HEAD)}</w:p>"
    + paragraph(TAIL),
    "insatt stycketecken": f"<w:p>{MARKED.format(f'<w:ins {BY}/>')}{run(HEAD)}</w:p>"
    + paragraph(TAIL),
    "den som ändrade": f'<w:p><w:ins w:id="1" w:author="{NUMBER}">{run("x")}</w:ins></w:p>',
}


@pytest.mark.parametrize("name", READ_OTHERWISE)
def test_tracked_changes_are_read_both_ways(name: str, tmp_path: Path) -> None:
    told = sorted(codes(made(tmp_path / "x.docx", READ_OTHERWISE[name])))
    assert told[0] == "NK224"
    assert set(told[1:]) == {"NK619"}


def xml(name: str, kind: str, content: str, inside: str) -> Part:
    return name, kind, content, inside.encode()


PARTS = {
    "ett attribut i data": xml(
        "../customXml/item1.xml", "customXml", "x/x+xml", f'<a b="{NUMBER}"/>'
    ),
    "tolv siffror": xml("../customXml/item1.xml", "customXml", "x/x+xml", '<p id="191212121212"/>'),
    "en författare": xml("people.xml", "people", "x/x+xml", f'<p author="{NUMBER}"/>'),
    "ett okänt slag": xml("nytt.xml", "nytt", "x/nytt+xml", f'<p><q värde="S::{NUMBER}"/></p>'),
    "namnet på en egenskap": xml(
        *("../docProps/custom9.xml", "custom-properties", "x/x+xml"),
        f'<Properties xmlns="{PROPERTIES}"><property name="{NUMBER}"/></Properties>',
    ),
    "en egenskap i base64": xml(
        *("../docProps/custom9.xml", "custom-properties", "x/x+xml"),
        f'<Properties xmlns="{PROPERTIES}"><property name="x"><blob>{INSIDE}</blob></property></Properties>',
    ),
    "ett byggblocks namn": (
        *("glossary/document.xml", "glossaryDocument", f"{WORD}.document.glossary+xml"),
        story(
            "glossaryDocument",
            f'<w:docParts><w:docPart><w:docPartPr><w:name w:val="{NUMBER}"/></w:docPartPr>'
            "</w:docPart></w:docParts>",
        ),
    ),
    "strecket över fotnoterna": (
        *("footnotes.xml", "footnotes", f"{WORD}.footnotes+xml"),
        story(
            "footnotes",
            f'<w:footnote w:id="-1" w:type="separator">{paragraph(NUMBER)}</w:footnote>',
        ),
    ),
    "ett diagrams namn i rutan": xml(
        *("charts/chart1.xml", "chart", f"{OFFICE}.drawingml.chart+xml"),
        '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        f"<c:trendline><c:name>{NUMBER}</c:name></c:trendline></c:chartSpace>",
    ),
    "en ritad bild": xml(
        "media/a.svg",
        "image",
        "image/svg+xml",
        f"<svg><text>1912<tspan>{NUMBER[4:]}</tspan></text></svg>",
    ),
    "en bild av äldre slag": (
        *("media/a.emf", "image", "image/x-emf"),
        b"\1\0\0\0" + f"Ada, {NUMBER}!".encode("utf-16-le"),
    ),
    "text som kallas bild": ("a.png", "image", "image/png", f"Ada, {NUMBER}".encode()),
    "text i två byte": ("a.txt", "x", "text/plain", f"Ada, {NUMBER}".encode("utf-16")),
    f"{NUMBER}.png": (f"media/{NUMBER}.png", "image", "image/png", b"\x89PNG"),
}


@pytest.mark.parametrize("name", PARTS)
def test_in_other_parts(name: str, tmp_path: Path) -> None:
    assert codes(made(tmp_path / "x.docx", "", PARTS[name])) == ["NK224"]


@pytest.mark.parametrize("kind", ["attachedTemplate", "nytt"])
def test_in_the_target_of_any_relation(kind: str, tmp_path: Path) -> None:
    target = f'<Relationship Id="rY" Type="{R}/{kind}" Target="file:///C:/{NUMBER}.dotm" TargetMode="External"/>'
    assert sorted(codes(made(tmp_path / "x.docx", outside=target))) == ["NK224", "NK602"]


def numbered(text: str) -> tuple[str, Part]:
    """A paragraph in a list, and what the list prints before it."""
    inside = (
        '<w:abstractNum w:abstractNumId="900"><w:lvl w:ilvl="0"><w:start w:val="1212"/>'
        f'<w:numFmt w:val="decimal"/><w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="900"><w:abstractNumId w:val="900"/></w:num>'
    )
    number = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="900"/></w:numPr></w:pPr>'
    part = ("numbering.xml", "numbering", f"{WORD}.numbering+xml", story("numbering", inside))
    return f"<w:p>{number}{run('x')}</w:p>", part


@pytest.mark.parametrize(
    ("text", "code"), [(NUMBER, "NK224"), ("121212-%1", "NK224"), ("[Fyll i datum]", "NK202")]
)
def test_what_a_list_prints(text: str, code: str, tmp_path: Path) -> None:
    body, part = numbered(text)
    assert codes(made(tmp_path / "x.docx", body, part)) == [code]


def table(*rows: tuple[str, ...]) -> str:
    head = "<w:trPr><w:tblHeader/></w:trPr>"
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    inside = "".join(f"<w:tr>{head if not at else ''}{row}</w:tr>" for at, row in enumerate(cells))
    return f"<w:tbl>{inside}</w:tbl>{paragraph('Sist.')}"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((("Född", "Fyra sista"), ("121212", "1212")), ["NK224"]),
        ((("Namn", "Personnr", ""), ("Ada", "19121212", "-1212")), ["NK224", "NK612"]),
        ((("Namn", *"121212-1212"), ("x",) * 12), ["NK224"]),
        ((("Datum", "Antal"), ("121212", "1212")), []),
        ((("A", *"1212121212"), ("x",) * 11), []),
    ],
)
def test_a_number_over_several_cells(
    rows: tuple[tuple[str, ...], ...], expected: list[str], tmp_path: Path
) -> None:
    assert sorted(codes(made(tmp_path / "x.docx", table(*rows)))) == expected


def test_a_mail_merge_is_content_from_elsewhere_and_its_password_is_not_printed(
    tmp_path: Path,
) -> None:
    merge = '<w:mailMerge><w:connectString w:val="Password=hemligt;Data Source=\\\\srv\\x.mdb"/></w:mailMerge>'
    part = ("settings9.xml", "x", f"{WORD}.settings+xml", story("settings", merge))
    ((code, message),) = found(made(tmp_path / "x.docx", "", part))
    assert code == "NK602"
    assert "srv" in message
    assert "hemligt" not in message


@pytest.mark.parametrize("tag", ["imagedata", "fill"])
def test_a_picture_from_elsewhere_without_a_relation(tag: str, tmp_path: Path) -> None:
    shape = f'<v:shape alt="Karta"><v:{tag} src="https://x.example/a.png"/></v:shape>'
    shape = shape.replace("<v:shape", '<v:shape xmlns:v="urn:schemas-microsoft-com:vml"')
    assert codes(made(tmp_path / "x.docx", f"<w:p><w:r><w:pict>{shape}</w:pict></w:r></w:p>")) == [
        "NK602"
    ]


def _workbook(sheet: str, cell: str, relations: str = "") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("xl/workbook.xml", f'<workbook><sheet name="{sheet}"/></workbook>')
        archive.writestr("xl/worksheets/sheet1.xml", f"<sheet><c><v>{cell}</v></c></sheet>")
        archive.writestr(
            "xl/_rels/workbook.xml.rels", f"<Relationships>{relations}</Relationships>"
        )
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("book", "code"),
    [
        (_workbook(NUMBER, "1"), "NK224"),
        (_workbook("Blad1", "1.212121212E9"), "NK224"),
        (
            _workbook(
                "Blad1",
                "1",
                '<Relationship Id="c" Type="x/externalLink" TargetMode="External" Target="https://x.example/"/>',
            ),
            "NK602",
        ),
    ],
)
def test_a_workbook_in_the_document(book: bytes, code: str, tmp_path: Path) -> None:
    part = ("embeddings/b.xlsx", "package", f"{OFFICE}.spreadsheetml.sheet", book)
    assert codes(made(tmp_path / "x.docx", "", part)) == [code]


@pytest.mark.parametrize("start", [b"\xd0\xcf\x11\xe0x", b"%PDF-1.7", b"{\\rtf1 x}"])
@pytest.mark.parametrize("kind", ["image/png", "font/ttf"])
def test_a_file_that_is_said_to_be_a_picture_is_told(
    kind: str, start: bytes, tmp_path: Path
) -> None:
    assert codes(made(tmp_path / "x.docx", "", ("media/x.png", "image", kind, start))) == ["NK620"]


def test_numbers_of_the_format_itself_are_none(tmp_path: Path) -> None:
    inside = control('<w:id w:val="1212121212"/>') + (
        '<w:p><w:bookmarkStart w:id="1212121212" w:name="_Toc1212121212"/><w:r><w:t>Ada</w:t></w:r></w:p>'
    )
    data = b'<x:a xmlns:x="urn:x" guid="{19121212-1212-4A21-9C07-0123456789AB}"/>'
    assert codes(made(tmp_path / "x.docx", inside, ("d.xml", "x", "x/x+xml", data))) == []


def test_the_title_is_that_of_the_documents_own_properties(tmp_path: Path) -> None:
    for inside in ("<coreProperties/>", "<coreProperties><title>[Titel]</title></coreProperties>"):
        part = ("../customXml/item1.xml", "customXml", "x/x+xml", inside.encode())
        assert "NK603" not in codes(made(tmp_path / "x.docx", "", part))


def test_comments_in_a_document_in_the_document(tmp_path: Path) -> None:
    for inside in (paragraph("Stämmer det?"), "<w:p/>"):
        comments = story("comments", f'<w:comment w:id="1">{inside}</w:comment>')
        part = ("c.xml", "comments", f"{WORD}.comments+xml", comments)
        inner = made(tmp_path / "inner.docx", "", part).read_bytes()
        outer = ("embeddings/d.docx", "package", f"{WORD}.document", inner)
        assert codes(made(tmp_path / "x.docx", "", outer)) == ["NK618"]


@pytest.mark.parametrize(
    "html",
    [
        f'<p>Ada <input value="{NUMBER}"></p>',
        f"<p>Ada <!--[if gte mso 9]>{NUMBER}<![endif]--> Ek</p>",
        f'<meta content="{NUMBER}"><p>Ada</p>',
    ],
)
def test_what_a_web_page_keeps(html: str, tmp_path: Path) -> None:
    part = ("x.html", "aFChunk", "text/html", html.encode("utf-16-le"))
    told = codes(made(tmp_path / "x.docx", '<w:altChunk r:id="rX0"/>', part))
    assert sorted(told) == ["NK224", "NK621"]


def test_a_web_page_in_an_encoding_that_nobody_knows(tmp_path: Path) -> None:
    letter = f"Content-Type: text/html; charset=x-okänd\r\n\r\n<p>{NUMBER}</p>"
    part = ("x.mht", "aFChunk", "message/rfc822", letter.encode())
    told = codes(made(tmp_path / "x.docx", '<w:altChunk r:id="rX0"/>', part))
    assert sorted(told) == ["NK224", "NK621"]


@pytest.mark.parametrize(
    "text", ["[skriv namn]", "[fyll i datum]", "Fel! Bokmärket är inte definierat."]
)
def test_places_in_small_letters_and_what_word_could_not_find(text: str, tmp_path: Path) -> None:
    assert codes(made(tmp_path / "x.docx", paragraph(f"Beslut {text} gäller."))) == ["NK202"]
