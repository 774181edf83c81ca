"""What the tests share: the project's folders, one renderer, and cases written on the spot."""

from __future__ import annotations

import hashlib
import io
import os
import resource
import shutil
import subprocess
import sys
import textwrap
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from namndkit.pipeline import Checked, Rendered, Renderer, check
from namndkit.values.document import Document

ROOT = Path(__file__).resolve().parents[1]
CASES = sorted((ROOT / "cases").glob("*.yaml"))


@pytest.fixture(scope="session")
def renderer() -> Renderer:
    return Renderer(ROOT / "templates")


def read(
    text: str, folder: Path = ROOT, renderer: Renderer | None = None, kind: str | None = None
) -> Checked:
    """The case ``text`` checked, with the document of ``kind`` too when one is asked for."""
    own = renderer.templates if renderer else None
    data = textwrap.dedent(text).encode()
    return check(data, "fall.yaml", folder, templates=own, asked=kind)


def render(
    renderer: Renderer, text: str, kind: str | None = None, *, draft: bool = False
) -> Rendered:
    """The document of the case ``text``, of ``kind`` when another than the main one is asked for."""
    return renderer.render(read(text, ROOT, renderer, kind), kind, draft=draft)


def render_file(renderer: Renderer, path: Path, kind: str | None = None) -> Rendered:
    own = renderer.templates
    checked = check(path.read_bytes(), path.name, path.parent, templates=own, asked=kind)
    return renderer.render(checked, kind)


def judge(name: str) -> str:
    """The program ``name``, a judge that is not ours: in CI it may not be missing."""
    found = shutil.which(name)
    if not found and os.environ.get("CI"):
        pytest.fail(f"{name} is not installed: .ci/run installs it")
    if not found:
        pytest.skip(f"{name} is not installed")
    return found


def old_document() -> bytes:
    """The least that counts as a Word document."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(zipfile.ZipInfo("word/document.xml"), "<old/>")
    return buffer.getvalue()


PATIENCE = 30
"""Seconds of computing that a run may take which takes a few, and took minutes where time grew with the square."""


def run(code: str, *arguments: str) -> str:
    """What ``code`` prints in a process of its own, which the system ends when it computes for too long."""

    def bounded() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE))

    command = [sys.executable, "-c", textwrap.dedent(code), *arguments]
    done = subprocess.run(command, capture_output=True, preexec_fn=bounded, check=True)
    return done.stdout.decode().strip()


def codes(checked: Checked | Rendered) -> list[str]:
    return [found.code for found in checked.diagnostics]


@pytest.fixture(scope="session", autouse=True)
def every_document(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Path]]:
    """The folders that hold every document that a test has made so far, in memory or as a file."""
    import namndkit.word

    folder = tmp_path_factory.mktemp("every-document")
    write = namndkit.word.write

    def kept(
        document: Document, look: namndkit.word.Look, made_of: str = "-", case: str = "-"
    ) -> bytes:
        data = write(document, look, made_of, case)
        (folder / f"{hashlib.sha256(data).hexdigest()}.docx").write_bytes(data)
        return data

    namndkit.word.write = kept
    yield [folder, tmp_path_factory.getbasetemp()]
    namndkit.word.write = write


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What looks at every document of the run comes last."""
    items.sort(key=lambda item: item.name.startswith("test_last"))
