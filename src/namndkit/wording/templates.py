"""A folder of templates, read once and used for any number of cases."""

from __future__ import annotations

import traceback
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateError, TemplateSyntaxError
from jinja2.exceptions import TemplateNotFound

from namndkit.values.budget import Budget
from namndkit.values.case import Case
from namndkit.values.case.glossary import fold
from namndkit.values.diagnostic import Diagnostic, Outcome, Severity, error
from namndkit.values.kind import Format, Kind
from namndkit.values.position import Position
from namndkit.values.worded import Worded
from namndkit.wording.effort import Exhausted
from namndkit.wording.environment import Environment
from namndkit.wording.folder import ENDING, OWN, home_of
from namndkit.wording.jargon import told
from namndkit.wording.tokens import Glued, Unprintable, stray
from namndkit.wording.views import read, readable, view

if TYPE_CHECKING:
    from namndkit.wording.reading import Readings

_STOPS = (
    *(TemplateError, Unprintable, Exhausted, Glued, RecursionError),
    *(ArithmeticError, AttributeError, LookupError, TypeError, ValueError),
)
"""What a template can be stopped by: its own mistakes, and Python's words for the same."""
_MISTAKES = ("NK401", "NK402", "NK403")
"""Codes of what proofreading can find, with the place and the word that was meant."""


class Templates:
    """The templates in ``folder``, with what is not there taken from namndkit's own.

    ``form`` is the format of a case that they make, and ``diagnostics`` what is wrong in their heads.
    """

    def __init__(
        self, folder: Path, form: Format, diagnostics: tuple[Diagnostic, ...] = ()
    ) -> None:
        self.folder, self.form, self.diagnostics = folder, form, diagnostics
        form.prints = lambda kind: self.readings.of(kind.file).prints
        fields = form.model.model_fields
        self._environment = Environment(folder, {fold(name): name for name in fields})
        self._nothing = {
            name: None if field.is_required() else field.get_default()
            for name, field in fields.items()
        }

    def word(self, case: Case, budget: Budget | None, kind: Kind) -> Outcome[Worded]:
        """Word ``case`` as a document of ``kind``, one of the format's.

        Where the templates stop it, every mistake that can be found in them is told.
        """
        outcome = self._word(case, budget, kind)
        if outcome.value is None and outcome.diagnostics[0].code in _MISTAKES:
            return Outcome(None, self._mistakes or outcome.diagnostics)
        return outcome

    def _word(self, case: Case, budget: Budget | None, kind: Kind) -> Outcome[Worded]:
        name = kind.file
        tokens = self._environment.begin(case)
        try:
            template = self._environment.get_template(name)
            markdown = template.render(**self._context(case, budget))
            if glued := stray(markdown):
                raise Glued(glued)
        except _STOPS as problem:
            name, line = self._where(problem, name)
            place = Position(self.path(name), line, 1, line, 1)
            return Outcome(None, (error(place, *told(problem, self.folder)),))
        asked, printed = tuple(dict.fromkeys(tokens.asked)), frozenset(tokens.printed)
        return Outcome(Worded(self.path(name), markdown, tuple(tokens.values), asked, printed))

    def proofread(self) -> tuple[Diagnostic, ...]:
        """What is wrong in the folder's templates."""
        from namndkit.wording.proof import Proofreader

        found = Proofreader(self.folder, self._environment, self.form, self.readings)
        return tuple(found.findings())

    @cached_property
    def readings(self) -> Readings:
        """What each kind's template reads, needs and heads, known without any case."""
        from namndkit.wording.reading import Readings

        return Readings(self.folder, self._environment)

    def _context(self, case: Case, budget: Budget | None) -> dict[str, Any]:
        """The case's names, its kind and the budget; what the case lacks is there too, and empty."""
        names = {name: read(case, name) for name in readable(case)}
        return {**self._nothing, **names, "typ": str(case.typ), "budget": view(budget)}

    @cached_property
    def _mistakes(self) -> tuple[Diagnostic, ...]:
        return tuple(one for one in self.proofread() if one.severity is Severity.ERROR)

    def path(self, name: str) -> str:
        """The template ``name`` as shown in a finding."""
        return home_of(self.folder, name).as_posix()

    def _where(self, problem: Exception, name: str) -> tuple[str, int]:
        """The template that ``problem`` is in, and the innermost line of one that it came through."""
        if isinstance(problem, TemplateNotFound):
            return str(problem.name), 1
        if isinstance(problem, TemplateSyntaxError):
            return problem.name or name, problem.lineno
        for frame in reversed(traceback.extract_tb(problem.__traceback__)):
            path = Path(frame.filename)
            if path.parent in (self.folder, OWN) and path.suffix == ENDING:
                return path.name, frame.lineno or 1
        return name, 1
