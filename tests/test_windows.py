"""Windows played on any system: its paths by ``ntpath``, its troubles by their numbers, its lacks by taking away."""

from __future__ import annotations

import json
import ntpath
import os
import posixpath
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path, PureWindowsPath
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import ROOT
from namndkit.cli import render
from namndkit.cli.cases import Folders
from namndkit.cli.documents import Options
from namndkit.disk import (
    Refusal,
    and_above,
    beside,
    forbidden,
    inside,
    key,
    long_path,
    refusal,
    relative,
    shown,
    uri,
    write_refusal,
)
from test_special_files import CASE, ends, folder, run  # noqa: F401 – fixtures

WHERE = r"C:\Users\ada"


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """``ntpath`` with a working folder on C:."""
    monkeypatch.setattr(
        ntpath, "abspath", lambda path: ntpath.normpath(ntpath.join(WHERE, os.fspath(path)))
    )
    monkeypatch.setattr(ntpath, "realpath", ntpath.abspath)
    return ntpath


@pytest.mark.parametrize(
    ("path", "told"),
    [
        (r"ärenden\a.yaml", r"ärenden\a.yaml"),
        (r"C:\Users\ada\ärenden\a.yaml", r"ärenden\a.yaml"),
        (r"c:\users\ADA\a.yaml", "a.yaml"),
        (r"C:\Users\bo\a.yaml", r"..\bo\a.yaml"),
        (r"G:\ärenden\a.yaml", r"G:\ärenden\a.yaml"),
        ("G:/ärenden/a.yaml", r"G:\ärenden\a.yaml"),
        (r"\\server\nämnd\a.yaml", r"\\server\nämnd\a.yaml"),
        (r"\\?\C:\Users\ada\a.yaml", r"\\?\C:\Users\ada\a.yaml"),
    ],
)
def test_a_path_is_shown_from_the_working_folder_or_whole(
    windows: ModuleType, path: str, told: str
) -> None:
    """No way leads to another drive or share, where ``ntpath.relpath`` raises."""
    assert shown(path, windows) == told


def test_a_way_between_two_shares_is_a_whole_path(windows: ModuleType) -> None:
    assert relative(r"\\a\b\x", r"\\a\c", windows) == r"\\a\b\x"
    assert relative(r"\\a\b\x\y", r"\\A\B\z", windows) == r"..\x\y"


def test_the_folders_above_keep_the_letter_of_a_mapped_drive(
    monkeypatch: pytest.MonkeyPatch, windows: ModuleType
) -> None:
    """Where links are followed G: is a share, whose folders above are not the user's."""
    monkeypatch.setattr(ntpath, "realpath", lambda path: r"\\server\delat\nämnd\ärenden")
    assert list(and_above(r"G:\ärenden", windows)) == ["G:\\ärenden", "G:\\"]
    assert list(and_above(r"\\server\delat\x", windows)) == [
        r"\\server\delat\x",
        "\\\\server\\delat\\",
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (r"a.docx", r"A.DOCX"),
        (r"ut\a.docx", r"UT/a.docx"),
        (r"Åsa.docx", "åsa.docx"),
        (r"åsa.docx", unicodedata.normalize("NFD", "Åsa.docx")),
        (r"ut.\a.docx", r"ut\a.docx"),
        (r"ut \a.docx", r"ut\a.docx"),
        (r"C:\Users\ada\a.docx", "a.docx"),
        (r"straße.docx", "STRASSE.docx"),
    ],
)
def test_names_that_are_one_file_there_have_one_key(
    windows: ModuleType, one: str, other: str
) -> None:
    assert key(one, windows) == key(other, windows)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_a_key_is_its_own_key_and_passes_over_capitals(name: str) -> None:
    assert key(name) == key(unicodedata.normalize("NFD", name))
    assert key(f"/{name}".lower()) == key(f"/{name.lower()}")


@pytest.mark.parametrize(
    ("path", "told"),
    [
        (r"C:\ä\con.yaml", "con.yaml"),
        ("CON", "CON"),
        ("aux.docx", "aux.docx"),
        (r"nul\a.docx", "nul"),
        ("com1 .tar.gz", "com1 .tar.gz"),
        ("lpt¹.docx", "lpt¹.docx"),
        ("a.md:ström", "':'"),
        ("a?.docx", "'?'"),
        (r"C:\a\b*.yaml", "'*'"),
        ("a\tb.docx", r"'\t'"),
        (r"\\.\pipe\x", "enhet"),
    ],
)
def test_names_that_windows_keeps_for_itself(path: str, told: str) -> None:
    refused = forbidden(path, ntpath)
    assert refused is not None
    assert told in refused.reason
    assert forbidden(path, posixpath) is None


@pytest.mark.parametrize(
    "path",
    [
        "a.yaml",
        r"C:\ärenden\a.yaml",
        "C:a.yaml",
        r"\\server\delat\a.yaml",
        r"\\?\C:\ärenden\a.yaml",
        "contract.docx",
        "auxiliär.docx",
        "com10.docx",
        "nulägesbeskrivning.docx",
        "kon.docx",
        "..",
    ],
)
def test_ordinary_names_are_none_of_them(path: str) -> None:
    assert forbidden(path, ntpath) is None


def test_reserved_names_are_neither_read_nor_written_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from namndkit.disk import read, reading

    (tmp_path / "con.yaml").write_text("x")
    assert read(tmp_path / "con.yaml", 10) == b"x"
    monkeypatch.setattr(reading, "forbidden", lambda path: forbidden(path, ntpath))
    refused = read(tmp_path / "con.yaml", 10)
    assert isinstance(refused, Refusal)
    assert "con.yaml" in refused.reason


@pytest.mark.parametrize(
    ("name", "home"),
    [
        (r"\\ond\delat\x.md", WHERE),
        ("//ond/delat/x.md", WHERE),
        (r"\\ond\delat\x.md", r"\\god\delat"),
        (r"\\ond\c$\mallar", "G:\\"),
        (r"\\ond@80\delat\x.md", WHERE),
        (r"\\?\UNC\ond\delat\x.md", WHERE),
        (r"H:\mallar", r"G:\a"),
        ("H:mallar", r"G:\a"),
    ],
)
def test_what_a_sent_file_names_on_another_computer_is_not_even_looked_for(
    windows: ModuleType, monkeypatch: pytest.MonkeyPatch, name: str, home: str
) -> None:
    """To ask for it tells the other who is logged in here."""

    def asked(path: str) -> str:
        raise AssertionError(path)

    monkeypatch.setattr(ntpath, "realpath", asked)
    assert isinstance(beside(name, home, windows), Refusal)


@pytest.mark.parametrize(
    ("name", "home"),
    [(r"..\mallar", r"G:\a"), ("C:\\", WHERE), (r"\Windows", WHERE), ("C:..", WHERE)],
)
def test_what_lies_outside_the_folder_is_refused(windows: ModuleType, name: str, home: str) -> None:
    assert isinstance(beside(name, home, windows), Refusal)


@pytest.mark.parametrize(
    ("name", "home", "path"),
    [
        ("text.md", r"G:\a", r"G:\a\text.md"),
        (r"g:\A\mallar", r"G:\a", r"g:\A\mallar"),
        (r"\\server\delat\a\mallar", r"\\SERVER\delat\a", r"\\server\delat\a\mallar"),
        ("text.md", r"\\server\delat\a", r"\\server\delat\a\text.md"),
    ],
)
def test_what_a_file_names_in_its_own_folder_is_found(
    windows: ModuleType, name: str, home: str, path: str
) -> None:
    assert beside(name, home, windows) == path


def test_to_lie_inside_is_asked_by_the_rules_of_the_system(windows: ModuleType) -> None:
    assert inside(r"G:\a\b.md", r"g:\A", windows)
    assert inside("text.md", ".", windows)
    assert not inside(r"G:\ab\c.md", r"G:\a", windows)
    assert not inside(r"H:\a\b.md", r"G:\a", windows)
    assert not inside(r"\\s\d\b.md", r"G:\a", windows)
    assert not inside(r"G:\a\..\b.md", r"G:\a", windows)


def test_a_long_path_is_opened_in_the_form_that_may_be_long(windows: ModuleType) -> None:
    long = "\\".join(["mapp"] * 60) + "\\a.yaml"
    assert long_path("a.yaml", windows) == "a.yaml"
    assert long_path(long, windows) == f"\\\\?\\{WHERE}\\{long}"
    assert long_path(f"G:/{long}", windows) == f"\\\\?\\G:\\{long}"
    assert long_path(rf"\\server\d\{long}", windows) == rf"\\?\UNC\server\d\{long}"
    done = long_path(long, windows)
    assert long_path(done, windows) == done
    assert long_path("/" + "x/" * 300, posixpath) == "/" + "x/" * 300


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (r"ärenden\a b.yaml", "%C3%A4renden/a%20b.yaml"),
        (r"C:\a#1.yaml", "file:///C:/a%231.yaml"),
        (r"\\server\delat\a.yaml", "file://server/delat/a.yaml"),
        ("a\ud800.yaml", "a%ED%A0%80.yaml"),
    ],
)
def test_addresses_of_files_on_windows(path: str, address: str) -> None:
    assert uri(path, ntpath) == address


def test_addresses_of_files_elsewhere() -> None:
    assert uri("/a/b c.yaml", posixpath) == "file:///a/b%20c.yaml"
    assert uri("a\\b:c.yaml", posixpath) == "a%5Cb%3Ac.yaml"
    assert uri("\udce5.yaml", posixpath) == "%E5.yaml"


def trouble(winerror: int, errno: int = 13) -> OSError:
    """What Windows would raise: there the number of Unix is made of its own, and tells less."""
    problem = OSError(errno, "x")
    problem.winerror = winerror  # type: ignore[attr-defined]  # only Windows' has it
    return problem


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (2, "den finns inte"),
        (3, "den finns inte"),
        (5, "behörighet saknas"),
        (21, "enheten är inte ansluten"),
        (32, "öppen i ett annat program"),
        (33, "öppen i ett annat program"),
        (53, "svarar inte"),
        (64, "svarar inte"),
        (67, "svarar inte"),
        (112, "disken är full"),
        (123, "tecken som systemet inte tillåter"),
        (206, "för lång"),
        (362, "i molnet"),
        (1392, "disken ger fel"),
        (1921, "cirkel"),
        (99999, "systemet säger nej"),
    ],
)
def test_the_troubles_of_windows_are_told_by_their_own_numbers(number: int, told: str) -> None:
    assert told in refusal(trouble(number), "a.yaml").reason


def test_a_file_that_is_not_found_because_its_path_is_long_is_told_as_that() -> None:
    assert refusal(trouble(3), "mapp/" * 60).reason == "namnet eller sökvägen är för lång"


@pytest.mark.parametrize(
    ("name", "lock"),
    [
        ("brev.docx", "~$brev.docx"),
        ("forslag.docx", "~$orslag.docx"),
        ("yttrande-remiss.docx", "~$trande-remiss.docx"),
        ("yttrande.docx", ".~lock.yttrande.docx#"),
    ],
)
@pytest.mark.parametrize("number", [5, 32])
def test_a_document_that_cannot_be_written_because_it_is_open(
    tmp_path: Path, name: str, lock: str, number: int
) -> None:
    (tmp_path / name).write_text("x")
    before = write_refusal(trouble(number), tmp_path / name)
    (tmp_path / lock).write_text("x")
    after = write_refusal(trouble(number), tmp_path / name)
    assert after.reason == "den är öppen i Word eller LibreOffice"
    assert before.reason != after.reason


def test_a_protected_document_and_a_closed_folder_are_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = tmp_path / "a.docx"
    document.write_text("x")
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != document)
    assert write_refusal(trouble(5), document).reason == "den är skrivskyddad"
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) == document)
    assert write_refusal(trouble(5), document).reason == "du får inte skriva i mappen"
    monkeypatch.setattr(os, "access", lambda path, mode: True)
    assert "öppen i Word?" in write_refusal(trouble(5), document).remedy
    assert write_refusal(trouble(112, 28), document).reason == "disken är full"


COMMANDS = (
    ("validate", "{}"),
    ("validate", "{}", "--format", "sarif"),
    ("validate", "{}", "--fix"),
    ("render", "{}"),
    ("render", "{}", "-o", "ut/"),
    ("show", "{}"),
    ("config", "{}"),
    ("budget", "{}"),
    ("inspect", "{folder}/fall.docx"),
    ("new", "yttrande", "{folder}/ny.yaml", "--titel", "T", "--nämnd", "N", "--dnr", "1"),
    ("templates", "check", "{folder}"),
)


def test_every_command_takes_a_case_on_another_drive(
    folder: Path,  # noqa: F811
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where no relative path can be made, ``relpath`` raises ValueError, as on Windows."""

    def no_way(*_: object) -> str:
        raise ValueError("path is on mount 'G:', start on mount 'C:'")

    monkeypatch.setattr(os.path, "relpath", no_way)
    away = folder / "G"
    away.mkdir()
    (away / "fall.yaml").write_text(CASE, "utf-8")
    (away / "namndkit.yaml").write_text("nämnd: servicenämnden\nmallar: mallar\n", "utf-8")
    shutil.copytree(ROOT / "templates", away / "mallar")
    for words in COMMANDS:
        code = run(*(word.format(away / "fall.yaml", folder=away) for word in words))
        printed = "".join(capfd.readouterr())
        assert "NK900" not in printed, words
        assert code in (0, 1), (words, printed)
    assert Folders().of(str(away / "fall.yaml")).path == str(away / "namndkit.yaml")
    assert (away / "ny.yaml").exists()
    assert (folder / "ut/fall.docx").exists()


def test_documents_whose_names_differ_in_capitals_only_are_not_written(
    folder: Path,  # noqa: F811
    capfd: pytest.CaptureFixture[str],
) -> None:
    """One would take the other's place as soon as the folder is on Windows."""
    (folder / "in").mkdir()
    for name in (
        "a.yaml",
        "A.yaml",
        "b.yaml",
        "Åsa.yaml",
        unicodedata.normalize("NFD", "åsa.yaml"),
    ):
        (folder / "in" / name).write_text(CASE, "utf-8")
    assert run("render", "in", "-o", "ut") == 2
    assert capfd.readouterr().err.count("NK509") == 4
    assert [path.name for path in (folder / "ut").iterdir()] == ["b.docx"]


def test_a_case_that_is_named_twice_is_made_once(
    folder: Path,  # noqa: F811
    capfd: pytest.CaptureFixture[str],
) -> None:
    (folder / "in").mkdir()
    (folder / "in/a.yaml").write_text(CASE, "utf-8")
    assert run("render", "in/a.yaml", "./in/a.yaml", str(folder / "in/a.yaml"), "in") == 0
    assert "1 skrivet." in capfd.readouterr().err


@pytest.mark.parametrize("case", ["G:\\", r"\\server\delat", r"\\server\delat\\"])
def test_a_drive_or_a_share_that_is_not_there_has_no_name_of_its_own(
    monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    monkeypatch.setattr(render, "Path", PureWindowsPath)
    assert list(render._targets([case], None, Options(), Folders(), alone=True)) == [(case, case)]


def test_defaults_are_found_whatever_their_capitals_on_windows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from namndkit.cli.cases import is_defaults

    assert not is_defaults("a/Namndkit.yaml")
    monkeypatch.setattr(os.path, "normcase", ntpath.normcase)
    assert is_defaults("a/Namndkit.YAML")


def test_notepads_hidden_ending_is_told(
    folder: Path,  # noqa: F811
    capfd: pytest.CaptureFixture[str],
) -> None:
    (folder / "in").mkdir()
    (folder / "in/fall.yaml.txt").write_text(CASE, "utf-8")
    assert run("validate", "in") == 2
    assert "Ta bort .txt ur namnet fall.yaml.txt." in capfd.readouterr().out


_LACKS = """
import os, signal, sys
import concurrent.futures, multiprocessing, shutil, subprocess, tempfile, typer  # know by now where they are
for module, names in {
    os: "O_NONBLOCK O_CLOEXEC O_NOCTTY O_NOFOLLOW O_DIRECTORY fork forkpty getuid geteuid getgid getpgid"
        " setsid killpg fchmod fchown chown mkfifo mknod openpty ttyname statvfs",
    signal: "SIGALRM SIGKILL SIGHUP SIGPIPE SIGQUIT SIGUSR1 SIGCHLD alarm setitimer pthread_sigmask",
}.items():
    for name in names.split():
        if hasattr(module, name):
            delattr(module, name)
os.supports_dir_fd.clear()
for name in ("fcntl", "grp", "pwd", "resource", "termios", "posix_ipc"):
    sys.modules[name] = None
from namndkit.cli import main
main(sys.argv[1:])
"""


@pytest.mark.parametrize(
    "words",
    [
        ("validate", "in"),
        ("render", "in", "-o", "ut"),
        ("render", "in", "-o", "ut", "--force"),
        ("show", "in/a.yaml"),
        ("config", "in/a.yaml"),
        ("budget", "in"),
        ("new", "yttrande", "ny.yaml", "--titel", "T", "--nämnd", "N", "--dnr", "1"),
    ],
    ids=" ".join,
)
def test_nothing_is_used_that_windows_lacks(tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.yaml").write_bytes(CASE.encode().replace(b"\n", b"\r\n"))
    done = subprocess.run(
        [sys.executable, "-c", _LACKS, *words],
        cwd=tmp_path,
        capture_output=True,
        timeout=120,
        env={**os.environ, "PYTHONIOENCODING": "cp850"},
        check=False,
    )
    assert (done.returncode, b"NK900" in done.stderr) == (0, False), done.stderr.decode("cp850")


def test_json_of_a_path_on_another_share_is_whole(
    folder: Path,  # noqa: F811
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert run("validate", r"\\server\delat\a.yaml", "--format", "json") == 2
    report = json.loads(capfd.readouterr().out)
    assert report["findings"][0]["path"] == r"\\server\delat\a.yaml"


def test_the_processes_of_windows_make_the_same_documents(
    folder: Path,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """They are begun anew (spawn), not copied (fork)."""
    from namndkit.cli import workers

    begin = workers._Crew.begin
    monkeypatch.setattr(workers._Crew, "begin", lambda crew, *_: begin(crew, "spawn"))
    for number in range(40):
        (folder / f"{number}.yaml").write_text(CASE, "utf-8")
    pairs = [(f"{number}.yaml", f"{number}.docx") for number in range(40)]
    done = list(workers.make_all(pairs, Options(), 2))
    assert [(one.case, one.status) for made in done for one in made] == [
        (case, "written") for case, _ in pairs
    ]


def test_no_more_processes_are_begun_than_windows_can_listen_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from namndkit.cli import workers

    begun: list[object] = []
    monkeypatch.setattr(workers._Crew, "begin", lambda crew, *_: begun.append(crew))
    workers.make_all([("a.yaml", "a.docx")] * 10_000, Options(), 500)
    assert 0 < len(begun) <= 61


@pytest.mark.parametrize(
    ("number", "lock", "told"),
    [
        (32, "~$fall.docx", "den är öppen i Word eller LibreOffice"),
        (5, "~$fall.docx", "den är öppen i Word eller LibreOffice"),
        (32, "", "den är öppen i ett annat program"),
        (5, "", "behörighet saknas"),
        (1224, "", "den är öppen i ett annat program"),
    ],
)
def test_a_document_that_is_open_is_kept_and_nothing_is_left_beside_it(
    folder: Path,  # noqa: F811
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    lock: str,
    told: str,
) -> None:
    (folder / "fall.yaml").write_text(CASE, "utf-8")
    assert run("render", "fall.yaml") == 0
    before = (folder / "fall.docx").read_bytes()
    (folder / "fall.yaml").write_text(CASE.replace("Ja", "Nej"), "utf-8")
    if lock:
        (folder / lock).write_bytes(b"\x07Ada Ek")

    def taken(*_: object, **__: object) -> None:
        raise trouble(number)

    monkeypatch.setattr(os, "replace", taken)
    capfd.readouterr()
    assert run("render", "fall.yaml") == 2
    said = capfd.readouterr().err
    assert "NK502" in said
    assert told in said
    assert (folder / "fall.docx").read_bytes() == before
    left = {path.name for path in folder.iterdir()} - {"fall.yaml", "fall.docx", lock}
    assert not left


def test_every_word_lock_file_is_passed_over(
    folder: Path,  # noqa: F811
    capfd: pytest.CaptureFixture[str],
) -> None:
    (folder / "fall.yaml").write_text(CASE, "utf-8")
    assert run("render", "fall.yaml", "-o", "ut/") == 0
    (folder / "ut/~$fall.docx").write_bytes(b"\x07Ada Ek")
    capfd.readouterr()
    assert run("inspect", "ut") == 0
    assert "i 1 fil" in capfd.readouterr().out
