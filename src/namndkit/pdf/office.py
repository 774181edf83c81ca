"""LibreOffice as a program: where it is, its private profile, and one call with a time limit."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_FILTER = {
    "SelectPdfVersion": 2,  # PDF/A-2b
    "PDFUACompliance": True,
    "UseTaggedPDF": True,
    "ExportBookmarks": True,
    "DisplayPDFDocumentTitle": True,
    "ExportNotes": False,
}
"""LibreOffice's export options (its guide to PDF export in headless mode)."""
_START, _EACH = 60, 20
"""Seconds that LibreOffice may take to start, and for each document."""


def find_office(named: str | None) -> str | None:
    """The program: ``named`` by the user, on the path, or where its installer puts it."""
    if named:
        return shutil.which(named)
    found = filter(None, map(shutil.which, (*_NAMES, *_PLACES)))
    return next(found, None)


def run_office(
    office: str, files: Sequence[Path], folder: Path, fonts: Mapping[str, str], limit: float | None
) -> None:
    """Convert ``files`` in one call; each becomes ``folder/out/NAME.pdf``, or nothing.

    ``fonts`` are the fonts that stand in for others, ``limit`` seconds for the whole call. What
    LibreOffice prints is not looked at: a PDF that is there tells.
    """
    profile, out = folder / "profile", folder / "out"
    _write_profile(profile, fonts)
    options = {
        name: {
            "type": "boolean" if isinstance(value, bool) else "long",
            "value": str(value).lower(),
        }
        for name, value in _FILTER.items()
    }
    command = [
        *(office, f"-env:UserInstallation={profile.as_uri()}"),
        *("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
        *("--convert-to", f"pdf:writer_pdf_Export:{json.dumps(options)}"),
        *("--outdir", str(out), *(file.name for file in files)),
    ]
    own_group = sys.platform != "win32"  # so that all of it can be stopped
    process = subprocess.Popen(
        command,
        cwd=files[0].parent,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=own_group,
    )
    try:
        process.wait(limit if limit is not None else _START + _EACH * len(files))
    except subprocess.TimeoutExpired:
        pass
    finally:
        _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Stop ``process`` and what it started; nothing when it has ended."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        subprocess.run(
            ["taskkill", "/F", "/T", "/PID", str(process.pid)], check=False, capture_output=True
        )
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _write_profile(profile: Path, fonts: Mapping[str, str]) -> None:
    """A profile of LibreOffice's for this call alone, with a table of stand-in fonts."""
    (profile / "user").mkdir(parents=True, exist_ok=True)
    table = "/org.openoffice.Office.Common/Font/Substitution"
    rows = [
        f'<item oor:path="{table}"><prop oor:name="Replacement" oor:op="fuse"><value>true</value></prop></item>'
    ]
    for number, (font, other) in enumerate(sorted(fonts.items())):
        values = {
            "ReplaceFont": font,
            "SubstituteFont": other,
            "Always": "true",
            "OnScreenOnly": "false",
        }
        inner = "".join(
            f'<prop oor:name="{name}" oor:op="fuse"><value>{escape(value)}</value></prop>'
            for name, value in values.items()
        )
        rows.append(
            f'<item oor:path="{table}/FontPairs"><node oor:name="_{number}" oor:op="replace">{inner}</node></item>'
        )
    (profile / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items'
        ' xmlns:oor="http://openoffice.org/2001/registry"'
        ' xmlns:xs="http://www.w3.org/2001/XMLSchema"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{''.join(rows)}</oor:items>",
        encoding="utf-8",
    )
