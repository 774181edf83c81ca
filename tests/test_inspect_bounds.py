"""A document that unfolds without end costs no more memory than a large one, and twice as much takes twice as long."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from namndkit.pipeline.inspecting import inspect
from test_inspect_parts import paragraph, story

MEASURE = """
import resource, sys
from pathlib import Path
from namndkit.pipeline.inspecting import inspect
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
codes = [one.code for one in inspect(Path(sys.argv[1])).diagnostics]
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024, *codes)
"""


def _written(path: Path, body: str, **headers: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", story("document", f"<w:body>{body}</w:body>"))
        for name, inside in headers.items():
            archive.writestr(f"word/{name}.xml", story("hdr", inside))
    return path


READ_OTHERWISE = "".join(
    f"<w:p><w:r><w:t>{'å ' * 2000}</w:t></w:r><w:{mark}><w:r><w:rPr><w:vanish/></w:rPr>"
    "<w:t>x</w:t></w:r></w:{mark}></w:p>".replace("{mark}", mark)
    for mark in ("ins", "del")
)
UNFOLDING: dict[str, tuple[str, dict[str, str]]] = {
    "tomma stycken": ("<w:p/>" * 4_900_000, {}),
    "egenskaper": ('<w:p w:a="" w:b="" w:c=""/>' * 900_000, {}),
    "sidhuvuden": (paragraph("x"), {f"header{n}": "<w:p/>" * 4_800_000 for n in range(2)}),
    "långa sidhuvuden": (
        paragraph("x"),
        {f"header{n}": paragraph("å " * 4_800_000) for n in range(2)},
    ),
    "många stycken": ("<w:p/>" * 250_000, {}),
    "attribut med siffror": (
        "".join(f'<w:x w:y="{n:010}-"/>' for n in range(600_000)),
        {},
    ),
    "stycken som läses på många sätt": (READ_OTHERWISE * 2500, {}),
}


@pytest.mark.parametrize("name", UNFOLDING)
def test_memory_is_bounded(name: str, tmp_path: Path) -> None:
    body, headers = UNFOLDING[name]
    path = _written(tmp_path / "x.docx", body, **headers)
    command = [sys.executable, "-c", MEASURE, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True)
    megabytes, *codes = done.stdout.split()
    assert int(megabytes) < 400
    assert {"NK601", "NK620"} & set(codes)


def calls(work: Callable[[], object]) -> int:
    """How many functions ``work`` calls: its size, whatever the machine."""
    number = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal number
        number += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return number


RUN = "<w:r><w:t>x</w:t></w:r>"
BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
GROWING: dict[str, Callable[[int], str]] = {
    "stycken": lambda n: paragraph("x") * n,
    "körningar": lambda n: f"<w:p>{RUN * n}</w:p>",
    "länkar": lambda n: f"<w:p>{f'<w:hyperlink>{RUN}</w:hyperlink>' * n}</w:p>",
    "fält": lambda n: f"<w:p>{BEGIN * n}{RUN * n}</w:p>",
    "celler": lambda n: f"<w:tbl><w:tr>{f'<w:tc>{paragraph(chr(97))}</w:tc>' * n}</w:tr></w:tbl>",
    "djupt": lambda n: (
        f"{'<w:tbl><w:tr><w:tc>' * 60}{paragraph('x') * n}{'</w:tc></w:tr></w:tbl>' * 60}"
    ),
    "ändringar": lambda n: f"<w:p>{f'<w:ins>{RUN}</w:ins>' * n}</w:p>",
    "stycken som går ihop": lambda n: f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{RUN}</w:p>" * n,
    "attribut": lambda n: "".join(f'<w:x w:y="{at:010}-"/>' for at in range(n)),
}


@pytest.mark.parametrize("name", GROWING)
def test_work_grows_as_the_document(name: str, tmp_path: Path) -> None:
    small = _written(tmp_path / "a.docx", GROWING[name](300))
    large = _written(tmp_path / "b.docx", GROWING[name](1200))
    inspect(small)
    assert calls(lambda: inspect(large)) < 5 * calls(lambda: inspect(small))
