"""A folder's defaults put in where a case leaves something out."""

from __future__ import annotations

from typing import Any

from namndkit.values.case import Case, Förslag
from namndkit.values.case.forval import Förval
from namndkit.values.case.part import changed


def with_defaults(case: Case, defaults: Förval | None) -> Case:
    """``case`` with the fields that it does not give itself taken from ``defaults``."""
    if defaults is None:
        return case
    taken: dict[str, Any] = {
        name: getattr(defaults, name) for name in filled_from(case, defaults) if name != "enhet"
    }
    cost = case.kostnad if isinstance(case, Förslag) else None
    if cost and "enhet" in filled_from(case, defaults):
        taken["kostnad"] = changed(cost, {"enhet": defaults.enhet})
    return changed(case, taken) if taken else case


def filled_from(case: Case, defaults: Förval) -> list[str]:
    """The fields of ``defaults`` that hold for ``case``: given there, and not in the case."""
    given = [name for name in type(defaults).model_fields if name in defaults.model_fields_set]
    cost = case.kostnad if isinstance(case, Förslag) else None
    own = set(case.model_fields_set) | (cost.model_fields_set if cost else set())
    fields = set(type(case).model_fields) | ({"enhet"} if cost else set())
    return [name for name in given if name in fields and name not in own]
