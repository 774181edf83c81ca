"""The promise of ``new --from-docx``: every word of a document is in the case, in order, or told."""

from __future__ import annotations

import io
import re
from contextlib import redirect_stderr
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from document_dump import text
from namndkit.cli import main
from namndkit.markup import blocks_of
from namndkit.pipeline import Checked, Renderer, check
from namndkit.pipeline.taking import longtext
from namndkit.values.document import Block, Paragraph, Run
from namndkit.values.position import Position
from namndkit.values.text import Text
from word_files import PIECES, STYLES, Made, add_xml, build

_WORD = re.compile(r"ord\d+x")
PARAGRAPHS = st.lists(
    st.tuples(
        st.sampled_from(STYLES), st.lists(st.sampled_from(list(PIECES)), min_size=1, max_size=6)
    ),
    min_size=1,
    max_size=6,
)


def _taken(made: Made, folder: Path) -> tuple[Checked, str, str]:
    """The new case, what was said of it, and its comments."""
    document, case = folder / "x.docx", folder / "x.yaml"
    made.document.save(str(document))
    said = io.StringIO()
    answers = ("--titel", "T", "--nämnd", "servicenämnden", "--from-docx", str(document))
    with redirect_stderr(said), pytest.raises(SystemExit) as ended:
        main(["new", "förslag", str(case), *answers])
    assert ended.value.code == 0
    comments = "\n".join(
        line for line in case.read_text("utf-8").split("\n") if line.startswith("## ")
    )
    return check(case.read_bytes(), "x.yaml", folder), said.getvalue(), comments


@settings(max_examples=60, deadline=None)
@given(PARAGRAPHS)
def test_every_word_is_in_the_case_in_order_or_told(
    renderer: Renderer, drawn: list[tuple[str, list[str]]]
) -> None:
    made = build(drawn)
    with TemporaryDirectory() as folder:
        checked, said, comments = _taken(made, Path(folder))
    assert checked.case is not None
    typed = " ".join(str(one) for _, one in checked.case.blad if isinstance(one, Text))
    found = _WORD.findall(typed)
    assert [word for word in made.live if word in found] == made.live
    assert [word for word in found if word in made.live] == made.live
    assert not set(made.dead) & set(found)
    places = f"{said}{comments}"
    assert [word for word in made.told if word not in places and word not in found] == []
    rendered = renderer.render(checked, draft=True)
    assert rendered.data is not None
    shown = _WORD.findall(text(rendered.data))
    assert [word for word in shown if word in made.live] == made.live


def test_signs_at_the_beginning_come_out_as_they_stood(renderer: Renderer, tmp_path: Path) -> None:
    made = build([])
    lines = ["- 700 tkr", "> 5 procent", "1986. Ett år", "• 40 procent", "a) först"]
    for line in lines:
        made.document.add_paragraph(line)
    checked, said, _ = _taken(made, tmp_path)
    assert "NK64" not in said
    rendered = renderer.render(checked, draft=True)
    assert rendered.data is not None
    assert [one for one in text(rendered.data).split("\n") if one in lines] == lines


SYMBOL = '<w:r><w:t xml:space="preserve">minst </w:t><w:sym w:font="{}" w:char="{}"/><w:t> 40 procent</w:t></w:r>'
RAISED = '<w:r><w:t>{}</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="{}"/></w:rPr><w:t>{}</w:t></w:r>'
BOX = (
    '<w:sdt xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w:sdtPr><w14:checkbox>'
    '<w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☒</w:t></w:r>'
    "</w:sdtContent></w:sdt><w:r><w:t> Ja</w:t></w:r>"
)
PICTURE = (
    '<w:r><w:t>Se bilden.</w:t><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/'
    'drawingml/2006/wordprocessingDrawing"><wp:extent cx="9" cy="9"/><wp:docPr id="1" name="b" descr="{}"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="x">'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"/></a:graphicData>'
    "</a:graphic></wp:inline></w:drawing></w:r>"
)
EXAMPLES = {
    "symbol": (SYMBOL.format("Symbol", "F0B3"), "minst ≥ 40 procent", "", ""),
    "okänt tecken": (
        SYMBOL.format("Egna tecken", "F041"),
        "minst [Skriv tecknet F041 ur Egna tecken] 40 procent",
        "NK643",
        "Ett tecken ur Egna tecken",
    ),
    "upphöjt": (RAISED.format("10", "superscript", "6"), "10⁶", "", ""),
    "nedsänkt": (RAISED.format("CO", "subscript", "2"), "CO₂", "", ""),
    "upphöjda bokstäver": (RAISED.format("3", "superscript", "dje"), "3dje", "NK642", "”dje”"),
    "kryssruta": (BOX, "☒ Ja", "", ""),
    "bild": (PICTURE.format("En karta"), "Se bilden.", "NK643", "En bild (”En karta”)"),
    "dold": (
        "<w:r><w:t>Syns</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hemligt</w:t></w:r>",
        "Syns",
        "NK644",
        "Dold text kom inte med: ”hemligt”",
    ),
    "överstruken": (
        "<w:r><w:rPr><w:strike/></w:rPr><w:t>bifalla</w:t></w:r><w:r><w:t> avslå</w:t></w:r>",
        "avslå",
        "NK644",
        "Överstruken text kom inte med: ”bifalla”",
    ),
    "struken": (
        '<w:del w:id="1" w:author="A"><w:r><w:delText>bifalla</w:delText></w:r></w:del>'
        "<w:r><w:t>avslå</w:t></w:r>",
        "avslå",
        "NK644",
        "”bifalla”",
    ),
    "insatt": (
        '<w:ins w:id="1" w:author="A"><w:r><w:t>avslå</w:t></w:r></w:ins>',
        "avslå",
        "NK645",
        "”avslå”",
    ),
}
"""Of each construct: the paragraph, what the case says, the finding and a part of its words."""


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_is_no_plain_text(name: str, tmp_path: Path) -> None:
    inner, expected, code, told = EXAMPLES[name]
    made = build([])
    add_xml(made.document.add_paragraph(), inner)
    checked, said, _ = _taken(made, tmp_path)
    assert checked.case is not None
    assert str(checked.case.bakgrund).strip() == expected
    assert re.findall(r"NK64\d", said) == ([code] if code else [])
    assert told in said


def test_a_subtitle_is_told_and_a_title_in_two_paragraphs_is_one(tmp_path: Path) -> None:
    document, case = tmp_path / "x.docx", tmp_path / "x.yaml"
    made = build([])
    for words, style in (
        ("Yttrande över", "Title"),
        ("cykelplanen", "Title"),
        ("Kort", "Subtitle"),
    ):
        heading = made.document.paragraphs[-1]
        heading.insert_paragraph_before(words, style=style)
    made.document.save(str(document))
    said = io.StringIO()
    with redirect_stderr(said), pytest.raises(SystemExit):
        main(["new", "förslag", str(case), "--from-docx", str(document)])
    assert "titel: Yttrande över cykelplanen\n" in case.read_text("utf-8")
    assert "NK640: Texten har ingen plats i ärendet: ”Kort”." in said.getvalue()


@pytest.mark.parametrize("number", [40, 400])
def test_the_work_grows_with_the_text(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each paragraph is parsed a few times whatever stands around it, and the whole once."""
    read = 0

    def counted(words: str) -> tuple[Block, ...]:
        nonlocal read
        read += len(words)
        return blocks_of(words)

    monkeypatch.setattr(longtext, "blocks_of", counted)
    blocks = [
        Paragraph("brödtext", (Run(f"- stycke {one} *x*"),), Position("")) for one in range(number)
    ]
    assert len(longtext.write(blocks).losses) == number
    assert read < number * 250


def test_headings_deeper_than_a_case_has_are_bold_and_told(tmp_path: Path) -> None:
    made = build([])
    for level in (1, 2, 3, 4, 5):
        made.document.add_heading(f"Nivå {level}", level)
        made.document.add_paragraph(f"Text {level}.")
    checked, said, _ = _taken(made, tmp_path)
    assert "NK205" not in [one.code for one in checked.diagnostics]
    assert "NK642: Rubriken blev ett stycke i fetstil: ”Nivå 5”" in said
    (section,) = checked.case.avsnitt if checked.case else ()
    deepest = section.avsnitt[0].avsnitt[0].avsnitt[0].text
    assert str(deepest).split() == ["Text", "4.", "**Nivå", "5**", "Text", "5."]


def test_what_stands_outside_the_text_is_told_with_its_place(tmp_path: Path) -> None:
    made = build([])
    paragraph = made.document.add_paragraph("Nämnden säger nej.")
    section = made.document.sections[0]
    section.header.paragraphs[0].text = "Utkast från kansliet"
    section.footer.paragraphs[0].text = "Rådhuset, plan 3"
    made.document.add_comment(paragraph.runs, "Är det säkert?", author="Ada Ek")
    checked, said, comments = _taken(made, tmp_path)
    assert checked.case is not None
    assert str(checked.case.bakgrund).strip() == "Nämnden säger nej."
    for words, place in (
        ("Utkast från kansliet", "sidhuvudet"),
        ("Rådhuset, plan 3", "sidfoten"),
        ("Är det säkert?", "kommentar"),
    ):
        assert f"NK640: Texten har ingen plats i ärendet: ”{words}”. Plats: " in said
        assert place in comments
        assert words in comments
