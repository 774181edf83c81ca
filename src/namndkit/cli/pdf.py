"""``--pdf``: the PDF beside each Word document, all of them in one call of LibreOffice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from namndkit.cli.documents import refused_while_working
from namndkit.cli.files import unusable
from namndkit.cli.saving import copy_beside, protected, save, unwritable
from namndkit.disk import DOCUMENT, Refusal, read
from namndkit.disk.writing import Mark, look, place_of
from namndkit.pipeline import OWN
from namndkit.pipeline.pdf import find_office, make_pdfs, stands_pdf
from namndkit.report import FAILED, KEPT, UNCHANGED, WOULD_WRITE, WRITTEN, Done, progress
from namndkit.values.diagnostic import Diagnostic, error
from namndkit.values.position import Position


@dataclass(frozen=True, slots=True)
class PdfOptions:
    """``office`` is where LibreOffice is, when the user says; the others as for the documents."""

    office: str | None
    force: bool
    write: bool


def add_pdfs(documents: Iterable[Done], options: PdfOptions) -> Iterator[Done]:
    """What becomes of the PDF of each of ``documents`` that is there, or that would be."""
    waiting: dict[Path, Done] = {}
    for done in documents:
        judged = _judged(done, options)
        if judged.status == WOULD_WRITE and options.write:
            waiting[Path(done.target)] = judged
        else:
            yield judged
    if waiting:
        yield from _made(waiting, options)


def _judged(done: Done, options: PdfOptions) -> Done:
    """Whether the PDF of ``done`` is to be written, or why it is not."""
    pdf = Done(done.case, str(Path(done.target).with_suffix(".pdf")), WOULD_WRITE)
    if done.status == WOULD_WRITE:
        return pdf
    return _settled(pdf, _look(pdf.target, done.target), options) or pdf


@dataclass(frozen=True, slots=True)
class _Standing:
    """The file at a PDF's place: what it is to its document (``stands_pdf``), or why that is not known."""

    kind: str = "nothing"
    mark: Mark | None = None
    data: bytes = b""
    protected: bool = False
    refused: Refusal | None = None


def _look(target: str, document: str) -> _Standing:
    there = look(place_of(target), DOCUMENT)
    made_of = read(document, DOCUMENT)
    if there is None:
        return _Standing()
    if isinstance(there, Refusal):
        return _Standing(refused=there)
    for refused in (there.data, made_of):
        if isinstance(refused, Refusal):
            return _Standing(refused=refused)
    assert isinstance(there.data, bytes)
    assert isinstance(made_of, bytes)
    kind = stands_pdf(there.data, made_of)
    return _Standing(kind, there.mark, there.data, there.protected)


def _settled(pdf: Done, standing: _Standing, options: PdfOptions) -> Done | None:
    """What becomes of ``pdf`` without its being written; None when it is to be."""
    if standing.refused:
        return replace(pdf, status=FAILED, findings=(unwritable(pdf.target, standing.refused),))
    if standing.kind == "current":
        return replace(pdf, status=UNCHANGED)
    if standing.protected:
        return replace(pdf, status=KEPT, findings=(protected(pdf.target),))
    if standing.kind == "foreign" and not options.force:
        return replace(pdf, status=KEPT, findings=(_kept(pdf.target),))
    return None


def is_older(done: Done) -> bool:
    """True when the PDF beside the document of ``done`` was made of an earlier one.

    One that cannot be read, or is somebody else's, is none of namndkit's business here.
    """
    # A document that is still to be written makes old what is current now.
    wanted = "current" if done.status == WOULD_WRITE else "old"
    return _look(str(Path(done.target).with_suffix(".pdf")), done.target).kind == wanted


def _made(waiting: dict[Path, Done], options: PdfOptions) -> Iterator[Done]:
    office = find_office(options.office)
    if office is None:
        missing = _missing(options.office)
        yield from (replace(pdf, status=FAILED, findings=(missing,)) for pdf in waiting.values())
        return
    made = make_pdfs(list(waiting), office, OWN)
    try:
        for document, data in progress(made, "Gör PDF", len(waiting)):
            yield _written(waiting.pop(document), document, data, options)
    except OSError as problem:  # no room for what LibreOffice needs, or it cannot be started
        for pdf in waiting.values():
            failed = refused_while_working(pdf.target, problem)
            yield replace(pdf, status=FAILED, findings=(failed,))


def _written(pdf: Done, document: Path, data: bytes | None, options: PdfOptions) -> Done:
    if data is None:
        message = "LibreOffice kunde inte göra en PDF av dokumentet."
        hint = "Öppna Word-dokumentet i LibreOffice, eller spara det som PDF i Word."
        return replace(pdf, status=FAILED, findings=(unusable(pdf.target, "NK507", message, hint),))
    standing = _look(pdf.target, str(document))  # LibreOffice takes its time
    if settled := _settled(pdf, standing, options):
        return settled
    place = place_of(pdf.target)
    foreign = standing.kind == "foreign"
    copy = copy_beside(place, standing.data, standing.mark) if foreign else ""
    problem = copy if isinstance(copy, Diagnostic) else save(data, pdf.target, place, standing.mark)
    if problem:
        return replace(pdf, status=FAILED, findings=(problem,))
    return replace(pdf, status=WRITTEN, copy=str(copy))


def _missing(named: str | None) -> Diagnostic:
    where = f" där du angav ({named})" if named else ""
    message = f"LibreOffice finns inte{where}, så ingen PDF skrevs. Word-dokumenten är skrivna."
    hint = (
        "Installera LibreOffice från libreoffice.org (Debian och Ubuntu: apt install"
        " libreoffice-writer), eller ange programmet med --soffice."
    )
    return unusable("LibreOffice", "NK506", message, hint)


def _kept(target: str) -> Diagnostic:
    message = "PDF-filen är inte skriven av namndkit, eller ändrad sedan dess. Den behålls."
    hint = "Byt namn på den. Med --force sparas en kopia, och en ny PDF skrivs."
    return error(Position(target), "NK508", message, hint)
