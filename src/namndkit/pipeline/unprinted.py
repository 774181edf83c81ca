"""NK244: what the templates of a case do not ask it for.

Nothing here knows a kind of document: what a document prints is what its template does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from namndkit.case import either
from namndkit.pipeline.arranged import misplaced, unheaded
from namndkit.pipeline.papers import Paper, errors_in, in_properties, is_wrong
from namndkit.values.case import Case
from namndkit.values.case.choices import Word
from namndkit.values.case.glossary import fold
from namndkit.values.case.part import Part, words
from namndkit.values.case.role import Role
from namndkit.values.case.shape import shapes
from namndkit.values.diagnostic import Diagnostic, warning
from namndkit.values.kind import Kind
from namndkit.values.node import Mapping
from namndkit.values.position import Position
from namndkit.values.text import origins
from namndkit.wording import Templates


def unprinted(case: Case, papers: Iterable[Paper], templates: Templates) -> Iterator[Diagnostic]:
    """Every value of ``case`` that none of its ``papers`` prints, at the outermost key that holds nothing else."""
    papers = tuple(papers)
    if any(paper.worded is None for paper in papers):
        return  # what the templates lack is told first
    printed = _printed(papers)
    yield from _Finder(papers, templates, printed).findings(case)
    for whole in case.egna:
        own = tuple(one for one in papers if one.own and one.own.node is whole.node)
        if own:  # none is made of one that is there twice, and told as that
            yield from _Finder(own, templates, printed, alone=True).findings(whole)


def _printed(papers: tuple[Paper, ...]) -> set[int]:
    """The nodes (by ``id``) whose content is printed in one of ``papers``, or held in its properties."""
    printed = {node for paper in papers if paper.worded for node in paper.worded.printed}
    held = (value for paper in papers for value in in_properties(paper.case))
    return printed | {id(node) for value in held for node in origins(value)}


class _Finder:
    """Finds what the ``papers`` of a case do not print of it; ``alone`` when it is for them only."""

    def __init__(
        self,
        papers: tuple[Paper, ...],
        templates: Templates,
        printed: set[int],
        *,
        alone: bool = False,
    ) -> None:
        self._papers, self._templates = papers, templates
        self._printed, self._alone = printed, alone
        self._wrong = errors_in(*papers)
        self._readings = [templates.readings.of(one.kind.file) for one in papers]

    def findings(self, case: Case) -> Iterator[Diagnostic]:
        """What of ``case`` is not printed."""
        yield from misplaced(case, self._papers, self._templates)
        yield from unheaded(case, self._papers, self._templates, self._printed)
        for name in type(case).model_fields:
            if name in case.model_fields_set and name not in ("typ", "ordning", "rubriker"):
                yield from self._field(case, name, lambda name=name: self._asks(case, name))  # type: ignore[misc]  # mypy knows no default of a lambda

    def _asks(self, case: Case, name: str) -> bool:
        """True when a template asks for ``name`` of ``case``, or for what tells it.

        A word that decides what is printed must be compared with what it can be.
        """
        if isinstance(getattr(case, name), Word):
            return any(name in one.compares for one in self._readings)
        return any(one.asks(name) for one in self._readings)

    def _field(self, part: Part, name: str, asked: Callable[[], bool]) -> Iterator[Diagnostic]:
        value, taken = getattr(part, name), shapes(type(part))[name]
        if isinstance(value, Word) or (taken.leaf and taken.leaf.role is Role.STEERING):
            default = type(part).model_fields[name].get_default()
            if value not in (default, ()) and not self._is_printed(value) and not asked():
                yield self._finding(part, name, steers=not isinstance(value, Word))
            return
        how = self._how_much(value, asked)
        if how == "none":
            yield self._finding(part, name)
        elif how == "some":
            yield from self._inside(value, name)

    def _how_much(self, value: object, asked: Callable[[], bool]) -> str:
        """How much of ``value`` is printed: ``all``, ``some`` or ``none``."""
        printed = [self._is_printed(one) for one in _leaves(value)]
        if not printed:  # it only steers
            return "all" if value in (None, (), False) or asked() else "none"
        return "all" if all(printed) else "some" if any(printed) else "none"

    def _is_printed(self, leaf: object) -> bool:
        return any(id(node) in self._printed for node in origins(leaf))

    def _inside(self, value: object, name: str) -> Iterator[Diagnostic]:
        for item in value if isinstance(value, tuple) else (value,):
            if not isinstance(item, Part):
                unprinted = () if self._is_printed(item) else origins(item)[:1]
                yield from (self._at(node.position, name) for node in unprinted)
                continue
            if is_wrong(item.node, self._wrong):
                continue
            how = self._how_much(item, _always)
            if how == "none":
                yield self._at(item.position, name)
            for below in type(item).model_fields if how == "some" else ():
                if below in item.model_fields_set:
                    yield from self._field(item, below, _always)

    def _finding(self, part: Part, name: str, *, steers: bool = False) -> Diagnostic:
        entries = part.node.entries if isinstance(part.node, Mapping) else ()
        known = words(type(part))
        keys = (one.key for one in entries if known.get(fold(one.key.text)) == name)
        return self._at(next(keys, part.node).position, name, steers=steers)

    def _at(self, place: Position, name: str, *, steers: bool = False) -> Diagnostic:
        what, verb = ("styr ingenting", "används") if steers else ("skrivs inte ut", "skrivs ut")
        where = either(tuple(paper.kind.name for paper in self._papers))
        remedy = f"Ta bort ”{name}”."
        if not steers:
            remedy = f"Ta bort ”{name}”, eller flytta innehållet till något som skrivs ut."
        if able := [] if self._alone else self._able(name, steers=steers):
            others = either(tuple(kind.name for kind in able))
            remedy = f"Det {verb} i {others}: lägg till raden {able[0].name}: ja, eller ta bort ”{name}”."
        if not self._alone and all(_says(paper, name) for paper in self._papers):
            remedy = (
                f"Det som står under {where} gäller i stället: ta bort ”{name}” på det ena stället."
            )
        return warning(place, "NK244", f"”{name}” {what} i ärendets {where}.", remedy)

    def _able(self, name: str, *, steers: bool) -> list[Kind]:
        """The other kinds that print or use ``name``: first the one that prints most of what the case has, and
        lacks least of what it needs.
        """
        theirs = [paper.kind for paper in self._papers]
        given = self._papers[0].case.model_fields_set
        kinds = [kind for kind in self._templates.form.kinds if kind not in theirs]
        able = [(kind, self._templates.readings.of(kind.file)) for kind in kinds]
        fits = {
            kind: (-len(given & one.prints), sum(not given & {*need} for need in one.needs))
            for kind, one in able
            if name in one.prints or (steers and one.asks(name))
        }
        return sorted(fits, key=lambda kind: fits[kind])


def _says(paper: Paper, name: str) -> bool:
    """True when the document says ``name`` itself, in the place of what is common."""
    return paper.own is not None and name in paper.own.model_fields_set


def _always() -> bool:
    return True


def _leaves(value: object) -> list[object]:
    """The values below ``value`` that are there to be printed."""
    if isinstance(value, tuple):
        return [leaf for item in value for leaf in _leaves(item)]
    if isinstance(value, Part):
        found: list[object] = []
        for name, taken in shapes(type(value)).items():
            if not (taken.leaf and taken.leaf.role is Role.STEERING):
                found += _leaves(getattr(value, name))
        return found
    return [] if isinstance(value, Word) or not origins(value) else [value]
