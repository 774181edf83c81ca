"""``namndkit inspect`` sees a document as Word shows it: no false alarm for what Word does itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from namndkit.values.finished import Kind, Line, What
from namndkit.word.finished import read_finished
from test_inspect_parts import OFFICE, codes, found, made, paragraph, story

THEME = (
    *("theme/theme9.xml", "theme", f"{OFFICE}.theme+xml"),
    b'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>'
    b'<a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1>'
    b'<a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:accent1><a:srgbClr val="1F3864"/>'
    b"</a:accent1></a:clrScheme></a:themeElements></a:theme>",
)


def styled(path: Path, style: str, body: str) -> Path:
    """A document whose only styles are a table style ``T`` with ``style`` in it, and the default ones."""
    styles = story(
        "styles",
        '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="sv-SE"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
        f'<w:style w:type="table" w:styleId="T"><w:name w:val="T"/>{style}</w:style>'
        '<w:style w:type="table" w:styleId="U"><w:name w:val="U"/><w:basedOn w:val="T"/></w:style>',
    )
    made(path, body, THEME)
    return _with(path, "word/styles.xml", styles)


def _with(path: Path, name: str, data: bytes) -> Path:
    import zipfile

    with zipfile.ZipFile(path) as archive:
        files = {one: archive.read(one) for one in archive.namelist()} | {name: data}
    files["word/_rels/document.xml.rels"] = files["word/_rels/document.xml.rels"].replace(
        b"theme/theme1.xml", b"theme/theme9.xml"
    )
    with zipfile.ZipFile(path, "w") as archive:
        for one, content in files.items():
            archive.writestr(one, content)
    return path


def part(name: str, fill: str, colour: str = 'w:val="FFFFFF"') -> str:
    return (
        f'<w:tblStylePr w:type="{name}"><w:rPr><w:color {colour}/></w:rPr>'
        f"<w:tcPr><w:shd w:val='clear' {fill}/></w:tcPr></w:tblStylePr>"
    )


def table(look: str, style: str = "T") -> str:
    rows = "".join(
        f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' * (n == 0)}"
        + f"<w:tc>{paragraph('ett')}</w:tc><w:tc>{paragraph('två')}</w:tc></w:tr>"
        for n in range(3)
    )
    return f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblLook {look}/></w:tblPr>{rows}</w:tbl><w:p/>'


DARK = 'w:fill="1F3864"'
THEMED = 'w:fill="auto" w:themeFill="accent1"'
WHITE = 'w:val="auto" w:themeColor="background1"'
FALSE_ALARMS = {
    "rubrikrad": (part("firstRow", DARK), table('w:firstRow="1"')),
    "rubrikrad ur en mall under": (part("firstRow", DARK), table('w:firstRow="1"', "U")),
    "rubrikrad i temats färger": (part("firstRow", THEMED, WHITE), table('w:val="0020"')),
    "första kolumnen": (part("firstCol", DARK), table('w:firstColumn="1"')),
    "sista raden": (part("lastRow", THEMED), table('w:lastRow="1"')),
    "varannan rad": (part("band1Horz", DARK), table('w:val="0400"')),
    "hörnet": (part("nwCell", DARK), table('w:firstRow="1" w:firstColumn="1"')),
    "hela tabellen": (
        f'<w:rPr><w:color {WHITE}/></w:rPr><w:tcPr><w:shd w:val="clear" {DARK}/></w:tcPr>',
        table('w:val="0600"'),
    ),
    "delen används inte": (part("firstRow", 'w:fill="FFFFFF"'), table('w:firstRow="0"')),
}


@pytest.mark.parametrize("name", FALSE_ALARMS)
def test_text_on_the_ground_of_a_table_style_has_contrast(name: str, tmp_path: Path) -> None:
    style, body = FALSE_ALARMS[name]
    assert "NK617" not in codes(styled(tmp_path / "x.docx", style, body))


@pytest.mark.parametrize(
    ("style", "look"),
    [
        (part("firstRow", 'w:fill="FFFFFF"'), 'w:firstRow="1"'),
        (part("firstRow", 'w:themeFill="accent1" w:themeFillTint="33"'), 'w:firstRow="1"'),
        (part("firstRow", DARK, 'w:themeColor="accent1"'), 'w:firstRow="1"'),
        (part("lastCol", 'w:fill="EEEEEE"'), 'w:lastColumn="1"'),
    ],
)
def test_text_that_a_table_style_makes_too_pale_is_found(
    style: str, look: str, tmp_path: Path
) -> None:
    assert "NK617" in codes(styled(tmp_path / "x.docx", style, table(look)))


WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
WHITE_RUN = '<w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>Vitt.</w:t></w:r></w:p>'


def drawn_box(fill: str, style: str = "", text: str = WHITE_RUN, kind: str = "inline") -> str:
    return (
        f'<w:p><w:r><w:drawing><d:{kind} xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/'
        f'wordprocessingDrawing"><s:wsp xmlns:s="{WPS}"><s:spPr>{fill}</s:spPr>{style}<s:txbx>'
        f"<w:txbxContent>{text}</w:txbxContent></s:txbx></s:wsp></d:{kind}></w:drawing></w:r></w:p>"
    )


def old_box(attributes: str) -> str:
    return (
        f'<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" {attributes}><v:textbox>'
        f"<w:txbxContent>{WHITE_RUN}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )


GRADIENT = "<a:gradFill><a:gsLst/></a:gradFill>"
REFERENCE = (
    '<s:style><a:fillRef idx="1"><a:schemeClr val="accent1"/></a:fillRef>'
    '<a:fontRef idx="minor"><a:schemeClr val="lt1"/></a:fontRef></s:style>'
)
BOXES = {
    "fylld": (drawn_box('<a:solidFill><a:srgbClr val="1F3864"/></a:solidFill>'), []),
    "fylld ur temat": (drawn_box('<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'), []),
    "fylld av sin mall": (drawn_box("", REFERENCE, paragraph("Vitt.")), []),
    "ljus": (drawn_box('<a:solidFill><a:srgbClr val="EEEEEE"/></a:solidFill>'), ["NK617"]),
    "ljusad": (
        drawn_box(
            '<a:solidFill><a:schemeClr val="accent1"><a:lumMod val="20000"/><a:lumOff val="80000"/>'
            "</a:schemeClr></a:solidFill>"
        ),
        ["NK617"],
    ),
    "toning": (drawn_box(GRADIENT), ["NK622"]),
    "genomskinlig över något": (drawn_box("<a:noFill/>", kind="anchor"), ["NK622"]),
    "genomskinlig i texten": (drawn_box("<a:noFill/>"), ["NK617"]),
    "äldre, fylld": (old_box('fillcolor="#1f3864 [3204]"'), []),
    "äldre, med namn": (old_box('fillcolor="navy"'), []),
    "äldre, kort": (old_box('fillcolor="#006"'), []),
    "äldre, vit": (old_box(""), ["NK617"]),
}


@pytest.mark.parametrize("name", BOXES)
def test_the_fill_of_a_text_box_is_the_ground_of_its_text(name: str, tmp_path: Path) -> None:
    body, expected = BOXES[name]
    told = codes(styled(tmp_path / "x.docx", "", body))
    assert [code for code in told if code in ("NK617", "NK622")] == expected


def test_the_ground_of_the_page_and_patterns_count(tmp_path: Path) -> None:
    pale = WHITE_RUN.replace("<w:p>", "<w:p><w:pPr><w:shd {}/></w:pPr>")
    for shading, expected in (
        ('w:val="solid" w:color="1F3864" w:fill="FFFFFF"', []),
        ('w:val="pct90" w:color="000000" w:fill="FFFFFF"', []),
        ('w:val="pct10" w:color="000000" w:fill="FFFFFF"', ["NK617"]),
    ):
        told = codes(styled(tmp_path / "x.docx", "", pale.format(shading)))
        assert [code for code in told if code == "NK617"] == expected, shading


def field(instruction: str, *results: str) -> str:
    """A field over paragraphs, as Word writes its table of contents."""
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>'
        f'{instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    texts = [f"<w:r><w:t>{text}</w:t></w:r>" for text in results]
    texts[0], texts[-1] = begin + texts[0], texts[-1] + end
    return "".join(f"<w:p>{text}</w:p>" for text in texts)


CONTENTS = ("1. Bakgrund\t3", "2. Kostnad\t4", "3. Yttrande\t5")
GALLERY = (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    "</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
)


@pytest.mark.parametrize(
    "body",
    [
        field("TOC \\o", *CONTENTS),
        field('INDEX \\c "2"', *CONTENTS),
        GALLERY.format("".join(map(paragraph, CONTENTS))),
    ],
)
def test_what_word_makes_of_a_field_is_not_made_by_hand(body: str, tmp_path: Path) -> None:
    assert codes(made(tmp_path / "x.docx", body)) == []
    by_hand = "".join(map(paragraph, CONTENTS))
    assert codes(made(tmp_path / "x.docx", body + by_hand)) == ["NK609"]


M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
HOLDING = {
    "ekvation": f'<m:oMath xmlns:m="{M}"><m:r><m:t>a=b</m:t></m:r></m:oMath>',
    "ekvation på egen rad": f'<m:oMathPara xmlns:m="{M}"><m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath></m:oMathPara>',
    "spaltbrytning": '<w:r><w:br w:type="column"/></w:r>',
    "sidbrytning": '<w:r><w:br w:type="page"/></w:r>',
    "slutnot": '<w:r><w:endnoteReference w:id="1"/></w:r>',
    "objekt": "<w:r><w:object/></w:r>",
    "fält": '<w:fldSimple w:instr="PAGE"/>',
    "symbol": '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>',
    "kommentarens början": '<w:commentRangeStart w:id="1"/>',
    "linje": "<w:pPr><w:pBdr/></w:pPr>",
    "något som inte finns än": "<w:framtid/>",
}


@pytest.mark.parametrize("name", HOLDING)
def test_a_paragraph_that_holds_something_is_not_empty(name: str, tmp_path: Path) -> None:
    body = f"<w:p>{HOLDING[name]}</w:p>{paragraph('Sist.')}"
    assert "NK615" not in codes(made(tmp_path / "x.docx", body))
    nothing = "<w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t> </w:t></w:r></w:p>"
    assert "NK615" in codes(made(tmp_path / "x.docx", nothing + paragraph("Sist.")))


def read(body: str, path: Path, numbering: str = "") -> Line:
    """The last line but one of a document with ``body``."""
    kind = f"{OFFICE}.wordprocessingml.numbering+xml"
    extra = (
        [("numbering.xml", "numbering", kind, story("numbering", numbering))] if numbering else []
    )
    document = read_finished(made(path, body, *extra)).value
    assert document is not None
    return [line for line in document.lines if line.room == "text"][-1]


def test_a_line_says_what_stands_in_it(tmp_path: Path) -> None:
    body = (
        '<w:p><w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 40 x 10</w:t></w:r>'
        '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>6</w:t></w:r>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>dolt</w:t></w:r>"
        "<w:r><w:rPr><w:strike/></w:rPr><w:t>bifalla</w:t></w:r>"
        '<w:r><w:footnoteReference w:id="7"/><w:br/></w:r>'
        f'<m:oMath xmlns:m="{M}"><m:r><m:t>a=b</m:t></m:r></m:oMath></w:p>'
    )
    line = read(body, tmp_path / "x.docx")
    assert line.text == "≥ 40 x 106doltbifalla\na=b"
    kinds = {one.text: one for one in line.stretches}
    assert (kinds["≥"].kind, kinds["≥"].font) == (Kind.SYMBOL, "Symbol")
    assert kinds["6"].raised == 1
    assert kinds["dolt"].hidden
    assert kinds["bifalla"].struck
    assert kinds["a=b"].kind is Kind.EQUATION
    assert [(one.what, one.start, one.ident) for one in line.things] == [
        (What.FOOTNOTE, 21, "fotnot:7")
    ]
    for one in line.stretches:
        assert line.text[one.start : one.start + len(one.text)] == one.text


def test_what_a_form_shows_is_text(tmp_path: Path) -> None:
    chosen = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>'
        '<w:listEntry w:val="tillstyrker"/><w:listEntry w:val="avstyrker"/></w:ddList></w:ffData></w:fldChar>'
        '</w:r><w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>'
        '</w:fldChar><w:instrText> FORMCHECKBOX </w:instrText><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    line = read(chosen, tmp_path / "x.docx")
    assert line.text == "avstyrker☒"
    assert [one.kind for one in line.stretches] == [Kind.CHOICE, Kind.CHECKBOX]
    button = '<w:p><w:fldSimple w:instr="MACROBUTTON NoMacro [Skriv namn]"/></w:p>'
    assert "NK202" in codes(made(tmp_path / "y.docx", button))


def test_changes_and_links_are_told_with_their_places(tmp_path: Path) -> None:
    body = (
        '<w:p><w:r><w:t>Vi </w:t></w:r><w:del w:author="A" w:date="2026-01-02"><w:r><w:delText>bifaller'
        '</w:delText></w:r></w:del><w:ins w:author="B"><w:r><w:t>avslår</w:t></w:r></w:ins>'
        '<w:hyperlink w:anchor="s3"><w:r><w:t> planen</w:t></w:r></w:hyperlink></w:p>'
    )
    line = read(body, tmp_path / "x.docx")
    assert (line.text, line.before) == ("Vi avslår planen", "Vi bifaller planen")
    assert [(one.kind, one.start, one.text, one.author) for one in line.changes] == [
        ("struket", 3, "bifaller", "A"),
        ("insatt", 3, "avslår", "B"),
    ]
    assert [(one.text, one.start, one.address) for one in line.links] == [(" planen", 9, "#s3")]


def test_lists_have_levels_and_the_marks_that_word_shows(tmp_path: Path) -> None:
    levels = (
        '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>'
        '<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/><w:rPr>'
        '<w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl>'
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="70">{levels}</w:abstractNum>'
        '<w:num w:numId="71"><w:abstractNumId w:val="70"/></w:num><w:num w:numId="72"><w:abstractNumId w:val="70"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )

    def item(level: int, number: int = 71) -> str:
        ids = f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
        return f"<w:p><w:pPr><w:numPr>{ids}</w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>"

    path = tmp_path / "x.docx"
    made(path, item(0) + item(1) + item(1) + item(2) + item(0) + item(1) + item(0, 72))
    _with(path, "word/numbering.xml", story("numbering", numbering))
    document = read_finished(path).value
    assert document is not None
    items = [line.item for line in document.lines if line.text == "x"]
    assert [one.mark for one in items if one] == ["3.", "3.a)", "3.b)", "•", "4.", "4.a)", "1."]
    assert [(one.level, one.ordered) for one in items if one][2:4] == [(1, True), (2, False)]


def test_titles_and_subtitles_are_told_apart(tmp_path: Path) -> None:
    for style, expected in (("Title", False), ("Subtitle", True)):
        body = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
        line = read(body, tmp_path / "x.docx")
        assert (line.level, line.subtitle) == (0, expected)


def test_places_in_notes_have_numbers(tmp_path: Path) -> None:
    notes = "".join(
        f'<w:endnote w:id="{n}">{paragraph("Svar från XX.") if n == 3 else paragraph("a")}</w:endnote>'
        for n in (2, 3)
    )
    kind = f"{OFFICE}.wordprocessingml.endnotes+xml"
    part_ = ("endnotes.xml", "endnotes", kind, story("endnotes", notes))
    ((code, message),) = found(made(tmp_path / "x.docx", "", part_))
    assert code == "NK202"
    assert "Plats: slutnot 2." in message
