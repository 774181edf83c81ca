"""Any number of Word documents → their PDF files, in one call of LibreOffice."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from namndkit.disk import DOCUMENT, Refusal, read
from namndkit.pdf.fonts import stand_ins
from namndkit.pdf.office import run_office
from namndkit.pdf.seal import seal

_MOST = 1000
"""Documents in one call: more do not fit on every system's command line."""


def convert(
    documents: Sequence[Path],
    office: str,
    alternatives: Mapping[str, tuple[str, ...]],
    limit: float | None = None,
) -> Iterator[tuple[Path, bytes | None]]:
    """Each of ``documents`` with its PDF, or None when LibreOffice did not make one.

    ``alternatives`` are the fonts that may stand in for each font; ``limit`` is in seconds. A
    document that stops LibreOffice is passed over, and the ones after it are tried again.
    """
    fonts = stand_ins(alternatives)
    for start in range(0, len(documents), _MOST):
        with tempfile.TemporaryDirectory(prefix="namndkit-") as name:
            some = list(documents[start : start + _MOST])
            yield from _some(some, Path(name), office, fonts, limit)


def _some(
    documents: list[Path], folder: Path, office: str, fonts: Mapping[str, str], limit: float | None
) -> Iterator[tuple[Path, bytes | None]]:
    (folder / "in").mkdir()
    copies = [folder / "in" / f"{number}.docx" for number in range(len(documents))]
    waiting: list[int] = []
    for number, document in enumerate(documents):
        data = read(document, DOCUMENT)
        if isinstance(data, Refusal):  # it has gone meanwhile
            yield document, None
            continue
        copies[number].write_bytes(data)
        waiting.append(number)
    while waiting:
        run_office(office, [copies[number] for number in waiting], folder, fonts, limit)
        made = [number for number in waiting if _pdf(folder, number).exists()]
        stopped = [] if made else waiting[:1]
        for number in (*made, *stopped):
            yield documents[number], _sealed(folder, number, copies[number])
        done = {*made, *stopped}
        waiting = [number for number in waiting if number not in done]


def _pdf(folder: Path, number: int) -> Path:
    return folder / "out" / f"{number}.pdf"


def _sealed(folder: Path, number: int, document: Path) -> bytes | None:
    path = _pdf(folder, number)
    if not path.exists():
        return None
    data = path.read_bytes()
    path.unlink()
    return seal(data, document.read_bytes())
