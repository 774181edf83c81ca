"""From a checked case to the bytes of its document."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from namndkit import __version__
from namndkit.disk import DOCUMENT, read_at_home
from namndkit.pipeline.checking import Checked
from namndkit.pipeline.folder import Defaults
from namndkit.pipeline.kinds import templates_in
from namndkit.pipeline.papers import Paper, in_properties
from namndkit.source import drawn_files
from namndkit.values.case import Case
from namndkit.values.diagnostic import Diagnostic, Outcome, Severity, in_order
from namndkit.values.document import Document, Properties
from namndkit.values.worded import Worded
from namndkit.wording import home_of, texts_of

if TYPE_CHECKING:
    from namndkit.word import Look


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document as bytes, or None, with every finding of the case and of the rendering."""

    data: bytes | None
    document: Document | None
    diagnostics: tuple[Diagnostic, ...]


class Renderer:
    """Renders any number of cases with one folder of templates, read once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.templates = templates_in(folder)

    @cached_property
    def digest(self) -> str:
        """A digest of the folder's templates and Word file."""
        return _digest_of_folder(self.folder)

    @cached_property
    def _look(self) -> Outcome[Look]:
        from namndkit.word import LOOK, read_look

        return read_look(home_of(self.folder, LOOK))

    def render(
        self,
        checked: Checked,
        kind: str | None = None,
        *,
        draft: bool = False,
        made_of: str = "-",
        case_mark: str = "-",
    ) -> Rendered:
        """The document of ``checked``, of ``kind`` when another than the main one is asked for.

        ``made_of`` and ``case_mark``, the digests of what it is made from and for which case, are
        recorded in it.
        """
        from namndkit.word import write

        findings = [*checked.diagnostics, *self._look.diagnostics]
        paper = paper_for(checked, kind)
        if paper is None or checked.blocked(draft=draft) or self._look.value is None:
            return Rendered(None, None, in_order(findings))
        document = self.document(paper, draft=draft, findings=findings)
        if document is None:
            return Rendered(None, None, in_order(findings))
        document = replace(document, logotype=checked.logotype)
        data = write(document, self._look.value, made_of, case_mark)
        return Rendered(data, document, in_order(findings))

    def document(self, paper: Paper, *, draft: bool, findings: list[Diagnostic]) -> Document | None:
        """The tree of ``paper``; what is wrong is added to ``findings``."""
        from namndkit.markup import parse

        if paper.worded is None:
            return None
        worded = _with_places(paper.worded, findings) if draft else paper.worded
        outcome = parse(worded, _properties(paper.case, draft))
        findings += outcome.diagnostics
        stopped = any(found.severity is Severity.ERROR for found in outcome.diagnostics)
        return None if stopped else outcome.value


def _with_places(worded: Worded, findings: Iterable[Diagnostic]) -> Worded:
    """``worded`` with the values that are found to be places to fill in as gaps, for a draft."""
    places = {found.position for found in findings if found.code == "NK202"}
    values = (
        replace(value, kind="gap")
        if value.node and places and value.node.at(0, len(value.node.text)) in places
        else value
        for value in worded.values
    )
    return replace(worded, values=tuple(values))


def paper_for(checked: Checked, kind: str | None) -> Paper | None:
    """The paper of ``kind``; the main one when none is named."""
    named = (one for one in checked.papers if kind in (None, one.kind.name))
    return next(named, None)


def _properties(case: Case, draft: bool) -> Properties:
    date = case.datum.iso if case.datum else ""
    title, author = in_properties(case)
    return Properties(str(title or ""), str(author or ""), date, draft)


def digest(
    data: bytes, folder: Path, defaults: Defaults, renderer: Renderer, *options: object
) -> str:
    """A digest of all that a document is made from: the case and the files it draws in, the folder's
    defaults, the templates, the ``options`` and namndkit's version.
    """
    hashed = hashlib.sha256()
    told = (__version__, renderer.digest, *options)
    shared = [text.text.encode() for text in defaults.texts]
    shared += [defaults.logotype.data] if defaults.logotype else []
    for part in (data, *drawn_files(data, folder), *shared, repr(told).encode()):
        hashed.update(len(part).to_bytes(8, "big"))
        hashed.update(part)
    return hashed.hexdigest()[:32]


def _digest_of_folder(folder: Path) -> str:
    from namndkit.word import LOOK

    hashed = hashlib.sha256()
    for text in texts_of(folder):
        hashed.update(f"{Path(text.path).name}\0{text.text}\0".encode())
    look = read_at_home(home_of(folder, LOOK), DOCUMENT)
    hashed.update(look if isinstance(look, bytes) else b"")  # what needs the Word file will tell
    return hashed.hexdigest()
