"""Percentages of the text: of what base, and whether the budget gives the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from namndkit.checks.figures import cues
from namndkit.checks.figures.clauses import Clause
from namndkit.checks.figures.fact import Fact, in_words
from namndkit.checks.figures.facts import Facts
from namndkit.checks.figures.words import content_words, in_common
from namndkit.values.diagnostic import Diagnostic, warning
from namndkit.values.formats import format_share

_BASE = re.compile(r"\s+av\s+(?P<base>[^.;,()]{3,80})")
_OF_AMOUNT = re.compile(r"\s+av\s+(?:de|det|den|dessa|hela|totalt|totala)?\s*", re.IGNORECASE)
_WHOLE = re.compile(
    r"(?:förslagets\s+|satsningens\s+|projektets\s+|insatsernas\s+|ansökans\s+)?"
    r"(?:den\s+|hela\s+|de\s+)?(?:total[at]?\s+|samlade\s+|sammanlagda\s+)?"
    rf"(?:kostnad\w*|totalkostnad\w*|summan|totalsumman|belopp\w*|totalbelopp\w*|{cues.THING})\b"
    r"(?!\s+för\s+\w)",
    re.IGNORECASE,
)
_POT = re.compile(r"\b(?:ramen|potten)\b", re.IGNORECASE)
_EQUAL = re.compile(
    r"[\s,(–-]*(?:dvs\.?|det\s+vill\s+säga|motsvarar|utgör|vilket\s+(?:motsvarar|är|blir|ger)|motsvarande|eller|alltså)?\s*"
)


def judge_shares(clauses: Iterable[Clause], facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each percentage whose base the text names, and that the budget contradicts."""
    given = list(clauses)
    for clause, following in zip(given, [*given[1:], None], strict=False):
        if not clause.mention.share or clause.is_past:
            continue
        stated = _stated_base(clause, following)
        base = stated or _base(clause.after, facts)
        if base is None or not base.values or base.values[0] <= 0:
            continue
        parts = list(_parts(clause, None if stated else following, base, facts))
        shares = [part / value * 100 for part in parts for value in base.values if value]
        if shares and not any(map(clause.mention.agrees, shares)):
            yield _contradiction(clause, base, parts[0], facts)


def _stated_base(clause: Clause, following: Clause | None) -> Fact | None:
    """``12 procent av de 18 miljoner kronor …``, ``3 miljoner, varav lönerna utgör 80 procent``:
    the amount that the text itself says it is of.
    """
    after = following if following and following.previous is clause else None
    before = clause.previous if clause.before.lstrip(" ,").startswith("varav ") else None
    stated = after if after and _OF_AMOUNT.fullmatch(clause.after) else before
    if not stated or stated.mention.share:
        return None
    mention = stated.mention
    place = clause.passage.node.at(mention.start, mention.end)
    return Fact("angivet", mention.written, (mention.value,), place)


def _base(after: str, facts: Facts) -> Fact | None:
    """What the percentage is said to be of."""
    found = _BASE.match(after)
    if not found:
        return None
    named = found["base"]
    if facts.pot and (_POT.search(named) or in_common(facts.pot.words, content_words(named))):
        return facts.pot
    if _WHOLE.match(named):
        return facts.total
    lines = facts.named_by(named)
    return lines[0] if len(lines) == 1 else None


def _parts(
    clause: Clause, following: Clause | None, base: Fact, facts: Facts
) -> Iterator[Fraction]:
    """The amounts that the percentage can be meant to be: stated beside it, or named before it."""
    if following and following.previous is clause and _is_joined(clause, following):
        yield following.mention.value
        return
    previous = clause.previous
    if previous and not previous.mention.share and _EQUAL.fullmatch(clause.before):
        yield previous.mention.value
        return
    words = content_words(clause.before)
    named = [fact for fact in facts.sources if in_common(fact.words, words)]
    named = named or facts.named_by(clause.before)
    if named:
        yield from (value for fact in named for value in fact.values)
    elif base.kind == "ram" and cues.OWN.search(clause.before):
        yield from facts.total.values


def _is_joined(clause: Clause, following: Clause) -> bool:
    """``20 procent av totalkostnaden, 3,1 miljoner``: the amount says what the percentage comes to."""
    found = _BASE.match(clause.after)
    return bool(
        found and not following.mention.share and _EQUAL.fullmatch(clause.after[found.end() :])
    )


def _contradiction(clause: Clause, base: Fact, part: Fraction, facts: Facts) -> Diagnostic:
    mention, amount = clause.mention, in_words(part)
    written = " ".join(mention.written.split())
    share = format_share(part / base.values[0])
    message = f"Texten säger {written} av {base.name}, men {amount} är {share} procent."
    hint = "Rätta procenttalet eller beloppet."
    if meant := _other_base(clause, part, facts):
        hint += f" {amount} är {written} av {meant}."
    place = clause.passage.node.at(mention.start, mention.end)
    found = warning(place, "NK322", message, hint)
    return replace(found, related=((base.place, in_words(base.values[0])),))


def _other_base(clause: Clause, part: Fraction, facts: Facts) -> str:
    """The fact that the percentage fits, if one does: then the base is wrong."""
    for fact in (*facts.sources, *facts.insatser, *facts.lines):
        if any(value and clause.mention.agrees(part / value * 100) for value in fact.values):
            return f"{fact.name} ({in_words(fact.values[0])})"
    return ""
