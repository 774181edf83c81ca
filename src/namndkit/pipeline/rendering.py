"""From a checked case to the bytes of its document."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from namndkit import __version__
from namndkit.disk import DOCUMENT, read_at_home
from namndkit.pipeline.checking import Checked, Defaults, in_order
from namndkit.source import drawn_files
from namndkit.values.budget import Budget
from namndkit.values.case import Case
from namndkit.values.case.glossary import fold
from namndkit.values.diagnostic import Diagnostic, Outcome, Severity, error
from namndkit.values.document import Document, Properties

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
        from namndkit.wording import Templates

        self.folder = folder
        self._templates = Templates(folder)

    @cached_property
    def digest(self) -> str:
        """A digest of the folder's templates and Word file."""
        return _digest_of_folder(self.folder)

    @cached_property
    def _look(self) -> Outcome[Look]:
        from namndkit.word import LOOK, read_look

        return read_look(self.folder / LOOK)

    def render(
        self,
        checked: Checked,
        kind: str | None = None,
        *,
        draft: bool = False,
        made_of: str = "-",
        case_mark: str = "-",
    ) -> Rendered:
        """The document of ``checked``, of ``kind`` when another than the case's own is asked for.

        ``made_of`` and ``case_mark``, the digests of what it is made from and for which case, are
        recorded in it.
        """
        from namndkit.word import write

        findings = [*checked.diagnostics, *self._look.diagnostics]
        case = checked.case
        if case is None or checked.blocked(draft=draft) or self._look.value is None:
            return Rendered(None, None, in_order(findings))
        document = self.document(case, checked.budget, kind or case.kind, draft, findings)
        if document is None:
            return Rendered(None, None, in_order(findings))
        document = replace(document, logotype=checked.logotype)
        data = write(document, self._look.value, made_of, case_mark)
        return Rendered(data, document, in_order(findings))

    def document(
        self, case: Case, budget: Budget | None, kind: str, draft: bool, findings: list[Diagnostic]
    ) -> Document | None:
        """The tree of ``case``; what is wrong is added to ``findings``."""
        from namndkit.markup import parse

        worded = self._templates.word(case, budget, kind)
        findings += worded.diagnostics
        if worded.value is None:
            return None
        gaps = [value.text for value in worded.value.values if value.kind == "gap"]
        if gaps and not draft:
            findings += [_gap(case, gap) for gap in gaps]
            return None
        outcome = parse(worded.value, self.folder, _properties(case, draft))
        findings += outcome.diagnostics
        stopped = any(found.severity is Severity.ERROR for found in outcome.diagnostics)
        return None if stopped else outcome.value


def _gap(case: Case, gap: str) -> Diagnostic:
    """A document without a part that its template asks for is written as a draft only."""
    what = gap.strip("[]")
    key = _key_of(case, fold(what.removesuffix(" saknas")))
    hint = f"Lägg till nyckeln {key}: … i ärendet." if key else "Lägg till det i ärendet."
    found = error(case.position, "NK201", f"Dokumentet kan inte skrivas: {what}.", hint)
    return replace(found, draftable=True)


def _key_of(case: Case, part: str) -> str:
    """The key of the part that a template calls ``part`` (folded); empty when no field is like it."""
    told = {name: fold(field.description or "") for name, field in type(case).model_fields.items()}
    named = [name for name in told if fold(name) == part]
    return next(iter(named or [name for name, text in told.items() if text.startswith(part)]), "")


def _properties(case: Case, draft: bool) -> Properties:
    date = case.datum.iso if case.datum else ""
    return Properties(str(case.titel), str(case.nämnd or case.förvaltning or ""), date, draft)


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
    from namndkit.wording import texts_of

    hashed = hashlib.sha256()
    for text in texts_of(folder):
        hashed.update(f"{Path(text.path).name}\0{text.text}\0".encode())
    look = read_at_home(folder / LOOK, DOCUMENT)
    hashed.update(look if isinstance(look, bytes) else b"")  # what needs the Word file will tell
    return hashed.hexdigest()
