"""A Word file is held in bounds before anything in it is parsed, wherever it is opened."""

from __future__ import annotations

import io
import shutil
import struct
import zipfile
from pathlib import Path

import docx
import pytest

from conftest import ROOT, run
from namndkit.word import alternatives, find_record, read_look
from namndkit.word.archive import OF_DOCUMENTS, Bounds, Unsafe, look_through, open_archive
from namndkit.word.finished import read_finished
from namndkit.word.record import fingerprint_of

LOOK = ROOT / "templates" / "utseende.docx"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEADER = f"<w:hdr {W}>%s</w:hdr>"


def _with(parts: dict[str, bytes]) -> bytes:
    """The city's Word file with some parts changed or added."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(LOOK) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, data in parts.items():
            new.writestr(name, data)
    return buffer.getvalue()


HOSTILE = {
    "a part that inflates without end": {"word/header1.xml": b" " * 60_000_000},
    "a picture that does": {"word/media/x.png": b"\x89PNG" + b"\0" * 60_000_000},
    "many parts, each large": {f"word/header{n}.xml": b"<a>" + b" " * 9_000_000 for n in range(9)},
    "more elements than a tree can hold": {
        "word/header1.xml": (HEADER % ("<w:p/>" * 900_000)).encode()
    },
    "more attributes": {
        "word/styles.xml": (
            "<w:styles " + " ".join(f'a{n}=""' for n in range(500_000)) + "/>"
        ).encode()
    },
    "entities": {"word/header1.xml": b'<!DOCTYPE x [<!ENTITY a "aaa">]>' + HEADER.encode()},
    "entities in another encoding": {
        "word/styles.xml": '<!DOCTYPE x [<!ENTITY a "a">]><x>&a;</x>'.encode("utf-16")
    },
    "entities in an encoding that hides them": {
        "word/styles.xml": b'<?xml version="1.0" encoding="utf-7"?>+ADwAIQ-DOCTYPE x><x/>'
    },
    "more parts than any has": {f"word/x{n}.xml": b"<a/>" for n in range(1_100)},
    "a part with another ending": {"word/styles.bin": b"<!DOCTYPE x><x/>"},
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_word_file_is_refused_before_it_is_parsed(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def parsed(*_: object) -> None:
        raise AssertionError(name)

    monkeypatch.setattr(docx, "Document", parsed)
    file = tmp_path / "utseende.docx"
    file.write_bytes(_with(HOSTILE[name]))
    (found,) = read_look(file).diagnostics
    assert found.code == "NK409"
    assert found.message.startswith("Word-mallen ”utseende.docx” används inte. ")


def test_the_citys_own_word_file_is_well_within_the_bounds() -> None:
    look_through(LOOK.read_bytes(), Bounds(40, 200_000, 500_000, 40_000))
    assert read_look(LOOK).value is not None


def _directory_of(size: int) -> bytes:
    """An archive whose end states a directory of ``size`` bytes, so that zipfile reads as many."""
    data = bytearray(_with({}))
    at = data.rfind(b"PK\x05\x06")
    return bytes(data[:at] + b"\0" * size + data[at : at + 12] + struct.pack("<L", size)) + bytes(
        data[at + 16 :]
    )


@pytest.mark.parametrize(
    "data",
    [_directory_of(2_100_000), _with({})[:-22] + b"PK\x06\x07" + b"\0" * 16 + _with({})[-22:]],
)
def test_the_list_of_parts_is_held_in_bounds_too(data: bytes) -> None:
    with pytest.raises(Unsafe, match="många delar"), open_archive(data):
        pass


@pytest.mark.parametrize(
    "data", [b"", b"PK", b"PK\x05\x06", b"x" * 100, LOOK.read_bytes()[:-10], b"PK\x05\x06" * 30]
)
def test_what_is_no_archive_is_told_as_that(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(data)
    assert find_record(file.read_bytes()) is None
    assert read_look(file).diagnostics[0].code == "NK409"
    assert alternatives(file) == {}


def test_every_opening_counts_what_it_reads_and_parses(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    markup = b"<a>" * (OF_DOCUMENTS.markup + 1)
    file.write_bytes(_with({"word/document.xml": markup, "docProps/custom.xml": markup}))
    found = find_record(file.read_bytes())
    assert found
    assert found.record is None
    assert fingerprint_of(file.read_bytes()) is None
    assert "orimligt stor" in read_finished(file).diagnostics[0].message
    file.write_bytes(_with({"word/fontTable.xml": markup}))
    assert alternatives(file) == {}


@pytest.mark.parametrize(
    "text", ['name="namndkit"', '<property name="namndkit">', 'name="namndkit"> <lpwstr>']
)
def test_a_record_that_repeats_itself_is_read_in_a_moment(text: str, tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    shutil.copy(LOOK, file)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("docProps/custom.xml", text * 150_000)
    told = run(
        """
        import sys
        from pathlib import Path
        from namndkit.word import find_record
        print(find_record(Path(sys.argv[1]).read_bytes()).record)
        """,
        str(file),
    )
    assert told == "None"
