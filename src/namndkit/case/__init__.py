"""case: nodes → Case, or every way in which the form is wrong, in Swedish and at its place."""

from __future__ import annotations

from namndkit.case.defaults import with_defaults
from namndkit.case.kind import find_kind
from namndkit.case.sifting import told
from namndkit.case.spelling import spelling_hints
from namndkit.values.case import Case
from namndkit.values.case.forval import Förval
from namndkit.values.diagnostic import Outcome
from namndkit.values.node import Mapping

__all__ = ["find_kind", "read_defaults", "validate", "with_defaults"]

MOST_ERRORS = 500
"""Findings about the form that are worded; a file with more has one mistake that makes the others."""


def read_defaults(root: Mapping) -> Outcome[Förval]:
    """The defaults that ``root``, the content of a ``namndkit.yaml``, describes."""
    from pydantic import ValidationError

    try:
        return Outcome(Förval.model_validate(root))
    except ValidationError as problem:
        errors = problem.errors(include_url=False)
        return Outcome(None, tuple(told(errors[:MOST_ERRORS])))


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
