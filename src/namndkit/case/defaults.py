"""A folder's defaults put in where a case leaves something out."""

from __future__ import annotations

from typing import Any

from namndkit.values.case import Case, cost_of
from namndkit.values.case.forval import Förval
from namndkit.values.case.part import changed


def with_defaults(case: Case, defaults: Förval | None) -> Case:
    """``case`` with the fields that it does not give itself taken from ``defaults``."""
    if defaults is None:
        return case
    taken: dict[str, Any] = {name: getattr(defaults, name) for name in _left_out(case, defaults)}
    cost = cost_of(case)
    if cost and defaults.enhet and not cost.enhet:
        taken["kostnad"] = changed(cost, {"enhet": defaults.enhet})
    return changed(case, taken) if taken else case


def _left_out(case: Case, defaults: Förval) -> set[str]:
    """The fields that ``defaults`` gives and ``case`` has, but does not give."""
    return (defaults.model_fields_set & set(type(case).model_fields)) - case.model_fields_set
