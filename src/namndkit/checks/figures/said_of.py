"""What the text says that an amount is of: the facts that it can be held against.

The most particular thing that is named decides: a line's purpose, then a source or the pot, then a
year, then the total. Where two particular things are named, nothing is judged.
"""

from __future__ import annotations

from collections.abc import Iterable

from namndkit.checks.figures import cues
from namndkit.checks.figures.clauses import Clause
from namndkit.checks.figures.fact import Fact
from namndkit.checks.figures.facts import Facts
from namndkit.checks.figures.others import (
    has_strange_name,
    is_elsewhere,
    is_of_others,
    speaks_of_the_proposal,
)
from namndkit.checks.figures.paid_by import pot, sources
from namndkit.checks.figures.whole import Said, is_difference, own_insats, total, year
from namndkit.checks.figures.words import content_words, in_common


def said_of(clause: Clause, facts: Facts) -> Said:
    """The facts that the amount of ``clause`` may be said of; empty when the text does not say."""
    if is_elsewhere(clause, facts):
        return ()
    if said := pot(clause, facts):
        return said
    if clause.is_past or any(one.timely for one in clause.beside):
        return ()  # of the past; or a calculation from the price of time, which no line states
    payers = sources(clause, facts)
    if is_of_others(clause, facts):
        return ()
    if clause.mention.each or cues.EACH.search(clause.lead):
        product = cues.SO.search(clause.before)
        return _named(clause, facts) if product else _price(clause, facts)
    said = _judged(clause, facts, payers)
    part = cues.PART.search(clause.lead) or cues.OF_THAT.match(clause.after)
    if part and not cues.OF_THE_WHOLE.match(clause.lead):
        return [fact for fact in said if _is_more(clause, fact)]
    return said


def _judged(clause: Clause, facts: Facts, payers: Said) -> Said:
    """What the amount is said of, as far as the kind of text lets it be judged."""
    if clause.passage.behind and not speaks_of_the_proposal(clause, facts):
        applies = cues.OWN.search(clause.sentence) and has_strange_name(clause, facts)
        return total(clause, facts) if applies and not payers else ()
    if any(one.yearly for one in clause.beside):
        return _lasting(clause, facts)
    if payers:
        near = (clause.purpose, clause.rest, clause.subject)
        return () if any(map(facts.named_by, near)) else payers
    for find in (_group, _named, year, own_insats, total):
        if said := find(clause, facts):
            return said
    return ()


def _price(clause: Clause, facts: Facts) -> Said:
    words = content_words(clause.sentence)
    return [fact for fact in facts.prices if in_common(fact.words, words)]


def _group(clause: Clause, facts: Facts) -> Said:
    """Sums over lines that have words of their own, or that part of the line that is named too."""
    near = f"{clause.subject} {clause.rest}"
    alone = not content_words(cues.GROUPS["drift"].sub("", clause.subject))
    names = [
        name
        for name in facts.groups
        if name in cues.GROUPS and cues.GROUPS[name].search(near) and (alone or name != "drift")
    ]
    if not names and "sökt" in facts.groups and cues.APPLIES.search(clause.lead):
        names = ["sökt"]
    lines = facts.named_by(clause.purpose) or facts.named_by(clause.before)
    said = [fact.part(name) for name in names for fact in lines if name in fact.parts]
    return said or [] if lines else _in_years((facts.groups[name] for name in names), clause, facts)


def _lasting(clause: Clause, facts: Facts) -> Said:
    """What stays every year."""
    lasting = facts.groups.get("varaktig")
    return [lasting] if lasting and cues.GROUPS["varaktig"].search(clause.before) else ()


def _named(clause: Clause, facts: Facts) -> Said:
    """Lines, insatser and parts that the clause names, in its years when it names them."""
    if any(cue.search(clause.before) for cue in (cues.WHOLE_BUDGET, cues.OWNED, cues.ALREADY)):
        return ()
    difference = is_difference(clause)
    insats = clause.passage.insats
    said = _by_name(clause.purpose, insats, facts) if clause.purpose else []
    if not said:
        lead = clause.lead if cues.SO.search(clause.before) else clause.subject
        lead = clause.before if "tillsammans" in lead else lead
        said = [] if cues.ADDED.match(lead) else _by_name(lead, insats, facts)
        if said and (clause.firm or cues.PART.search(clause.lead)):
            said = [
                fact for fact in said if _is_more(clause, fact)
            ]  # a part is less than the whole
    said = [fact for fact in said if difference == (fact.values[0] < 0)]
    return _in_years(said, clause, facts)


def _by_name(text: str, insats: str, facts: Facts) -> list[Fact]:
    """What ``text`` names: the one thing that it has every word of, when several have some.

    Where it names several things (``personal och resor``) they are lines to be added up, or unclear.
    """
    said = facts.named_by(text, insats)
    things = cues.AND.split(cues.NEUTRAL.sub(" ", text))
    every = [facts.named_by(thing) for thing in things if content_words(thing)]
    parts = [named for named in every if named]
    if len({id(fact) for named in parts for fact in named}) > 1 and len(parts) > 1:
        if len(said) == 1 and cues.AND.search(said[0].name):
            return said
        clear = all(len(named) == 1 and named[0].kind == "rad" for named in every)
        return [named[0] for named in parts] if clear else []
    words = content_words(text)
    whole = [fact for fact in said if in_common(fact.words, words) == fact.words]
    kept = set(map(id, whole))
    return whole + [fact.aside() for fact in said if id(fact) not in kept] if whole else said


def _is_more(clause: Clause, fact: Fact) -> bool:
    """True when the amount cannot be a part of the fact."""
    return all(clause.mention.value > abs(value) for value in fact.values)


def _in_years(said: Iterable[Fact], clause: Clause, facts: Facts) -> Said:
    """``said`` in the years of the clause, where they are some of the case's years."""
    given, years = list(said), set(clause.years)
    if cues.SOME_YEARS.search(clause.sentence):
        return [fact for fact in given if not fact.years]
    if not years or not years <= set(facts.years):
        return given
    return [fact.in_years(clause.years) for fact in given if years <= set(fact.years)] or [
        fact for fact in given if years == set(facts.years) or _is_more(clause, fact)
    ]
