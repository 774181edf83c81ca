"""What may be written where: whole or not at all, and over nothing that was not looked at."""

from __future__ import annotations

import ntpath
import os
import re
import signal
import stat
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from namndkit.cli import main
from namndkit.cli.documents import Maker, Options
from namndkit.disk import Refusal, way, writing
from namndkit.disk.writing import CHANGED, Standing, look, write
from namndkit.report import FAILED, KEPT, UNCHANGED, WRITTEN, Done
from namndkit.word import record

CASE = """\
typ: yttrande
titel: {title}
nämnd: servicenämnden
yttrande: |
  Första stycket.

  Andra stycket.
"""


def _case(path: Path, title: str = "Yttrande") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(CASE.format(title=title), encoding="utf-8")
    return path


def _made(case: Path | str, target: Path, **options: object) -> Done:
    (done,) = Maker(Options(**options)).make(str(case), str(target))  # type: ignore[arg-type]  # as given
    return done


def _codes(done: Done) -> list[str]:
    return [one.code for one in done.findings if one.code.startswith(("NK5", "NK9"))]


def test_a_document_of_another_case_is_kept(tmp_path: Path) -> None:
    march, april = (_case(tmp_path / f"{one}/a.yaml", one) for one in ("mars", "april"))
    target = tmp_path / "ut/a.docx"
    assert _made(march, target).status == WRITTEN
    first = target.read_bytes()
    kept = _made(april, target)
    assert (kept.status, _codes(kept)) == (KEPT, ["NK515"])
    assert "--force" in kept.findings[-1].hint
    assert target.read_bytes() == first
    _case(march, "mars, ändrat")
    assert _made(march, target).status == WRITTEN
    forced = _made(april, target, force=True)
    assert forced.status == WRITTEN
    assert Path(forced.copy).is_file()
    assert _made(april, target).status == UNCHANGED


@pytest.mark.parametrize(
    "other", ["kopia/a.yaml", "b.yaml", "mars/2025/a.yaml", "Mars/a.yaml"], ids=str
)
def test_another_place_or_name_is_another_case(tmp_path: Path, other: str) -> None:
    target = tmp_path / "ut.docx"
    assert _made(_case(tmp_path / "mars/a.yaml"), target).status == WRITTEN
    same = _case(tmp_path / other)
    assert _made(same, target).status == UNCHANGED  # the very same content
    assert _made(_case(same, "Annan titel"), target).status == KEPT


def test_another_kind_of_document_of_the_case_is_kept_too(tmp_path: Path) -> None:
    case, target = _case(tmp_path / "a.yaml"), tmp_path / "x.docx"
    assert _made(case, target).status == WRITTEN
    assert _codes(_made(case, target, kind="tjänsteskrivelse", draft=True)) == ["NK515"]


def test_a_case_and_its_documents_can_be_moved_together(tmp_path: Path) -> None:
    _made(_case(tmp_path / "år/mars/a.yaml"), tmp_path / "år/ut/a.docx")
    (tmp_path / "år").rename(tmp_path / "arkiv")
    case = _case(tmp_path / "arkiv/mars/a.yaml", "Ny titel")
    assert _made(case, tmp_path / "arkiv/ut/a.docx").status == WRITTEN


def test_a_case_is_the_same_however_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = _case(tmp_path / "mars/a.yaml")
    (tmp_path / "länk").symlink_to(tmp_path / "mars")
    target = tmp_path / "ut/a.docx"
    _made(case, target)
    monkeypatch.chdir(tmp_path / "ut")
    for number, name in enumerate(
        (f"{tmp_path}/länk/a.yaml", "../mars/a.yaml", "../ut/../mars/a.yaml")
    ):
        _case(case, f"Titel {number}")
        assert _made(name, target).status == WRITTEN, name
        assert _made(name, Path("a.docx")).status == UNCHANGED, name


def test_the_way_to_a_case_by_the_rules_of_windows() -> None:
    ways = {
        way(path, "C:\\ut\\a.docx", ntpath)
        for path in ("C:\\Mars\\A.yaml", "c:/mars/a.yaml", "C:\\mars\\x\\..\\a.yaml")
    }
    assert ways == {"../mars/a.yaml"}
    assert way("G:\\mars\\a.yaml", "C:\\ut\\a.docx", ntpath) == "g:/mars/a.yaml"


def _rewrite(target: Path, part: str, change: Callable[[bytes], bytes]) -> None:
    with zipfile.ZipFile(target) as old:
        parts = {one.filename: old.read(one) for one in old.infolist()}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in parts.items():
            new.writestr(name, change(data) if name == part else data)


def _edit(target: Path) -> None:
    document = docx.Document(str(target))
    document.paragraphs[-1].add_run(" Eget tillägg.")
    document.save(str(target))


def _forge(target: Path, *, paragraphs: bool) -> None:
    """Make the record claim that the document is as it was written."""
    data = target.read_bytes()
    found, now = record.find_record(data), record.fingerprint_of(data)
    assert found is not None
    assert found.record is not None
    assert now is not None
    digests = now.digests if paragraphs else found.record.digests
    claimed = replace(found.record, parts=record.parts_of(data), digests=digests)
    _rewrite(target, record.PART, lambda _: record.record_xml(claimed))


def test_a_forged_record_overwrites_nothing(tmp_path: Path) -> None:
    """The parts are claimed anew, but the paragraphs are others than those remembered."""
    case, target = _case(tmp_path / "a.yaml"), tmp_path / "a.docx"
    _made(case, target)
    _edit(target)
    _forge(target, paragraphs=False)
    forged = target.read_bytes()
    done = _made(_case(case, "Ny titel"), target)
    assert (done.status, _codes(done)) == (KEPT, ["NK504"])
    assert "Eget tillägg" in done.findings[-1].message
    assert target.read_bytes() == forged


def test_a_record_of_another_document_overwrites_nothing(tmp_path: Path) -> None:
    case, target = _case(tmp_path / "a.yaml"), tmp_path / "a.docx"
    _made(case, target)
    with zipfile.ZipFile(target) as archive:
        kept = archive.read(record.PART)
    _edit(target)
    _rewrite(target, record.PART, lambda _: kept)
    assert _codes(_made(_case(case, "Ny titel"), target)) == ["NK504"]


def test_a_record_that_repeats_itself_takes_no_time(tmp_path: Path) -> None:
    """A guard against hanging: both grew with the square of the length."""
    case, target = _case(tmp_path / "a.yaml"), tmp_path / "a.docx"
    _made(case, target)
    _rewrite(target, record.PART, lambda _: b"<P>" + b'<p name="namndkit"/>' * 50_000 + b"</P>")
    assert _codes(_made(case, target)) == ["NK505"]
    many = tuple(f"{number % 2_000:06x}" for number in range(40_000))
    target.unlink()
    _made(case, target)
    claimed = _with_digests(target, many)
    _rewrite(target, record.PART, lambda _: claimed)
    assert _codes(_made(_case(case, "Ny titel"), target)) == ["NK504"]


def _with_digests(target: Path, digests: tuple[str, ...]) -> bytes:
    found = record.find_record(target.read_bytes())
    assert found is not None
    assert found.record is not None
    return record.record_xml(replace(found.record, digests=digests))


def _stored(target: Path, old: bytes, new: bytes) -> None:
    """Change the document's text where it lies, sizes and check sums in the directory left as they are."""
    with zipfile.ZipFile(target) as archive:
        parts = {one.filename: archive.read(one) for one in archive.infolist()}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    data = target.read_bytes()
    assert data.count(old) == 1
    target.write_bytes(data.replace(old, new))


@pytest.mark.parametrize(
    "harm",
    [
        lambda target: _stored(target, "Första".encode(), "Frösta".encode()),
        lambda target: _stored(target, b"Andra stycket", b"Andra stycke!"),
        lambda target: _flip(target, "word/styles.xml"),
        lambda target: _flip(target, "word/document.xml"),
    ],
)
def test_damage_is_seen_though_the_record_is_whole(
    tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    case, target = _case(tmp_path / "a.yaml"), tmp_path / "a.docx"
    _made(case, target)
    harm(target)
    damaged = target.read_bytes()
    done = _made(case, target)
    assert (done.status, _codes(done)) == (KEPT, ["NK519"])
    assert target.read_bytes() == damaged
    forced = _made(case, target, force=True)
    assert forced.status == WRITTEN
    assert Path(forced.copy).read_bytes() == damaged


def _flip(target: Path, part: str) -> None:
    with zipfile.ZipFile(target) as archive:
        entry = archive.getinfo(part)
    data = bytearray(target.read_bytes())
    data[entry.header_offset + 30 + len(part) + entry.compress_size // 2] ^= 0xFF
    target.write_bytes(bytes(data))


@pytest.mark.parametrize("force", [False, True])
def test_a_protected_document_is_kept(tmp_path: Path, force: bool) -> None:
    case, target = _case(tmp_path / "a.yaml"), tmp_path / "a.docx"
    _made(case, target)
    target.chmod(0o444)
    assert _made(case, target, force=force).status == UNCHANGED
    before = target.read_bytes()
    done = _made(_case(case, "Ny titel"), target, force=force)
    assert (done.status, _codes(done)) == (KEPT, ["NK516"])
    assert (target.read_bytes(), stat.S_IMODE(target.stat().st_mode)) == (before, 0o444)


def test_a_protected_case_is_not_mended(tmp_path: Path) -> None:
    case = _case(tmp_path / "a.yaml")
    case.write_text(case.read_text("utf-8").replace("stycket.\n\n", "stycket  här.\n\n"), "utf-8")
    before = case.read_bytes()
    case.chmod(0o444)
    done = subprocess.run(
        [sys.executable, "-m", "namndkit", "validate", str(case), "--fix"],
        capture_output=True,
        check=False,
    )
    assert b"NK516" in done.stdout
    assert case.read_bytes() == before


def _swapped_for_link(target: Path, other: Path) -> None:
    target.unlink(missing_ok=True)
    target.symlink_to(other)


def _written_by_somebody(target: Path, _: Path) -> None:
    target.write_bytes(b"somebody's")


@pytest.mark.parametrize("swap", [_swapped_for_link, _written_by_somebody])
@pytest.mark.parametrize("there", [False, True])
def test_what_comes_to_stand_there_meanwhile_is_left_alone(
    tmp_path: Path, swap: Callable[[Path, Path], None], there: bool
) -> None:
    target, other = tmp_path / "a.docx", tmp_path / "annat.docx"
    other.write_bytes(b"other")
    if there:
        target.write_bytes(b"old")
    found = look(target, 100)
    assert not isinstance(found, Refusal)
    swap(target, other)
    assert write(b"new", target, found.mark if found else None) is CHANGED
    assert other.read_bytes() == b"other"
    assert target.read_bytes() in (b"other", b"somebody's")
    assert not list(tmp_path.glob(".*"))


def test_a_link_is_followed_to_what_was_looked_at(tmp_path: Path) -> None:
    """A document that is a link by its owner's will stays one."""
    case, real, target = _case(tmp_path / "a.yaml"), tmp_path / "hylla/a.docx", tmp_path / "a.docx"
    real.parent.mkdir()
    assert _made(case, real).status == WRITTEN
    target.symlink_to(real)
    assert _made(_case(case, "Ny titel"), target).status == WRITTEN
    assert target.is_symlink()
    assert real.is_file()


def test_without_links_and_folders_held_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows and on disks without hard links."""

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(1, "no links")

    monkeypatch.setattr(os, "link", refused)
    monkeypatch.setattr(writing, "_BY_FOLDER", False)
    case, target = _case(tmp_path / "a.yaml"), tmp_path / "ut/a.docx"
    assert _made(case, target).status == WRITTEN
    assert _made(_case(case, "Ny titel"), target).status == WRITTEN
    assert [path.name for path in (tmp_path / "ut").iterdir()] == ["a.docx"]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (13, "behörighet saknas"),
        (28, "disken är full"),
        (30, "disken är skrivskyddad"),
        (5, "disken ger fel"),
        (2, "den finns inte"),
        (116, "servern eller den delade mappen svarar inte"),
    ],
)
@pytest.mark.parametrize("call", ["open", "stat", "replace"])
def test_whatever_the_system_refuses_is_told_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, words: str
) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")
    found = look(target, 100)
    assert isinstance(found, Standing)
    real = getattr(os, call)

    def refuse(name: object, *given: object, **more: object) -> object:
        if "a.docx" in str(name):
            raise OSError(number, "refused")
        return real(name, *given, **more)

    monkeypatch.setattr(os, call, refuse)
    refused = write(b"new", target, found.mark)
    monkeypatch.undo()
    told = CHANGED if (call, number) == ("stat", 2) else refused
    assert refused is told
    assert refused is not None
    assert refused is CHANGED or refused.reason == words
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]


@pytest.mark.parametrize("length", [200, 245, 250])
def test_long_names_are_written_and_longer_ones_told(tmp_path: Path, length: int) -> None:
    case = _case(tmp_path / f"{'n' * length}.yaml")
    assert _made(case, tmp_path / f"{'n' * length}.docx").status == WRITTEN
    for place in (tmp_path / f"{'n' * 251}.docx", tmp_path / ("m" * 256) / "a.docx"):
        done = _made(case, place)
        assert (done.status, _codes(done)) == (FAILED, ["NK502"])
        assert "för lång" in done.findings[-1].message
        assert "Word" not in done.findings[-1].hint


@pytest.mark.parametrize("kind", ["fifo", "folder", "loop", "nowhere"])
def test_a_place_that_is_no_file(tmp_path: Path, kind: str) -> None:
    case, target = _case(tmp_path / "a.yaml"), tmp_path / "x.docx"
    if kind == "fifo":
        os.mkfifo(target)
    elif kind == "folder":
        target.mkdir()
    else:
        target.symlink_to(target if kind == "loop" else tmp_path / "ingen/mapp/x.docx")
    done = _made(case, target)
    assert "NK900" not in _codes(done)
    assert done.status != WRITTEN
    assert not (tmp_path / "ingen").exists()


def test_a_working_folder_that_has_gone(tmp_path: Path) -> None:
    case = _case(tmp_path / "a.yaml")
    shell = f'mkdir {tmp_path}/borta; cd {tmp_path}/borta; rmdir ../borta; exec "$@"'
    for more in ([], ["-o", "ut/"], ["-o", str(tmp_path / "b.docx")]):
        done = subprocess.run(
            ["sh", "-c", shell, "sh", sys.executable, "-m", "namndkit", "render", str(case), *more],
            capture_output=True,
            check=False,
        )
        said = done.stderr.decode()
        assert "NK900" not in said
        assert "Traceback" not in said
        assert done.returncode in (0, 2)


def _many(tmp_path: Path, number: int = 200) -> Path:
    for one in range(number):
        _case(tmp_path / f"arenden/f{one:03}.yaml")
    return tmp_path / "ut"


def _begun(tmp_path: Path, out: Path) -> subprocess.Popen[bytes]:
    """A run with two processes that has written something."""
    run = subprocess.Popen(
        [sys.executable, "-m", "namndkit", "render", "arenden", "-o", "ut", "--jobs", "2"],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    waited = time.monotonic()
    while time.monotonic() - waited < 120 and not (out.is_dir() and len(list(out.iterdir())) > 5):
        time.sleep(0.01)
    return run


def _children(process: int) -> list[int]:
    return [
        int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()
    ]


def _ended(process: int) -> bool:
    try:
        return re.search(r"State:\s+Z", Path(f"/proc/{process}/status").read_text()) is not None
    except FileNotFoundError:
        return True


needs_proc = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="reads Linux's /proc")


@needs_proc
@pytest.mark.parametrize("killed", [1, 2])
def test_a_worker_that_is_killed_fails_one_case_and_the_rest_is_done(
    tmp_path: Path, killed: int
) -> None:
    out = _many(tmp_path)
    run = _begun(tmp_path, out)
    for worker in _children(run.pid)[:killed]:
        os.kill(worker, signal.SIGKILL)
    said = run.communicate(timeout=300)[1].decode()
    failed = said.count("NK517")
    assert failed <= killed  # one that has just done its cases takes none with it
    assert run.returncode == (2 if failed else 0)
    summary = ("200 skrivna.", "199 skrivna, 1 misslyckat.", "198 skrivna, 2 misslyckade.")
    assert said.rstrip().endswith(summary[failed])
    assert "Traceback" not in said
    there = list(out.iterdir())
    assert len(there) == 200 - failed
    assert all(zipfile.is_zipfile(path) for path in there)


@needs_proc
@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGKILL, signal.SIGHUP])
def test_when_the_run_is_stopped_the_workers_end_and_leave_nothing(
    tmp_path: Path, sign: signal.Signals
) -> None:
    out = _many(tmp_path)
    run = _begun(tmp_path, out)
    workers = _children(run.pid)
    run.send_signal(sign)
    said = run.communicate(timeout=300)[1].decode()
    assert run.returncode == (-9 if sign is signal.SIGKILL else 128 + sign)
    assert ("Avbrutet" in said) == (sign is not signal.SIGKILL)
    waited = time.monotonic()
    while time.monotonic() - waited < 120 and not all(map(_ended, workers)):
        time.sleep(0.01)
    assert workers
    assert all(map(_ended, workers))
    there = list(out.iterdir())
    assert 0 < len(there) < 200
    assert all(zipfile.is_zipfile(path) for path in there)


def test_trouble_with_the_system_is_no_mistake_of_namndkits_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A program that is none, a folder that goes away, memory that is not enough: told, and the rest goes on."""
    case, program = _case(tmp_path / "a.yaml"), tmp_path / "soffice"
    program.write_bytes(b"no program")
    program.chmod(0o755)
    with pytest.raises(SystemExit) as end:
        main(["render", str(case), "--pdf", "--soffice", str(program)])
    said = capsys.readouterr().err
    assert (end.value.code, "NK518" in said, "NK900" in said) == (2, True, False)
    assert (tmp_path / "a.docx").is_file()
    for trouble, code in ((FileNotFoundError(2, "gone"), "NK518"), (MemoryError(), "NK517")):

        def fail(*_: object, trouble: BaseException = trouble) -> None:
            raise trouble

        monkeypatch.setattr(Maker, "_make", fail)
        (done,) = Maker(Options()).make(str(case), str(tmp_path / "b.docx"))
        assert done is not None
        assert (done.status, _codes(done)) == (FAILED, [code])
        monkeypatch.setattr("namndkit.cli.validate.find_cases", fail)
        with pytest.raises(SystemExit) as end:
            main(["validate", str(case)])
        said = capsys.readouterr().err
        assert (end.value.code, code in said, "NK900" in said) == (2, True, False)
