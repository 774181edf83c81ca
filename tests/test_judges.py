"""Judges that are not ours: Microsoft's OpenXmlValidator and pandoc. In CI neither may be missing."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from conftest import CASES, ROOT, judge, read
from namndkit.pipeline import Rendered, Renderer, check
from namndkit.values.document import (
    Block,
    Break,
    Columns,
    Group,
    Heading,
    Inline,
    ListBlock,
    Paragraph,
    Quote,
    Run,
    Table,
)
from namndkit.word import find_record

HARD = """
typ: yttrande
titel: "Kultur & Fritid <2> \\"x\\""
nämnd: servicenämnden
förvaltning: Serviceförvaltningen
yttrande: |
  **fet *båda*** och [länk](https://malmo.se "Titel & mer") – 😀 å

  1. ett
     1) inne
        a) längst in

     Mer i ett.
  4. fyra

  > Citat
  > - punkt

  | a | b |
  | - | -: |
  | 1 | 2 |

  | c |
  | - |
  | d |
"""


def _rendered() -> Iterator[tuple[str, Rendered]]:
    renderer = Renderer(ROOT / "templates")
    for path in CASES:
        checked = check(path.read_bytes(), path.name, path.parent, templates=renderer.templates)
        for paper in checked.papers:
            yield f"{path.stem}-{paper.kind.ending}", renderer.render(checked, paper.kind.name)
        yield f"{path.stem}-utkast", renderer.render(checked, draft=True)
    yield "svår", renderer.render(read(HARD))


RENDERED = dict(_rendered())


@pytest.mark.parametrize("name", RENDERED)
def test_word_finds_no_error(name: str, tmp_path: Path) -> None:
    validator = judge("ooxml-validator")
    data = RENDERED[name].data
    assert data is not None, RENDERED[name].diagnostics
    file = tmp_path / "dokument.docx"
    file.write_bytes(data)
    printed = subprocess.run(
        [validator, str(file)], capture_output=True, timeout=120, check=False
    ).stdout
    told = json.loads(printed)
    assert (told["ok"], told["errors"]) == (True, [])


def test_last_word_finds_no_error_in_any_document_of_any_test(
    every_document: list[Path], tmp_path: Path
) -> None:
    """Each structure (elements and attributes in order, whatever the text) is judged once."""
    validator = judge("ooxml-validator")
    shapes: dict[str, Path] = {}
    made = 0
    for path in (path for folder in every_document for path in folder.rglob("*.docx")):
        if path.is_file() and (found := find_record(path.read_bytes())) and found.intact:
            made += 1
            shapes.setdefault(_shape(path), path)
    assert made >= 40  # a run of this file alone makes so many
    print(f"{made} documents, {len(shapes)} structures")
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        told = list(pool.map(lambda path: _errors(validator, path), shapes.values()))
    assert [errors for errors in told if errors] == []


def _shape(path: Path) -> str:
    """A digest of the parts of a document without their texts and the numbers in the record."""
    hashed = hashlib.sha256()
    with zipfile.ZipFile(path) as archive:
        for name in sorted(archive.namelist()):
            data = archive.read(name) if name.endswith((".xml", ".rels")) else b""
            if name.startswith("docProps/"):
                data = b""
            hashed.update(name.encode() + re.sub(rb">[^<]+<", b"><", data))
    return hashed.hexdigest()


def _errors(validator: str, path: Path) -> list[Any]:
    printed = subprocess.run(
        [validator, str(path)], capture_output=True, timeout=120, check=False
    ).stdout
    return list(json.loads(printed)["errors"])


@pytest.mark.parametrize("name", RENDERED)
def test_pandoc_sees_the_tree(name: str, tmp_path: Path) -> None:
    pandoc = judge("pandoc")
    rendered = RENDERED[name]
    assert rendered.data is not None
    assert rendered.document is not None
    file = tmp_path / "dokument.docx"
    file.write_bytes(rendered.data)
    printed = subprocess.run(
        [pandoc, str(file), "-f", "docx", "-t", "json"],
        capture_output=True,
        timeout=120,
        check=True,
    ).stdout
    seen = list(_pandoc(json.loads(printed)["blocks"]))
    first, *made = _tree(rendered.document.blocks)
    if first[0] != "title":  # pandoc reads a title that comes first as the document's property
        made.insert(0, first)
    assert len(made) >= 3
    made = [("text", text) if kind == "title" else (kind, text) for kind, text in made]
    assert seen == made


Event = tuple[str, str]


def _tree(blocks: tuple[Block, ...]) -> Iterator[Event]:
    """Headings, paragraphs, list items and cells in order, with their text."""
    for block in blocks:
        if isinstance(block, Heading):
            yield ("title" if block.level == 0 else f"heading {block.level}", _words(block.inlines))
        elif isinstance(block, Paragraph):
            yield "text", _words(block.inlines)
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield "item", ""
                yield from _tree(item.blocks)
        elif isinstance(block, Quote | Group):
            yield from _tree(block.blocks)
        elif isinstance(block, Columns):
            for column in block.columns:
                yield from _tree(column)
        elif isinstance(block, Table):
            for row in (block.header, *block.rows):
                for cell in row:
                    yield "text", _words(cell)


def _words(inlines: tuple[Inline, ...]) -> str:
    text = "".join(
        inline.text
        if isinstance(inline, Run)
        else " "
        if isinstance(inline, Break)
        else _words(inline.inlines)
        for inline in inlines
    )
    return " ".join(text.split())


def _pandoc(blocks: list[Any]) -> Iterator[Event]:
    for block in blocks:
        kind, content = block["t"], block.get("c")
        if kind == "Header":
            yield f"heading {content[0]}", _inlines(content[2])
        elif kind in ("Para", "Plain"):
            yield "text", _inlines(content)
        elif kind in ("BulletList", "OrderedList"):
            for item in content if kind == "BulletList" else content[1]:
                yield "item", ""
                yield from _pandoc(item)
        elif kind == "BlockQuote":
            yield from _pandoc(content)
        elif kind == "Div":
            yield from _pandoc(content[1])
        elif kind == "Table":
            for row in [
                *content[3][1],
                *(row for body in content[4] for row in [*body[2], *body[3]]),
            ]:
                for cell in row[1]:
                    yield from _pandoc(cell[4])


def _inlines(inlines: list[Any]) -> str:
    text = "".join(_one(inline) for inline in inlines)
    return " ".join(text.split())


def _one(inline: Any) -> str:
    kind, content = inline["t"], inline.get("c")
    if kind == "Str":
        return str(content)
    if kind in ("Space", "SoftBreak", "LineBreak"):
        return " "
    return _inlines(content[1] if kind in ("Link", "Span", "Quoted") else content)
