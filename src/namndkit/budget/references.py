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
from namndkit.values.case import Case
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


_ON_LINES = "på de rader under kostnad som det gäller."
LACKING = {
    **{one: f"Skriv {one}: … {_ON_LINES}" for one in ("sökt", "egen", "beviljat")},
    "reserv": f"Skriv reserv: ja {_ON_LINES}",
    **{one: f"Skriv slag: {one} {_ON_LINES}" for one in ("drift", "investering")},
    **{one: f"Skriv varaktighet: {one} {_ON_LINES}" for one in ("engångs", "varaktig")},
    **dict.fromkeys(
        ("ram", "ur ramen", SHARE),
        "Skriv ram: {belopp: …, namn: …} under kostnad; raderna står då under rader.",
    ),
    "summa": "Skriv kostnadsrader under kostnad.",
}
"""How a case states what a name stands for."""


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
        if fold(first) == "insats" and rest:
            insats = self.case.insatsen(rest)
            return budget.per_insats.get(self.case.insats_namn[id(insats)]) if insats else None
        if fold(first) == fold("år") and rest.strip().isdecimal():
            return budget.per_år.get(int(rest))
        known = next((one for one in SUMS if fold(one) == fold(name)), None)
        return SUMS[known](budget) if known else None

    def advice(self, reference: str) -> str:
        """What to do about a reference that stands for nothing."""
        if self.budget is None:
            return "Utan kostnadsrader finns inga summor att hänvisa till: skriv beloppet här."
        found = _UNIT.fullmatch(reference.strip())
        written = found["name"] if found else reference.strip()
        name, (first, _, rest) = fold(written), written.partition(" ")
        if name == fold(SHARE) and found and self.text(SHARE):
            return f"Skriv {{={SHARE}}}: en andel har ingen enhet."
        lacking = next((one for one in LACKING if fold(one) == name), None)
        if lacking:
            return self._how_to_state(lacking, self.budget)
        if fold(first) == fold("år") and rest:
            return _listed_years(self.budget)
        if fold(first) == "insats" and rest:
            return self._insatser(rest)
        known = [one for one in self._names(self.budget) if fold(one) != name]
        near = nearest(reference, known)
        return f"Menade du {{={near}}}?" if near else f"Det som kan stå här är {', '.join(known)}."

    def _how_to_state(self, name: str, budget: Budget) -> str:
        cost = self.case.kostnad
        pot = fold(cost.ram.namn or "") if cost and cost.ram else ""
        if (
            name == "sökt"
            and pot
            and cost
            and pot in {fold(one.källa) for one in cost.finansiering}
        ):
            paid = format_in_words(budget.ur_ramen.kronor)
            return f"{LACKING[name]} Menar du det som tas ur ramen, {paid}? Skriv {{=ur ramen}}."
        return LACKING[name]

    def _names(self, budget: Budget) -> list[str]:
        """The names that stand for something here."""
        examples = [f"insats {heading}" for heading in budget.per_insats if heading][:1]
        examples += [f"år {year}" for year in budget.per_år][:1]
        return [name for name in (*SUMS, SHARE, *examples) if self.text(name) is not None]

    def _insatser(self, heading: str) -> str:
        if self.case.insatsen(heading):
            return "Ingen kostnadsrad hör till den insatsen: skriv insats: … på raderna."
        headings = [str(insats.rubrik) for insats in self.case.insatser]
        near = nearest(heading, headings)
        return f"Menade du {{=insats {near}}}?" if near else _listed(headings)


def _listed(headings: Iterable[str]) -> str:
    return f"Insatserna är {', '.join(headings) or 'inga'}."


def _listed_years(budget: Budget) -> str:
    if budget.per_år:
        return f"Raderna har belopp för {', '.join(map(str, budget.per_år))}."
    return "Ingen rad har ett år: skriv per_år: {2026: …} eller år: 2026 på raderna."


def fill_in(case: Case, budget: Budget | None) -> Outcome[Case]:
    """``case`` with every reference in its texts replaced by what it stands for.

    A reference that stands for nothing is an error at its place, and stays as typed. While a cost
    line lacks its amount there are no sums, and every reference stays.
    """
    if budget is None and case.kostnad:
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
            yield error(place, "NK330", message, sums.advice(name))


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
