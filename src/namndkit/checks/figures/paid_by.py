"""Who pays: the pot and the sources of funding that a clause names."""

from __future__ import annotations

from namndkit.checks.figures import cues
from namndkit.checks.figures.clauses import Clause
from namndkit.checks.figures.fact import Fact
from namndkit.checks.figures.facts import Facts
from namndkit.checks.figures.whole import Said
from namndkit.checks.figures.words import content_words, in_common


def pot(clause: Clause, facts: Facts) -> Said:
    """The pot, where the clause tells how large it is."""
    if not facts.pot or cues.PART.search(clause.sentence):
        return ()
    if facts.named_by(clause.purpose) or facts.named_by(clause.subject):
        return ()
    if not _is_set_apart(clause, facts.pot) and not _is_by_name(clause, facts.pot):
        return ()
    other = (facts.total, *facts.sources)
    return (facts.pot, *(fact.aside() for fact in other))


def _is_set_apart(clause: Clause, pot: Fact) -> bool:
    """``avsatt 5 mnkr till …``, ``ur potten på 5 mnkr``."""
    if not cues.POT_IS.search(clause.lead):
        return False
    words = content_words(clause.sentence)
    return bool(in_common(pot.words, words) if pot.words else cues.POT.search(clause.lead))


def _is_by_name(clause: Clause, pot: Fact) -> bool:
    """``Medel för folkhälsa omfattar 5 mnkr``: the pot's name, and nothing else, is so large."""
    if not cues.IS.search(clause.before) or clause.is_past or cues.APPLIES.search(clause.before):
        return False
    words = content_words(clause.subject)
    named = in_common(words, pot.words)
    return bool(words) and len(named) == len(words) and not content_words(clause.purpose)


def sources(clause: Clause, facts: Facts) -> Said:
    """The sources of funding that the clause says give the amount."""
    near = _payer(clause)
    common = {id(fact): len(in_common(fact.words, near)) for fact in facts.sources}
    most = max(common.values(), default=0)
    found = [fact for fact in facts.sources if most and common[id(fact)] == most]
    if not found and cues.REST.search(clause.before) and cues.SPENT.search(clause.sentence):
        found = [fact for fact in facts.sources if fact.kind == "rest"]
    if len(found) > 1:
        return ()
    if found and facts.budget.sökt and cues.APPLIES.search(clause.before):
        return (*found, *(fact.aside() for fact in facts.applied))
    return found


def _payer(clause: Clause) -> list[str]:
    """The words that say who gives the amount: the one who pays, or what it is taken from."""
    after, subject = clause.rest, clause.subject
    taken = cues.FROM.match(after) or cues.OUT_OF.search(after) or cues.FROM.match(subject)
    source = taken["source"] if taken else ""
    if not cues.PAYS.search(clause.sentence):
        takes = cues.APPLIES.search(clause.sentence) or cues.TAKES.search(clause.sentence)
        return content_words(source) if takes else []
    bracket = clause.purpose if clause.after.lstrip(" \u00a0\n").startswith("(") else ""
    return content_words(f"{subject} {source} {bracket}")
