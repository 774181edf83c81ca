"""What the tests share: the project's folders, one renderer, and cases written on the spot."""

from __future__ import annotations

import io
import os
import shutil
import textwrap
import zipfile
from pathlib import Path

import pytest

from namndkit.pipeline import Checked, Rendered, Renderer, check

ROOT = Path(__file__).resolve().parents[1]
CASES = sorted((ROOT / "cases").glob("*.yaml"))


@pytest.fixture(scope="session")
def renderer() -> Renderer:
    return Renderer(ROOT / "templates")


def read(text: str, folder: Path = ROOT) -> Checked:
    return check(textwrap.dedent(text).encode(), "fall.yaml", folder)


def render_file(renderer: Renderer, path: Path, kind: str | None = None) -> Rendered:
    return renderer.render(check(path.read_bytes(), path.name, path.parent), kind)


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


def codes(checked: Checked | Rendered) -> list[str]:
    return [found.code for found in checked.diagnostics]
