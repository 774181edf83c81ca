"""What namndkit is measured against: docxtpl, pandoc, and the least that any of them must do.

All use namndkit's own Word file as their template.
"""

from __future__ import annotations

import copy
import io
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import docx
from texts import Sample, as_markdown

_STYLES = {"lead": "Beslutsfras", "head": "Heading 1", "body": "Body Text", "rec": "Rekommendation"}


def docxtpl_template(look: Path, target: Path) -> None:
    """A docxtpl template with the same parts, made of the Word file ``look``."""
    document = docx.Document(str(look))
    body = document.element.body
    section = copy.deepcopy(body[-1])
    for child in list(body):
        body.remove(child)
    body.append(section)
    for style, text in _paragraphs():
        document.add_paragraph(text, style=_STYLES[style])
    document.save(str(target))


def _paragraphs() -> list[tuple[str, str]]:
    return [
        ("lead", "{{ phrase }}"),
        ("head", "Sammanfattning"),
        ("body", "{{ s.sammanfattning }}"),
        ("head", "Yttrande"),
        ("body", "{%p for text, answer in s.rekommendationer %}"),
        ("rec", "Rekommendation {{ loop.index }}: {{ text }}"),
        ("body", "{%p for paragraph in answer %}"),
        ("body", "{{ paragraph }}"),
        ("body", "{%p endfor %}"),
        ("body", "{%p endfor %}"),
        ("body", "Ordförande"),
        ("body", "Ada Ek (S)"),
        ("body", "Nämndsekreterare"),
        ("body", "Bo Alm"),
    ]


PHRASE = "Servicenämnden föreslås besluta att lämna följande yttrande:"


def with_docxtpl(template: Path, sample: Sample, target: Path) -> None:
    """One document by docxtpl, in this process."""
    from docxtpl import DocxTemplate

    document = DocxTemplate(str(template))
    document.render({"s": sample, "phrase": PHRASE}, autoescape=True)
    document.save(str(target))


def with_pandoc(reference: Path, sample: Sample, target: Path) -> None:
    """One document by pandoc."""
    subprocess.run(
        [
            "pandoc",
            "-f",
            "markdown",
            "-t",
            "docx",
            f"--reference-doc={reference}",
            "-o",
            str(target),
        ],
        input=as_markdown(sample).encode(),
        check=True,
    )


class Floor:
    """Deflating document.xml and zipping it beside parts that are deflated already."""

    def __init__(self, document: Path) -> None:
        with zipfile.ZipFile(document) as archive:
            self.body = archive.read("word/document.xml")
            buffer = io.BytesIO()
            with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as static:
                for entry in archive.infolist():
                    if entry.filename != "word/document.xml":
                        static.writestr(entry.filename, archive.read(entry))
            self.static = buffer.getvalue()

    def write(self, target: Path) -> None:
        """One document."""
        buffer: Any = io.BytesIO()
        buffer.write(self.static)
        with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("word/document.xml", self.body)
        target.write_bytes(buffer.getvalue())
