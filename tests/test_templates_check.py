"""``namndkit templates check``, templates/README.md, and a Word file that LibreOffice has saved."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest

from conftest import ROOT, judge, render_file
from document_dump import dump
from namndkit.cli import main
from namndkit.pipeline import Renderer
from namndkit.pipeline.proofreading import proofread
from namndkit.word import alternatives
from namndkit.word.styles import STYLES, SWEDISH

TEMPLATES = ROOT / "templates"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TEMPLATES, tmp_path / "mallar"))


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def _restyle(path: Path, part: str, *pairs: tuple[str, str]) -> None:
    """Change the text of a part of the Word file at ``path``."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = parts[part].decode()
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    parts[part] = text.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def test_own_templates_give_nothing() -> None:
    checked = proofread(TEMPLATES)
    assert [one.message for one in checked.diagnostics] == []
    assert len(checked.texts) == 6


def test_templates_of_another_city_give_nothing() -> None:
    """What its folder does not have is read from namndkit's own."""
    checked = proofread(TEMPLATES / "tjansteutlatande")
    assert [one.message for one in checked.diagnostics] == []


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "told", "hint"),
    [
        ("gemensamt.md.j2", "{{ besvarar }}", "{{ besvrar }}", "NK403", "”besvrar”", "”besvarar”"),
        # In a branch that no case leads into:
        ("kostnad.md.j2", "källa.andel", "källa.andl", "NK403", "”andl”", "”andel”"),
        ("forslag.md.j2", "g.bilagorna()", "g.bilagrna()", "NK403", "”bilagrna”", "”bilagorna”"),
        ("gemensamt.md.j2", "|stor", "|stro", "NK402", "Filtret ”stro”", "”stor”"),
        ("gemensamt.md.j2", "::: mottagare", "::: motagare", "NK405", "”motagare”", "”mottagare”"),
        (
            "forslag.md.j2",
            "gemensamt.md.j2",
            "gemensam.md.j2",
            "NK401",
            "gemensam.md.j2",
            "Kopiera",
        ),
        # What shows only when a case is rendered:
        ("gemensamt.md.j2", "{{ datum|iso }}", "{{ datum }}", "NK404", "datum", "|iso"),
        ("yttrande.md.j2", "{{ yttrande }}", "Text: {{ yttrande }}", "NK408", "", ""),
    ],
)
def test_mistake_in_a_text_is_found_at_its_line(
    folder: Path, file: str, old: str, new: str, code: str, told: str, hint: str
) -> None:
    line = (folder / file).read_text(encoding="utf-8").partition(old)[0].count("\n") + 1
    _change(folder / file, old, new)
    found = proofread(folder).diagnostics
    assert {one.code for one in found} == {code}
    one = found[0]
    assert one.position.path.endswith(file)
    assert told in one.message
    assert hint in one.hint
    assert one.position.line == line


@pytest.mark.parametrize(
    ("text", "line", "told", "hint"),
    [
        ("{% if titel %}\nEtt.\n\nTvå.\n", 1, "”{% if titel %}”", "{% endif %}"),
        (
            "{# {% if #}\n{%- for a in avsnitt -%}\n{% if titel %}x{% endif %}\n",
            2,
            "for a",
            "endfor",
        ),
        ("{% macro m() %}\n{% if titel %}x\n{% endmacro %}\n{{ m() }}\n", 2, "if titel", "endif"),
        ("{% set a = titel %}\n{{ a }\n", 2, "”}” står fel", "Jämför"),
        ('{{ g.m("ett "två"") }}\n', 1, "saknas", "skriver du ”"),
    ],
)
def test_where_a_statement_lacks_its_end(
    folder: Path, text: str, line: int, told: str, hint: str
) -> None:
    (folder / "yttrande.md.j2").write_text(text, encoding="utf-8")
    (one,) = (one for one in proofread(folder).diagnostics if one.code == "NK402")
    assert (one.position.line, told in one.message, hint in one.hint) == (line, True, True), one


def test_a_mark_at_the_start_is_no_text(folder: Path) -> None:
    """Windows Notepad writes a byte order mark."""
    for path in folder.glob("*.j2"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert proofread(folder).diagnostics == ()
    case = ROOT / "cases" / "yttrande-motion.yaml"
    marked, ours = (render_file(Renderer(one), case).data for one in (folder, TEMPLATES))
    assert marked == ours


def test_render_tells_what_the_check_tells(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _change(folder / "gemensamt.md.j2", "{{ titel or", "{{ titl or")
    case = str(ROOT / "cases" / "forslag-minsta.yaml")
    out = str(tmp_path / "x.docx")
    with pytest.raises(SystemExit) as ended:
        main(["render", case, "--templates", str(folder), "-o", out])
    assert ended.value.code == 1
    said = capsys.readouterr().err
    assert "Menade du ”titel”?" in said
    assert not Path(out).exists()


def test_template_that_an_editor_has_renamed_is_not_passed_over_for_namndkits_own(
    folder: Path,
) -> None:
    (folder / "kostnad.md.j2").rename(folder / "kostnad.md.j2.txt")
    (one,) = proofread(folder).diagnostics
    assert one.code == "NK401"
    assert one.hint == "Filen heter kostnad.md.j2.txt. Ta bort .txt ur namnet."
    rendered = render_file(Renderer(folder), ROOT / "cases" / "forslag-minsta.yaml")
    assert rendered.data is None
    (folder / "kostnad.md.j2").write_text("", encoding="utf-8")  # the other is an old copy then
    assert "NK401" not in [one.code for one in proofread(folder).diagnostics]


def test_without_a_folder_those_that_hold_here_are_checked(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder.parent)
    _change(folder / "gemensamt.md.j2", "|stor", "|stro")
    for given, code, told in (
        ("", 0, "namndkits egna mallar"),
        (f"mallar: {folder.name}", 1, "Filtret ”stro”"),
        ("mallar: finns-inte", 1, "NK413"),
    ):
        Path("namndkit.yaml").write_text(given, encoding="utf-8")
        with pytest.raises(SystemExit) as ended:
            main(["templates", "check"])
        said = capsys.readouterr()
        assert (ended.value.code, told in said.out + said.err) == (code, True)
    case = ROOT / "cases" / "yttrande-minsta.yaml"
    Path("a.yaml").write_bytes(case.read_bytes())
    with pytest.raises(SystemExit):
        main(["render", "a.yaml"])
    said = capsys.readouterr()
    assert "NK413" in said.err
    assert "NK409" not in said.err


def test_word_file_that_cannot_be_read_says_why(folder: Path) -> None:
    (folder / "utseende.docx").write_bytes(b"PK")
    (one,) = (one for one in proofread(folder).diagnostics if one.code == "NK409")
    assert "går inte att läsa" in one.message


def test_what_the_folder_lacks_is_namndkits_own(folder: Path) -> None:
    for path in folder.iterdir():
        if path.name != "yttrande.md.j2" and path.is_file():
            path.unlink()
    _change(folder / "yttrande.md.j2", "lämnar följande yttrande:", "yttrar sig så:")
    assert proofread(folder).diagnostics == ()
    case = ROOT / "cases" / "yttrande-motion.yaml"
    rendered = render_file(Renderer(folder), case)
    assert rendered.data is not None
    assert "yttrar sig så:" in dump(rendered.data)


def test_renamed_style_is_shown_beside_the_missing_one(folder: Path) -> None:
    path = folder / "utseende.docx"
    _restyle(path, "word/styles.xml", ('"Beslutsfras"', '"Inledande mening"'))
    _restyle(path, "word/styles.xml", ('w:val="List Bullet"', 'w:val="Prickar"'))
    (one,) = (one for one in proofread(folder).diagnostics if one.code == "NK410")
    assert "”List Bullet” (Punktlista)" in one.message
    assert "Filen har också ”Inledande mening”" in one.hint


def test_misspelt_style_is_named(folder: Path) -> None:
    _restyle(folder / "utseende.docx", "word/styles.xml", ('"Att-sats"', '"Attsats"'))
    found = {one.code: one for one in proofread(folder).diagnostics}
    assert found.keys() == {"NK410"}
    assert "”Att-sats”" in found["NK410"].message
    assert found["NK410"].hint == "Byt namn i Word: ”attsats” ser ut att vara ”Att-sats”."


def test_missing_layout_and_page_number_are_warnings(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """NK415 and NK416."""
    path = folder / "utseende.docx"
    _restyle(path, "word/document.xml", (">yttrande<", ">yttranden<"))
    for header in ("word/header1.xml", "word/header2.xml"):
        _restyle(path, header, (" PAGE ", " DATE "), (" NUMPAGES ", " TIME "))
    with pytest.raises(SystemExit) as ended:
        main(["templates", "check", str(folder)])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert "varning NK415: Word-mallen har ingen sidlayout för yttrande" in said
    assert said.count("varning NK416") == 3
    assert f"--> {path.as_posix()}\n" in said


def test_folder_that_is_not_there_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["templates", "check", "finns-inte"])
    assert ended.value.code == 2
    assert "finns inte" in capsys.readouterr().err


def test_readme_names_every_style_and_no_other() -> None:
    text = (TEMPLATES / "README.md").read_text(encoding="utf-8")
    table = text.partition("| Formatmall |")[2].partition("\n\n")[0]
    rows = re.findall(r"^\| ([^|(]+?) *(?:\(([^)]*)\) )?\|", table, re.MULTILINE)
    assert [name for name, _ in rows] == list(STYLES)
    assert {name: other for name, other in rows if other} == SWEDISH


def test_readme_names_every_template() -> None:
    text = (TEMPLATES / "README.md").read_text(encoding="utf-8")
    files = sorted(path.name for path in TEMPLATES.iterdir() if path.name != "README.md")
    assert len(files) == 8
    assert [name for name in files if f"`{name}`" not in text] == []


MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="M" script:language="StarBasic">
Sub Change(path)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(path, "_blank", 0, hidden())
  styles = document.StyleFamilies.getByName("ParagraphStyles")
  styles.getByName("Text body").CharFontName = "Arial"
  Dim saved(0) As New com.sun.star.beans.PropertyValue
  saved(0).Name = "FilterName"
  saved(0).Value = "MS Word 2007 XML"
  document.storeToURL(path, saved())
  document.close(True)
  StarDesktop.terminate()
End Sub
</script:module>"""
LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
<library:element library:name="M"/></library:library>"""
LIBRARIES = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/>
</library:libraries>"""


def _set_body_to_arial(path: Path, profile: Path) -> None:
    """Open the Word file in LibreOffice, change the font of the body style, and save it."""
    command = [judge("soffice"), f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    subprocess.run(
        [*command, "--terminate_after_init"], timeout=120, capture_output=True, check=True
    )
    basic = profile / "user" / "basic"
    (basic / "script.xlc").write_text(LIBRARIES, "utf-8")
    (basic / "Standard" / "script.xlb").write_text(LIBRARY, "utf-8")
    (basic / "Standard" / "M.xba").write_text(MACRO, "utf-8")
    called = f"macro:///Standard.M.Change({path.as_uri()})"
    subprocess.run([*command, called], check=True, timeout=120, capture_output=True)


def test_word_file_changed_in_libreoffice_just_works(folder: Path) -> None:
    """LibreOffice rewrites the ids of styles; they go by name."""
    path = folder / "utseende.docx"
    before = docx.Document(str(path)).styles["Body Text"].style_id
    _set_body_to_arial(path, folder.parent / "profile")
    assert [one.message for one in proofread(folder).diagnostics] == []
    rendered = render_file(Renderer(folder), ROOT / "cases" / "forslag-flerarigt.yaml")
    assert rendered.data is not None, rendered.diagnostics
    document = docx.Document(io.BytesIO(rendered.data))
    style = document.styles["Body Text"]
    assert style.font.name == "Arial"
    assert style.style_id != before
    ours = render_file(Renderer(TEMPLATES), ROOT / "cases" / "forslag-flerarigt.yaml")
    assert ours.data is not None
    assert "Garamond" not in alternatives(path)  # so namndkit's own are followed
    words = [p.text for p in docx.Document(io.BytesIO(ours.data)).paragraphs]
    assert [p.text for p in document.paragraphs] == words


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("word/_rels/document.xml.rels", 'Id="rIdFooter"', 'Id="rId999"'),
        ("word/header1.xml", "</w:hdr>", ""),
    ],
)
def test_a_header_that_is_not_there_is_told(folder: Path, part: str, old: str, new: str) -> None:
    _restyle(folder / "utseende.docx", part, (old, new))
    (one,) = (one for one in proofread(folder).diagnostics if one.code.startswith("NK4"))
    assert one.code == "NK409"


@pytest.mark.parametrize(
    ("call", "word", "remedy"),
    [
        ('{{ saknas("bakgrunden_till") }}', "bakgrunden_till", "Menade du ”bakgrund”?"),
        ('{{ bör("yyy") }}', "yyy", "Namnen är ärendets nycklar; se templates/README.md."),
        ('## {{ rubrik("samanfattning", "S") }}', "samanfattning", "Menade du ”sammanfattning”?"),
    ],
)
def test_a_key_that_is_asked_for_and_does_not_exist_is_told(
    folder: Path, call: str, word: str, remedy: str
) -> None:
    """A part's own keys and other spellings are keys too."""
    path = folder / "yttrande.md.j2"
    text = path.read_text(encoding="utf-8")
    good = '{{ saknas("forvaltning") }}{{ bör("paragraf", i=skede) }}'
    path.write_text(f"{text}\n{good}\n{call}\n", encoding="utf-8")
    found = [(one.code, one.message, one.hint) for one in proofread(folder).diagnostics]
    assert found == [("NK403", f"Nyckeln ”{word}” finns inte.", remedy)]
