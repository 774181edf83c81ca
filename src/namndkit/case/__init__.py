"""case: nodes → Case, or every way in which the form is wrong, in Swedish and at its place."""

from __future__ import annotations

from dataclasses import replace

from namndkit.case.defaults import with_defaults
from namndkit.case.kind import find_kind
from namndkit.case.sifting import told
from namndkit.case.spelling import spelling_hints
from namndkit.values.case import Case
from namndkit.values.case.forval import Förval
from namndkit.values.case.glossary import fold
from namndkit.values.case.part import words
from namndkit.values.diagnostic import Outcome
from namndkit.values.node import Mapping

__all__ = ["find_kind", "read_defaults", "validate", "with_defaults"]

MOST_ERRORS = 500
"""Findings about the form that are worded; a file with more has one mistake that makes the others."""


def read_defaults(root: Mapping) -> Outcome[Förval]:
    """The defaults that ``root``, the content of a ``namndkit.yaml``, describes.

    What is wrong is left out and told; the rest holds, or every case would be told of what is there.
    """
    from pydantic import ValidationError

    try:
        return Outcome(Förval.model_validate(root))
    except ValidationError as problem:
        errors = problem.errors(include_url=False)
        found = tuple(told(errors[:MOST_ERRORS]))
        rest = _without(root, {str(one["loc"][0]) for one in errors if one["loc"]})
        return Outcome(read_defaults(rest).value if rest else None, found)


def _without(root: Mapping, wrong: set[str]) -> Mapping | None:
    """``root`` without the entries of the fields ``wrong`` (a key that is no field: its number)."""
    known = words(Förval)
    kept = tuple(
        entry
        for number, entry in enumerate(root.entries)
        if not {f"#{number}", known.get(fold(entry.key.text))} & wrong
    )
    return replace(root, entries=kept) if len(kept) < len(root.entries) else None


def validate(root: Mapping) -> Outcome[Case]:
    """The case that ``root`` describes; all findings about its form come in one go."""
    from pydantic import ValidationError

    model, findings = find_kind(root)
    try:
        case = model.model_validate(root)
    except ValidationError as problem:
        errors = problem.errors(include_url=False)
        return Outcome(None, (*findings, *told(errors[:MOST_ERRORS])))
    return Outcome(None if findings else case, (*findings, *spelling_hints(case)))
