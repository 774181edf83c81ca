"""Whether an amount is the proposal's at all, or another time's, another body's or another thing's."""

from __future__ import annotations

import re

from namndkit.checks.figures import cues
from namndkit.checks.figures.clauses import Clause
from namndkit.checks.figures.facts import Facts
from namndkit.checks.figures.words import content_words, in_common
from namndkit.values.case.glossary import fold

_BOARDS = frozenset(map(fold, ("nämnden", "förvaltningen", "kommunstyrelsen", "servicenämnden")))
_PLACE = re.compile(r"\bi ([A-ZÅÄÖ]\w{2,})")
_CAPITAL = re.compile(r"(?<=[\w,;–] )[A-ZÅÄÖ]\w{2,}")


def is_elsewhere(clause: Clause, facts: Facts) -> bool:
    """True for amounts of another time or of something that is not proposed."""
    years = [int(year) for year in cues.YEAR.findall(clause.sentence)]
    unknown = any(year not in facts.known_years for year in years)
    return unknown or bool(cues.SUPPOSED.search(clause.sentence) or cues.HALF.search(clause.before))


def is_of_others(clause: Clause, facts: Facts) -> bool:
    """True when the sentence is about a body that is neither the board nor the one applied to."""
    case = facts.case
    own = {*_BOARDS, fold(str(case.nämnd or "")), fold(str(case.förvaltning or ""))}
    own |= {fold(word) for fact in facts.sources for word in fact.words}
    bodies = (fold(found.group()) for found in cues.OTHERS.finditer(clause.lead))
    if any(body not in own and body.removesuffix("s") not in own for body in bodies):
        return True
    if cues.RECEIVES.search(clause.before) or _is_in_another_place(clause, facts):
        return True
    return _is_done_by_others(clause, facts) or _comes_from_others(clause, facts)


def _is_in_another_place(clause: Clause, facts: Facts) -> bool:
    places = content_words(" ".join(_PLACE.findall(clause.lead)))
    return len(in_common(places, facts.known)) < len(places)


def _comes_from_others(clause: Clause, facts: Facts) -> bool:
    """True for money of somebody that the financing does not name (``betalas av simklubben``)."""
    found = [cues.PAID_BY.search(clause.sentence)]
    if cues.APPLIES.search(clause.before):
        source = cues.FROM_WHOM.match(clause.after)
        told = facts.pot or facts.sources
        found.append(source if source and (told or source["how"].lower() != "ur") else None)
        if cues.STATE_AID.search(clause.sentence) and not facts.is_source(clause.sentence):
            return True
    whom = [content_words(one["whom"]) for one in found if one and not cues.POT.search(one["whom"])]
    return any(words and not in_common(words, facts.known) for words in whom)


def _is_done_by_others(clause: Clause, facts: Facts) -> bool:
    """True when somebody unknown applies or pays (``Simklubben betalar 300 tkr``)."""
    found = cues.DOES.search(clause.before)
    if not found or cues.BOARD.search(clause.before):
        return False
    *_, doer = cues.CUT.split(clause.before[: found.start()])
    named = cues.NEUTRAL.sub(" ", f"{doer} {clause.before[found.end() :]}")
    words = set(content_words(named))
    return words != in_common(words, facts.known)


def is_of_another_thing(clause: Clause, facts: Facts) -> bool:
    """True when the words round the amount are of something that the case has no money for."""
    words = content_words(f"{clause.subject} {clause.purpose}")
    if words and "tillsammans" in clause.before:
        return True  # some things together, which no line or insats is
    if found := cues.COST_OF.search(clause.before):
        named = content_words(found["thing"])
        if named and not facts.is_of(named):
            return True
    return len(words) > 2 and not in_common(words, facts.known)


def speaks_of_the_proposal(clause: Clause, facts: Facts) -> bool:
    """True when a sentence of a background can be of nothing else than what is proposed.

    It says so, or it has no other words than those that name the budget's own things; where it
    names none (``Summan är …``), the sentence before it decides.
    """
    sentence = clause.sentence
    if cues.TODAY.search(sentence) or has_strange_name(clause, facts):
        return False
    if cues.OWN.search(sentence):
        return True
    words = set(content_words(cues.NEUTRAL.sub(" ", sentence)))
    if words:
        return words == in_common(words, facts.money)
    before = clause.preceding
    return not before or bool(cues.OWN.search(before) or facts.named_by(before))


def has_strange_name(clause: Clause, facts: Facts) -> bool:
    """True when the sentence has a name that the budget and the title do not know."""
    names = content_words(" ".join(_CAPITAL.findall(clause.sentence)))
    return len(in_common(names, facts.known)) < len(names)
