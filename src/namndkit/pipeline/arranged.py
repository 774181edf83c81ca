"""NK108, NK244: headings and an order that a case gives to parts which its documents do not have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from namndkit.case import either
from namndkit.pipeline.papers import Paper
from namndkit.values.case import Case
from namndkit.values.case.forval import Förval
from namndkit.values.case.glossary import fold, nearest
from namndkit.values.case.part import words
from namndkit.values.diagnostic import Diagnostic, error, warning
from namndkit.values.kind import Reading
from namndkit.values.text import Text
from namndkit.wording import Templates


def misplaced(case: Case, papers: Sequence[Paper], templates: Templates) -> Iterator[Diagnostic]:
    """What ``ordning`` of ``case`` names, and the templates of its ``papers`` do not place by it."""
    known = words(type(case))
    moved = {name for one in _readings(papers, templates) for name in _movable(one, case)}
    movable = [name for name in type(case).model_fields if name in moved]
    for key in case.ordning:
        name = known.get(fold(key))
        if name in movable:
            continue
        listed = f"De delar som kan flyttas är {_and(movable)}." if movable else ""
        if name is None:
            near = nearest(key, movable)
            hint = f"Menade du ”{near}”?" if near else listed or "Ta bort raden."
            yield error(key.position, "NK108", f"Ingen del heter ”{key}”.", hint)
        else:
            message = f"”{name}” har en bestämd plats i ärendets {_names(papers)}."
            hint = f"Ta bort ”{name}” ur ordning. {listed}".strip()
            yield warning(key.position, "NK244", message, hint)


def unheaded(
    case: Case, papers: Sequence[Paper], templates: Templates, printed: set[int]
) -> Iterator[Diagnostic]:
    """The headings of ``case`` that none of its ``papers`` prints."""
    everywhere = _headed(templates)
    theirs = {key for one in _readings(papers, templates) for key in one.headings}
    for one in case.rubriker:
        key = one.nyckel
        if id(one.rubrik.node) in printed if one.rubrik else key in theirs:
            continue
        if fold(key) in map(fold, everywhere):
            message = f"Rubriken för ”{key}” skrivs inte ut i ärendets {_names(papers)}."
            hint = f"Ta bort raden, eller skriv det som ska stå under ”{key}”."
            yield warning(key.position, "NK244", message, hint)
        else:
            yield _headless(key, everywhere)


def headless(defaults: Förval | None, templates: Templates) -> Iterator[Diagnostic]:
    """The headings that a folder's ``defaults`` give to what is no part with a heading in any document."""
    given = defaults.rubriker if defaults else ()
    everywhere = _headed(templates) if given else set()
    for one in given:
        if fold(one.nyckel) not in map(fold, everywhere):
            yield _headless(one.nyckel, everywhere)


def _headed(templates: Templates) -> set[str]:
    """The keys that have a heading in some kind of document."""
    kinds = templates.form.kinds
    return {key for kind in kinds for key in templates.readings.of(kind.file).headings}


def _headless(key: Text, everywhere: set[str]) -> Diagnostic:
    near = nearest(key, sorted(everywhere))
    hint = f"Menade du ”{near}”?" if near else f"De som har en är {_and(sorted(everywhere))}."
    return error(key.position, "NK108", f"”{key}” har ingen rubrik att byta.", hint)


def _readings(papers: Sequence[Paper], templates: Templates) -> Iterator[Reading]:
    return (templates.readings.of(one.kind.file) for one in papers)


def _movable(reading: Reading, case: Case) -> set[object]:
    """The keys that the template of ``reading`` has a place for in an order of the case's own."""
    return reading.words & {*type(case).model_fields} if "ordning" in reading.reads else set()


def _names(papers: Sequence[Paper]) -> str:
    return either(tuple(one.kind.name for one in papers))


def _and(names: Sequence[str]) -> str:
    return either(tuple(names)).replace(" eller ", " och ")
