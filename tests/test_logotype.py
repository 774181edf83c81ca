"""The slot for a logotype: a picture that a folder's defaults name, lower right on page 1."""

from __future__ import annotations

import io
import json
import shutil
import struct
import subprocess
import zipfile
import zlib
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from lxml import etree

from conftest import ROOT, judge
from namndkit.cli import main

CASE = """
typ: förslag
titel: Hyllor
nämnd: servicenämnden
förvaltning: Serviceförvaltningen
bakgrund: Så var det.
insatser: [{rubrik: Insatsen, text: Görs.}]
målgrupp: Alla.
förväntad_effekt: Stor.
kostnad: {rader: [{belopp: 5 mnkr, ändamål: att bygga}]}
"""
NAMED = "logotyp: {bild: bilder/vapen.png, alternativtext: 'Stadens ”vapen” & namn'}\n"


def png(width: int, height: int) -> bytes:
    """A grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    rows = (b"\x00" + b"\x80" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bilder").mkdir()
    (tmp_path / "bilder/vapen.png").write_bytes(png(40, 50))
    (tmp_path / "namndkit.yaml").write_text(NAMED, "utf-8")
    (tmp_path / "a.yaml").write_text(CASE, "utf-8")
    return tmp_path


def _run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    assert isinstance(ended.value.code, int)
    return ended.value.code


def _parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_picture_stands_in_the_foot_of_page_1_with_its_text(folder: Path) -> None:
    assert _run("render", str(folder / "a.yaml")) == 0
    parts = _parts(folder / "a.docx")
    assert parts["word/media/logotyp"] == png(40, 50)
    (foot,) = [name for name, data in parts.items() if b"<wp:anchor" in data]
    root = etree.fromstring(parts[foot])
    assert "Serviceförvaltningen" in "".join(root.itertext(qn("w:t")))
    (about,) = root.iter(qn("wp:docPr"))
    assert about.get("descr") == "Stadens ”vapen” & namn"
    (extent,) = root.iter(qn("wp:extent"))
    assert (extent.get("cx"), extent.get("cy")) == ("720000", "900000")  # 20 and 25 mm
    relations = parts[f"word/_rels/{foot.removeprefix('word/')}.rels"]
    assert b'Target="media/logotyp"' in relations


def test_word_accepts_it(folder: Path) -> None:
    assert _run("render", str(folder / "a.yaml")) == 0
    printed = subprocess.run(
        [judge("ooxml-validator"), str(folder / "a.docx")], capture_output=True, check=False
    ).stdout
    assert json.loads(printed)["errors"] == []


def test_another_picture_makes_the_document_anew(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = str(folder / "a.yaml")
    assert _run("render", case) == 0
    assert _run("render", case, "--check") == 0
    (folder / "bilder/vapen.png").write_bytes(png(50, 40))
    assert _run("render", case, "--check") == 1
    assert _run("render", case) == 0
    assert _parts(folder / "a.docx")["word/media/logotyp"] == png(50, 40)
    assert _run("config", case) == 0
    assert "bilder/vapen.png, Stadens ”vapen” & namn" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("saknas.png", None, "går inte att läsa"),
        ("vapen.svg", b"<svg/>", "är ingen bild"),
        ("trasig.png", png(40, 50)[:20], "är ingen bild"),
        ("tom.jpg", b"\xff\xd8\xff\xe0", "är ingen bild"),
    ],
)
def test_picture_that_cannot_be_used_is_told_at_its_place(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes | None, told: str
) -> None:
    """NK414."""
    if data is not None:
        (folder / name).write_bytes(data)
    defaults = f"logotyp: {{bild: {name}, alternativtext: Vapen}}\n"
    (folder / "namndkit.yaml").write_text(defaults, "utf-8")
    assert _run("render", str(folder / "a.yaml")) == 1
    said = capsys.readouterr().err
    assert "NK414" in said
    assert told in said
    assert "namndkit.yaml:1:17" in said


def test_picture_needs_its_text(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "namndkit.yaml").write_text("logotyp: bilder/vapen.png\n", "utf-8")
    assert _run("render", str(folder / "a.yaml")) == 1
    assert "alternativtext" in capsys.readouterr().err


def test_what_the_word_file_has_in_its_foot_is_kept(folder: Path) -> None:
    """A city that puts its address in page 1's footer does not lose it to the förvaltning."""
    import docx

    own = folder / "mallar"
    shutil.copytree(ROOT / "templates", own)
    document = docx.Document(str(own / "utseende.docx"))
    for section in document.sections:
        section.first_page_footer.paragraphs[0].text = "Stadens adress"
    document.save(str(own / "utseende.docx"))
    assert _run("render", str(folder / "a.yaml"), "--templates", str(own)) == 0
    foot = docx.Document(str(folder / "a.docx")).sections[0].first_page_footer
    assert [p.text for p in foot.paragraphs] == ["Serviceförvaltningen", "Stadens adress"]
    assert len(list(foot._element.iter(qn("w:drawing")))) == 1
    with zipfile.ZipFile(io.BytesIO((folder / "a.docx").read_bytes())) as archive:
        assert archive.testzip() is None
