"""From the bytes of a case to the case, its documents and every finding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from namndkit.budget import add_together, claim
from namndkit.case import find_kind, parted, validate, with_defaults
from namndkit.checks import check_pots, check_texts, suppress
from namndkit.pipeline.arranged import headless
from namndkit.pipeline.asked import lacking
from namndkit.pipeline.folder import Defaults
from namndkit.pipeline.kinds import own_templates
from namndkit.pipeline.papers import Paper, papers_of
from namndkit.pipeline.unprinted import unprinted
from namndkit.source import Source, read
from namndkit.values.budget import Budget
from namndkit.values.case import Case
from namndkit.values.case.forval import Förval
from namndkit.values.diagnostic import Diagnostic, Severity, in_order
from namndkit.values.document import Picture
from namndkit.values.kind import Format, Kind
from namndkit.values.node import Mapping
from namndkit.values.overview import Claim, Overview
from namndkit.values.position import Position, SourceText
from namndkit.wording import Templates


@dataclass(frozen=True, slots=True)
class Checked:
    """A case after reading and checking: what could be made of it, and every finding, sorted.

    ``case`` is what its documents have in common, ``papers`` the documents, the main one first.
    """

    case: Case | None
    papers: tuple[Paper, ...]
    diagnostics: tuple[Diagnostic, ...]
    texts: tuple[SourceText, ...] = field(default=())
    logotype: Picture | None = None

    @property
    def budgets(self) -> tuple[tuple[Case, Budget], ...]:
        """Each cost of the case once, with the document that it stands in, where it can be added up."""
        costs = {id(one.case.kostnad.node): one for one in self.papers if one.case.kostnad}
        return tuple((one.case, one.budget) for one in costs.values() if one.budget)

    @property
    def budget(self) -> Budget | None:
        """What the first cost of the case comes to; None when it has none that can be added up."""
        return next((budget for _, budget in self.budgets), None)

    def blocked(self, *, draft: bool = False) -> bool:
        """True when no document may be written; a draft passes over parts that are missing."""
        errors = (found for found in self.diagnostics if found.severity is Severity.ERROR)
        return not self.papers or any(not (draft and found.draftable) for found in errors)


_NONE = Defaults()


def check(
    data: bytes,
    path: str,
    folder: Path,
    defaults: Defaults = _NONE,
    templates: Templates | None = None,
    asked: str | None = None,
) -> Checked:
    """Read and check the case file ``path`` with the content ``data``; it draws in from ``folder``.

    ``asked`` is the kind of document that is wanted alone: what others lack is not told then.
    """
    templates = templates or own_templates()
    outcome = read(data, path, folder)
    source: Source | None = outcome.value
    if source is None:
        return Checked(None, (), outcome.diagnostics)
    findings = [*outcome.diagnostics, *templates.diagnostics]
    case, papers = None, tuple[Paper, ...]()
    if source.root:
        findings += _texts(source.root, templates.form)
        validated = validate(source.root, templates.form)
        findings += validated.diagnostics
        case = validated.value
        if case:
            papers = _papers(case, source.root, templates, defaults.value, asked)
            wrong = [one.position for one in findings if one.severity is Severity.ERROR]
            findings += _of_papers(case, papers, templates, asked, wrong)
    kept = [*suppress(findings, source.texts[0], source.root), *defaults.diagnostics]
    kept += headless(defaults.value, templates)
    texts = (*source.texts, *defaults.texts)
    return Checked(case, papers, in_order(kept), texts, defaults.logotype)


def _texts(root: Mapping, form: Format) -> Iterator[Diagnostic]:
    """The findings in the texts of the case and of what it says for each other document."""
    common, own = parted(root, form)
    for part in (common, *own):
        yield from check_texts(part, form.model)


def _papers(
    case: Case, root: Mapping, templates: Templates, defaults: Förval | None, asked: str | None
) -> tuple[Paper, ...]:
    main, _ = find_kind(root, templates.form)
    wanted = templates.form.kind(asked) if asked else None
    whole = with_defaults(case, defaults)
    return papers_of(whole, main, wanted, templates, defaults) if main else ()


def _of_papers(
    case: Case,
    papers: tuple[Paper, ...],
    templates: Templates,
    asked: str | None,
    told: list[Position],
) -> Iterator[Diagnostic]:
    """What is wrong in the documents, or in the one that is ``asked`` for, and what none of them prints.

    ``told`` is where errors are told of already.
    """
    kind = templates.form.kind(asked) if asked else None
    for paper in papers:
        if kind in (None, paper.kind):
            yield from paper.diagnostics
            yield from lacking(paper, papers[0], told, alone=kind is not None)
    yield from unprinted(case, papers, templates)


_KEY = re.compile(r"^[\"']?([^\s:#\"'][^:\n]*?)[\"']?\s*:", re.MULTILINE)
"""What can be a key at the beginning of a line."""


def may_be_several(data: bytes, form: Format) -> bool:
    """False when the case ``data`` surely makes one document only, told without reading it."""
    text = data.decode("utf-8", "replace").lstrip("\ufeff")
    if text.lstrip().startswith(("{", "%", "?", "!", "&")):
        return True
    return any(form.kind(key) for key in _KEY.findall(text.replace("\r", "\n")))


def kinds_of(data: bytes, path: str, folder: Path, form: Format) -> tuple[Kind, ...]:
    """The kinds of the documents of the case ``data``, the main one first; none when the YAML is broken."""
    source = read(data, path, folder).value
    if not source or not source.root:
        return ()
    _, own = parted(source.root, form)
    named = (find_kind(one, form)[0] for one in (source.root, *own))
    return tuple(dict.fromkeys(kind for kind in named if kind))


def claim_of(path: str, checked: Checked) -> Iterable[Claim]:
    """What the case in the file ``path`` costs; nothing when it has no cost."""
    for case, budget in checked.budgets:
        yield claim(case, budget, path)


def add_claims(claims: Iterable[Claim]) -> tuple[Overview, tuple[Diagnostic, ...]]:
    """The sums over several cases, and what is wrong with the pots that they share."""
    overview = add_together(claims)
    return overview, tuple(check_pots(overview))
