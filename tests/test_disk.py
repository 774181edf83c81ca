"""The one place that opens what is named: it never waits, never reads without end, and says what it was."""

from __future__ import annotations

import errno
import os
import socket
from pathlib import Path

import pytest

from namndkit.disk import Refusal, each_once, files_below, read, reading, refusal

MOST = 1000


def _reason(path: Path | str) -> str:
    found = read(path, MOST)
    assert isinstance(found, Refusal)
    return found.reason


def test_a_file_is_read_whole_and_links_to_it_are_followed(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * MOST)
    (tmp_path / "b").symlink_to("a")
    assert read(tmp_path / "a", MOST) == read(tmp_path / "b", MOST) == b"x" * MOST


def test_what_is_no_file_is_named_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rör")
    (tmp_path / "länk-till-rör").symlink_to("rör")
    (tmp_path / "cirkel").symlink_to("cirkel")
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    (tmp_path / "bruten").symlink_to("finns-inte")
    with socket.socket(socket.AF_UNIX) as listening:
        where = os.getcwd()
        os.chdir(tmp_path)
        listening.bind("socket")
        os.chdir(where)
        assert _reason(tmp_path / "socket") == "det är en socket, ingen fil"
    assert _reason(tmp_path) == "det är en mapp"
    assert _reason(tmp_path / "rör") == "det är ett rör, ingen fil"
    assert _reason(tmp_path / "länk-till-rör") == "det är ett rör, ingen fil"
    assert _reason(tmp_path / "cirkel") == "länkarna dit leder runt i en cirkel"
    assert _reason(tmp_path / "a") == "länkarna dit leder runt i en cirkel"
    assert _reason(tmp_path / "bruten") == "det är en länk till något som inte finns"
    assert _reason(tmp_path / "finns-inte") == "den finns inte"
    assert _reason(tmp_path / ("å" * 300)) == "namnet eller sökvägen är för lång"
    assert _reason("a\0b") == "namnet innehåller tecken som systemet inte tillåter"
    for device in ("/dev/zero", "/dev/null", "/dev/tty"):
        assert _reason(device) == "det är en enhet, ingen fil"


def test_what_is_changed_for_another_while_it_is_opened_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"x")
    really_open = os.open

    def swap(path: str, flags: int, *rest: int) -> int:
        file.unlink()
        os.mkfifo(file)
        return really_open(path, flags, *rest)

    monkeypatch.setattr(os, "open", swap)
    assert _reason(file) == "det är ett rör, ingen fil"


def test_more_than_may_be_is_refused_whole_also_when_its_size_is_a_lie(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * (MOST + 1))
    assert _reason(tmp_path / "a").startswith("den är för stor")
    with open(tmp_path / "hål", "wb") as sparse:
        sparse.truncate(1 << 40)
    assert _reason(tmp_path / "hål").startswith("den är för stor")
    states_no_size = Path("/proc/self/mountinfo")
    assert states_no_size.stat().st_size == 0
    assert isinstance(read(states_no_size, 1_000_000), bytes)
    assert isinstance(read(states_no_size, 10), Refusal)


def test_a_file_that_grows_while_it_is_read_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_bytes(b"x")
    asked: list[int] = []

    def never_ending(_file: int, size: int) -> bytes:
        asked.append(size)
        return b"x" * min(size, 7)

    monkeypatch.setattr(reading.os, "read", never_ending)
    assert _reason(tmp_path / "a").startswith("den är för stor")
    assert len(asked) <= MOST // 7 + 1


def test_every_file_that_is_opened_is_closed(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * (MOST + 1))
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(20):
        read(tmp_path / "a", MOST)
        read(tmp_path / "a", MOST + 1)
        read(tmp_path, MOST)
    assert len(os.listdir("/proc/self/fd")) == before


@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO, errno.ESTALE, errno.ENOSPC, 9999])
def test_whatever_the_system_says_has_a_sentence(number: int) -> None:
    said = refusal(OSError(number, "x"))
    assert said.reason
    assert said.finding("a.yaml").usage


def test_a_walk_ends_and_leaves_out_nothing(tmp_path: Path) -> None:
    (tmp_path / "under" / "x.yaml").mkdir(parents=True)
    for name in ("b.yaml", "A.YAML", "under/c.Yml", "under/x.yaml/d.yml", "e.txt"):
        (tmp_path / name).write_text("x")
    (tmp_path / "under" / "upp").symlink_to("..")
    (tmp_path / ".dold").mkdir()
    (tmp_path / ".dold" / "f.yaml").write_text("x")
    found = list(files_below(tmp_path, lambda name: name.lower().endswith((".yaml", ".yml"))))
    assert [os.path.relpath(one, tmp_path) for one in found] == [
        "A.YAML",
        "b.yaml",
        "under/c.Yml",
        "under/x.yaml/d.yml",
    ]


def test_a_folder_that_leads_upwards_without_being_a_link_is_gone_through_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So does a junction on Windows: to Python 3.11 it is an ordinary folder."""
    (tmp_path / "under").mkdir()
    (tmp_path / "under" / "a.yaml").write_text("x")
    (tmp_path / "under" / "upp").symlink_to("..")
    monkeypatch.setattr(os.path, "islink", lambda path: False)
    found = list(files_below(tmp_path, lambda name: name.endswith(".yaml")))
    assert found == [str(tmp_path / "under" / "a.yaml")]


def test_a_file_that_is_named_in_two_ways_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text("x")
    (tmp_path / "länk.yaml").symlink_to("a.yaml")
    names = [
        "a.yaml",
        "./a.yaml",
        str(tmp_path / "a.yaml"),
        "länk.yaml",
        "A.yaml",
        "borta",
        "borta",
    ]
    assert list(each_once(names)) == ["a.yaml", "länk.yaml", "A.yaml", "borta"]
