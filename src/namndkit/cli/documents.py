"""One case made into its document: written, unchanged, kept as somebody left it, or failed."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from namndkit.cli.cases import Folders, folder_of, shown_as
from namndkit.cli.files import STANDARD, read_case, unusable
from namndkit.cli.saving import copy_beside, may_be_forced, save, unwritable, why_kept
from namndkit.disk import DOCUMENT, Refusal, refusal
from namndkit.disk.writing import look, place_of
from namndkit.pipeline import (
    Checked,
    Defaults,
    Renderer,
    Standing,
    case_mark,
    check,
    digest,
    either,
    judge,
    kinds_of,
    may_be_several,
    meant,
    paper_for,
    unread_kind,
    would_change,
)
from namndkit.report import FAILED, KEPT, UNCHANGED, WOULD_WRITE, WRITTEN, Done
from namndkit.report.outlet import OutputFailed
from namndkit.values.diagnostic import Diagnostic
from namndkit.values.formats import format_in_words
from namndkit.values.kind import Format, Kind


@dataclass(frozen=True, slots=True)
class Options:
    """What holds for every document of a run.

    ``kind`` is the kind of document that is wanted alone, ``only`` the kind of cases to take,
    ``write`` false for a run that only tells.
    """

    kind: str | None = None
    only: str | None = None
    templates: str | None = None
    draft: bool = False
    force: bool = False
    write: bool = True


class Maker:
    """Makes any number of documents; reads each folder of templates and each defaults file once."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self._folders = Folders(options.templates)

    def make(self, case: str, target: str) -> list[Done]:
        """The documents of the case file ``case``, the main one at ``target``; none of a case left out.

        A mistake of namndkit's own is told as that, and the cases after it are made all the same.
        """
        try:
            return self._make(case, target)
        except OutputFailed:
            raise
        except MemoryError:
            return [Done(case, target, findings=(stopped(case, "datorns minne räckte inte"),))]
        except OSError as problem:
            return [Done(case, target, findings=(refused_while_working(case, problem),))]
        except Exception as bug:
            if os.environ.get("NAMNDKIT_DEBUG"):
                raise
            message = f"namndkit klarade inte det här ärendet ({type(bug).__name__}). Felet ligger i programmet."
            hint = "Skicka ärendets fil till den som sköter namndkit hos er."
            return [Done(case, target, findings=(unusable(case, "NK900", message, hint),))]

    def _make(self, case: str, target: str) -> list[Done]:
        read = read_case(case)
        if read.value is None:
            return [Done(case, target, findings=read.diagnostics)]
        renderer = self._folders.renderer(case)
        form, data = renderer.templates.form, read.value
        if wrong := self._unknown(case, form):
            return [Done(case, target, findings=(wrong,))]
        wanted, only = self.options.kind, self.options.only
        several = wanted or only or may_be_several(data, form)
        kinds = kinds_of(data, shown_as(case), folder_of(case), form) if several else ()
        if only and kinds and kinds[0] != form.kind(only):
            return []
        asked = form.kind(wanted) if wanted else None
        making = _Making(case, data, self._folders.of(case), renderer, self.options)
        if asked:
            return [making.document(None if kinds[:1] == (asked,) else asked, target)]
        if target == STANDARD and len(kinds) > 1:
            return [Done(case, target, findings=(_several(case, kinds),))]
        also = ((kind, beside_main(target, kind)) for kind in kinds[1:])
        return [making.document(kind, place) for kind, place in ((None, target), *also)]

    def _unknown(self, case: str, form: Format) -> Diagnostic | None:
        """The finding that there is no such kind among the case's templates."""
        for word in filter(None, (self.options.kind, self.options.only)):
            if not form.kind(word):
                message, hint = unknown_kind(word, form)
                return unusable(case, "NK108", message, hint)
        return None


def unknown_kind(word: str, form: Format) -> tuple[str, str]:
    """What is said of ``word``, which is no kind of document, and the remedy."""
    if form.unread:
        return unread_kind(word, form)
    near = meant(word, form)
    hint = f"Menade du {near.name}?" if near else f"Skriv {either(form.names)}."
    return f"Slaget {word} finns inte.", hint


def beside_main(target: str, kind: Kind) -> str:
    """Where the document of ``kind`` is written when the main one is at ``target``."""
    return str(Path(target).with_name(f"{Path(target).stem}-{kind.ending}.docx"))


def _several(case: str, kinds: tuple[Kind, ...]) -> Diagnostic:
    names = tuple(kind.name for kind in kinds)
    message = f"Ärendet har flera dokument ({', '.join(names)}), och bara ett kan skrivas till standard ut."
    return unusable(case, "NK506", message, f"Välj ett av dem: --as {names[0]}")


class _Making:
    """The documents of one case: read and checked once, when the first of them is not current."""

    def __init__(
        self, case: str, data: bytes, defaults: Defaults, renderer: Renderer, options: Options
    ) -> None:
        self._case, self._data, self._defaults = case, data, defaults
        self._renderer, self._options = renderer, options

    @cached_property
    def _checked(self) -> Checked:
        templates, asked = self._renderer.templates, self._options.kind
        shown, folder = shown_as(self._case), folder_of(self._case)
        return check(self._data, shown, folder, self._defaults, templates, asked)

    def document(self, kind: Kind | None, target: str) -> Done:
        """The document of ``kind``, None for the main one, at ``target``."""
        case, place, options = self._case, place_of(target), self._options
        there = None if target == STANDARD else look(place, DOCUMENT)
        if isinstance(there, Refusal):
            return Done(case, target, findings=(unwritable(target, there),))
        name = kind.name if kind else None
        made_of = digest(
            self._data, folder_of(case), self._defaults, self._renderer, name, options.draft
        )
        whose = "-" if target == STANDARD else case_mark(case, place, name)
        standing = judge(there, made_of, whose)
        if standing.kind == "current":
            return Done(case, target, UNCHANGED)
        checked = self._checked
        rendered = self._renderer.render(
            checked, name, draft=options.draft, made_of=made_of, case_mark=whose
        )
        done = Done(case, target, findings=rendered.diagnostics, texts=checked.texts)
        if rendered.data is None:
            return done
        if standing.parts and not would_change(rendered.data, standing):
            return replace(done, status=UNCHANGED)
        kept = why_kept(target, standing)
        if kept and not (options.force and may_be_forced(standing)):
            findings = (*done.findings, kept)
            return replace(done, status=KEPT, findings=findings, changes=standing.changes or ())
        paper = paper_for(checked, name)
        total = format_in_words(paper.budget.summa.kronor) if paper and paper.budget else ""
        done = replace(done, status=WOULD_WRITE, total=total, draft=options.draft)
        return _written(done, rendered.data, place, standing, kept) if options.write else done


def _written(
    done: Done, data: bytes, place: Path, standing: Standing, kept: Diagnostic | None
) -> Done:
    """``done`` with its document ``data`` written, after a copy of what is ``kept``."""
    copy = copy_beside(place, standing.data, standing.mark) if kept else ""
    failed = copy if isinstance(copy, Diagnostic) else save(data, done.target, place, standing.mark)
    if failed:
        return replace(done, status=FAILED, findings=(*done.findings, failed))
    return replace(done, status=WRITTEN, copy=str(copy))


def refused_while_working(name: str, problem: OSError) -> Diagnostic:
    """The finding that the system refused something that nobody else has told of."""
    refused = refusal(problem, name)
    where = f" ({problem.filename})" if problem.filename else ""
    message = f"Systemet säger nej: {refused.reason}{where}."
    hint = refused.remedy or "Kontrollera att filerna och mapparna finns kvar och går att använda."
    return unusable(name, "NK518", message, hint)


def stopped(case: str, why: str) -> Diagnostic:
    """The finding that the work on ``case`` ended before it was done."""
    message = f"Arbetet med ärendet avbröts: {why}. Dokumentet är inte skrivet."
    return unusable(case, "NK517", message, "Kör kommandot igen, för det här ärendet.")
