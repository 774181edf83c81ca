"""Amounts of the text against what the text says that they are of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from namndkit.checks.figures.clauses import Clause
from namndkit.checks.figures.fact import Fact, in_words
from namndkit.checks.figures.facts import Facts
from namndkit.checks.figures.said_of import said_of
from namndkit.values.diagnostic import Diagnostic, warning
from namndkit.values.position import Position

_ADDED = ("summa", "år", "insats", "egen insats")
"""Facts that are sums of lines: the place is that of the first."""
_LINES = ("rad", "del")


def judge_amounts(clauses: Iterable[Clause], facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each amount that the text says of something and the budget does not."""
    for clause in clauses:
        if not clause.mention.share:
            said = [fact for fact in said_of(clause, facts) if fact.values]
            if said and not _agrees(clause, said, facts):
                yield _contradiction(clause, said)


def _agrees(clause: Clause, said: list[Fact], facts: Facts) -> bool:
    """True when the amount is one of what it may be, or all of them together."""
    mention = clause.mention
    together = sum((fact.values[0] for fact in said), Fraction(0))
    values = [value for fact in said for value in fact.values]
    if any(mention.agrees(abs(value)) or mention.agrees(value) for value in (*values, together)):
        return True
    firm = clause.firm and said[0].kind in ("rad", "insats", "del")
    if not firm and any(one.agrees(abs(values[0])) for one in clause.beside):
        return True  # the sentence has the right amount too: this one is a step on the way to it
    known = said[0].kind in ("summa", "år", "egen insats") and not mention.rounded
    return known and any(map(mention.agrees, facts.every_value(clause.years)))


def _contradiction(clause: Clause, said: list[Fact]) -> Diagnostic:
    """A finding that names what the amount may be of; when that is one thing, with a way out."""
    mention, first = clause.mention, said[0]
    written = " ".join(mention.written.split())
    right, value = _named([fact for fact in said if fact.told])
    hint = "Rätta texten eller raderna."
    if value is not None:
        hint += f" Skillnaden är {in_words(abs(value - mention.value))}."
        if first.reference:
            hint += f" Med {{={first.reference}}} följer texten raderna."
    code = "NK321" if first.kind == "summa" else "NK320"
    place = clause.passage.node.at(mention.start, mention.end)
    found = warning(place, code, f"Texten säger {written}, men {right}.", hint)
    return replace(found, related=_places(said))


def _named(told: list[Fact]) -> tuple[str, Fraction | None]:
    """What the amount may be, in words; and the one value that it then ought to have."""
    values = {abs(fact.values[0]): fact for fact in reversed(told)}
    if len(values) == 1:
        return f"{told[0].name} är {in_words(*values)}", next(iter(values))
    if all(fact.kind in _LINES for fact in told):
        together = abs(sum((fact.values[0] for fact in told), Fraction(0)))
        listed = _listed([f"{fact.name} ({in_words(abs(fact.values[0]))})" for fact in told])
        return f"{listed} är tillsammans {in_words(together)}", together
    each = [f"{fact.name} är {in_words(value)}" for value, fact in reversed(values.items())]
    return _listed(each), None


def _listed(names: list[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} och {last}" if most else last


def _places(said: list[Fact]) -> tuple[tuple[Position, str], ...]:
    """Where the lines that were compared stand, each once."""
    places: dict[Position, str] = {}
    for fact in said:
        if fact.told:
            right = in_words(abs(fact.values[0]))
            added = f"raderna blir {right}" if fact.kind in _ADDED else right
            places.setdefault(fact.place, added)
    return tuple(places.items())
