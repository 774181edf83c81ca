"""One case made into its document: written, unchanged, kept as somebody left it, or failed."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

from namndkit.cli.cases import STANDARD_NAME, FolderDefaults, folder_of
from namndkit.cli.files import (
    STANDARD,
    copy_beside,
    read_case,
    unusable,
    unwritable,
    write_document,
    write_standard_output,
)
from namndkit.disk import exists, is_folder
from namndkit.pipeline import (
    Renderer,
    Standing,
    check,
    digest,
    kind_of,
    stands,
    would_change,
)
from namndkit.report import FAILED, KEPT, UNCHANGED, WOULD_WRITE, WRITTEN, Done
from namndkit.values.diagnostic import Diagnostic, error
from namndkit.values.formats import format_in_words
from namndkit.values.position import Position

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
        except (BrokenPipeError, MemoryError):
            raise
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
        data, place = read.value, Path(target)
        if self.options.only and kind_of(data, shown, folder) not in (self.options.only, ""):
            return None
        try:
            standing = Standing("nothing") if target == STANDARD else stands(place)
        except (OSError, ValueError) as problem:
            return Done(case, target, findings=(unwritable(place, problem),))
        defaults = self._folders.of(case)
        renderer = self._renderer(defaults.templates)
        made_of = digest(data, folder, defaults, renderer, self.options.kind, self.options.draft)
        if standing.kind == "ours" and standing.made_of == made_of:
            return Done(case, target, UNCHANGED)
        checked = check(data, shown, folder, defaults)
        rendered = renderer.render(
            checked, self.options.kind, draft=self.options.draft, made_of=made_of
        )
        done = Done(case, target, findings=rendered.diagnostics, texts=checked.texts)
        if rendered.data is None:
            return done
        kept = _kept(place, standing)
        if kept and (not self.options.force or standing.kind == "other"):
            findings = (*done.findings, kept)
            return replace(done, status=KEPT, findings=findings, changes=standing.changes or ())
        if standing.kind == "ours" and not would_change(rendered.data, standing):
            return replace(done, status=UNCHANGED)
        total = format_in_words(checked.budget.summa.kronor) if checked.budget else ""
        done = replace(done, status=WOULD_WRITE, total=total, draft=self.options.draft)
        if not self.options.write:
            return done
        if target != STANDARD and stands(place) != standing:
            return self._make(case, target)  # somebody has saved it meanwhile
        return self._write(rendered.data, place, done, kept)

    def _write(self, data: bytes, place: Path, done: Done, kept: Diagnostic | None) -> Done:
        copy: Path | Diagnostic | None = copy_beside(place) if kept else None
        if isinstance(copy, Diagnostic):
            problem: Diagnostic | None = copy
        elif done.target == STANDARD:
            problem = write_standard_output(data)
        else:
            problem = write_document(data, place)
        if problem:
            return replace(done, status=FAILED, findings=(*done.findings, problem))
        return replace(done, status=WRITTEN, copy=str(copy or ""))

    def _renderer(self, own: Path | None) -> Renderer:
        folder = templates_for(self.options.templates, own)
        if folder not in self._renderers:
            self._renderers[folder] = Renderer(folder)
        return self._renderers[folder]


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


def _kept(place: Path, standing: Standing) -> Diagnostic | None:
    """Why what stands at ``place`` is not written over; None when it may be."""
    carry = "För över ändringarna till ärendet. Med --force sparas en kopia, och dokumentet skrivs."
    if standing.kind == "other":
        message = "Filen finns redan och är inget Word-dokument."
        return unusable(str(place), "NK503", message, "Välj ett annat namn med -o.")
    if standing.kind == "foreign":
        message = "Dokumentet finns redan och är inte skrivet av namndkit. Det behålls."
        hint = "Välj ett annat namn med -o. Med --force sparas en kopia, och dokumentet skrivs."
        return error(Position(str(place)), "NK505", message, hint)
    if standing.kind != "saved":
        return None
    saved = "Dokumentet har sparats i ett annat program sedan det skrevs"
    if standing.changes is None:
        message = f"{saved} och går inte att jämföra. Det behålls."
    elif standing.changes:
        message = f"{saved} och behålls. Det här skiljer: {'; '.join(standing.changes)}"
    else:
        message = f"{saved}. Ingen skillnad hittades. Det behålls."
        carry = "Med --force sparas en kopia, och dokumentet skrivs."
    return error(Position(str(place)), "NK504", message, carry)
