"""What the text says that an amount is of: the facts that it can be held against."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from namndkit.checks.figures import cues
from namndkit.checks.figures.clauses import Clause
from namndkit.checks.figures.facts import Fact, Facts
from namndkit.checks.figures.words import content_words, in_common
from namndkit.values.case.glossary import fold

Said = Sequence[Fact]


def said_of(clause: Clause, facts: Facts) -> Said:
    """The facts that the amount of ``clause`` may be said of; empty when the text does not say."""
    if _is_elsewhere(clause, facts):
        return ()
    if said := _pot(clause, facts):
        return said
    if clause.is_past:
        return ()
    if any(one.timely for one in clause.beside):
        return ()  # a calculation from the price of time, which no line states
    if clause.mention.each or cues.EACH.search(clause.lead):
        product = cues.SO.search(clause.before)
        return _named(clause, facts) if product else _price(clause, facts)
    finders = _FINDERS
    if clause.passage.behind:
        finders = (_total,) if cues.OWN.search(clause.sentence) else ()
    elif any(one.yearly for one in clause.beside):
        finders = (_lasting,)
    said = next((said for find in finders if (said := find(clause, facts))), ())
    part = cues.PART.search(clause.lead) or cues.OF_THAT.match(clause.after)
    if part and not cues.OF_THE_WHOLE.match(clause.lead):
        return [fact for fact in said if _is_more(clause, fact)]
    return said


def _is_elsewhere(clause: Clause, facts: Facts) -> bool:
    """True for amounts of another time or of something that is not proposed."""
    years = [int(year) for year in cues.YEAR.findall(clause.sentence)]
    unknown = any(year not in facts.known_years for year in years)
    return unknown or bool(cues.SUPPOSED.search(clause.sentence))


def _is_difference(clause: Clause) -> bool:
    before = cues.DIFFERENCE_BEFORE.search(clause.before)
    return bool(before or cues.DIFFERENCE_AFTER.match(clause.after))


def _price(clause: Clause, facts: Facts) -> Said:
    words = content_words(clause.sentence)
    return [fact for fact in facts.prices if in_common(fact.words, words)]


def _pot(clause: Clause, facts: Facts) -> Said:
    pot = facts.pot
    if not pot or not cues.POT_IS.search(clause.lead) or cues.PART.search(clause.sentence):
        return ()
    words = content_words(clause.sentence)
    named = in_common(pot.words, words) if pot.words else cues.POT.search(clause.lead)
    if not named or facts.named_by(clause.purpose) or facts.named_by(clause.subject):
        return ()
    return (pot, facts.total, *facts.sources)


def _source(clause: Clause, facts: Facts) -> Said:
    if cues.REST.search(clause.before):
        return [fact for fact in facts.sources if fact.kind == "rest"]
    if not cues.PAYS.search(clause.sentence):
        return ()
    near = content_words(f"{clause.subject} {clause.purpose}")
    return [fact for fact in facts.sources if in_common(fact.words, near)]


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
    return said or [] if lines else [facts.groups[name] for name in names]


def _lasting(clause: Clause, facts: Facts) -> Said:
    """What stays every year."""
    lasting = facts.groups.get("varaktig")
    return [lasting] if lasting and cues.GROUPS["varaktig"].search(clause.before) else ()


def _named(clause: Clause, facts: Facts) -> Said:
    """Lines, insatser and parts that the clause names, in its years when it names them."""
    difference = _is_difference(clause)
    insats = clause.passage.insats
    said = facts.named_by(clause.purpose, insats) if clause.purpose else ()
    if not said:
        lead = clause.lead if cues.SO.search(clause.before) else clause.subject
        said = () if cues.ADDED.match(lead) else facts.named_by(lead, insats)
        if said and (clause.firm or cues.PART.search(clause.lead)):
            said = [
                fact for fact in said if _is_more(clause, fact)
            ]  # a part is less than the whole
    said = [fact for fact in said if difference == (fact.values[0] < 0)]
    return _in_years(said, clause.years) if said else ()


def _is_more(clause: Clause, fact: Fact) -> bool:
    """True when the amount cannot be a part of the fact."""
    return all(clause.mention.value > abs(value) for value in fact.values)


def _in_years(said: Iterable[Fact], years: tuple[int, ...]) -> Said:
    """``said``, in ``years`` where the facts are spread over years."""
    facts = list(said)
    yearly = [fact.in_years(years) for fact in facts if years and set(years) <= set(fact.years)]
    return yearly or facts


def _year(clause: Clause, facts: Facts) -> Said:
    years, words = clause.years, content_words(clause.subject)
    if not years or not set(years) <= set(facts.years) or words or clause.firm:
        return ()
    own = [fact for fact in facts.insatser if fact.heading == clause.passage.insats]
    value = sum((facts.years[year] for year in years), Fraction(0))
    name = f"år {years[0]}" if len(years) == 1 else f"åren {years[0]}–{years[-1]}"
    reference = name if len(years) == 1 else ""
    every = replace(facts.total, kind="år", name=name, values=(value,), reference=reference)
    return (every, *_in_years(own, years))


def _own_insats(clause: Clause, facts: Facts) -> Said:
    if not clause.passage.insats or not cues.OWN_COST.search(clause.sentence):
        return ()
    if _is_difference(clause) or cues.PART.search(clause.lead):
        return ()
    own = [fact for fact in facts.insatser if fact.heading == clause.passage.insats]
    return (*(replace(fact, kind="egen insats") for fact in own), facts.total) if own else ()


def _total(clause: Clause, facts: Facts) -> Said:
    applies = cues.APPLIES.search(clause.before)
    if not applies and not cues.TOTAL.search(clause.before) and not cues.TOTAL.search(clause.rest):
        return ()
    if cues.ADDED.match(clause.lead) or (_is_net(clause) and not facts.has_income):
        return ()
    if (
        _is_difference(clause)
        or cues.SOME_YEARS.search(clause.sentence)
        or cues.PART.search(clause.lead)
    ):
        return ()
    if _is_of_others(clause, facts) or _is_of_another_thing(clause, facts):
        return ()
    return (facts.applied,) if applies else (facts.total,)


def _is_net(clause: Clause) -> bool:
    return "nettokostnad" in clause.lead.lower()


def _is_of_others(clause: Clause, facts: Facts) -> bool:
    """True when the sentence is about a body that is neither the board nor the one applied to."""
    own = {fold(str(facts.case.nämnd or "")), fold(str(facts.case.förvaltning or ""))}
    own |= {
        fold(word) for word in ("nämnden", "förvaltningen", "kommunstyrelsen", "servicenämnden")
    }
    bodies = (fold(found.group()) for found in cues.OTHERS.finditer(clause.lead))
    return any(body not in own and body.removesuffix("s") not in own for body in bodies)


def _is_of_another_thing(clause: Clause, facts: Facts) -> bool:
    """True when the words round the amount are of something that the case has no money for."""
    words = content_words(f"{clause.subject} {clause.purpose}")
    if words and "tillsammans" in clause.before:
        return True  # some things together, which no line or insats is
    return len(words) > 2 and not in_common(words, facts.topic)


_FINDERS: tuple[Callable[[Clause, Facts], Said], ...] = (
    _source,
    _group,
    _named,
    _year,
    _own_insats,
    _total,
)
"""What an amount can be said of, the most particular first."""
