"""NK203, NK226–NK229: what some parts of a case have and others lack, and references that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from namndkit.values.budget import Budget
from namndkit.values.case import Case
from namndkit.values.case.glossary import nearest
from namndkit.values.diagnostic import Diagnostic, error, warning

_FIELDS = {
    "målgrupp": "målgrupp",
    "antal_medarbetare": "antal medarbetare",
    "förväntad_effekt": "förväntad effekt",
}
_ALONE = re.compile(
    r"föreliggande|enligt (?:förslaget|ovan)|i enlighet med (?:förslaget|ovan)", re.IGNORECASE
)
_SENTENCE = re.compile(
    r"(?:att )?(?:nämnden för .{3,40}?|\w*(?:nämnden|styrelsen|fullmäktige|utskottet))"
    r" (?!att\b|för\b|och\b)\w+(?:er|ar|år)\b",
    re.IGNORECASE,
)
"""The board's name and a verb in the present tense."""
_INFINITIVE = re.compile(
    r"(?:inte )?(?:(?!flera\b)\w{3,}era|ge|ta|avslå|ingå|anslå|bestå|föreslå|(?:god|er)känna|anta|"
    r"bifalla|uppdra|uppmana|(?:över|åter|in|ut)?lämna|besluta|yttra|(?:till|av)styrka|fastställa|"
    r"(?:till|in|åter)?ställa|upphäva|lägga|bordlägga|fastslå|anse|förklara|bevilja|anvisa|avsätta|"
    r"(?:till|ut|in)sätta|utse|(?:ut)?välja|hänskjuta|(?:över)?sända|skicka|avge|medge|teckna|"
    r"(?:upp|in)rätta|införa|(?:genom|till|över)föra|ändra|entlediga|ansöka|hemställa|låta|"
    r"begära|starta|avsluta|bemyndiga|befria|besvara|godta|avstå|utöka|minska|öka)\b",
    re.IGNORECASE,
)
"""The verb that a point begins with when ``att`` is to stand before it; each one in ``-era`` too."""


def every_initiative_has_it(case: Case, _: Budget | None) -> Iterator[Diagnostic]:
    """A field that one insats has, all should have; a text in common counts for all."""
    for field, name in _FIELDS.items():
        lacking = [insats for insats in case.insatser if not getattr(insats, field)]
        asked = field == "antal_medarbetare" and case.ledtexter
        if getattr(case, field, None) or (len(lacking) == len(case.insatser) and not asked):
            continue
        for insats in lacking:
            message = f"Insatsen ”{insats.rubrik}” saknar {name}."
            hint = f"Lägg till nyckeln {field} för insatsen."
            yield warning(insats.rubrik.position, "NK226", message, hint)


def cost_belongs_to_an_initiative(case: Case, _: Budget | None) -> Iterator[Diagnostic]:
    """``insats`` of a cost line is the heading or the number of an insats."""
    if not case.kostnad:
        return
    headings = [str(insats.rubrik) for insats in case.insatser]
    for rad in case.kostnad.rader:
        if rad.insats and not case.insatsen(rad.insats):
            near = nearest(rad.insats, headings)
            hint = (
                f"Menade du ”{near}”?"
                if near
                else f"Insatserna är {', '.join(headings) or 'inga'}."
            )
            yield error(rad.insats.position, "NK203", f"Insatsen ”{rad.insats}” finns inte.", hint)


def every_initiative_has_a_cost(case: Case, _: Budget | None) -> Iterator[Diagnostic]:
    """Where cost lines name their insats, each insats has one."""
    if not case.kostnad:
        return
    found = (case.insatsen(rad.insats) for rad in case.kostnad.rader)
    named = {id(insats) for insats in found if insats}
    for insats in case.insatser if named else ():
        if id(insats) not in named:
            message = f"Insatsen ”{insats.rubrik}” har ingen kostnadsrad."
            hint = "Lägg till en rad under kostnad, eller ange insats för raden som gäller den."
            yield warning(insats.rubrik.position, "NK227", message, hint)


def reservations_are_known(case: Case, _: Budget | None) -> Iterator[Diagnostic]:
    """Once the decision is made it is known whether anyone disagreed."""
    if case.skede and case.beslutat and not case.reservationer:
        message = "Det framgår inte om någon reserverade sig mot beslutet."
        yield warning(
            case.skede.position, "NK228", message, "Lägg till en rad: reservationer: inga"
        )


def decision_stands_alone(case: Case, _: Budget | None) -> Iterator[Diagnostic]:
    """A decision is read in the minutes, without the document that proposed it."""
    for point in case.beslut.alla_punkter if case.beslut else ():
        if found := _ALONE.search(point):
            message = f"Beslutet går inte att förstå för sig: ”{found.group()}”."
            yield warning(point.position, "NK229", message, "Skriv vad som beslutas.")


def point_fits_the_style(case: Case, _: Budget | None) -> Iterator[Diagnostic]:
    """A full sentence after ``att``, or ``att`` or its infinitive in the active style."""
    if not case.beslut:
        return
    active = case.beslut.stil == "aktiv"
    for point in case.beslut.alla_punkter:
        if active and point.casefold().startswith("att "):
            hint = "Skriv en hel mening i presens, eller ta bort stil: aktiv."
            yield warning(point.position, "NK216", "Punkten börjar med att i aktiv stil.", hint)
        elif active and _INFINITIVE.match(point):
            hint = "Skriv vem som gör det, i presens: {Nämnden} godkänner …, eller ta bort stil: aktiv."
            yield warning(point.position, "NK216", "Punkten är ingen hel mening.", hint)
        elif not active and _SENTENCE.match(point):
            hint = (
                "Skriv till exempel ”godkänna yttrandet”, eller lägg till stil: aktiv under beslut."
            )
            yield warning(point.position, "NK216", "Punkten är en hel mening efter ”att”.", hint)


COVERAGE_RULES: tuple[Callable[[Case, Budget | None], Iterable[Diagnostic]], ...] = (
    every_initiative_has_it,
    cost_belongs_to_an_initiative,
    every_initiative_has_a_cost,
    reservations_are_known,
    decision_stands_alone,
    point_fits_the_style,
)
