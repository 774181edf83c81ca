"""case: nodes → Case, or every way in which the form is wrong, in Swedish and at its place."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from namndkit.case.defaults import with_defaults
from namndkit.case.documents import document_of, parted, unread
from namndkit.case.kind import both, either, find_kind, meant, unread_kind
from namndkit.case.sifting import told
from namndkit.case.spelling import spelling_hints
from namndkit.values.case import Case
from namndkit.values.case.forval import Förval
from namndkit.values.case.glossary import fold
from namndkit.values.case.head import Head
from namndkit.values.case.part import Part, words
from namndkit.values.diagnostic import Diagnostic, Outcome
from namndkit.values.kind import Format
from namndkit.values.node import Mapping

__all__ = [
    "both",
    "document_of",
    "either",
    "find_kind",
    "meant",
    "parted",
    "read_defaults",
    "read_head",
    "unread_kind",
    "validate",
    "with_defaults",
]

P = TypeVar("P", bound=Part)
MOST_ERRORS = 500
"""Findings about the form that are worded; a file with more has one mistake that makes the others."""


def read_defaults(root: Mapping) -> Outcome[Förval]:
    """The defaults that ``root``, the content of a ``namndkit.yaml``, describes.

    What is wrong is left out and told; the rest holds, or every case would be told of what is there.
    """
    made, found, wrong = _made(Förval, root, Format(()))
    if made is not None:
        return Outcome(made, found)
    rest = _without(root, wrong)
    return Outcome(read_defaults(rest).value if rest else None, found)


def read_head(root: Mapping) -> Outcome[Head]:
    """What the head of a template says of its kind of document."""
    made, found, _ = _made(Head, root, Format(()))
    return Outcome(made, found)


def validate(root: Mapping, form: Format) -> Outcome[Case]:
    """The case that ``root`` describes; all findings about its form come in one go."""
    common, own = parted(root, form)
    found = [*find_kind(root, form)[1], *unread(root, form)]
    made = [_made(form.model, one, form) for one in (common, *own)]
    found += (one for _, wrong, _ in made for one in wrong)
    whole = [case for case, _, _ in made if case is not None]
    if len(whole) < len(made):
        return Outcome(None, tuple(found))
    case, *rest = whole
    case._egna = tuple(rest)
    return Outcome(None if found else case, (*found, *spelling_hints(case, root, form)))


def _made(
    part: type[P], root: Mapping, form: Format
) -> tuple[P | None, tuple[Diagnostic, ...], set[str]]:
    """A ``part`` of ``root``, or what is wrong and the fields that it is wrong in."""
    from pydantic import ValidationError

    try:
        return part.model_validate(root), (), set()
    except ValidationError as problem:
        errors = problem.errors(include_url=False)
        wrong = {str(one["loc"][0]) for one in errors if one["loc"]}
        return None, tuple(told(errors[:MOST_ERRORS], form, root)), wrong


def _without(root: Mapping, wrong: set[str]) -> Mapping | None:
    """``root`` without the entries of the fields ``wrong`` (a key that is no field: its number)."""
    known = words(Förval)
    kept = tuple(
        entry
        for number, entry in enumerate(root.entries)
        if not {f"#{number}", known.get(fold(entry.key.text))} & wrong
    )
    return replace(root, entries=kept) if len(kept) < len(root.entries) else None
