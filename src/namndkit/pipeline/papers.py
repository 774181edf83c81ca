"""From a case to its papers: each document of the case, with its own values, its money and its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from namndkit.budget import add_up, fill_in
from namndkit.case import document_of
from namndkit.checks import check_case
from namndkit.values.budget import Budget
from namndkit.values.case import Case
from namndkit.values.case.forval import Förval
from namndkit.values.diagnostic import Diagnostic, Severity
from namndkit.values.kind import Kind
from namndkit.values.node import Node
from namndkit.values.position import Position
from namndkit.values.text import LongText, Text
from namndkit.values.worded import Worded
from namndkit.wording import Templates


@dataclass(frozen=True, slots=True)
class Paper:
    """One document of a case: its ``kind``, the case as it says it, and what is wrong in it.

    ``own`` is what the case says for it alone. There is no ``budget`` while a cost line lacks its
    amount, and nothing ``worded`` where the templates stop it.
    """

    kind: Kind
    case: Case
    own: Case | None
    budget: Budget | None
    worded: Worded | None
    diagnostics: tuple[Diagnostic, ...]


def in_properties(case: Case) -> tuple[Text | None, Text | None]:
    """The title and the author that Word shows of the document ``case``."""
    return case.titel, case.nämnd or case.förvaltning


def papers_of(
    case: Case, main: Kind, asked: Kind | None, templates: Templates, defaults: Förval | None
) -> tuple[Paper, ...]:
    """The papers of ``case``: the ``main`` one, those that it says something of, and the one ``asked`` for."""
    own = {str(one.typ): one for one in case.egna}
    also = [templates.form.kind(name) for name in own]
    kinds = dict.fromkeys(kind for kind in (main, *also, asked) if kind)
    return tuple(
        _paper(document_of(case, one, kind, main=kind == main), one, kind, templates, defaults)
        for kind, one in ((kind, own.get(kind.name)) for kind in kinds)
    )


def _paper(
    case: Case, own: Case | None, kind: Kind, templates: Templates, defaults: Förval | None
) -> Paper:
    added = add_up(case)
    findings = [*check_case(case, added, defaults), *_check_long_texts(case)]
    budget = added if added and added.hel else None
    filled = fill_in(case, budget)
    findings += filled.diagnostics
    if filled.value is not None and filled.value is not case:
        case, budget = filled.value, add_up(filled.value)
    worded = templates.word(case, budget, kind)
    return Paper(kind, case, own, budget, worded.value, (*findings, *worded.diagnostics))


def _check_long_texts(case: Case) -> Iterator[Diagnostic]:
    """What Markdown would lose or misread, found before it is printed."""
    from namndkit.markup import check_text

    for _path, value in case.blad:
        if isinstance(value, LongText):
            yield from check_text(value, value.node)


def errors_in(*papers: Paper) -> list[Position]:
    """Where what is wrong in the content of ``papers`` stands."""
    found = (one for paper in papers for one in paper.diagnostics)
    return [one.position for one in found if one.severity is Severity.ERROR]


def is_wrong(part: Node, wrong: list[Position]) -> bool:
    """True when one of the places in ``wrong`` is in ``part``."""
    whole = part.position
    first, last = (whole.line, whole.column), (whole.end_line, whole.end_column)
    return any(one.path == whole.path and first <= (one.line, one.column) <= last for one in wrong)
