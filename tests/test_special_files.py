"""Whatever is named where a file is expected: no command waits for it, and each says what it was."""

from __future__ import annotations

import json
import os
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from conftest import ROOT
from namndkit.cli import main

YTTRANDE = "typ: yttrande\ntitel: T\nnämnd: servicenämnden\n"
CASE = YTTRANDE + "yttrande: Ja.\n"


@pytest.fixture(autouse=True)
def ends() -> Iterator[None]:
    """A command that waits for a pipe is stopped, and fails."""

    def stop(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(60)
    yield
    signal.alarm(0)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(words)
    code = ended.value.code
    assert isinstance(code, int)
    return code


def _loop(path: Path) -> None:
    path.symlink_to(path.name)


def _two(path: Path) -> None:
    other = path.with_name("andra")
    path.symlink_to(other)
    other.symlink_to(path)


KINDS: dict[str, tuple[Callable[[Path], object], str]] = {
    "fifo": (os.mkfifo, "det är ett rör, ingen fil"),
    "endless": (lambda path: path.symlink_to("/dev/zero"), "det är en enhet, ingen fil"),
    "loop": (_loop, "länkarna dit leder runt i en cirkel"),
    "loop of two": (_two, "länkarna dit leder runt i en cirkel"),
    "to nothing": (
        lambda path: path.symlink_to("borta"),
        "det är en länk till något som inte finns",
    ),
}
every_kind = pytest.mark.parametrize(("make", "told"), KINDS.values(), ids=KINDS.keys())


@every_kind
@pytest.mark.parametrize(
    "command",
    [
        ("validate",),
        ("validate", "--format", "sarif"),
        ("render",),
        ("budget",),
        ("show",),
        ("config",),
        ("inspect",),
        ("new", "förslag", "ny.yaml", "--titel", "T", "--from-cost"),
        ("new", "förslag", "ny.yaml", "--from-docx"),
    ],
    ids=" ".join,
)
def test_as_the_file_that_a_command_is_given(
    folder: Path,
    capfd: pytest.CaptureFixture[str],
    make: Callable[[Path], object],
    told: str,
    command: tuple[str, ...],
) -> None:
    make(folder / "fall.yaml")
    assert run(*command, "fall.yaml") == 2
    printed = "".join(capfd.readouterr())
    assert told in printed
    assert "NK900" not in printed
    assert not (folder / "ny.yaml").exists()


@every_kind
@pytest.mark.parametrize("key", ["yttrande", "sammanfattning"])
def test_as_a_text_that_is_drawn_in(
    folder: Path,
    capfd: pytest.CaptureFixture[str],
    make: Callable[[Path], object],
    told: str,
    key: str,
) -> None:
    make(folder / "text.md")
    (folder / "fall.yaml").write_text(f"{YTTRANDE}{key}: {{fil: text.md}}\n", "utf-8")
    for command in ("validate", "render", "show"):
        assert run(command, "fall.yaml") == 1
        printed = "".join(capfd.readouterr())
        assert "NK112" in printed
        # What leads out of the folder is not even looked at.
        assert told in printed or "ligger utanför" in printed
        assert "NK900" not in printed


@every_kind
def test_as_the_defaults_of_a_folder_above(
    folder: Path, capfd: pytest.CaptureFixture[str], make: Callable[[Path], object], told: str
) -> None:
    """It is told, not passed over for another one further up."""
    (folder / "under").mkdir()
    (folder / "under" / "fall.yaml").write_text(CASE, "utf-8")
    make(folder / "namndkit.yaml")
    for command in ("validate", "render", "show", "config"):
        assert run(command, "under/fall.yaml") in (1, 2)
        printed = "".join(capfd.readouterr())
        assert told in printed
        assert "NK900" not in printed


@every_kind
def test_as_the_logotype(
    folder: Path, capfd: pytest.CaptureFixture[str], make: Callable[[Path], object], told: str
) -> None:
    (folder / "fall.yaml").write_text(CASE, "utf-8")
    make(folder / "vapen.png")
    (folder / "namndkit.yaml").write_text(
        "logotyp: {bild: vapen.png, alternativtext: Vapen}\n", "utf-8"
    )
    assert run("render", "fall.yaml") == 1
    printed = capfd.readouterr().err
    assert "NK414" in printed
    # What leads out of the folder is not even looked at.
    assert told in printed or "utanför" in printed


@every_kind
def test_as_the_word_template_and_as_a_template(
    folder: Path, capfd: pytest.CaptureFixture[str], make: Callable[[Path], object], told: str
) -> None:
    (folder / "fall.yaml").write_text(CASE, "utf-8")
    (folder / "namndkit.yaml").write_text("mallar: mallar\n", "utf-8")
    for name, code in (("utseende.docx", "NK409"), ("yttrande.md.j2", "NK402")):
        shutil.rmtree(folder / "mallar", ignore_errors=True)
        shutil.copytree(ROOT / "templates", folder / "mallar")
        (folder / "mallar" / name).unlink()
        make(folder / "mallar" / name)
        for words in (("render", "fall.yaml"), ("templates", "check", "mallar")):
            assert run(*words) in (1, 2)
            printed = "".join(capfd.readouterr())
            assert code in printed
            assert told in printed
            assert "NK900" not in printed


def test_folders_that_are_named_as_files(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "fall.yaml").write_text(YTTRANDE + "yttrande: {fil: text.md}\n", "utf-8")
    for name in ("text.md", "namndkit.yaml", "tom.yaml"):
        (folder / name).mkdir()
    assert run("validate", "fall.yaml") == 2
    said = capfd.readouterr().out
    assert "Filen ”text.md” går inte att läsa: det är en mapp." in said
    assert "NK501" in said
    assert run("validate", "tom.yaml") == 2
    assert "Mappen innehåller inga ärenden" in capfd.readouterr().out


def test_no_more_is_drawn_in_than_a_case_may(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "text.md").write_text("ord " * 400_000, "utf-8")
    parts = "".join(f"  - rubrik: R{number}\n    text: {{fil: text.md}}\n" for number in range(9))
    (folder / "fall.yaml").write_text(f"{YTTRANDE}avsnitt:\n{parts}", "utf-8")
    from namndkit.source import read

    found = read((folder / "fall.yaml").read_bytes(), "fall.yaml", folder)
    assert [one.message for one in found.diagnostics if "tillsammans" in one.message]
    assert found.value is not None
    assert sum(len(text.text) for text in found.value.texts) < 12_000_000


LONG = "å" * 130  # 260 bytes: more than the 255 of most disks
TOO_LONG = "namnet eller sökvägen är för lång"


@pytest.mark.parametrize(
    "words",
    [
        ("validate", f"{LONG}.yaml"),
        ("render", f"{LONG}.yaml"),
        ("show", f"{LONG}.yaml"),
        ("config", f"{LONG}.yaml"),
        ("budget", f"{LONG}.yaml"),
        ("inspect", f"{LONG}.docx"),
        ("new", "yttrande", f"{LONG}.yaml", "--titel", "T", "--nämnd", "N", "--dnr", ""),
        ("new", "yttrande", "ny.yaml", "--from-docx", f"{LONG}.docx"),
        ("new", "förslag", "ny.yaml", "--from-cost", f"{LONG}.csv"),
        ("validate", "/".join(["mapp"] * 1200) + "/a.yaml"),
        ("validate", f"{LONG}/a.yaml"),
    ],
    ids=lambda words: " ".join(words)[:30],
)
def test_names_that_are_too_long(
    folder: Path, capfd: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    assert run(*words) == 2
    printed = "".join(capfd.readouterr())
    assert TOO_LONG in printed
    assert "Word?" not in printed
    assert "NK900" not in printed


@pytest.mark.parametrize(
    ("defaults", "code"),
    [
        (f"mallar: {LONG}\n", "NK413"),
        (f"logotyp: {{bild: {LONG}, alternativtext: V}}\n", "NK414"),
    ],
)
def test_names_that_are_too_long_in_the_defaults(
    folder: Path, capfd: pytest.CaptureFixture[str], defaults: str, code: str
) -> None:
    (folder / "fall.yaml").write_text(CASE, "utf-8")
    (folder / "namndkit.yaml").write_text(defaults, "utf-8")
    for command in ("validate", "render", "show", "config"):
        assert run(command, "fall.yaml") == 1
        printed = "".join(capfd.readouterr())
        assert code in printed
        assert "NK900" not in printed


@pytest.mark.parametrize(
    "problem",
    [PermissionError(13, "x"), OSError(5, "x"), OSError(116, "x"), BlockingIOError(11, "x")],
    ids=lambda problem: type(problem).__name__ + str(problem.errno),
)
@pytest.mark.parametrize("name", ["forslag.md.j2", "yttrande.md.j2", "utseende.docx", "fall.yaml"])
def test_files_that_the_system_refuses(
    folder: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    problem: OSError,
    name: str,
) -> None:
    """A template, a case … that may not be read, or whose disk fails: told, by every command."""
    (folder / "fall.yaml").write_text(CASE, "utf-8")
    (folder / "namndkit.yaml").write_text("mallar: mallar\n", "utf-8")
    shutil.copytree(ROOT / "templates", folder / "mallar")
    really_open = os.open

    def refuse(path: str | bytes | int, *rest: int, **more: int) -> int:
        if str(path).endswith(name) and "mallar" in str(path) + name.replace("fall", "mallar"):
            raise problem
        return really_open(path, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", refuse)
    commands = [("render", "fall.yaml"), ("show", "fall.yaml"), ("templates", "check", "mallar")]
    for words in commands if name != "fall.yaml" else commands[:2]:
        if name == "forslag.md.j2" and words[0] != "templates":
            continue  # a yttrande has no need of it
        if name == "utseende.docx" and words[0] == "show":
            continue
        assert run(*words) in (1, 2)
        printed = "".join(capfd.readouterr())
        assert "NK900" not in printed
        assert "går inte att läsa" in printed


@pytest.mark.parametrize("name", ["A.YAML", "c.Yml", "d.yml", "E.yAmL"])
def test_endings_in_capitals_are_cases_too(
    folder: Path, capfd: pytest.CaptureFixture[str], name: str
) -> None:
    (folder / "in").mkdir()
    (folder / "in" / name).write_text(CASE, "utf-8")
    assert run("validate", "in") == 0
    assert "Inga fynd i 1 fil." in capfd.readouterr().out
    assert run("render", "in", "-o", "ut") == 0
    assert (folder / "ut" / f"{name[0]}.docx").exists()


@pytest.mark.parametrize("style", ["full", "concise", "json", "github", "sarif"])
@pytest.mark.parametrize(
    "name", [b"\xe5rende.yaml", b"a\xff\xfeb.yaml", b"\xc3\x28 100% #1?.yaml", "å b.yaml".encode()]
)
def test_every_form_holds_any_name(
    folder: Path, capfdbinary: pytest.CaptureFixture[bytes], style: str, name: bytes
) -> None:
    """The output is UTF-8, JSON holds whole characters only, and an address leads to the file."""
    (folder / os.fsdecode(name)).write_text("typ: yttrande\ntitel: T\nfel: 1\n", "utf-8")
    assert run("validate", ".", "--format", style) == 1
    printed = capfdbinary.readouterr().out.decode("utf-8")
    assert "NK105" in printed
    if style not in ("json", "sarif"):
        return
    report = json.loads(printed)
    json.dumps(report, ensure_ascii=False).encode("utf-8")
    if style == "sarif":
        from urllib.parse import unquote_to_bytes

        result = report["runs"][0]["results"][0]
        address = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert unquote_to_bytes(address) == name
        assert address.isascii()
        assert not set(address) & set(' #?"<>\\')


TABLE = "Ändamål;Belopp (tkr)\nhyllor;40\n"


@pytest.mark.parametrize(
    "data",
    [
        TABLE.replace("hyllor", "hyl\0lor").encode(),
        TABLE.replace("40", "40\x1b").encode(),
        TABLE.replace("Ändamål", "Ändamål\x07").encode(),
        TABLE.replace("hyllor", '"hyl\u2028lor"').encode(),
        TABLE.replace("hyllor", "hyl\x0blor").encode(),
        TABLE.replace("hyllor", "hyl\x81lor").encode("latin-1").replace(b"\xc4", b"A"),
        TABLE.encode("utf-16-le"),
        TABLE.encode("utf-16-be"),
    ],
)
def test_no_unseen_sign_of_a_table_comes_into_a_case(
    folder: Path, capfd: pytest.CaptureFixture[str], data: bytes
) -> None:
    (folder / "t.csv").write_bytes(data)
    assert (
        run("new", "förslag", "ny.yaml", "--titel", "T", "--nämnd", "N", "--from-cost", "t.csv")
        == 2
    )
    said = capfd.readouterr().err
    assert "fel: " in said
    assert "NK900" not in said
    assert not (folder / "ny.yaml").exists()


@pytest.mark.parametrize("title", ["a\x1b[31mb", "a\x07", "a\u2028b", "\udce5", "a\x85b"])
@pytest.mark.parametrize("name", ["--titel", "--nämnd", "--dnr"])
def test_no_unseen_sign_of_the_command_line_does_either(
    folder: Path, capfd: pytest.CaptureFixture[str], name: str, title: str
) -> None:
    words = {"--titel": "T", "--nämnd": "N", "--dnr": "1"} | {name: title}
    assert (
        run("new", "yttrande", "ny.yaml", *(word for pair in words.items() for word in pair)) == 2
    )
    assert "innehåller ett tecken som inte kan skrivas" in capfd.readouterr().err
    assert not (folder / "ny.yaml").exists()


def test_a_new_case_may_have_any_name(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for name in (b"\xe5.yaml", b"a b'c\".yaml"):
        words = ("--titel", "T", "--nämnd", "N", "--dnr", "1")
        assert run("new", "yttrande", os.fsdecode(name), *words) == 0
        assert os.fsencode(folder / os.fsdecode(name)) in [
            os.fsencode(path) for path in folder.iterdir()
        ]
    assert "NK900" not in "".join(capfd.readouterr())


@pytest.mark.parametrize("stream", [None, "closed", "endless"], ids=["none", "closed", "endless"])
@pytest.mark.parametrize("command", [("validate", "-"), ("render", "-", "-o", "a.docx")])
def test_standard_input_is_bounded_and_may_be_missing(
    folder: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    stream: str | None,
    command: tuple[str, ...],
) -> None:
    with open("/dev/zero") as endless:
        if stream == "closed":
            endless.close()
        monkeypatch.setattr("sys.stdin", endless if stream else None)
        assert run(*command) == 2
    printed = "".join(capfd.readouterr())
    assert "NK501" in printed
    assert ("för stor" in printed) == (stream == "endless")
