"""A rendered .docx as readable text: ``[style] text``, tables as rows, header and footer."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph


def dump(data: bytes) -> str:
    """The whole document; no-break spaces are shown as ``~``."""
    document = docx.Document(io.BytesIO(data))
    about, section = document.core_properties, document.sections[0]
    width = round((section.page_width - section.left_margin - section.right_margin) / 360000, 1)
    lines = [f"titel: {about.title}", f"författare: {about.author}", f"språk: {about.language}"]
    lines.append(f"textbredd: {width} cm")
    lines += [f"sidhuvud: {p}" for p in _paragraphs(section.first_page_header)]
    lines += [f"sidfot 1: {p}" for p in _paragraphs(section.first_page_footer)]
    lines += ["", *_blocks(document.element.body, document)]
    return "\n".join(lines).replace("\u00a0", "~") + "\n"


def text(data: bytes) -> str:
    """All text of the document, header and footer included, without styles."""
    return "\n".join(
        re.sub(r"\[(?:Tabell|[A-ZN])[^\]]*\] ", "", line) for line in dump(data).split("\n")
    )


def _paragraphs(part: Any) -> Iterator[str]:
    for paragraph in part.paragraphs:
        if paragraph.text:
            yield paragraph.text


def _blocks(parent: Any, document: Any, indent: str = "") -> Iterator[str]:
    for child in parent:
        if child.tag == qn("w:p"):
            yield indent + _paragraph(Paragraph(child, document._body))
        elif child.tag == qn("w:tbl"):
            yield from _table(Table(child, document._body), document, indent)


def _paragraph(paragraph: Paragraph) -> str:
    number = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    mark = (
        f" nivå {number[0].get(qn('w:val'))} num {number[1].get(qn('w:val'))}"
        if number is not None
        else ""
    )
    style = paragraph.style.name if paragraph.style is not None else "?"
    return f"[{style}{mark}] {''.join(_inline(paragraph._p))}"


def _inline(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == qn("w:hyperlink"):
            yield "<" + "".join(_inline(child)) + ">"
        elif child.tag == qn("w:r"):
            style = child.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
            words = "".join(_run(child))
            yield words if style is None else f"{{{style.get(qn('w:val'))}: {words}}}"


def _run(run: Any) -> Iterator[str]:
    for child in run:
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag == qn("w:tab"):
            yield "→"
        elif child.tag == qn("w:br"):
            yield "↵"


def _table(table: Table, document: Any, indent: str) -> Iterator[str]:
    style = table.style.name if table.style is not None else "?"
    yield f"{indent}({style})"
    for row in table.rows:
        cells = [list(_blocks(cell._tc, document)) for cell in row.cells]
        if all(len(cell) == 1 for cell in cells):
            yield f"{indent}  | {' | '.join(cell[0] for cell in cells)} |"
            continue
        for number, cell in enumerate(cells, 1):
            yield from (f"{indent}  spalt {number} | {line}" for line in cell)
