"""``--pdf``: what LibreOffice makes of the documents, and what becomes of it when it makes nothing."""

from __future__ import annotations

import io
import shutil
import stat
import sys
import textwrap
from pathlib import Path

import pikepdf
import pytest

from conftest import CASES, ROOT, judge
from namndkit.cli import main
from namndkit.pdf import convert, digest, seal, sealed
from namndkit.pdf.fonts import stand_ins
from namndkit.word import alternatives


def _run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    code = ended.value.code
    assert isinstance(code, int)
    return code


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every case as .docx and .pdf, made in one call."""
    judge("soffice")
    folder = tmp_path_factory.mktemp("pdf")
    assert _run("render", str(ROOT / "cases"), "-o", f"{folder}/", "--pdf") == 0
    return folder


@pytest.mark.parametrize("name", [path.stem for path in CASES])
def test_pdf_is_tagged_titled_swedish_and_claims_its_standards(folder: Path, name: str) -> None:
    with pikepdf.open(folder / f"{name}.pdf") as pdf:
        root = pdf.Root
        assert bool(root.MarkInfo.Marked)
        assert str(root.Lang) == "sv-SE"
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        assert str(pdf.docinfo["/Title"]) == pdf.open_metadata()["dc:title"]
        meta = pdf.open_metadata()
        assert (meta.pdfa_status, meta["pdfuaid:part"]) == ("2B", "1")
        assert {"/Document", "/P", "/H1"} <= _tags(root.StructTreeRoot)
        with pdf.open_outline() as outline:
            assert [str(item.title) for item in outline.root]
        fonts = {str(font.get("/BaseFont")) for font in _fonts(pdf)}
        assert fonts
        assert all("+" in font for font in fonts)  # embedded, as a subset


def _tags(tree: pikepdf.Object) -> set[str]:
    """The standard tags in use; LibreOffice names tags by styles and maps those (14.8.4)."""
    roles = tree.get("/RoleMap") or pikepdf.Dictionary()
    found: set[str] = set()
    waiting = [tree]
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.Dictionary):
            if "/S" in one:
                found.add(str(roles.get(str(one.S), one.S)))
            if "/K" in one:
                waiting.append(one.K)
        elif isinstance(one, pikepdf.Array):
            waiting.extend(one)  # type: ignore[arg-type]  # an array holds objects
    return found


def _fonts(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [font for page in pdf.pages for font in (page.Resources.get("/Font") or {}).values()]


def test_headings_lists_and_tables_are_tagged(folder: Path) -> None:
    with pikepdf.open(folder / "forslag-flerarigt.pdf") as pdf:
        tags = _tags(pdf.Root.StructTreeRoot)
        assert {"/H1", "/H2", "/L", "/LI", "/Table", "/TR", "/TD"} <= tags
        with pdf.open_outline() as outline:
            assert [str(item.title) for item in outline.root][:2] == [
                "Sammanfattning",
                "Förslag till beslut",
            ]


def test_same_case_gives_the_same_pdf_but_for_the_colour_profile(tmp_path: Path) -> None:
    """LibreOffice writes the time of day into the profile's header, which is deflated."""
    judge("soffice")
    case = str(ROOT / "cases" / "forslag-minsta.yaml")
    for name in ("x", "y"):
        assert _run("render", case, "-o", str(tmp_path / f"{name}.docx"), "--pdf") == 0
    one, other = (_contents(tmp_path / f"{name}.pdf") for name in ("x", "y"))
    assert len(one) > 20
    assert one == other
    assert b"CreationDate" not in (tmp_path / "x.pdf").read_bytes()


def _contents(path: Path) -> list[bytes]:
    with pikepdf.open(path) as pdf:
        profile = pdf.Root.OutputIntents[0].DestOutputProfile
        return [
            one.read_bytes() if isinstance(one, pikepdf.Stream) else repr(one).encode()
            for one in pdf.objects
            if not isinstance(one, pikepdf.Stream) or one != profile
        ]


def test_rerun_leaves_the_pdf_and_another_document_makes_it_anew(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    judge("soffice")
    case = tmp_path / "a.yaml"
    shutil.copy(ROOT / "cases" / "yttrande-minsta.yaml", case)
    assert _run("render", str(case), "--pdf") == 0
    first = (tmp_path / "a.pdf").read_bytes()
    capsys.readouterr()
    assert _run("render", str(case), "--pdf", "--check") == 0
    assert "Oförändrat" in capsys.readouterr().err
    case.write_text(case.read_text(encoding="utf-8").replace("titel: ", "titel: Nytt "), "utf-8")
    assert _run("render", str(case), "--pdf", "--check") == 1
    assert (tmp_path / "a.pdf").read_bytes() == first
    assert _run("render", str(case), "--pdf") == 0
    assert (tmp_path / "a.pdf").read_bytes() != first


def test_a_pdf_of_others_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    judge("soffice")
    case = tmp_path / "a.yaml"
    shutil.copy(ROOT / "cases" / "yttrande-minsta.yaml", case)
    signed = tmp_path / "a.pdf"
    signed.write_bytes(b"%PDF-1.7 undertecknad")
    assert _run("render", str(case), "--pdf") == 1
    assert signed.read_bytes() == b"%PDF-1.7 undertecknad"
    assert "NK508" in capsys.readouterr().err
    assert _run("render", str(case), "--pdf", "--force") == 0
    assert (tmp_path / "a-kopia-1.pdf").read_bytes() == b"%PDF-1.7 undertecknad"
    assert sealed(signed.read_bytes()) is not None
    with pikepdf.open(signed, allow_overwriting_input=True) as pdf:
        pdf.docinfo["/Keywords"] = "diariefört"
        pdf.save(signed)
    assert _run("render", str(case), "--pdf") == 1


def test_without_libreoffice_the_documents_are_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in ("a", "b"):
        shutil.copy(ROOT / "cases" / "yttrande-minsta.yaml", tmp_path / f"{name}.yaml")
    assert _run("render", str(tmp_path), "--pdf") == 2
    assert {path.name for path in tmp_path.glob("*.docx")} == {"a.docx", "b.docx"}
    told = capsys.readouterr().err
    assert told.count("NK506") == 1
    assert "libreoffice.org" in told
    assert _run("render", str(tmp_path / "a.yaml"), "--soffice", "finns-inte") == 2
    assert "(finns-inte)" in capsys.readouterr().err
    assert not list(tmp_path.glob("*.pdf"))


def test_no_pdf_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("render", str(CASES[0]), "-o", "-", "--pdf") == 2
    assert "standard ut" in capsys.readouterr().err


OFFICE = """
#!{python}
import pathlib, sys, time
out = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
out.mkdir(exist_ok=True)
for name in sys.argv[sys.argv.index("--outdir") + 2:]:
    text = pathlib.Path(name).read_text()
    if text == "hang":
        time.sleep(60)
    if text == "crash":
        sys.exit(1)
    (out / name).with_suffix(".pdf").write_text("%PDF " + text)
"""


def test_a_document_that_stops_libreoffice_does_not_stop_the_others(tmp_path: Path) -> None:
    office = tmp_path / "soffice"
    office.write_text(textwrap.dedent(OFFICE.format(python=sys.executable)).lstrip(), "utf-8")
    office.chmod(office.stat().st_mode | stat.S_IXUSR)
    words = ["ett", "crash", "två", "hang", "tre"]
    documents = [tmp_path / f"{word}.docx" for word in words]
    for document, word in zip(documents, words, strict=True):
        document.write_text(word, "utf-8")
    made = dict(convert(documents, str(office), {}, limit=3))
    assert [made[document] for document in documents] == [
        b"%PDF ett",
        None,
        b"%PDF tv\xc3\xa5",
        None,
        b"%PDF tre",
    ]


def test_a_document_without_a_pdf_is_a_finding(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """NK507: a program that is not LibreOffice makes nothing."""
    case = tmp_path / "a.yaml"
    shutil.copy(ROOT / "cases" / "yttrande-minsta.yaml", case)
    assert _run("render", str(case), "--pdf", "--soffice", shutil.which("true") or "true") == 2
    assert "NK507" in capsys.readouterr().err
    assert {path.name for path in tmp_path.iterdir()} == {"a.yaml", "a.docx"}


FONTS = """
#!/bin/sh
case "$1" in
  :) printf 'Half\nHalf\nWhole,Whole 12\nWhole,Whole 12\nThere\n' ;;
  *) printf 'Half\nWhole,Whole 12\nWhole,Whole 12\nThere\n' ;;
esac
"""


def test_a_font_without_swedish_letters_stands_in_for_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "fc-list"
    program.write_text(FONTS.lstrip(), "utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert stand_ins({"A": ("None", "Half", "Whole"), "There": ("Whole",), "B": ("Half",)}) == {
        "A": "Whole"
    }


def test_marks_tell_whose_a_pdf_is() -> None:
    mark = b"0123456789ABCDEF" * 2
    data = (
        b"%%PDF <xmp:CreateDate>2026-01-01</xmp:CreateDate> /CreationDate(D:20260101Z')"
        b" /ID [ <%s>\n<%s> ] /DocChecksum /%s" % (mark, mark, mark)
    )
    made = seal(data, b"a document")
    assert len(made) == len(data)
    assert b"2026" not in made
    told = sealed(made)
    assert told is not None
    assert (told.intact, told.document) == (True, digest(b"a document"))
    changed = sealed(made.replace(b"%PDF", b"%pdf"))
    assert changed is not None
    assert not changed.intact
    assert sealed(b"%PDF-1.4") is None


def test_fonts_that_may_stand_in_are_read_from_the_word_file(tmp_path: Path) -> None:
    found = alternatives(ROOT / "templates" / "utseende.docx")
    assert found["Garamond"][0] == "EB Garamond"
    assert "Liberation Sans" in found["Arial"]
    broken = tmp_path / "x.docx"
    broken.write_bytes(io.BytesIO(b"no zip").getvalue())
    assert alternatives(broken) == {}
