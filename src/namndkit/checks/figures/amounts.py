"""Amounts of the text against what the text says that they are of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from namndkit.checks.figures.clauses import Clause
from namndkit.checks.figures.facts import Fact, Facts, in_words
from namndkit.checks.figures.said_of import said_of
from namndkit.values.diagnostic import Diagnostic, warning

_ADDED = ("summa", "år", "insats", "egen insats")
"""Facts that are sums of lines: the place is that of the first."""


def judge_amounts(clauses: Iterable[Clause], facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each amount that the text says of something and the budget does not."""
    for clause in clauses:
        if not clause.mention.share:
            said = [fact for fact in said_of(clause, facts) if fact.values]
            if said and not _agrees(clause, said, facts):
                yield _contradiction(clause, said[0])


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
    return known and any(map(mention.agrees, facts.every_value()))


def _contradiction(clause: Clause, fact: Fact) -> Diagnostic:
    mention, value = clause.mention, abs(fact.values[0])
    written, right = " ".join(mention.written.split()), in_words(value)
    message = f"Texten säger {written}, men {fact.name} är {right}."
    hint = f"Rätta texten eller raderna. Skillnaden är {in_words(abs(value - mention.value))}."
    if fact.reference:
        hint += f" Med {{={fact.reference}}} följer texten raderna."
    code = "NK321" if fact.kind == "summa" else "NK320"
    place = clause.passage.node.at(mention.start, mention.end)
    added = f"raderna blir {right}" if fact.kind in _ADDED else right
    return replace(warning(place, code, message, hint), related=((fact.place, added),))
