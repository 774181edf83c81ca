"""NK104, NK108, NK244: headings and an order that a case gives to parts which its documents do not have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from namndkit.case import both, either
from namndkit.pipeline.papers import Paper
from namndkit.values.case import Case
from namndkit.values.case.forval import Förval
from namndkit.values.case.glossary import fold, nearest
from namndkit.values.case.part import words
from namndkit.values.case.rubriker import Rubrik
from namndkit.values.diagnostic import Diagnostic, error, warning
from namndkit.values.kind import Reading
from namndkit.values.text import Text
from namndkit.wording import Templates


def misplaced(case: Case, papers: Sequence[Paper], templates: Templates) -> Iterator[Diagnostic]:
    """What ``ordning`` of ``case`` names, and the templates of its ``papers`` do not place by it."""
    known = words(type(case))
    moved = {name for one in _readings(papers, templates) for name in _movable(one, case)}
    movable = [name for name in type(case).model_fields if name in moved]
    yield from _twice(case.ordning, known, "”{}” står två gånger i ordningen.")
    for key in case.ordning:
        name = known.get(fold(key))
        if name in movable:
            continue
        listed = f"De delar som kan flyttas är {both(movable)}." if movable else ""
        if name is None:
            near = nearest(key, movable)
            hint = f"Menade du ”{near}”?" if near else listed or "Ta bort raden."
            yield error(key.position, "NK108", f"Ingen del heter ”{key}”.", hint)
        else:
            there = any(name in one.reads for one in _readings(papers, templates))
            where = f"ärendets {_names(papers)}"
            message = f"”{name}” har en bestämd plats i {where}."
            message = message if there else f"Det finns ingen del ”{name}” i {where}."
            hint = f"Ta bort ”{name}” ur ordning. {listed}".strip()
            yield warning(key.position, "NK244", message, hint)


def unheaded(
    case: Case, papers: Sequence[Paper], templates: Templates, printed: set[int]
) -> Iterator[Diagnostic]:
    """The headings of ``case`` that none of its ``papers`` prints."""
    everywhere, known = _headed(templates), words(type(case))
    doubled = [*_doubled(case.rubriker, known)]
    yield from doubled
    theirs = {key for one in _readings(papers, templates) for key in one.headings}
    for one in case.rubriker:
        key, name = one.nyckel, known.get(fold(one.nyckel), one.nyckel)
        if any(key.position == other.position for other in doubled):
            continue
        if id(one.rubrik.node) in printed if one.rubrik else name in theirs:
            continue
        if name in everywhere:
            message = f"Rubriken för ”{key}” skrivs inte ut i ärendets {_names(papers)}."
            hint = f"Ta bort raden, eller skriv det som ska stå under ”{key}”."
            yield warning(key.position, "NK244", message, hint)
        else:
            yield _headless(key, everywhere)


def headless(defaults: Förval | None, templates: Templates) -> Iterator[Diagnostic]:
    """The headings that a folder's ``defaults`` give to what is no part with a heading in any document."""
    given = defaults.rubriker if defaults else ()
    everywhere = _headed(templates) if given else set()
    known = words(templates.form.model)
    yield from _doubled(given, known)
    for one in given:
        if known.get(fold(one.nyckel), one.nyckel) not in everywhere:
            yield _headless(one.nyckel, everywhere)


def _doubled(given: Sequence[Rubrik], known: Mapping[str, str]) -> Iterator[Diagnostic]:
    return _twice([one.nyckel for one in given], known, "Rubriken för ”{}” finns två gånger.")


def _twice(keys: Sequence[Text], known: Mapping[str, str], told: str) -> Iterator[Diagnostic]:
    """NK104: ``keys`` that mean the same as one before, in whatever spelling."""
    seen = set[str]()
    for key in keys:
        name = known.get(fold(key), str(key))
        if name in seen:
            yield error(key.position, "NK104", told.format(name), "Ta bort den ena.")
        seen.add(name)


def _headed(templates: Templates) -> set[str]:
    """The keys that have a heading in some kind of document."""
    kinds = templates.form.kinds
    return {key for kind in kinds for key in templates.readings.of(kind.file).headings}


def _headless(key: Text, everywhere: set[str]) -> Diagnostic:
    near = nearest(key, sorted(everywhere))
    hint = f"Menade du ”{near}”?" if near else f"De som har en är {both(sorted(everywhere))}."
    return error(key.position, "NK108", f"”{key}” har ingen rubrik att byta.", hint)


def _readings(papers: Sequence[Paper], templates: Templates) -> Iterator[Reading]:
    return (templates.readings.of(one.kind.file) for one in papers)


def _movable(reading: Reading, case: Case) -> set[object]:
    """The keys that the template of ``reading`` has a place for in an order of the case's own."""
    return reading.words & {*type(case).model_fields} if "ordning" in reading.reads else set()


def _names(papers: Sequence[Paper]) -> str:
    return either(tuple(one.kind.name for one in papers))
