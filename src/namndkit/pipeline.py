"""The pipeline: the stages in order, each fed with what the one before gave."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from namndkit.budget import add_together, add_up, claim, fill_in
from namndkit.case import read_defaults, validate
from namndkit.checks import check_case, check_pots, check_texts, suppress
from namndkit.source import Source, mend, read
from namndkit.values.budget import Budget
from namndkit.values.case import Case
from namndkit.values.case.forval import Förval
from namndkit.values.case.part import leaves
from namndkit.values.diagnostic import Diagnostic, Severity, error
from namndkit.values.document import Document, Properties
from namndkit.values.overview import Claim, Overview
from namndkit.values.position import SourceText
from namndkit.values.text import LongText

__all__ = [
    "Checked",
    "Defaults",
    "Rendered",
    "Renderer",
    "add_claims",
    "check",
    "claim_of",
    "mend",
    "read_folder",
]


@dataclass(frozen=True, slots=True)
class Checked:
    """A case after reading and checking: what could be made of it, and every finding, sorted."""

    case: Case | None
    budget: Budget | None
    diagnostics: tuple[Diagnostic, ...]
    texts: tuple[SourceText, ...] = field(default=())

    def blocked(self, *, draft: bool = False) -> bool:
        """True when no document may be written; a draft passes over parts that are missing."""
        errors = (found for found in self.diagnostics if found.severity is Severity.ERROR)
        return self.case is None or any(not (draft and found.draftable) for found in errors)


@dataclass(frozen=True, slots=True)
class Defaults:
    """A folder's defaults as read: the value, every finding in their file, and its text."""

    value: Förval | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    texts: tuple[SourceText, ...] = ()


def read_folder(data: bytes, path: str) -> Defaults:
    """The defaults in ``data``, the content of the file ``path``; an empty file has none."""
    if not data.strip():
        return Defaults()
    outcome = read(data, path, Path(path).parent)
    if outcome.value is None or outcome.value.root is None:
        texts = outcome.value.texts if outcome.value else ()
        return Defaults(None, outcome.diagnostics, texts)
    made = read_defaults(outcome.value.root)
    return Defaults(made.value, (*outcome.diagnostics, *made.diagnostics), outcome.value.texts)


_NONE = Defaults()


def check(data: bytes, path: str, folder: Path, defaults: Defaults = _NONE) -> Checked:
    """Read and check the case file ``path`` with the content ``data``; it draws in from ``folder``."""
    outcome = read(data, path, folder)
    source: Source | None = outcome.value
    if source is None:
        return Checked(None, None, outcome.diagnostics)
    findings = list(outcome.diagnostics)
    case, budget = None, None
    if source.root:
        findings += check_texts(source.root)
        validated = validate(source.root)
        findings += validated.diagnostics
        case = validated.value
    if case:
        budget = add_up(case)
        findings += check_case(case, budget, defaults.value)
        findings += _check_long_texts(case)
        filled = fill_in(case, budget)
        findings += filled.diagnostics
        case = filled.value
    kept = [*suppress(findings, source.texts[0], source.root), *defaults.diagnostics]
    return Checked(case, budget, _sorted(kept), (*source.texts, *defaults.texts))


def _check_long_texts(case: Case) -> list[Diagnostic]:
    """What Markdown would lose or misread, found before any template is."""
    from namndkit.markup import check_text

    texts = (value for _path, value in leaves(case) if isinstance(value, LongText))
    return [finding for text in texts for finding in check_text(text, text.node)]


def claim_of(path: str, checked: Checked) -> Iterable[Claim]:
    """What the case in the file ``path`` costs; nothing when it has no cost."""
    if checked.case and checked.budget:
        yield claim(checked.case, checked.budget, path)


def add_claims(claims: Iterable[Claim]) -> tuple[Overview, tuple[Diagnostic, ...]]:
    """The sums over several cases, and what is wrong with the pots that they share."""
    overview = add_together(claims)
    return overview, tuple(check_pots(overview))


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document as bytes, or None, with every finding of the case and of the rendering."""

    data: bytes | None
    document: Document | None
    diagnostics: tuple[Diagnostic, ...]


class Renderer:
    """Renders any number of cases with one folder of templates, read once."""

    def __init__(self, folder: Path) -> None:
        from namndkit.word import read_look
        from namndkit.wording import Templates

        self.folder = folder
        self._templates = Templates(folder)
        self._look = read_look(folder / "utseende.docx")

    def render(self, checked: Checked, kind: str | None = None, *, draft: bool = False) -> Rendered:
        """The document of ``checked``, of ``kind`` when another than the case's own is asked for."""
        from namndkit.word import write

        findings = [*checked.diagnostics, *self._look.diagnostics]
        case = checked.case
        if case is None or checked.blocked(draft=draft) or self._look.value is None:
            return Rendered(None, None, _sorted(findings))
        document = self.document(case, checked.budget, kind or case.kind, draft, findings)
        if document is None:
            return Rendered(None, None, _sorted(findings))
        return Rendered(write(document, self._look.value), document, _sorted(findings))

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
    message = f"Dokumentet kan inte skrivas: {gap.strip('[]')}."
    found = error(case.position, "NK201", message, "Lägg till delen i ärendet.")
    return replace(found, draftable=True)


def _properties(case: Case, draft: bool) -> Properties:
    date = case.datum.iso if case.datum else ""
    return Properties(str(case.titel), str(case.nämnd or case.förvaltning or ""), date, draft)


def _sorted(findings: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(set(findings), key=Diagnostic.sort_key))
