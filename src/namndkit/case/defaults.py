"""A folder's defaults put in where a case leaves something out."""

from __future__ import annotations

from typing import Any

from namndkit.values.case import Case
from namndkit.values.case.forval import Förval
from namndkit.values.case.part import changed


def with_defaults(case: Case, defaults: Förval | None) -> Case:
    """``case`` with the fields that it does not give itself taken from ``defaults``."""
    if defaults is None:
        return case
    given = {name: getattr(defaults, name) for name in _left_out(case, defaults)}
    if "rubriker" not in case.utelämnat:
        given["rubriker"] = (*case.rubriker, *defaults.rubriker)  # the first of a key counts
    made = changed(case, given | _inside(case, defaults))
    made._egna = tuple(changed(own, _inside(own, defaults)) for own in case.egna)
    return made


def _left_out(case: Case, defaults: Förval) -> set[str]:
    """The fields that ``defaults`` gives and ``case`` has, but does not give."""
    return (defaults.model_fields_set & set(type(case).model_fields)) - case.model_fields_set


def _inside(case: Case, defaults: Förval) -> dict[str, Any]:
    """The cost and the decision of ``case`` with the unit and the style that it does not give them."""
    made: dict[str, Any] = {}
    if case.kostnad and defaults.enhet and not case.kostnad.enhet:
        made["kostnad"] = changed(case.kostnad, {"enhet": defaults.enhet})
    if case.beslut and defaults.stil and "stil" not in case.beslut.model_fields_set:
        made["beslut"] = changed(case.beslut, {"stil": defaults.stil})
    return made
