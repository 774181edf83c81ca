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
from namndkit.cli import main
from namndkit.pipeline import Renderer
from namndkit.pipeline.proofreading import proofread
from namndkit.word.styles import STYLES

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
    assert len(checked.texts) == 5


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "told", "hint"),
    [
        ("yttrande.md.j2", "{{ besvarar }}", "{{ besvrar }}", "NK403", "”besvrar”", "”besvarar”"),
        # In a branch that no case leads into:
        ("kostnad.md.j2", "källa.andel", "källa.andl", "NK403", "”andl”", "”andel”"),
        ("forslag.md.j2", "g.slutet()", "g.slutt()", "NK403", "Makrot ”slutt”", "”slutet”"),
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
        ("yttrande.md.j2", "{% endif %}", "", "NK402", "saknar sitt slut", "Jämför"),
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
    if "saknar sitt slut" not in told:
        assert one.position.line == line


def test_missing_template_and_misspelt_style_are_named(folder: Path) -> None:
    (folder / "tjansteskrivelse.md.j2").unlink()
    _restyle(folder / "utseende.docx", "word/styles.xml", ('"Att-sats"', '"Attsats"'))
    found = {one.code: one for one in proofread(folder).diagnostics}
    assert found.keys() == {"NK401", "NK410"}
    assert "tjansteskrivelse.md.j2" in found["NK401"].message
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
    named = re.findall(r"^\| ([^|(]+?) *(?:\([^)]*\) )?\|", table, re.MULTILINE)
    assert named == list(STYLES)


def test_readme_names_every_template() -> None:
    text = (TEMPLATES / "README.md").read_text(encoding="utf-8")
    files = sorted(path.name for path in TEMPLATES.iterdir() if path.name != "README.md")
    assert len(files) == 6
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
    words = [p.text for p in docx.Document(io.BytesIO(ours.data)).paragraphs]
    assert [p.text for p in document.paragraphs] == words
