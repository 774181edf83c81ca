"""``{=summa}`` in a text of a case: the number itself, so that the text follows the lines.

A closed set of names and no language: a reference is looked up, never evaluated.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from namndkit.values.amount import Amount
from namndkit.values.budget import Budget, Sum
from namndkit.values.case import Case, Förslag, cost_of
from namndkit.values.case.glossary import fold, nearest
from namndkit.values.case.part import Part, changed
from namndkit.values.diagnostic import Diagnostic, Outcome, error
from namndkit.values.formats import format_amount, format_in_words, share_in_words, with_about
from namndkit.values.text import Text

SIGN = "{="
"""What a reference begins with; no ordinary text holds it."""
_REFERENCE = re.compile(r"\{=(?P<name>[^{}]{0,200})\}|\{=")
_UNIT = re.compile(r"(?P<name>.*\S)\s+i\s+(?P<unit>kr|tkr|mnkr|mdkr)", re.DOTALL)

SUMS: dict[str, Callable[[Budget], Amount | Sum | None]] = {
    "summa": lambda budget: budget.summa,
    "sökt": lambda budget: budget.sökt,
    "egen": lambda budget: budget.egen,
    "beviljat": lambda budget: budget.beviljat,
    "reserv": lambda budget: budget.reserv,
    "drift": lambda budget: budget.per_slag.get("drift"),
    "investering": lambda budget: budget.per_slag.get("investering"),
    "engångs": lambda budget: budget.per_varaktighet.get("engångs"),
    "varaktig": lambda budget: budget.per_varaktighet.get("varaktig"),
    "ram": lambda budget: budget.ram,
    "ur ramen": lambda budget: budget.ur_ramen if budget.ram else None,
}
"""The names that stand alone, each with its sum."""
SHARE = "ramens andel"
NAMES = (*SUMS, SHARE, "insats 1", "år 2026")
"""Every name, with an example of those that take a word more."""


@dataclass(frozen=True, slots=True)
class _Sums:
    """What the references in the texts of ``case`` stand for."""

    case: Case
    budget: Budget | None

    def text(self, reference: str) -> str | None:
        """What ``reference`` stands for in the document; None when it stands for nothing."""
        found = _UNIT.fullmatch(reference.strip())
        name, unit = (found["name"], found["unit"]) if found else (reference.strip(), None)
        if self.budget is None:
            return None
        if fold(name) == fold(SHARE):
            share = self.budget.ramens_andel
            return None if share is None or unit else share_in_words(share)
        amount = self._amount(name, self.budget)
        if amount is None:
            return None
        written = format_amount(amount.kronor, unit) if unit else format_in_words(amount.kronor)
        return with_about(written, about=amount.about)

    def _amount(self, name: str, budget: Budget) -> Amount | Sum | None:
        first, _, rest = name.partition(" ")
        if fold(first) == "insats" and rest and isinstance(self.case, Förslag):
            insats = self.case.insatsen(rest)
            return budget.per_insats.get(self.case.insats_namn[id(insats)]) if insats else None
        if fold(first) == fold("år") and rest.strip().isdecimal():
            return budget.per_år.get(int(rest))
        known = next((one for one in SUMS if fold(one) == fold(name)), None)
        return SUMS[known](budget) if known else None

    def advice(self, reference: str) -> str:
        """What could have been meant by a reference that stands for nothing."""
        first, _, rest = reference.strip().partition(" ")
        insatser = self.case.insatser if isinstance(self.case, Förslag) else ()
        headings = [str(insats.rubrik) for insats in insatser]
        if fold(first) == "insats" and rest:
            near = nearest(rest, headings)
            return f"Menade du {{=insats {near}}}?" if near else _listed(headings)
        near = nearest(reference, NAMES)
        if near and fold(near) != fold(reference):
            return f"Menade du {{={near}}}?"
        return f"Det som kan stå här är {', '.join(NAMES)}."


def _listed(headings: Iterable[str]) -> str:
    return f"Insatserna är {', '.join(headings) or 'inga'}."


def fill_in(case: Case, budget: Budget | None) -> Outcome[Case]:
    """``case`` with every reference in its texts replaced by what it stands for.

    A reference that stands for nothing is an error at its place, and stays as typed. While a cost
    line lacks its amount there are no sums, and every reference stays.
    """
    cost = cost_of(case)
    if budget is None and cost and cost.rader:
        return Outcome(case)
    sums = _Sums(case, budget)
    texts = [value for _path, value in case.blad if isinstance(value, Text) and SIGN in value]
    if not texts:
        return Outcome(case)
    findings = tuple(finding for text in texts for finding in _unknown(text, sums))
    return Outcome(_filled(case, sums), findings)


def _unknown(text: Text, sums: _Sums) -> Iterator[Diagnostic]:
    for found in _REFERENCE.finditer(text.node.text):
        name, place = found["name"], text.node.at(*found.span())
        if name is None:
            message = "En hänvisning till ett belopp har ingen slutklammer."
            yield error(place, "NK330", message, "Skriv till exempel {=summa}.")
        elif sums.text(name) is None:
            lacking = fold(name.partition(" i ")[0]) in map(fold, (*SUMS, SHARE))
            message = (
                f"Ärendet har inget värde för ”{found.group()}”."
                if lacking
                else f"Hänvisningen ”{found.group()}” finns inte."
            )
            hint = "Lägg till det under kostnad, eller skriv något annat här."
            yield error(place, "NK330", message, hint if lacking else sums.advice(name))


def _filled(value: Any, sums: _Sums) -> Any:
    """``value`` with the references in every text below it replaced."""
    if isinstance(value, Part):
        names = type(value).model_fields
        new = {name: _filled(getattr(value, name), sums) for name in names}
        new_fields = {name: one for name, one in new.items() if one is not getattr(value, name)}
        return changed(value, new_fields) if new_fields else value
    if isinstance(value, tuple):
        items = tuple(_filled(item, sums) for item in value)
        same = all(new is old for new, old in zip(items, value, strict=True))
        return value if same else items
    if isinstance(value, Text) and SIGN in value:
        return type(value).of(value.node, _REFERENCE.sub(lambda one: _worded(one, sums), value))
    return value


def _worded(found: re.Match[str], sums: _Sums) -> str:
    text = sums.text(found["name"]) if found["name"] is not None else None
    return found.group() if text is None else text
