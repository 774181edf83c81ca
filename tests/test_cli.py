"""The command as a user meets it: what is written where, what is said, and the exit code."""

from __future__ import annotations

import io
import os
import shutil
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest

from conftest import ROOT

CASE = ROOT / "cases" / "forslag-minsta.yaml"


def namndkit(*words: str | Path, cwd: Path, **more: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "namndkit", *map(str, words)],
        cwd=cwd,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "COLUMNS": "200"},
        timeout=60,
        check=False,
        **more,  # type: ignore[call-overload]
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(CASE, tmp_path / "fall.yaml")
    return tmp_path


def test_writes_beside_the_case_and_says_so(folder: Path) -> None:
    done = namndkit("render", "fall.yaml", cwd=folder)
    assert done.returncode == 0
    assert done.stdout == b""
    said = done.stderr.decode()
    assert said.startswith("Skrev fall.docx. Summa: ")
    assert said.count("\n") == 1
    assert docx.Document(str(folder / "fall.docx")).core_properties.language == "sv-SE"
    assert sorted(path.name for path in folder.iterdir()) == ["fall.docx", "fall.yaml"]


def _parts(data: bytes) -> dict[str, bytes]:
    """The parts of a document but its record, which tells where its case lies."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name != "docProps/custom.xml"]
        return {name: archive.read(name) for name in names}


def test_output_to_a_file_a_folder_and_standard_output(folder: Path) -> None:
    assert namndkit("render", "fall.yaml", "-o", "annan.docx", cwd=folder).returncode == 0
    assert namndkit("render", "fall.yaml", "-o", "ut/", cwd=folder).returncode == 0
    piped = namndkit("render", "fall.yaml", "-o", "-", cwd=folder)
    places = ((folder / "annan.docx").read_bytes(), (folder / "ut/fall.docx").read_bytes())
    made = [_parts(data) for data in (*places, piped.stdout)]
    assert made == [made[0]] * 3


def test_case_on_standard_input(folder: Path) -> None:
    data = (folder / "fall.yaml").read_bytes()
    piped = namndkit("render", "-", "-o", "-", cwd=folder, input=data)
    assert docx.Document(io.BytesIO(piped.stdout)).paragraphs
    unsaid = namndkit("render", "-", cwd=folder, input=data)
    assert unsaid.returncode == 2


def test_tjänsteskrivelse_gets_a_name_of_its_own(folder: Path) -> None:
    shutil.copy(ROOT / "cases" / "yttrande-motion.yaml", folder)
    done = namndkit("render", "yttrande-motion.yaml", "--as", "tjansteskrivelse", cwd=folder)
    assert done.returncode == 0
    assert (folder / "yttrande-motion-tjansteskrivelse.docx").exists()


@pytest.mark.parametrize(
    "words",
    [
        ["render"],
        ["rendera", "fall.yaml"],
        ["render", "fall.yaml", "--drfat"],
        ["render", "fall.yaml", "-o"],
        ["render", "fall.yaml", "--as", "brev"],
        ["render", "fall.yaml", "--templates", "finns-inte"],
        ["render", "finns-inte.yaml"],
        ["render", "fall.yaml", "-o", "fall.yaml"],
        ["render", "fall.yaml", "-o", "fall.yaml/x.docx"],
        ["render", "fall.yaml", "-o", "a" * 300],
        ["--versoin"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_told_in_swedish_with_exit_code_2(folder: Path, words: list[str]) -> None:
    before = (folder / "fall.yaml").read_bytes()
    done = namndkit(*words, cwd=folder)
    said = done.stderr.decode()
    assert done.returncode == 2
    assert done.stdout == b""
    assert said.startswith("fel")
    assert "hjälp: " in said
    assert "Traceback" not in said
    assert "NK900" not in said
    assert not {"Usage", "Error", "Try", "option", "No such"} & set(said.replace(":", " ").split())
    assert (folder / "fall.yaml").read_bytes() == before
    assert [path.name for path in folder.iterdir()] == ["fall.yaml"]


def test_help_is_swedish_and_begins_with_an_example(folder: Path) -> None:
    for words in (["--help"], ["render", "--help"], []):
        done = namndkit(*words, cwd=folder)
        said = (done.stdout or done.stderr).decode()
        assert said.split("\n")[2].strip().startswith("Exempel: namndkit ")
        for english in (
            "Usage",
            "Options",
            "Show this",
            "Arguments",
            "default",
            "required",
            "TEXT",
        ):
            assert english not in said


def test_version(folder: Path) -> None:
    import namndkit as package

    assert namndkit("--version", cwd=folder).stdout.decode() == f"namndkit {package.__version__}\n"


def test_folder_that_may_not_be_written(folder: Path) -> None:
    closed = Path("/proc")  # where even root may not write
    if not closed.is_dir():
        closed = folder / "ut"
        closed.mkdir(mode=stat.S_IRUSR | stat.S_IXUSR)
    done = namndkit("render", "fall.yaml", "-o", f"{closed}/", cwd=folder)
    assert done.returncode == 2
    assert "fel NK502: Filen går inte att skriva" in done.stderr.decode()


def test_full_disk_leaves_the_old_file(folder: Path) -> None:
    """A file size limit of the process stands in for the full disk: no write succeeds."""
    assert namndkit("render", "fall.yaml", cwd=folder).returncode == 0
    old = (folder / "fall.docx").read_bytes()
    text = (folder / "fall.yaml").read_text(encoding="utf-8")
    (folder / "fall.yaml").write_text(text.replace("2019", "2018"), encoding="utf-8")
    script = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100));"
        "sys.argv = ['namndkit', 'render', 'fall.yaml']; from namndkit.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", script],
        cwd=folder,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert "fel NK502: Filen går inte att skriva" in done.stderr.decode()
    assert (folder / "fall.docx").read_bytes() == old
    assert sorted(path.name for path in folder.iterdir()) == ["fall.docx", "fall.yaml"]


def test_a_reader_that_goes_away_and_an_old_console(folder: Path) -> None:
    if os.name != "nt":
        shell = f"{sys.executable} -m namndkit render fall.yaml -o - | head -c 1 >/dev/null"
        done = subprocess.run(
            shell, shell=True, cwd=folder, capture_output=True, timeout=60, check=False
        )
        assert done.stderr.decode().startswith("Skrev") or done.stderr == b""
    old = subprocess.run(
        [sys.executable, "-m", "namndkit", "render", "finns→inte.yaml"],
        cwd=folder,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
        timeout=60,
        check=False,
    )
    assert old.returncode == 2
    assert b"NK501" in old.stderr
    assert "går inte att läsa" in old.stderr.decode("cp1252")


@pytest.mark.parametrize(
    ("typed", "remedy"),
    [
        ("fall", "Menade du fall.yaml?"),
        ("fall.yml", "Menade du fall.yaml?"),
        ("fal.yaml", "Menade du fall.yaml?"),
        ("annat.yaml", "Kontrollera sökvägen."),
        ("ingen/fall.yaml", "Kontrollera sökvägen."),
    ],
)
def test_a_path_that_is_not_there_is_answered_with_the_one_meant(
    folder: Path, typed: str, remedy: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "namndkit", "render", typed],
        cwd=folder,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert f"hjälp: {remedy}" in done.stderr.decode()


def test_no_input_file_is_ever_overwritten(folder: Path) -> None:
    text = (folder / "fall.yaml").read_text(encoding="utf-8")
    (folder / "fall.yaml").write_text(
        text.replace("bakgrund: |\n", "bakgrund: {fil: b.md}\nsammanfattning: |\n"), "utf-8"
    )
    (folder / "b.md").write_text("Text.", encoding="utf-8")
    assert namndkit("render", "fall.yaml", "-o", "b.md", cwd=folder).returncode == 2
    assert (folder / "b.md").read_text(encoding="utf-8") == "Text."


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux; CI has it")
@pytest.mark.parametrize(
    "shell",
    [
        "{python} -m namndkit render fall.yaml -o - >/dev/full",
        "{python} -m namndkit render - -o x.docx <&-",
        "{python} -m namndkit render fall.yaml -o - >&-",
    ],
)
def test_streams_that_fail_are_told_as_that(folder: Path, shell: str) -> None:
    command = shell.format(python=sys.executable)
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, capture_output=True, timeout=60, check=False
    )
    said = done.stderr.decode()
    assert done.returncode == 2
    assert said.startswith("fel NK50")


def test_only_word_documents_are_written_over(folder: Path) -> None:
    """A workbook is a zip too, and a text of no length holds nothing to lose."""
    import zipfile

    with zipfile.ZipFile(folder / "bok.docx", "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    before = (folder / "bok.docx").read_bytes()
    refused = namndkit("render", "fall.yaml", "-o", "bok.docx", cwd=folder)
    assert refused.returncode == 2
    assert "NK503" in refused.stderr.decode()
    assert (folder / "bok.docx").read_bytes() == before
    (folder / "tom.docx").touch()
    assert namndkit("render", "fall.yaml", "-o", "tom.docx", cwd=folder).returncode == 0


def test_nothing_in_a_finding_reaches_the_terminal_as_a_command(folder: Path) -> None:
    text = 'typ: yttrande\ntitel: T\nnämnd: n\nyttrande: x\n"a\\e[31m\\nb\u202e": y\n'
    (folder / "fall.yaml").write_text(text, encoding="utf-8")
    said = namndkit("render", "fall.yaml", cwd=folder).stderr.decode()
    assert "\x1b" not in said
    assert "\u202e" not in said
    assert "a<U+001B>[31m<U+000A>b<U+202E>" in said
