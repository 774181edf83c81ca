"""How text leaves the process: on any console, in any form, to any reader, nothing lost or obeyed."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import ROOT
from namndkit.report.json_text import json_text
from namndkit.report.outlet import Outlet, OutputFailed
from namndkit.report.visible import CLOSEST, harmless, visible, without_commands

CASES = ROOT / "cases"
EVIL = "x\u202e##[error]y\x1b[31m\u009b7mz"
CASE = """\
typ: förslag
titel: "{title}"
nämnd: "::error::nämnd"
bakgrund: |
  ::warning::Text som ser ut som en order, 2  – 3.

  Och ##[group]en till.
insatser:
  - rubrik: "##[add-mask]a"
    text: ::stop-commands::x
målgrupp: alla
förväntad_effekt: "  ::set-env name=A::b"
kostnad:
  visa: tabell
  rader:
    - {{ändamål: "::debug::a", belopp: −700 tkr}}
    - {{ändamål: "##[error]b", belopp: 900 tkr}}
"""


def _run(
    *words: str, cwd: Path, shell: str = "", **given: str
) -> subprocess.CompletedProcess[bytes]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    command = [sys.executable, "-m", "namndkit", *words]
    return subprocess.run(
        ["sh", "-c", f'"$@" {shell}', "sh", *command] if shell else command,
        cwd=cwd,
        env={**clean, "PYTHONIOENCODING": "utf-8", **given},
        capture_output=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "fall.yaml").write_text(CASE.format(title="Förslag"), encoding="utf-8")
    return tmp_path


COMMANDS = [
    ["validate", "."],
    ["validate", ".", "--format", "concise"],
    ["validate", ".", "--format", "json"],
    ["validate", ".", "--format", "sarif"],
    ["validate", ".", "--format", "github"],
    ["validate", ".", "--diff"],
    ["validate", ".", "--fix"],
    ["budget", "."],
    ["budget", ".", "--format", "markdown"],
    ["budget", ".", "--format", "csv"],
    ["budget", ".", "--format", "json"],
    ["budget", ".", "--check"],
    ["show", "fall.yaml"],
    ["show", "fall.yaml", "--tree"],
    ["config", "fall.yaml"],
    ["render", "fall.yaml", "--draft"],
    ["render", "fall.yaml", "--format", "json"],
    ["render", "::error::finns inte.yaml", "##[error].yaml"],
    ["explain", "::error::##[error]"],
    ["new", "##[error]"],
    ["::error::"],
    ["validate", "--::error::##[error]"],
]


def _obeyed(line: str) -> str:
    """The command that GitHub's runner would find in ``line`` (actions/runner, ActionCommand.cs)."""
    shown = "".join(one for one in line if one not in "\u200b\u00ad\u200d\ufeff\u034f\ufe0f")
    trimmed = shown.lstrip()
    if trimmed.startswith("::") and "::" in trimmed[2:]:
        return trimmed
    return shown[shown.index("##[") :] if "##[" in shown else ""


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_no_text_of_a_user_is_a_command_on_github(folder: Path, words: list[str]) -> None:
    done = _run(*words, cwd=folder, GITHUB_ACTIONS="true")
    assert b"NK900" not in done.stderr
    lines = re.split("[\r\n]", (done.stdout + done.stderr).decode())
    obeyed = list(filter(None, map(_obeyed, lines)))
    ours = [one for one in obeyed if re.match("::(error|warning|notice) file=[^:]*,title=NK", one)]
    assert obeyed == ours
    if words[:2] == ["validate", "."] and words[2:] != ["--diff"]:
        assert done.stdout


@given(st.text(alphabet="#:[] é\u200b\u00ad\u00a0ax\n\r\t", max_size=12))
def test_whatever_stands_between_nothing_is_a_command(text: str) -> None:
    quiet = without_commands(text)
    assert not any(map(_obeyed, re.split("[\r\n]", quiet)))
    assert quiet.replace(" ", "") == text.replace(" ", "")


def test_a_line_in_pieces_is_looked_at_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    out = Outlet(stream, vital=True)
    for piece in ("a #", "#", "[error]b\n", ":", ":error::", "c\n:", ":"):
        print(piece, end="", file=out)
        out.flush()
    out.command("::error::d")
    out.release()
    out.flush()
    written = stream.buffer.getvalue().decode()  # type: ignore[attr-defined]  # it is a BytesIO
    assert written == "a # #[error]b\n: :error::c\n: :\n::error::d\n"


@pytest.mark.parametrize("form", ["json", "sarif", "csv", "github"])
def test_forms_for_programs_are_utf_8_on_every_console(folder: Path, form: str) -> None:
    words = ["budget" if form == "csv" else "validate", ".", "--format", form]
    said = [
        _run(*words, cwd=folder, PYTHONIOENCODING=console, PYTHONUTF8="0").stdout
        for console in ("cp1252", "ascii", "utf-8", "utf-16")
    ]
    assert said == [said[2]] * 4
    assert "ä" in said[2].decode("utf-8")
    assert b"\r" not in said[2]


@pytest.mark.parametrize("words", [["schema"], ["render", ".", "--format", "json"]])
def test_other_json_is_utf_8_too(folder: Path, words: list[str]) -> None:
    (folder / "å.yaml").write_text("typ: yttrande\n", encoding="utf-8")
    done = _run(*words, cwd=folder, PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert "å" in done.stdout.decode("utf-8")
    json.loads(done.stdout)


def test_json_means_what_it_says_and_orders_nothing(folder: Path) -> None:
    title = EVIL.encode("unicode_escape").decode()
    (folder / "fall.yaml").write_text(CASE.format(title=title), encoding="utf-8")
    said = _run("budget", ".", "--format", "json", cwd=folder).stdout.decode()
    assert not re.search("##\\[|[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", said)
    titles = [one["titel"] for one in json.loads(said)["cases"]]
    assert titles in ([EVIL], [])  # with an error in the title the case is not added up


@given(st.text(), st.text(alphabet='#[]é\\\\":\u202e\x1b\n', max_size=9))
def test_json_says_the_very_same(text: str, order: str) -> None:
    value = {"a": [text, order], order: None}
    said = json_text(value)
    assert json.loads(said) == value
    assert harmless(said) == said
    assert without_commands(said) == said


def test_a_minus_stays_a_minus_on_an_old_console(folder: Path) -> None:
    said = _run("budget", ".", cwd=folder, PYTHONIOENCODING="cp1252", PYTHONUTF8="0").stdout
    table = said.decode("cp1252")
    assert re.search(r"debug::a\s*\|\s+-0,7\s", table)
    assert "?" not in table


@pytest.mark.parametrize("console", ["cp1252", "cp850", "ascii", "latin-1", "utf-8"])
@given(text=st.text())
def test_every_sign_can_be_read_or_counted_on_every_console(console: str, text: str) -> None:
    written = text.encode(console, CLOSEST).decode(console)
    for sign in text:
        here = sign.encode(console, CLOSEST).decode(console)
        assert here == sign or (here != "?" and here.isascii() and here)
    assert written == "".join(one.encode(console, CLOSEST).decode(console) for one in text)


@given(st.text())
def test_nothing_is_dropped_when_signs_are_made_visible(text: str) -> None:
    for safe in (visible(text), harmless(text)):
        back = re.sub("<U\\+([0-9A-F]+)>", lambda found: chr(int(found[1], 16)), safe)
        assert len(back) >= len(text.replace("<U+", ""))
        assert not re.search(
            "[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", safe
        )


@pytest.mark.parametrize(
    "words", [["show"], ["show", "--tree"], ["config"], ["validate", "--diff"]]
)
def test_paths_and_texts_give_a_terminal_no_commands(folder: Path, words: list[str]) -> None:
    place = folder / "a\x1b[31m\u202eb"
    place.mkdir()
    text = CASE.format(title="Förslag").replace("2  –", "2\u202e\u2066\u009b3m –")
    (place / "fall.yaml").write_text(text, encoding="utf-8")
    for form in ("full", "github", "concise"):
        more = ["--format", form] if words == ["validate"] else []
        done = _run(words[0], f"{place}/fall.yaml", *words[1:], *more, cwd=folder, FORCE_COLOR="")
        said = (done.stdout + done.stderr).decode()
        assert not re.search("[\x1b\u009b\u202e\u2066]", said), said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux; CI has it")
@pytest.mark.parametrize(
    ("words", "shell", "code", "told"),
    [
        (["validate", "."], ">/dev/full", 2, "disken är full"),
        (["budget", ".", "--format", "json"], ">/dev/full", 2, "disken är full"),
        (["show", "fall.yaml"], ">/dev/full", 2, "disken är full"),
        (["schema"], ">/dev/full", 2, "disken är full"),
        (["--help"], ">/dev/full", 2, "disken är full"),
        (["render", "fall.yaml", "-o", "-"], ">/dev/full", 2, "disken är full"),
        (["explain"], ">&-", 2, "den är stängd"),
        (["render", "fall.yaml", "-o", "-"], ">&-", 2, "den är stängd"),
        (["validate", "."], ">&- 2>&-", 2, ""),
        (["render", "fall.yaml"], "2>/dev/full", 2, ""),
        (["render", "fall.yaml"], "2>&-", 0, ""),
        (["render", "fall.yaml"], ">&-", 0, "Skrev fall.docx"),
        (["render", "fall.yaml"], "<&- >&- 2>&-", 0, ""),
        (["budget", "."], "2>&-", 0, ""),
    ],
)
def test_a_stream_that_takes_no_more_is_told_where_it_can_be(
    folder: Path, words: list[str], shell: str, code: int, told: str
) -> None:
    done = _run(*words, cwd=folder, shell=shell)
    said = done.stderr.decode()
    assert done.returncode == code, said
    assert told in said
    assert all(word not in said for word in ("NK900", "Traceback", "Exception"))
    assert ("NK502" in said) == (code == 2 and bool(told))


@pytest.mark.parametrize(
    "words", [["validate", "."], ["budget", "."], ["show", "fall.yaml"], ["explain"]]
)
@pytest.mark.parametrize("console", ["cp1252", "cp850", "ascii"])
def test_text_on_an_old_console_holds_no_question_marks(
    folder: Path, words: list[str], console: str
) -> None:
    wide, old = (
        _run(*words, cwd=folder, PYTHONIOENCODING=one, PYTHONUTF8="0").stdout
        for one in ("utf-8", console)
    )
    assert old.decode(console).count("?") == wide.decode("utf-8").count("?")
    assert [*map(int, re.findall("[0-9]+", wide.decode("utf-8")))][:5] == [
        *map(int, re.findall("[0-9]+", re.sub("<U.....>", "", old.decode(console))))
    ][:5]


def test_a_document_on_standard_output_holds_no_messages(folder: Path) -> None:
    told = _run("render", "fall.yaml", "-o", "-", cwd=folder)
    silent = _run("render", "fall.yaml", "-o", "-", cwd=folder, shell="2>&-")
    assert told.stderr
    assert silent.stdout == told.stdout
    assert silent.stdout[:2] == b"PK"
    assert silent.returncode == 0


def test_a_reader_of_the_messages_that_goes_away_stops_no_work(folder: Path) -> None:
    for number in range(30):
        name = f"##{number}.yaml"
        (folder / name).write_text(CASE.format(title="x").replace("alla", ""), encoding="utf-8")
    _run("render", ".", "-o", "ut", "--draft", cwd=folder, shell="2>&1 | head -n 1")
    assert len(list((folder / "ut").iterdir())) == 31


def test_a_reader_of_the_findings_that_goes_away_hears_no_all_clear(folder: Path) -> None:
    for number in range(200):
        (folder / f"{number}.yaml").write_text("typ: yttrande\n", encoding="utf-8")
    shell = f"{sys.executable} -m namndkit validate . | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", shell], cwd=folder, capture_output=True, check=False)
    assert (done.stdout, done.stderr) == (b"141\n", b"")


def test_a_file_name_that_is_no_text(folder: Path) -> None:
    (folder / os.fsdecode(b"f\xe5.yaml")).write_bytes(b"typ: yttrande\n")
    for form, shown in (
        ("full", "f\\xe5.yaml"),
        ("concise", "f\\xe5.yaml"),
        ("json", "f\\\\xe5.yaml"),
        ("sarif", "f%E5.yaml"),
        ("github", "f\\xe5.yaml"),
    ):
        done = _run("validate", ".", "--format", form, cwd=folder)
        assert (done.returncode, done.stderr) == (1, b"")
        assert shown in done.stdout.decode("utf-8")


def _prints() -> Iterator[str]:
    for path in (ROOT / "src").rglob("*.py"):
        if path.name != "outlet.py":
            yield from re.findall(r"sys\.__std\w+__|os\.write\(|fdopen\(", path.read_text("utf-8"))


def test_there_is_no_other_way_out() -> None:
    """All prints go to sys.stdout and sys.stderr, which are outlets while a command runs."""
    assert list(_prints()) == []


def test_what_is_closed_is_told_by_the_outlet() -> None:
    with pytest.raises(OutputFailed):
        print("x", file=Outlet(None, vital=True))
    silent = Outlet(None, vital=False)
    print("x", file=silent)
    assert not silent.lost
