"""One case made into its document: written, unchanged, kept as somebody left it, or failed."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

from namndkit.cli.cases import STANDARD_NAME, FolderDefaults, folder_of
from namndkit.cli.files import STANDARD, read_case, unusable
from namndkit.cli.saving import copy_beside, may_be_forced, save, unwritable, why_kept
from namndkit.disk import DOCUMENT, Refusal, exists, is_folder, refusal
from namndkit.disk.writing import look, place_of
from namndkit.pipeline import (
    Renderer,
    Standing,
    case_mark,
    check,
    digest,
    judge,
    kind_of,
    would_change,
)
from namndkit.report import FAILED, KEPT, UNCHANGED, WOULD_WRITE, WRITTEN, Done
from namndkit.report.outlet import OutputFailed
from namndkit.values.diagnostic import Diagnostic
from namndkit.values.formats import format_in_words

LETTER = "tjänsteskrivelse"


@dataclass(frozen=True, slots=True)
class Options:
    """What holds for every document of a run.

    ``kind`` is another kind of document than the case's own, ``only`` the kind of cases to take,
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
        self._folders = FolderDefaults()
        self._renderers: dict[Path, Renderer] = {}

    def make(self, case: str, target: str) -> Done | None:
        """The document of the case file ``case`` at ``target``; None for a case of another kind.

        A mistake of namndkit's own is told as that, and the cases after it are made all the same.
        """
        try:
            return self._make(case, target)
        except OutputFailed:
            raise
        except MemoryError:
            return Done(case, target, findings=(stopped(case, "datorns minne räckte inte"),))
        except OSError as problem:
            return Done(case, target, findings=(refused_while_working(case, problem),))
        except Exception as bug:
            if os.environ.get("NAMNDKIT_DEBUG"):
                raise
            message = f"namndkit klarade inte det här ärendet ({type(bug).__name__}). Felet ligger i programmet."
            hint = "Skicka ärendets fil till den som sköter namndkit hos er."
            return Done(case, target, findings=(unusable(case, "NK900", message, hint),))

    def _make(self, case: str, target: str) -> Done | None:
        read = read_case(case)
        if read.value is None:
            return Done(case, target, findings=read.diagnostics)
        shown, folder = STANDARD_NAME if case == STANDARD else case, folder_of(case)
        data, place = read.value, place_of(target)
        if self.options.only and kind_of(data, shown, folder) not in (self.options.only, ""):
            return None
        there = None if target == STANDARD else look(place, DOCUMENT)
        if isinstance(there, Refusal):
            return Done(case, target, findings=(unwritable(target, there),))
        defaults = self._folders.of(case)
        renderer = self._renderer(defaults.templates)
        kind, draft = self.options.kind, self.options.draft
        made_of = digest(data, folder, defaults, renderer, kind, draft)
        whose = "-" if target == STANDARD else case_mark(case, place, kind)
        standing = judge(there, made_of, whose)
        if standing.kind == "current":
            return Done(case, target, UNCHANGED)
        checked = check(data, shown, folder, defaults)
        rendered = renderer.render(checked, kind, draft=draft, made_of=made_of, case_mark=whose)
        done = Done(case, target, findings=rendered.diagnostics, texts=checked.texts)
        if rendered.data is None:
            return done
        if standing.parts and not would_change(rendered.data, standing):
            return replace(done, status=UNCHANGED)
        kept = why_kept(target, standing)
        if kept and not (self.options.force and may_be_forced(standing)):
            findings = (*done.findings, kept)
            return replace(done, status=KEPT, findings=findings, changes=standing.changes or ())
        total = format_in_words(checked.budget.summa.kronor) if checked.budget else ""
        done = replace(done, status=WOULD_WRITE, total=total, draft=draft)
        return _written(done, rendered.data, place, standing, kept) if self.options.write else done

    def _renderer(self, own: Path | None) -> Renderer:
        folder = templates_for(self.options.templates, own)
        if folder not in self._renderers:
            self._renderers[folder] = Renderer(folder)
        return self._renderers[folder]


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


def templates_for(named: str | None, own: Path | None) -> Path:
    """The folder of templates: ``named`` by the user, else ``own`` of the defaults, else namndkit's.

    That a folder which the defaults name is not there has been told where they were read.
    """
    if named:
        return Path(named)
    return own if own and is_folder(own) else default_templates()


def wrong_templates(named: str | None) -> tuple[str, str] | None:
    """Why ``named`` is no folder of templates, and the remedy; None when it is one, or not given."""
    if named is None or is_folder(named):
        return None
    what = "är ingen mapp" if exists(named) else "finns inte"
    return f"{named} {what}.", "Ange mappen som mallarna ligger i."


def default_templates() -> Path:
    """The templates that come with namndkit: in the package, or beside ``src`` in a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "templates"
    return installed if is_folder(installed) else package.parents[1] / "templates"
