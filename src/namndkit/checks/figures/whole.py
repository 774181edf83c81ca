"""What an amount can be said of when it names no line: a year, the insats described, the total."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from namndkit.checks.figures import cues
from namndkit.checks.figures.clauses import Clause
from namndkit.checks.figures.fact import Fact
from namndkit.checks.figures.facts import Facts
from namndkit.checks.figures.others import is_of_another_thing
from namndkit.checks.figures.words import content_words

Said = Sequence[Fact]
_ADDED_AT_MOST = 20
"""Amounts that a sum in a text can be of."""


def is_difference(clause: Clause) -> bool:
    """True for an amount by which something changes."""
    before = cues.DIFFERENCE_BEFORE.search(clause.before)
    return bool(before or cues.DIFFERENCE_AFTER.match(clause.after))


def year(clause: Clause, facts: Facts) -> Said:
    """What all lines cost in the years that the clause names."""
    years = clause.years
    if not years or not set(years) <= set(facts.years) or _names_anything(clause):
        return ()
    if facts.budget.sökt and cues.APPLIES.search(clause.before):
        return ()  # the lines do not tell which year's part is applied for
    if set(years) == set(facts.years):
        return _every_year(clause, facts)
    own = [fact for fact in facts.insatser if fact.heading == clause.passage.insats]
    named = [fact.in_years(years) for fact in own if set(years) <= set(fact.years)]
    return (_year_fact(years, facts), *named)


def _every_year(clause: Clause, facts: Facts) -> Said:
    """All the years are the whole, but for what has no year: the text may mean either."""
    whole = applied(clause, facts)
    if len(facts.years) > 1 and facts.budget.utan_år is None:
        return whole
    return (*whole, _year_fact(tuple(facts.years), facts).aside())


def _year_fact(years: tuple[int, ...], facts: Facts) -> Fact:
    value = sum((facts.years[one] for one in years), Fraction(0))
    listed = f"{years[0]}–{years[-1]}"
    if years[-1] - years[0] >= len(years):
        listed = f"{', '.join(map(str, years[:-1]))} och {years[-1]}"
    name = f"år {years[0]}" if len(years) == 1 else f"åren {listed}"
    reference = name if len(years) == 1 else ""
    return replace(facts.total, kind="år", name=name, values=(value,), reference=reference)


def _names_anything(clause: Clause) -> bool:
    purpose = cues.YEAR.sub(" ", clause.purpose)
    return bool(content_words(clause.subject) or content_words(purpose)) or bool(
        cues.WHOLE_BUDGET.search(clause.before)
    )


def own_insats(clause: Clause, facts: Facts) -> Said:
    """What the insats costs that the text is about."""
    if not clause.passage.insats or not cues.OWN_COST.search(clause.sentence):
        return ()
    if is_difference(clause) or cues.PART.search(clause.lead):
        return ()
    own = [fact for fact in facts.insatser if fact.heading == clause.passage.insats]
    whole = replace(facts.total, told=False)
    return (*(replace(fact, kind="egen insats") for fact in own), whole) if own else ()


def total(clause: Clause, facts: Facts) -> Said:
    """What everything costs, or what is applied for."""
    if not _is_whole(clause) or _adds_up(clause):
        return ()
    if cues.ADDED.match(clause.lead) or (_is_net(clause) and not facts.has_income):
        return ()
    if (
        is_difference(clause)
        or cues.SOME_YEARS.search(clause.sentence)
        or cues.PART.search(clause.lead)
        or cues.WHOLE_BUDGET.search(clause.before)
        or _is_some_year(clause, facts)
        or is_of_another_thing(clause, facts)
    ):
        return ()
    return applied(clause, facts)


def _is_whole(clause: Clause) -> bool:
    if cues.SUM_ALONE.match(clause.before):
        return not clause.passage.insats
    *_, before = cues.BECAUSE.split(clause.before)
    if cues.ALSO.search(before):
        return False
    said = cues.APPLIES.search(before) or cues.TOTAL.search(before)
    return bool(said or cues.TOTAL.search(clause.rest))


def _adds_up(clause: Clause) -> bool:
    """True when the amount is what the ones before it in the text come to: the sum of those."""
    every = clause.passage.mentions
    at, added = bisect_left(every, clause.mention.start, key=lambda one: one.start), Fraction(0)
    for number, one in enumerate(reversed(every[max(0, at - _ADDED_AT_MOST) : at])):
        added += one.value
        if one.share:
            return False
        if number and clause.mention.agrees(added):
            return True
    return False


def applied(clause: Clause, facts: Facts) -> Said:
    """What is applied for, where the clause speaks of applying; else the total."""
    return facts.applied if cues.APPLIES.search(clause.before) else (facts.total,)


def _is_some_year(clause: Clause, facts: Facts) -> bool:
    """True when the amount is said to be of some of the years, and so not of all."""
    return bool(clause.years) and bool(facts.years) and set(clause.years) < set(facts.years)


def _is_net(clause: Clause) -> bool:
    return "nettokostnad" in clause.lead.lower()
