"""Word files of every construct that a board's documents hold, made to be taken into a case.

Every word is a name of its own (``ord17``), so that a test can ask where each of them went.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import docx
from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


@dataclass
class Made:
    """A document, and its words by what is to become of them: ``live`` in the order of the text."""

    document: Document = field(default_factory=docx.Document)
    live: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    dead: list[str] = field(default_factory=list)
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def word(self, where: list[str]) -> str:
        """A new word that is to go to ``where``."""
        where.append(f"ord{next(self._numbers)}x")
        return where[-1]


def _run(paragraph: Paragraph, text: str, *marks: str) -> Any:
    run = paragraph.add_run(text)
    for mark in marks:
        run._r.get_or_add_rPr().append(OxmlElement(f"w:{mark}"))
    return run


def _marked(*marks: str) -> Callable[[Made, Paragraph], None]:
    return lambda made, paragraph: void(_run(paragraph, made.word(made.live), *marks))


def void(_value: object) -> None:
    """Nothing."""


def _unseen(mark: str) -> Callable[[Made, Paragraph], None]:
    def add(made: Made, paragraph: Paragraph) -> None:
        word = made.word(made.dead)
        made.told.append(word)
        _run(paragraph, word, mark)

    return add


def add_xml(paragraph: Paragraph, inner: str) -> None:
    """Put the elements ``inner`` last in ``paragraph``."""
    for one in parse_xml(f"<w:p {_W} {_M}>{inner}</w:p>"):
        paragraph._p.append(one)


def _deleted(made: Made, paragraph: Paragraph) -> None:
    word = made.word(made.dead)
    made.told.append(word)
    add_xml(
        paragraph, f'<w:del w:id="9" w:author="A"><w:r><w:delText>{word}</w:delText></w:r></w:del>'
    )


def _inserted(made: Made, paragraph: Paragraph) -> None:
    word = made.word(made.live)
    made.told.append(word)
    add_xml(paragraph, f'<w:ins w:id="9" w:author="A"><w:r><w:t>{word}</w:t></w:r></w:ins>')


def _equation(made: Made, paragraph: Paragraph) -> None:
    word = made.word(made.told)
    add_xml(paragraph, f"<m:oMath><m:r><m:t>{word}</m:t></m:r></m:oMath>")


def _chosen(made: Made, paragraph: Paragraph) -> None:
    word = made.word(made.live)
    add_xml(
        paragraph,
        "<w:sdt><w:sdtPr><w:dropDownList/></w:sdtPr><w:sdtContent>"
        f"<w:r><w:t>{word}</w:t></w:r></w:sdtContent></w:sdt>",
    )


def _field(made: Made, paragraph: Paragraph) -> None:
    word = made.word(made.live)
    add_xml(paragraph, f'<w:fldSimple w:instr="REF a"><w:r><w:t>{word}</w:t></w:r></w:fldSimple>')


def _link(address: str) -> Callable[[Made, Paragraph], None]:
    def add(made: Made, paragraph: Paragraph) -> None:
        word, end = made.word(made.live), made.word(made.told)
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        ident = paragraph.part.relate_to(f"{address}{end}", kind, is_external=True)
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), ident)
        run = OxmlElement("w:r")
        text = OxmlElement("w:t")
        text.text = word
        run.append(text)
        link.append(run)
        paragraph._p.append(link)

    return add


def _sign(typed: str) -> Callable[[Made, Paragraph], None]:
    return lambda made, paragraph: void(_run(paragraph, typed))


def _broken(made: Made, paragraph: Paragraph) -> None:
    paragraph.add_run().add_break()


PIECES: dict[str, Callable[[Made, Paragraph], None]] = {
    "text": _marked(),
    "fet": _marked("b"),
    "kursiv": _marked("i"),
    "båda": _marked("b", "i"),
    "dold": _unseen("vanish"),
    "överstruken": _unseen("strike"),
    "dubbelt överstruken": _unseen("dstrike"),
    "struken": _deleted,
    "insatt": _inserted,
    "formel": _equation,
    "val": _chosen,
    "fält": _field,
    "länk": _link("https://malmo.se/"),
    "länk till fil": _link("file:///C:/"),
    "radbrytning": _broken,
    "tabb": _sign("\t"),
    **{
        f"tecknen {one}": _sign(one)
        for one in ("- ", "> ", "1. ", "* ", "*", "|", "# ", "a) ", "_")
    },
    "mellanslag": _sign(" "),
}
"""What a paragraph is made of, each adds itself to it."""

STYLES = (
    "Normal",
    "List Bullet",
    "List Bullet 2",
    "List Number",
    "Quote",
    "Heading 2",
    "Body Text",
)


def build(drawn: list[tuple[str, list[str]]]) -> Made:
    """A document with one section, of paragraphs in a style with pieces in them."""
    made = Made()
    made.document.add_heading("Bakgrund", 1)
    for style, pieces in drawn:
        paragraph = made.document.add_paragraph(style=style)
        for piece in pieces:
            PIECES[piece](made, paragraph)
    return made
