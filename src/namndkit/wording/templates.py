"""A folder of templates, read once and used for any number of cases."""

from __future__ import annotations

import re
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
from namndkit.wording.folder import ENDING, OWN, home_of, how_to_get
from namndkit.wording.jargon import say
from namndkit.wording.tokens import Glued, Unprintable, stray
from namndkit.wording.views import read, readable, view

if TYPE_CHECKING:
    from namndkit.wording.reading import Readings

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
        except TemplateNotFound as problem:
            return self._stop(
                str(problem.name),
                1,
                "NK401",
                f"Mallen ”{problem.name}” finns inte i mappen.",
                how_to_get(str(problem.name), self.folder),
            )
        except TemplateSyntaxError as problem:
            at = problem.name or name
            return self._stop(
                at,
                problem.lineno,
                "NK402",
                f"Mallen går inte att läsa. {say(problem)}",
                "Jämför raden med namndkits egen mall.",
            )
        except Unprintable as problem:
            return self._stop(*self._where(problem, name), "NK404", *_unprintable(problem.value))
        except Exhausted as problem:
            return self._stop(*self._where(problem, name), "NK420", _ENDLESS, _ENDLESS_REMEDY)
        except Glued as problem:
            return self._stop(*self._where(problem, name), "NK407", *_glued(str(problem)))
        except (
            TemplateError,
            ArithmeticError,
            AttributeError,
            LookupError,
            RecursionError,
            TypeError,
            ValueError,
        ) as problem:
            return self._stop(
                *self._where(problem, name),
                "NK403",
                f"Mallen går inte att använda. {say(problem)}",
                "Kontrollera stavningen. Namnen är ärendets nycklar.",
            )
        glued = stray(markdown)
        if glued:
            return self._stop(name, 1, "NK407", *_glued(glued))
        asked, printed = tuple(dict.fromkeys(tokens.asked)), frozenset(tokens.printed)
        return Outcome(Worded(self.path(name), markdown, tuple(tokens.values), asked, printed))

    def proofread(self) -> tuple[Diagnostic, ...]:
        """What is wrong in the folder's templates."""
        from namndkit.wording.proof import Proofreader

        return tuple(Proofreader(self.folder, self._environment, self.form).findings())

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
        """The innermost line of a template that ``problem`` came through."""
        for frame in reversed(traceback.extract_tb(problem.__traceback__)):
            path = Path(frame.filename)
            if path.parent in (self.folder, OWN) and path.suffix == ENDING:
                return path.name, frame.lineno or 1
        return name, 1

    def _stop(self, name: str, line: int, code: str, message: str, hint: str) -> Outcome[Worded]:
        place = Position(self.path(name), line, 1, line, 1)
        finding: Diagnostic = error(place, code, message, hint)
        return Outcome(None, (finding,))


_ENDLESS = "Mallen gör mer än ärendet kan behöva, eller tar aldrig slut."
_ENDLESS_REMEDY = "Se efter om en slinga ({% for %}) eller ett makro upprepar sig självt, och ta bort upprepningen."


def _glued(text: str) -> tuple[str, str]:
    words = re.sub("[\ue000-\uf8ff]+", "…", text).strip()[:30]
    return (
        f"Mallen fogar ihop text och värden så att ”{words}” inte kan skyddas.",
        "Skriv värdena var för sig: {{ a }} {{ b }}.",
    )


def _unprintable(value: object) -> tuple[str, str]:
    kind = type(value).__name__
    if value is None:
        return (
            "Mallen skriver ut ett värde som inte finns i ärendet.",
            "Skriv {% if namnet %} … {% endif %} runt.",
        )
    if kind in ("Amount", "Decimal", "Sum"):
        return (
            "Mallen skriver ut ett belopp utan att säga hur.",
            "Använd |kronor eller |i_enhet(enhet), eller |som_skrivet för ett belopp ur ärendet.",
        )
    if kind == "Datum":
        return "Mallen skriver ut ett datum utan att säga hur.", "Använd |iso eller |i_text."
    return (
        "Mallen skriver ut något som inte är en text.",
        "Skriv ut en nyckel i det, till exempel namn.",
    )
