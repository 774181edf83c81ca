"""case: nodes → Case, or every way in which the form is wrong, in Swedish and at its place."""

from __future__ import annotations

from namndkit.case.kind import find_kind
from namndkit.case.sentences import diagnose
from namndkit.values.case import Case
from namndkit.values.diagnostic import Outcome
from namndkit.values.node import Mapping


def validate(root: Mapping) -> Outcome[Case]:
    """The case that ``root`` describes; all findings about its form come in one go."""
    from pydantic import ValidationError

    model, findings = find_kind(root)
    try:
        case = model.model_validate(root)
    except ValidationError as problem:
        errors = problem.errors(include_url=False)
        return Outcome(None, (*findings, *map(diagnose, errors)))
    return Outcome(None if findings else case, findings)
