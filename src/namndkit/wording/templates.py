"""A folder of templates, read once and used for any number of cases."""

from __future__ import annotations

import traceback
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, Template, TemplateError, TemplateSyntaxError
from jinja2.exceptions import TemplateNotFound
from jinja2.sandbox import ImmutableSandboxedEnvironment

from namndkit.values.budget import Budget
from namndkit.values.case import KINDS, Case
from namndkit.values.diagnostic import Diagnostic, Outcome, Severity, error
from namndkit.values.formats import NBSP
from namndkit.values.position import Position
from namndkit.values.worded import Worded
from namndkit.wording.filters import FILTERS
from namndkit.wording.jargon import say
from namndkit.wording.tokens import Gap, Lines, Tokens, Unprintable, finalize, stray

ENCODING = "utf-8-sig"
"""How templates are saved: UTF-8, with or without the mark at the start that some editors write."""
TEMPLATES: dict[str, str] = {
    "förslag": "forslag.md.j2",
    "yttrande": "yttrande.md.j2",
    "tjänsteskrivelse": "tjansteskrivelse.md.j2",
}
"""The template for each kind of document."""


_MISTAKES = ("NK401", "NK402", "NK403")
"""Codes of what proofreading can find, with the place and the word that was meant."""
_SAFE: dict[tuple[type, str], bool] = {}
"""What the sandbox has said of an attribute of a type: it judges by both, never by the object."""


class _Environment(ImmutableSandboxedEnvironment):
    """Sandboxed, undefined names are errors, and a text has no methods: only filters touch texts."""

    tokens: Tokens

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Jinja2's hook: what ``obj.attr`` a template may read; asked once for each kind of object."""
        key = (type(obj), attr)
        if key not in _SAFE:
            _SAFE[key] = not isinstance(obj, str) and super().is_safe_attribute(obj, attr, value)
        return _SAFE[key]


def how_to_get(name: str, folder: Path) -> str:
    """What to do about the template ``name`` that is not in ``folder``."""
    longer = f"{name}.txt"
    if (folder / longer).is_file():
        return f"Filen heter {longer}. Ta bort .txt ur namnet."
    return "Kopiera den från namndkits egna mallar."


class Templates:
    """The templates in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._environment = _Environment(
            loader=FileSystemLoader(folder, encoding=ENCODING),
            undefined=StrictUndefined,
            autoescape=True,
            finalize=finalize,
            extensions=[Lines],
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.filters = dict(FILTERS)
        self._environment.globals = {"saknas": _missing, "hårt_blanksteg": NBSP}

    def word(self, case: Case, budget: Budget | None, kind: str) -> Outcome[Worded]:
        """Word ``case`` as a document of ``kind`` (a key of ``TEMPLATES``).

        Where the templates stop it, every mistake that can be found in them is told.
        """
        outcome = self._word(case, budget, kind)
        if outcome.value is None and outcome.diagnostics[0].code in _MISTAKES:
            return Outcome(None, self._mistakes or outcome.diagnostics)
        return outcome

    def _word(self, case: Case, budget: Budget | None, kind: str) -> Outcome[Worded]:
        name = TEMPLATES[kind]
        tokens = self._environment.tokens = Tokens()
        try:
            template: Template = self._environment.get_template(name)
            markdown = template.render(**_context(case), budget=budget)
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
            return self._stop(
                name,
                1,
                "NK407",
                f"Mallen fogar ihop text och värden så att ”{glued[:30]}” inte kan skyddas.",
                "Skriv värdena var för sig: {{ a }} {{ b }}.",
            )
        return Outcome(Worded(name, markdown, tuple(tokens.values)))

    def proofread(self) -> tuple[Diagnostic, ...]:
        """What is wrong in the folder's templates, and which of them are not there."""
        from namndkit.wording.proof import Proofreader

        missing = [
            error(
                Position(self.path(name)),
                "NK401",
                f"Mallen ”{name}” finns inte i mappen.",
                how_to_get(name, self.folder),
            )
            for name in TEMPLATES.values()
            if not (self.folder / name).is_file()
        ]
        return (*missing, *Proofreader(self.folder, self._environment).findings())

    @cached_property
    def _mistakes(self) -> tuple[Diagnostic, ...]:
        return tuple(one for one in self.proofread() if one.severity is Severity.ERROR)

    def path(self, name: str) -> str:
        """The template ``name`` as shown in a finding."""
        return (self.folder / name).as_posix()

    def _where(self, problem: Exception, name: str) -> tuple[str, int]:
        """The innermost line of a template that ``problem`` came through."""
        for frame in reversed(traceback.extract_tb(problem.__traceback__)):
            path = Path(frame.filename)
            if path.parent == self.folder and path.suffix == ".j2":
                return path.name, frame.lineno or 1
        return name, 1

    def _stop(self, name: str, line: int, code: str, message: str, hint: str) -> Outcome[Worded]:
        place = Position(self.path(name), line, 1, line, 1)
        finding: Diagnostic = error(place, code, message, hint)
        return Outcome(None, (finding,))


def _missing(what: str) -> Gap:
    return Gap(f"[{what} saknas]")


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


_NOTHING: dict[str, Any] = {
    name: field.get_default() if not field.is_required() else None
    for model in KINDS.values()
    for name, field in model.model_fields.items()
}


def _context(case: Case) -> dict[str, Any]:
    """The case's fields by name; a field of another kind of case is there too, and empty."""
    fields = {name: getattr(case, name) for name in type(case).model_fields}
    return {
        **_NOTHING,
        **fields,
        "har_huvud": case.har_huvud,
        "beslutat": case.beslutat,
        "typ": case.kind,
    }
