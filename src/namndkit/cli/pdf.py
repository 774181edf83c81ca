"""``--pdf``: the PDF beside each Word document, all of them in one call of LibreOffice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from namndkit.cli.documents import default_templates
from namndkit.cli.files import copy_beside, unusable, unwritable, write_document
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
    target = Path(done.target).with_suffix(".pdf")
    pdf = Done(done.case, str(target), WOULD_WRITE)
    if done.status == WOULD_WRITE:
        return pdf
    try:
        standing = stands_pdf(target, Path(done.target))
    except (OSError, ValueError) as problem:
        return replace(pdf, status=FAILED, findings=(unwritable(target, problem),))
    if standing == "current":
        return replace(pdf, status=UNCHANGED)
    if standing == "foreign" and not options.force:
        return replace(pdf, status=KEPT, findings=(_kept(target),))
    return pdf


def is_older(done: Done) -> bool:
    """True when the PDF beside the document of ``done`` was made of an earlier one.

    One that cannot be read, or is somebody else's, is none of namndkit's business here.
    """
    # A document that is still to be written makes old what is current now.
    wanted = "current" if done.status == WOULD_WRITE else "old"
    try:
        return stands_pdf(Path(done.target).with_suffix(".pdf"), Path(done.target)) == wanted
    except (OSError, ValueError):
        return False


def _made(waiting: dict[Path, Done], options: PdfOptions) -> Iterator[Done]:
    office = find_office(options.office)
    if office is None:
        missing = _missing(options.office)
        yield from (replace(pdf, status=FAILED, findings=(missing,)) for pdf in waiting.values())
        return
    made = make_pdfs(list(waiting), office, default_templates())
    for document, data in progress(made, "Gör PDF", len(waiting)):
        yield _written(waiting[document], document, data, options)


def _written(pdf: Done, document: Path, data: bytes | None, options: PdfOptions) -> Done:
    target, problem, copy = Path(pdf.target), None, ""
    if data is None:
        message = "LibreOffice kunde inte göra en PDF av dokumentet."
        hint = "Öppna Word-dokumentet i LibreOffice, eller spara det som PDF i Word."
        problem = unusable(pdf.target, "NK507", message, hint)
    elif options.force and stands_pdf(target, document) == "foreign":
        saved = copy_beside(target)
        problem, copy = (saved, "") if isinstance(saved, Diagnostic) else (None, str(saved))
    if data is not None and problem is None:
        problem = write_document(data, target)
    if problem:
        return replace(pdf, status=FAILED, findings=(problem,))
    return replace(pdf, status=WRITTEN, copy=copy)


def _missing(named: str | None) -> Diagnostic:
    where = f" där du angav ({named})" if named else ""
    message = f"LibreOffice finns inte{where}, så ingen PDF skrevs. Word-dokumenten är skrivna."
    hint = (
        "Installera LibreOffice från libreoffice.org (Debian och Ubuntu: apt install"
        " libreoffice-writer), eller ange programmet med --soffice."
    )
    return unusable("LibreOffice", "NK506", message, hint)


def _kept(target: Path) -> Diagnostic:
    message = "PDF-filen är inte skriven av namndkit, eller ändrad sedan dess. Den behålls."
    hint = "Byt namn på den. Med --force sparas en kopia, och en ny PDF skrivs."
    return error(Position(str(target)), "NK508", message, hint)
