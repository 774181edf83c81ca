"""``namndkit render``: cases in, Word documents out, one at a time or a folder in one go."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from namndkit.cli.cases import Folders, find_cases, wrong_templates
from namndkit.cli.clashes import clashing
from namndkit.cli.documents import Options, beside_main, unknown_kind
from namndkit.cli.files import STANDARD
from namndkit.cli.workers import make_all
from namndkit.disk import each_once, exists, is_folder
from namndkit.disk.left_overs import clear_left_overs
from namndkit.disk.writing import place_of
from namndkit.report import UNCHANGED, WOULD_WRITE, WRITTEN, Done, Tally, progress, say

if TYPE_CHECKING:
    from namndkit.cli.pdf import PdfOptions

STYLES = ("full", "json")


def run(
    names: list[str],
    output: str | None,
    options: Options,
    *,
    jobs: int,
    check_only: bool,
    style: str,
    pdf: PdfOptions | None = None,
) -> int:
    """Render the cases ``names``, with ``pdf`` as PDF files too; the exit code."""
    wrong = _wrong_use(names, output, options, style, jobs) or _wrong_pdf(names, output, pdf)
    if wrong:
        say(f"fel: {wrong[0]}\nhjälp: {wrong[1]}")
        return 2
    alone = len(names) == 1 and not is_folder(names[0])
    folders = Folders(options.templates)
    pairs = list(dict.fromkeys(_targets(names, output, options, folders, alone=alone)))
    named_once = set(each_once(case for case, _ in pairs))
    pairs = [pair for pair in pairs if pair[0] in named_once]
    tally = Tally(style, alone=alone)
    stopped = {done.case: done for done in clashing(pairs, folders, several=not options.kind)}
    for done in stopped.values():
        tally.add(done)
    pairs = [pair for pair in pairs if pair[0] not in stopped]
    if options.write and STANDARD not in (*names, output):
        clear_left_overs(place_of(target) for _, target in pairs)
    try:
        there = list(_make(pairs, options, jobs, tally, pdf=pdf is not None))
        _add_pdfs(there, pdf, tally)
    except KeyboardInterrupt:
        tally.interrupt()
        raise
    tally.close()
    return max(tally.worst, int(check_only and tally.counts[WOULD_WRITE] > 0))


def _make(
    pairs: list[tuple[str, str]], options: Options, jobs: int, tally: Tally, *, pdf: bool
) -> Iterator[Done]:
    """Make the documents and tell of each; those that are there, or would be, and have or get a PDF."""
    for made in progress(make_all(pairs, options, jobs), "Skriver", len(pairs)):
        for done in made:
            tally.add(done)
            there = done.status in (WRITTEN, UNCHANGED, WOULD_WRITE) and done.target != STANDARD
            if there and (pdf or exists(f"{done.target.removesuffix('.docx')}.pdf")):
                yield Done(done.case, done.target, done.status)


def _add_pdfs(there: list[Done], pdf: PdfOptions | None, tally: Tally) -> None:
    """Make the PDF files of the documents ``there``, or tell of those that are no longer current."""
    if not there:
        return
    from namndkit.cli.pdf import add_pdfs, is_older

    if pdf is None:
        tally.older = [one.target for one in there if is_older(one)]
        return
    for done in add_pdfs(there, pdf):
        tally.add(done)


def _wrong_use(
    names: list[str], output: str | None, options: Options, style: str, jobs: int
) -> tuple[str, str] | None:
    """What is wrong with the command line, and the remedy."""
    form = Folders(options.templates).renderer(names[0]).templates.form
    for word in filter(None, (options.kind, options.only)):
        if len(names) == 1 and not is_folder(names[0]) and not form.kind(word):
            return unknown_kind(word, form)
    if style not in STYLES:
        return f"Formen {style} finns inte.", f"Välj bland {', '.join(STYLES)}."
    if jobs < 1:
        return "Antalet processer måste vara minst ett.", "Skriv till exempel --jobs 2."
    return wrong_templates(options.templates) or _wrong_output(names, output)


def _wrong_pdf(
    names: list[str], output: str | None, pdf: PdfOptions | None
) -> tuple[str, str] | None:
    if pdf and STANDARD in (*names, output) and output in (None, STANDARD):
        return "En PDF kan inte skrivas till standard ut.", "Ange ett filnamn efter -o."
    return None


def _wrong_output(names: list[str], output: str | None) -> tuple[str, str] | None:
    several = len(names) > 1 or is_folder(names[0])
    if STANDARD in names and output is None:
        message = "Det framgår inte var dokumentet ska skrivas."
        return message, "Lägg till -o och ett filnamn."
    if several and STANDARD in (*names, output):
        message = "Standard in och standard ut går bara med ett enda ärende."
        return message, "Ange filer eller mappar, och en mapp efter -o."
    named = output is not None and output != STANDARD and not _is_folder(output)
    if several and named and Path(str(output)).suffix.lower() == ".docx":
        return f"{output} är en fil, men ärendena är flera.", "Ange en mapp efter -o: -o ut/"
    if not several and named and Path(str(output)).suffix.lower() != ".docx":
        return f"{output} slutar inte på .docx.", "Välj ett namn som slutar på .docx."
    return None


def _is_folder(output: str) -> bool:
    return output.endswith(tuple(filter(None, ("/", os.sep, os.altsep)))) or is_folder(output)


def _targets(
    names: list[str], output: str | None, options: Options, folders: Folders, *, alone: bool
) -> Iterator[tuple[str, str]]:
    """Each case with its document's path: beside it, or in the same folder below ``output``.

    The path is that of the main document, or of the one of the kind that is wanted alone.
    """
    for name in each_once(names):
        for case in find_cases([name]):
            if not Path(case).name or is_folder(case):
                yield case, case  # a folder without cases, or a drive: reading it will tell
                continue
            path = Path("dokument" if case == STANDARD else case)
            kind = folders.renderer(case).templates.form.kind(options.kind or "")
            file = f"{path.stem}.docx"
            if kind and (case == STANDARD or folders.kinds(case)[:1] != (kind,)):
                file = beside_main(file, kind)
            if output is None:
                yield case, str(path.with_name(file))
            elif output == STANDARD:
                yield case, STANDARD
            elif alone and not _is_folder(output):
                yield case, output
            else:
                below = path.parent.relative_to(name) if is_folder(name) else Path()
                yield case, str(Path(output) / below / file)
