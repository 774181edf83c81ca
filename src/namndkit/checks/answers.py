"""NK248: a decision, or the board's stance, that says the opposite of its answers to the yrkanden."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from namndkit.checks.outcomes import ANSWERED, GRANTED, REFUSED, Said, outcome_of, said_of
from namndkit.values.budget import Budget
from namndkit.values.case import Case
from namndkit.values.case.svar import Yrkande
from namndkit.values.diagnostic import Diagnostic, warning
from namndkit.values.text import Text

_ANSWERED_BY = {GRANTED: "bifalls det", REFUSED: "avslås det", ANSWERED: "anses det besvarat"}
_STANCES = {"tillstyrker": GRANTED, "tillstyrker med synpunkter": GRANTED, "avstyrker": REFUSED}
_REMEDY = "Rätta det ena, så att de stämmer överens."


def decision_fits_the_answers(case: Case, _: Budget | None) -> Iterator[Diagnostic]:
    """Each point, whoever decides it, against what the answers propose of the same yrkanden."""
    for point in case.beslut.alla_punkter if case.beslut else ():
        for said in said_of(point, str(case.saken or "").casefold()):
            if said.numbers or said.places:
                yield from _one_by_one(point, said, case.yrkanden)
            else:
                yield from _as_a_whole(point, said.outcome, case)


def _one_by_one(point: Text, said: Said, yrkanden: tuple[Yrkande, ...]) -> Iterator[Diagnostic]:
    for place, yrkande in enumerate(yrkanden, 1):
        named = str(yrkande.nummer or place).casefold() in said.numbers or place in said.places
        if named and yrkande.förslag and yrkande.förslag != said.outcome:
            number = yrkande.nummer or place
            message = f"Punkten säger att yrkande {number} {said.outcome}, men i svaret {_ANSWERED_BY[yrkande.förslag]}."
            yield _told(point, message, yrkande)


def _as_a_whole(point: Text, outcome: str, case: Case) -> Iterator[Diagnostic]:
    """A point on the whole is wrong where no answer agrees; that mixed ones make it answered is usual."""
    outcomes = {yrkande.förslag for yrkande in case.yrkanden}
    if not outcomes:
        yield from _against_the_stance(point, outcome, case.ställningstagande)
    elif len(case.yrkanden) == 1:
        yield from _one_by_one(point, Said(outcome, places=(1,)), case.yrkanden)
    elif not outcomes & {None, outcome} and (outcome != ANSWERED or len(outcomes) == 1):
        message = f"Punkten säger att allt {outcome}, men inget av yrkandena {outcome} i svaren."
        yield _told(point, message, case.yrkanden[0])


def _against_the_stance(point: Text, outcome: str, stance: Text | None) -> Iterator[Diagnostic]:
    """A board that tillstyrker does not propose avslag; that something is answered fits every stance."""
    if stance and _STANCES.get(stance, outcome) != outcome != ANSWERED:
        message = f"Punkten säger att förslaget {outcome}, men nämnden {stance}."
        found = warning(point.position, "NK248", message, _REMEDY)
        yield replace(found, related=((stance.position, "ställningstagandet"),))


def stance_fits_the_answers(case: Case, _: Budget | None) -> Iterator[Diagnostic]:
    """The stance of the whole, and of each answer, against what the answers propose."""
    stance = _STANCES.get(str(case.ställningstagande or ""))
    outcomes = {yrkande.förslag for yrkande in case.yrkanden}
    against = REFUSED if stance == GRANTED else GRANTED
    if case.ställningstagande and stance and outcomes == {against}:
        message = f"Nämnden {case.ställningstagande}, men i svaren {against} alla yrkanden."
        yield _told(case.ställningstagande, message, case.yrkanden[0])
    for place, yrkande in enumerate(case.yrkanden, 1):
        own = outcome_of(yrkande.ställningstagande or "")
        if yrkande.ställningstagande and own and yrkande.förslag not in (None, own, ANSWERED):
            number = yrkande.nummer or place
            message = f"Ställningstagandet säger att yrkande {number} {own}, men i svaret {_ANSWERED_BY[yrkande.förslag]}."
            yield _told(yrkande.ställningstagande, message, yrkande)


def _told(text: Text, message: str, yrkande: Yrkande) -> Diagnostic:
    found = warning(text.position, "NK248", message, _REMEDY)
    outcome = yrkande.förslag
    place = outcome.position if isinstance(outcome, Text) else yrkande.text.position
    return replace(found, related=((place, "förslaget i svaret"),))


ANSWER_RULES: tuple[Callable[[Case, Budget | None], Iterable[Diagnostic]], ...] = (
    decision_fits_the_answers,
    stance_fits_the_answers,
)
