"""NK201–NK205, NK243, NK244: parts that a document of its kind cannot be without, and references that lead nowhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from namndkit.checks.texts import waits
from namndkit.values.budget import Budget
from namndkit.values.case import Case, Förslag, Yttrande
from namndkit.values.case.arende import Avsnitt
from namndkit.values.case.glossary import nearest
from namndkit.values.case.yttrande import OM_SAKEN
from namndkit.values.diagnostic import Diagnostic, error, hint, warning
from namndkit.values.node import Mapping
from namndkit.values.placeholder import UNFILLED
from namndkit.values.position import Position

MOST_LEVELS = 3
"""Of Word's headings 1–4 the first is the section that a yttrande or tjänsteskrivelse holds them in."""


_FORMS = {"insatser": "[{rubrik: …}]", "kostnad": "[{ändamål: …, belopp: …}]"}
"""What is written under the parts of a förslag that are no texts."""


def _missing(place: Position, what: str, hint: str) -> Diagnostic:
    return replace(error(place, "NK201", what, hint), draftable=True)


def _top(case: Case) -> Position:
    node = case.node
    first = node.entries[0].key if isinstance(node, Mapping) and node.entries else node
    return first.position


def proposal_is_whole(case: Case, _: Budget | None) -> Iterator[Diagnostic]:
    """A förslag is a form with five parts (Malmö stad's application for money)."""
    if not isinstance(case, Förslag):
        return
    given = {
        "bakgrund": case.bakgrund,
        "insatser": case.insatser,
        "målgrupp": case.målgrupp or any(insats.målgrupp for insats in case.insatser),
        "förväntad_effekt": case.förväntad_effekt or any(i.förväntad_effekt for i in case.insatser),
        "kostnad": case.kostnad and case.kostnad.rader,
    }
    for name, value in given.items():
        if not value:
            yield _missing(
                _top(case),
                f"Förslaget saknar ”{name}”.",
                f"Lägg till nyckeln {name}: {_FORMS.get(name, '…')}",
            )


def statement_says_something(case: Case, _: Budget | None) -> Iterator[Diagnostic]:
    """A yttrande has an answer, a text, sections or a stance, and every question has its answer."""
    if not isinstance(case, Yttrande):
        return
    answers = (*case.rekommendationer, *case.yrkanden, *case.frågor)
    if not (answers or case.yttrande or case.ställningstagande or case.avsnitt):
        hint = "Lägg till ställningstagande, yttrande, rekommendationer, yrkanden, frågor eller avsnitt."
        yield _missing(_top(case), "Yttrandet har inget innehåll.", hint)
    for answer in answers:
        if not (answer.svar or answer.ställningstagande):
            yield _missing(
                answer.text.position,
                "Svaret saknas.",
                "Lägg till nyckeln svar: … på samma nivå som text.",
            )


def stance_names_its_matter(case: Case, _: Budget | None) -> Iterator[Diagnostic]:
    """What the board tillstyrker or avstyrker is never guessed: ``saken`` says it, and is printed there only."""
    if not isinstance(case, Yttrande):
        return
    stance, matter = case.ställningstagande, case.saken
    if stance in OM_SAKEN and not matter:
        message = f"”{stance}” skrivs ut utan att det sägs vad nämnden svarar på."
        remedy = "Lägg till en rad med det ord som ska stå där: saken: förslaget, saken: motionen …"
        yield hint(stance.position, "NK243", message, remedy)
    if matter and stance not in OM_SAKEN and not UNFILLED.search(stance or ""):
        message = (
            f"”{matter}” skrivs inte ut: saken hör till de ställningstaganden som namndkit kan."
        )
        remedy = f"Skriv till exempel ställningstagande: tillstyrker, eller ta bort raden saken: {matter}"
        yield warning(matter.position, "NK244", message, remedy)


def board_is_named(case: Case, _: Budget | None) -> Iterator[Diagnostic]:
    """The board decides or answers, so it must be named where its phrase is printed."""
    speaks = (isinstance(case, Yttrande) and not case.beslutsfras) or case.beslut
    if speaks and not case.nämnd:
        yield _missing(
            _top(case),
            "Nämnden saknas, och dokumentet börjar med dess namn.",
            "Lägg till en rad: nämnd: servicenämnden",
        )


def decision_is_dated(case: Case, _: Budget | None) -> Iterator[Diagnostic]:
    """After the meeting a decision is known by its date and §; places for them are told already."""
    skede = case.skede
    if skede and case.beslutat and not (skede.datum and skede.paragraf) and not waits(skede):
        hint = "Skriv läge: beslutat, datum: 2022-10-14 och paragraf: 87 under skede."
        yield _missing(
            skede.position, "Ett beslutat ärende behöver beslutets datum och paragraf.", hint
        )


def basis_is_named(case: Case, _: Budget | None) -> Iterator[Diagnostic]:
    """An item under beslutsunderlag says which document or whose decision it is."""
    for underlag in case.beslutsunderlag:
        if not (underlag.text or underlag.organ):
            hint = "Skriv handlingens namn under text, eller organ, datum och paragraf."
            yield _missing(underlag.position, "Beslutsunderlaget har inget namn.", hint)


def cost_belongs_to_an_initiative(case: Case, _: Budget | None) -> Iterator[Diagnostic]:
    """``insats`` of a cost line is the heading or the number of an insats."""
    if not isinstance(case, Förslag) or not case.kostnad:
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


def sections_are_shallow(case: Case, _: Budget | None) -> Iterator[Diagnostic]:
    """Headings reach only so deep."""
    for avsnitt, level in _levels(case.avsnitt, 1):
        if level > MOST_LEVELS:
            message = f"Avsnittet ”{avsnitt.rubrik}” ligger på nivå {level}; rubrikerna räcker till nivå {MOST_LEVELS}."
            yield error(avsnitt.rubrik.position, "NK205", message, "Flytta upp avsnittet en nivå.")


def _levels(avsnitt: Iterable[Avsnitt], level: int) -> Iterator[tuple[Avsnitt, int]]:
    for one in avsnitt:
        yield one, level
        yield from _levels(one.avsnitt, level + 1)


PART_RULES: tuple[Callable[[Case, Budget | None], Iterable[Diagnostic]], ...] = (
    proposal_is_whole,
    statement_says_something,
    stance_names_its_matter,
    board_is_named,
    decision_is_dated,
    basis_is_named,
    cost_belongs_to_an_initiative,
    sections_are_shallow,
)
