"""A whole folder: what is written, left alone and kept, and that nothing is ever lost."""

from __future__ import annotations

import contextlib
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from conftest import ROOT, old_document
from namndkit.cli.documents import Maker, Options
from namndkit.disk.writing import Standing, look
from namndkit.pipeline import judge
from test_cli import namndkit

RECORD = "docProps/custom.xml"
COMMAND = [sys.executable, "-m", "namndkit", "render"]
CASE = """\
typ: yttrande
titel: Yttrande {number}
nämnd: servicenämnden
sammanfattning: Kort om ärende {number}.
yttrande: |
  Första stycket i ärende {number} handlar om platserna.

  Andra stycket i ärende {number} handlar om tiden.

  Tredje stycket i ärende {number} handlar om **pengarna** och resten.
undertecknare:
  - {{roll: Ordförande, namn: Ada Ek, parti: S}}
"""


def _write(folder: Path, *names: str) -> None:
    for number, name in enumerate(names, 1):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(CASE.format(number=number), encoding="utf-8")


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    return done.stderr.decode().replace("\u00a0", " ")


def _documents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.docx")
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    _write(tmp_path, "arenden/a.yaml", "arenden/b.yaml", "arenden/mars/c.yml")
    return tmp_path


def test_folders_keep_their_structure(folder: Path) -> None:
    done = namndkit("render", "arenden", "-o", "ut", cwd=folder)
    assert (done.returncode, done.stdout, _said(done)) == (0, b"", "3 skrivna.\n")
    assert sorted(_documents(folder / "ut")) == ["a.docx", "b.docx", "mars/c.docx"]
    beside = namndkit("render", "arenden", "arenden/a.yaml", "-o", "ut2/", cwd=folder)
    assert beside.returncode == 0, _said(beside)
    assert _documents(folder / "ut2") == _documents(folder / "ut")


def test_two_cases_for_one_document_are_both_left_out(folder: Path) -> None:
    """NK509."""
    shutil.copy(folder / "arenden/a.yaml", folder / "arenden/a.yml")
    done = namndkit("render", "arenden", "-o", "ut", cwd=folder)
    assert done.returncode == 2
    assert "Dokumentet ut/a.docx skulle skrivas också av arenden/a.yml." in _said(done)
    assert _said(done).endswith("2 skrivna, 2 misslyckade.\n")
    assert sorted(_documents(folder / "ut")) == ["b.docx", "mars/c.docx"]


def test_one_bad_case_does_not_stop_the_others(folder: Path) -> None:
    (folder / "arenden/b.yaml").write_text("typ: yttrande\n", encoding="utf-8")
    done = namndkit("render", "arenden", cwd=folder)
    assert done.returncode == 1
    assert _said(done).endswith("2 skrivna, 1 misslyckat.\n")
    assert "fel NK201" in _said(done)
    (folder / "arenden/finns.yaml").symlink_to("ingenstans.yaml")
    assert namndkit("render", "arenden", cwd=folder).returncode == 2


def test_only_one_kind(folder: Path) -> None:
    shutil.copy(ROOT / "cases/forslag-minsta.yaml", folder / "arenden")
    done = namndkit("render", "arenden", "-o", "ut", "--type", "förslag", cwd=folder)
    assert (done.returncode, _said(done)) == (0, "1 skrivet.\n")
    assert sorted(_documents(folder / "ut")) == ["forslag-minsta.docx"]


def test_unchanged_documents_are_left_alone(folder: Path) -> None:
    namndkit("render", "arenden", "-o", "ut", cwd=folder)
    times = {path: path.stat().st_mtime_ns for path in (folder / "ut").rglob("*.docx")}
    again = namndkit("render", "arenden", "-o", "ut", cwd=folder)
    assert (again.returncode, _said(again)) == (0, "3 oförändrade.\n")
    text = (folder / "arenden/a.yaml").read_text(encoding="utf-8")
    (folder / "arenden/a.yaml").write_text(text + "# en kommentar\n", encoding="utf-8")
    assert _said(namndkit("render", "arenden", "-o", "ut", cwd=folder)) == "3 oförändrade.\n"
    assert {path: path.stat().st_mtime_ns for path in times} == times
    (folder / "arenden/a.yaml").write_text(text.replace("tiden", "rummet"), encoding="utf-8")
    changed = namndkit("render", "arenden", "-o", "ut", cwd=folder)
    assert _said(changed) == "1 skrivet, 2 oförändrade.\n"


@pytest.mark.parametrize("what", ["case", "drawn", "defaults", "templates", "draft"])
def test_everything_that_a_document_is_made_from_counts(folder: Path, what: str) -> None:
    shutil.copytree(ROOT / "templates", folder / "mallar")
    (folder / "namndkit.yaml").write_text("mallar: mallar\n", encoding="utf-8")
    text = (folder / "arenden/a.yaml").read_text(encoding="utf-8")
    text = text.replace("sammanfattning: Kort om ärende 1.", "sammanfattning: {fil: kort.md}")
    (folder / "arenden/a.yaml").write_text(text, encoding="utf-8")
    (folder / "arenden/kort.md").write_text("Kort.\n", encoding="utf-8")
    command = ["render", "arenden/a.yaml"]
    assert namndkit(*command, cwd=folder).returncode == 0
    assert _said(namndkit(*command, "--check", cwd=folder)) == "Oförändrat: arenden/a.docx.\n"
    if what == "case":
        (folder / "arenden/a.yaml").write_text(text.replace("Första", "Det första"), "utf-8")
    elif what == "drawn":
        (folder / "arenden/kort.md").write_text("Kortare.\n", encoding="utf-8")
    elif what == "defaults":
        defaults = "mallar: mallar\nförvaltning: Serviceförvaltningen\n"
        (folder / "namndkit.yaml").write_text(defaults, encoding="utf-8")
    elif what == "templates":
        template = folder / "mallar/yttrande.md.j2"
        text = template.read_text(encoding="utf-8")
        template.write_text(text.replace('"Yttrande") }}', '"Svar") }}'), encoding="utf-8")
    else:
        command.append("--draft")
    done = namndkit(*command, "--check", cwd=folder)
    assert (done.returncode, _said(done)) == (1, "Skulle skriva arenden/a.docx.\n")
    assert namndkit(*command, cwd=folder).returncode == 0


def test_check_and_dry_run_write_nothing(folder: Path) -> None:
    for flag, code in (("--check", 1), ("--dry-run", 0)):
        done = namndkit("render", "arenden", "-o", "ut", flag, cwd=folder)
        assert done.returncode == code
        assert _said(done).endswith("Skulle skriva ut/mars/c.docx.\n3 skulle skrivas.\n")
        assert not (folder / "ut").exists()


def test_report_as_json(folder: Path) -> None:
    (folder / "arenden/b.yaml").write_text("typ: yttrande\n", encoding="utf-8")
    done = namndkit("render", "arenden", "-o", "ut", "--format", "json", cwd=folder)
    report = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (1, b"")
    assert [one["status"] for one in report["documents"]] == ["written", "failed", "written"]
    assert report["documents"][1]["findings"][0]["code"] == "NK201"
    assert report["summary"] == {
        **dict.fromkeys(("would_write", "unchanged", "kept"), 0),
        "written": 2,
        "failed": 1,
    }


def test_two_processes_write_the_same_as_one(tmp_path: Path) -> None:
    _write(tmp_path, *(f"arenden/fall{number:03}.yaml" for number in range(70)))
    (tmp_path / "arenden/fall020.yaml").write_text("typ: yttrande\n", encoding="utf-8")
    one = namndkit("render", "arenden", "-o", "ett", cwd=tmp_path)
    two = namndkit("render", "arenden", "-o", "två", "--jobs", "2", cwd=tmp_path)
    assert (one.returncode, two.returncode) == (1, 1)
    assert one.stderr == two.stderr
    assert len(_documents(tmp_path / "ett")) == 69
    assert _documents(tmp_path / "ett") == _documents(tmp_path / "två")


def _edit_text(document: docx.document.Document) -> None:
    document.paragraphs[5].runs[0].text = "Första stycket är ändrat."


def _edit_bold(document: docx.document.Document) -> None:
    document.paragraphs[5].runs[0].bold = True


def _delete(document: docx.document.Document) -> None:
    element = document.paragraphs[6]._p
    element.getparent().remove(element)


def _add(document: docx.document.Document) -> None:
    document.paragraphs[6].insert_paragraph_before("Ett nytt stycke.")


def _margin(document: docx.document.Document) -> None:
    document.sections[0].left_margin += 200_000


def _nothing(document: docx.document.Document) -> None:
    """Opened and saved."""


EDITS = {
    "text": (_edit_text, "skiljer: ändrat stycke ”Första stycket är ändrat.”\n"),
    "bold": (
        _edit_bold,
        "skiljer: ändrat stycke ”Första stycket i ärende 1 handlar om platserna.”\n",
    ),
    "deleted": (_delete, "skiljer: borttaget stycke efter ”Första stycket i ärende 1"),
    "added": (_add, "skiljer: tillagt stycke ”Ett nytt stycke.”\n"),
    "margin": (_margin, "skiljer: sidans marginaler är ändrade"),
    "nothing": (_nothing, "sedan det skrevs. Ingen skillnad hittades. Det behålls."),
}


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("again", [False, True], ids=["python-docx", "LibreOffice"])
def test_edited_document_is_kept_and_its_changes_are_told(
    folder: Path, edit: str, again: bool
) -> None:
    change, told = EDITS[edit]
    target = folder / "arenden/a.docx"
    namndkit("render", "arenden/a.yaml", cwd=folder)
    document = docx.Document(str(target))
    change(document)
    document.save(str(target))
    if again:
        _through_libreoffice(target)
    edited = target.read_bytes()
    for _ in range(2):
        done = namndkit("render", "arenden/a.yaml", cwd=folder)
        assert done.returncode == 1
        assert "fel NK504: Dokumentet har sparats i ett annat program" in _said(done)
        assert told in _said(done)
        assert target.read_bytes() == edited
    assert namndkit("render", "arenden", "--check", cwd=folder).returncode == 1
    forced = namndkit("render", "arenden/a.yaml", "--force", cwd=folder)
    assert forced.returncode == 0
    assert _said(forced) == ("Sparade en kopia: arenden/a-kopia-1.docx.\nSkrev arenden/a.docx.\n")
    assert (folder / "arenden/a-kopia-1.docx").read_bytes() == edited
    assert _said(namndkit("render", "arenden/a.yaml", cwd=folder)).startswith("Oförändrat")


def _through_libreoffice(target: Path) -> None:
    soffice = shutil.which("soffice")
    if not soffice:
        if os.environ.get("CI"):
            pytest.fail("LibreOffice is not installed")
        pytest.skip("LibreOffice is not installed")
    profile = (target.parent / "profil").as_uri()
    out = target.parent / "libreoffice"
    subprocess.run(
        [soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to"]
        + ["docx:MS Word 2007 XML", "--outdir", str(out), str(target)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    shutil.move(out / target.name, target)


def test_document_that_namndkit_did_not_write_is_kept(folder: Path) -> None:
    target = folder / "arenden/a.docx"
    target.write_bytes(old_document())
    done = namndkit("render", "arenden/a.yaml", cwd=folder)
    assert done.returncode == 1
    assert (
        "fel NK505: Dokumentet finns redan och är inte skrivet av den här versionen av namndkit."
        in _said(done)
    )
    assert target.read_bytes() == old_document()
    namndkit("render", "arenden/a.yaml", "--force", cwd=folder)
    assert (folder / "arenden/a-kopia-1.docx").read_bytes() == old_document()
    assert docx.Document(str(target)).paragraphs
    target.write_text("inget dokument", encoding="utf-8")
    other = namndkit("render", "arenden/a.yaml", "--force", cwd=folder)
    assert other.returncode == 2
    assert "fel NK503" in _said(other)
    assert target.read_text(encoding="utf-8") == "inget dokument"


@pytest.mark.parametrize("harm", [b"", b"PK\x03\x04 half a zip", "cut"])
def test_broken_file_in_the_way_is_no_traceback(folder: Path, harm: bytes | str) -> None:
    target = folder / "arenden/a.docx"
    namndkit("render", "arenden/a.yaml", cwd=folder)
    data = target.read_bytes()[:-50] if isinstance(harm, str) else harm
    target.write_bytes(data)
    done = namndkit("render", "arenden/a.yaml", cwd=folder)
    assert "NK900" not in _said(done)
    if data:
        assert (done.returncode, target.read_bytes()) == (2, data)
    else:
        assert done.returncode == 0


def test_the_record_holds_nothing_of_the_content(folder: Path) -> None:
    namndkit("render", "arenden/a.yaml", cwd=folder)
    with zipfile.ZipFile(folder / "arenden/a.docx") as archive:
        record = archive.read("docProps/custom.xml").decode()
    for word in ("Första", "stycket", "Ada", "servicenämnden", "arenden", str(folder)):
        assert word not in record
    values = [part.partition("<")[0] for part in record.split("lpwstr>")[1::2]]
    assert max(map(len, values)) <= 255


def test_the_same_bytes_on_other_days_in_other_folders_and_time_zones(tmp_path: Path) -> None:
    made = []
    for name, zone in (("här", "Europe/Stockholm"), ("där/långt bort", "Pacific/Auckland")):
        place = tmp_path / name
        _write(place, "a.yaml")
        os.utime(place / "a.yaml", (10**9, 10**9))
        env = {**os.environ, "TZ": zone, "USER": name, "HOME": str(place)}
        subprocess.run([*COMMAND, str(place / "a.yaml")], env=env, check=True, capture_output=True)
        made.append((place / "a.docx").read_bytes())
        time.sleep(1.1)
    assert made[0] == made[1]


def _names(folder: Path) -> list[str]:
    """What lies in ``folder`` this moment, half written or not."""
    return os.listdir(folder) if folder.is_dir() else []


def test_killed_at_any_moment_a_rerun_finishes_the_job(tmp_path: Path) -> None:
    _write(tmp_path, *(f"arenden/fall{number:03}.yaml" for number in range(120)))
    namndkit("render", "arenden", "-o", "hela", cwd=tmp_path)
    whole = _documents(tmp_path / "hela")
    assert len(whole) == 120
    dice = random.Random(8)
    begun = 0
    for round_ in range(12):
        jobs = str(1 + round_ % 2)
        command = [*COMMAND, "arenden", "-o", "ut", "--jobs", jobs]
        run = subprocess.Popen(
            command, cwd=tmp_path, stderr=subprocess.DEVNULL, start_new_session=True
        )
        enough = len(_names(tmp_path / "ut")) + dice.randint(1, 12)
        while run.poll() is None and len(_names(tmp_path / "ut")) < enough:
            time.sleep(0.001)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(run.pid, signal.SIGKILL)
        run.wait()
        found = _documents(tmp_path / "ut")
        begun += bool(found)
        assert found.items() <= whole.items()
    assert begun
    done = namndkit("render", "arenden", "-o", "ut", cwd=tmp_path)
    assert done.returncode == 0, _said(done)
    assert _documents(tmp_path / "ut") == whole
    assert [path.name for path in (tmp_path / "ut").iterdir() if path.suffix != ".docx"] == []


def test_ctrl_c_ends_with_130_and_nothing_half_written(tmp_path: Path) -> None:
    _write(tmp_path, *(f"arenden/fall{number:04}.yaml" for number in range(1500)))
    command = [*COMMAND, "arenden", "-o", "ut", "--jobs", "2"]
    run = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, start_new_session=True)
    waited = time.monotonic()
    while not _documents(tmp_path) and time.monotonic() - waited < 30:
        time.sleep(0.02)
    os.killpg(run.pid, signal.SIGINT)
    _, said = run.communicate(timeout=60)
    assert run.returncode == 130
    assert b"Traceback" not in said
    assert re.search("Avbrutet(: [0-9]+ skriv(et|na))?[.] Kör samma kommando igen", said.decode())
    for path in (tmp_path / "ut").iterdir():
        assert zipfile.is_zipfile(path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="mounts a file system")
def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(disk)],
        check=False,
        capture_output=True,
    )
    if mounted.returncode:
        pytest.skip("may not mount a file system")
    try:
        _write(tmp_path, *(f"arenden/fall{number:02}.yaml" for number in range(40)))
        done = namndkit("render", "arenden", "-o", "disk", cwd=tmp_path)
        written = _documents(disk)
        assert done.returncode == 2
        assert "disken är full" in _said(done)
        assert 0 < len(written) < 40
        assert all(zipfile.is_zipfile(disk / name) for name in written)
        assert {path.suffix for path in disk.iterdir()} == {".docx"}
        text = (tmp_path / "arenden/fall00.yaml").read_text(encoding="utf-8")
        longer = text.replace("tiden", "tiden " + " ".join(map(str, range(9999))))
        (tmp_path / "arenden/fall00.yaml").write_text(longer, encoding="utf-8")
        again = namndkit("render", "arenden/fall00.yaml", "-o", "disk/", cwd=tmp_path)
        assert again.returncode == 2
        assert _documents(disk) == written
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_defaults_fill_what_a_case_leaves_out(folder: Path) -> None:
    (folder / "namndkit.yaml").write_text(
        "förvaltning: Serviceförvaltningen\nundertecknare: [{roll: Sekreterare, namn: Bo Alm}]\n",
        encoding="utf-8",
    )
    case = folder / "arenden/a.yaml"
    namndkit("render", "arenden", cwd=folder)
    text = "\n".join(one.text for one in docx.Document(str(folder / "arenden/a.docx")).paragraphs)
    assert "Ada Ek" in text
    assert "Bo Alm" not in text
    cut = case.read_text(encoding="utf-8").partition("undertecknare")[0]
    case.write_text(cut, encoding="utf-8")
    namndkit("render", "arenden", cwd=folder)
    document = docx.Document(str(folder / "arenden/a.docx"))
    assert "Bo Alm" in "\n".join(one.text for one in document.paragraphs)
    foot = document.sections[0].first_page_footer
    assert [one.text for one in foot.paragraphs] == ["Serviceförvaltningen"]


def test_default_unit_and_the_nearest_file(folder: Path) -> None:
    shutil.copy(ROOT / "cases/forslag-kalkyl.yaml", folder / "arenden/mars/k.yaml")
    text = (folder / "arenden/mars/k.yaml").read_text(encoding="utf-8")
    text = text.replace("  enhet: tkr\n", "")
    (folder / "arenden/mars/k.yaml").write_text(text, encoding="utf-8")
    (folder / "namndkit.yaml").write_text("enhet: mnkr\nkommun: Lund\n", encoding="utf-8")
    (folder / "arenden/namndkit.yaml").write_text("enhet: kr\n", encoding="utf-8")
    done = namndkit("config", "arenden/mars/k.yaml", cwd=folder)
    rows = [" ".join(line.split()) for line in done.stdout.decode().split("\n")]
    assert done.returncode == 0
    assert "enhet kr arenden/namndkit.yaml:1" in rows
    assert "kommun Malmö stad namndkit" in rows
    assert "nämnd servicenämnden arenden/mars/k.yaml:6" in rows


def test_config_tells_whose_yes_or_no_it_is(folder: Path) -> None:
    (folder / "namndkit.yaml").write_text("visa_huvud: ja\n", encoding="utf-8")
    case = folder / "arenden/a.yaml"
    text = case.read_text(encoding="utf-8")
    for own, row in (("", "ja namndkit.yaml"), ("visa_huvud: nej\n", "nej arenden/a.yaml")):
        case.write_text(text + own, encoding="utf-8")
        done = namndkit("config", "arenden/a.yaml", cwd=folder)
        rows = [" ".join(line.split()) for line in done.stdout.decode().split("\n")]
        assert f"visa_huvud {row}" in rows
        assert "ledtexter nej –" in rows


@pytest.mark.parametrize(
    ("defaults", "found"),
    [
        ("nämnnd: servicenämnden\n", "NK105: Nyckeln ”nämnnd” finns inte här."),
        ("mallar: mallr\n", "NK413: Mappen med mallar ”mallr” finns inte."),
        ("enhet: dollar\n", "NK108: ”dollar”"),
        ('nämnd: "[Skriv nämndens namn]"\n', "NK202: ”[Skriv nämndens namn]”"),
        ("nämnd: a: b\n", "NK101"),
    ],
)
def test_fault_in_the_defaults_is_told_once_at_its_place(
    folder: Path, defaults: str, found: str
) -> None:
    (folder / "namndkit.yaml").write_text(defaults, encoding="utf-8")
    for command in (["validate", "arenden"], ["render", "arenden", "-o", "ut"]):
        done = namndkit(*command, cwd=folder)
        said = (done.stdout + done.stderr).decode()
        assert done.returncode == 1
        assert said.count(f"fel {found}") == 1, said
        assert "--> namndkit.yaml:1:" in said
    assert not (folder / "ut").exists()


@pytest.mark.parametrize(
    "words",
    [
        ["render", "arenden", "-o", "ut.docx"],
        ["render", "arenden", "-o", "-"],
        ["render", "-", "arenden/a.yaml", "-o", "ut/"],
        ["render", "arenden", "--jobs", "0"],
        ["render", "arenden", "--jobs", "många"],
        ["render", "arenden", "--type", "brev"],
        ["render", "arenden", "--format", "sarif"],
        ["render", "tom"],
        ["config", "arenden"],
        ["config", "finns-inte.yaml"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_told_in_swedish(folder: Path, words: list[str]) -> None:
    (folder / "tom").mkdir()
    done = namndkit(*words, cwd=folder)
    said = (done.stdout + done.stderr).decode()
    assert done.returncode == 2
    assert "fel" in said
    assert "hjälp: " in said
    assert "NK900" not in said
    assert not (folder / "ut").exists()


def test_a_property_that_somebody_added_is_a_change(folder: Path) -> None:
    target = folder / "arenden/a.docx"
    namndkit("render", "arenden/a.yaml", cwd=folder)
    _rewrite(target, lambda data: data.replace(b"</Properties>", b"<!-- label --></Properties>"))
    labelled = target.read_bytes()
    done = namndkit("render", "arenden/a.yaml", cwd=folder)
    assert done.returncode == 1
    assert "Ingen skillnad hittades" in _said(done)
    assert target.read_bytes() == labelled


def _rewrite(target: Path, change: Callable[[bytes], bytes], part: str = RECORD) -> None:
    with zipfile.ZipFile(target) as old:
        parts = {one.filename: old.read(one) for one in old.infolist()}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in parts.items():
            new.writestr(name, change(data) if name == part else data)


@pytest.mark.parametrize(
    ("part", "change"),
    [
        (RECORD, lambda data: data + b" " * 400_000_000),
        ("word/document.xml", lambda data: data[:-20]),
        ("word/document.xml", lambda data: data.replace(b'w:top="1701"', b'w:top="1e999"')),
        ("word/document.xml", lambda data: b'<!DOCTYPE x [<!ENTITY a "aa">]><x>&a;</x>'),
        ("word/styles.xml", lambda data: b""),
    ],
)
def test_hostile_documents_are_kept_and_harm_nothing(
    folder: Path, part: str, change: Callable[[bytes], bytes]
) -> None:
    target = folder / "arenden/a.docx"
    namndkit("render", "arenden", cwd=folder)
    _rewrite(target, change, part)
    data = target.read_bytes()
    done = namndkit("render", "arenden", cwd=folder)
    assert done.returncode in (1, 2)
    assert "NK900" not in _said(done)
    assert "2 oförändrade" in _said(done)
    assert target.read_bytes() == data


def test_damaged_streams_are_no_traceback(folder: Path) -> None:
    target = folder / "arenden/a.docx"
    namndkit("render", "arenden/a.yaml", cwd=folder)
    whole = target.read_bytes()
    dice = random.Random(5)
    for _ in range(15):
        data = bytearray(whole)
        for _ in range(8):
            data[dice.randrange(len(data))] = dice.randrange(256)
        target.write_bytes(bytes(data))
        there = look(target, 10**7)
        assert isinstance(there, Standing)
        kinds = ("current", "ours", "another", "saved", "damaged", "foreign", "other")
        assert judge(there, "-", "-").kind in kinds


def test_only_what_a_killed_run_left_of_these_documents_is_cleared(folder: Path) -> None:
    arenden = folder / "arenden"
    ours = [arenden / f".a.docx.{number}.namndkit-tmp" for number in (999_999, 10**20)]
    others = [arenden / ".min anteckning.docx.999999.namndkit-tmp", arenden / ".a.docx.1.tmp"]
    alive = arenden / f".a.docx.{os.getpid()}.namndkit-tmp"
    for path in (*ours, *others, alive):
        path.write_text("x", encoding="utf-8")
    assert namndkit("render", "arenden", cwd=folder).returncode == 0
    assert [path.exists() for path in ours] == [False, False]
    assert all(path.exists() for path in (*others, alive))


def test_a_run_with_the_number_of_one_that_was_killed(folder: Path) -> None:
    shell = f"touch arenden/.a.docx.$$.namndkit-tmp; exec {' '.join(COMMAND)} arenden/a.yaml"
    done = subprocess.run(["sh", "-c", shell], cwd=folder, capture_output=True, check=False)
    assert (done.returncode, _said(done)) == (0, "Skrev arenden/a.docx.\n")


def test_broken_cases_are_told_whatever_kind_is_asked_for(folder: Path) -> None:
    (folder / "arenden/b.yaml").write_text('titel: "x\n', encoding="utf-8")
    done = namndkit("render", "arenden", "--type", "förslag", cwd=folder)
    assert done.returncode == 1
    assert "fel NK101" in _said(done)


def test_a_template_that_another_draws_in_counts(folder: Path) -> None:
    shutil.copytree(ROOT / "templates", folder / "mallar")
    (folder / "mallar/hej.md.j2").write_text("Hej.\n", encoding="utf-8")
    template = folder / "mallar/yttrande.md.j2"
    text = template.read_text(encoding="utf-8")
    template.write_text(text + '\n\n{% include "hej.md.j2" %}\n', "utf-8")
    command = ["render", "arenden/a.yaml", "--templates", "mallar"]
    assert namndkit(*command, cwd=folder).returncode == 0
    (folder / "mallar/hej.md.j2").write_text("Hej då.\n", encoding="utf-8")
    assert _said(namndkit(*command, cwd=folder)) == "Skrev arenden/a.docx.\n"
    template.write_text(text + '\n\n{% include "del/hej.md.j2" %}\n', "utf-8")
    (folder / "mallar/del").mkdir()
    (folder / "mallar/hej.md.j2").rename(folder / "mallar/del/hej.md.j2")
    done = namndkit(*command, cwd=folder)
    assert done.returncode == 1
    assert "inte i mappar under den" in done.stderr.decode()


def test_a_copy_is_as_private_as_the_original(folder: Path) -> None:
    target = folder / "arenden/a.docx"
    target.write_bytes(old_document())
    target.chmod(0o600)
    namndkit("render", "arenden/a.yaml", "--force", cwd=folder)
    assert (folder / "arenden/a-kopia-1.docx").stat().st_mode & 0o777 == 0o600
    assert target.stat().st_mode & 0o777 == 0o600


def test_a_mistake_of_namndkits_own_stops_one_case_only(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Maker, "_make", lambda *_: 1 / 0)
    (done,) = Maker(Options()).make("a.yaml", "a.docx")
    assert (done.status, [one.code for one in done.findings]) == ("", ["NK900"])


def test_control_signs_in_a_name_do_not_reach_the_terminal(folder: Path) -> None:
    (folder / "arenden/x\x1b[31m.yaml").write_text(CASE.format(number=9), encoding="utf-8")
    done = namndkit("render", "arenden/x\x1b[31m.yaml", cwd=folder)
    assert b"\x1b" not in done.stderr


def test_inga_and_an_empty_list_turn_a_default_off(folder: Path) -> None:
    (folder / "namndkit.yaml").write_text(
        "undertecknare: {roll: Ordförande, namn: Ada Ek}\nskickas_till: [Ett, Två]\n", "utf-8"
    )
    case = folder / "arenden/a.yaml"
    text = "typ: yttrande\ntitel: T\nnämnd: servicenämnden\nställningstagande: avstår"
    for given, there in (("inga", False), ("[]", False), ("nej", False), ("", True), ("~", True)):
        case.write_text(f"{text}\nundertecknare: {given}\nskickas_till: {given}\n", "utf-8")
        shown = namndkit("show", "arenden/a.yaml", cwd=folder).stdout.decode()
        assert ("Ada Ek" in shown, "Två" in shown) == (there, there), given
    case.write_text(f"{text}\nundertecknare: inga\n", "utf-8")
    rows = namndkit("config", "arenden/a.yaml", cwd=folder).stdout.decode().split("\n")
    assert "undertecknare inga arenden/a.yaml" in [" ".join(row.split()) for row in rows]


def test_a_slip_in_the_defaults_leaves_the_rest(folder: Path) -> None:
    case = folder / "arenden/a.yaml"
    text = case.read_text(encoding="utf-8").replace("nämnd: ", "# nämnd: ")
    case.write_text(text, encoding="utf-8")
    (folder / "namndkit.yaml").write_text("nämnd: servicenämnden\nskicks_till: Ett\n", "utf-8")
    done = namndkit(
        "validate", "arenden/a.yaml", "namndkit.yaml", "--format", "concise", cwd=folder
    )
    assert [line.split()[1] for line in done.stdout.decode().splitlines()] == ["NK105"]


def test_the_form_of_the_boards_own_numbers_is_an_example(folder: Path) -> None:
    (folder / "namndkit.yaml").write_text("diarienummer_mönster: MN 2026/101\n", "utf-8")
    case = folder / "arenden/a.yaml"
    text = case.read_text(encoding="utf-8")
    for number, told in (("MN 2025/7", False), ("MN-2026-7", True), ("MN 26/7", True)):
        case.write_text(f"{text}\ndiarienummer: {number}\n", "utf-8")
        done = namndkit("validate", "arenden/a.yaml", cwd=folder)
        assert (
            "hjälp: Skriv det på samma sätt som till exempel MN 2026/101." in done.stdout.decode()
        ) == told


def test_a_pdf_of_an_earlier_version_is_told(folder: Path) -> None:
    from namndkit.pdf import seal

    case, document = folder / "arenden/a.yaml", folder / "arenden/a.docx"
    assert namndkit("render", "arenden/a.yaml", cwd=folder).returncode == 0
    mark = b"0123456789ABCDEF" * 2
    data = b"%%PDF /ID [ <%s>\n<%s> ] /DocChecksum /%s" % (mark, mark, mark)
    (folder / "arenden/a.pdf").write_bytes(seal(data, document.read_bytes()))
    assert "PDF" not in _said(namndkit("render", "arenden/a.yaml", cwd=folder))
    case.write_text(case.read_text("utf-8").replace("titel: ", "titel: Nytt "), "utf-8")
    for option in ("--check", "--draft"):
        said = _said(namndkit("render", "arenden/a.yaml", option, cwd=folder))
        assert "PDF-filen bredvid arenden/a.docx är äldre. Med --pdf görs den på nytt." in said
    assert "Skrev utkastet arenden/a.docx." in said
