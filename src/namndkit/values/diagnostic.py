"""A user's mistake as a value: where, how bad, which rule, what is wrong and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Generic, TypeVar

from namndkit.values.position import Position

T = TypeVar("T")


class Severity(IntEnum):
    """How bad a finding is; only errors stop a document."""

    ERROR = 1
    WARNING = 2
    HINT = 3

    @property
    def label(self) -> str:
        """The Swedish word that is printed."""
        return {1: "fel", 2: "varning", 3: "tips"}[self]


@dataclass(frozen=True, slots=True)
class Fix:
    """A mending that has one right answer: ``position`` in the file is replaced by ``text``."""

    position: Position
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. ``message`` and ``hint`` are Swedish; ``hint`` says what to write or do.

    ``related`` are further places with a word on each; ``draftable`` says that a draft may be
    written in spite of an error (a part is missing, a place is not filled in); ``usage`` that
    nothing could be judged because a path could not be read or written (exit code 2); ``fixes``
    are what ``--fix`` does, all of them or none.
    """

    position: Position
    severity: Severity
    code: str
    message: str
    hint: str = ""
    related: tuple[tuple[Position, str], ...] = ()
    draftable: bool = False
    usage: bool = False
    fixes: tuple[Fix, ...] = ()

    def sort_key(self) -> tuple[Position, int, str, str]:
        """By place, then the worst first."""
        return self.position, self.severity, self.code, self.message


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What a stage gives: its value, or None when it could not be made, and its findings."""

    value: T | None
    diagnostics: tuple[Diagnostic, ...] = ()


def in_order(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """``findings`` by place, each once."""
    return tuple(sorted(set(findings), key=Diagnostic.sort_key))


def error(position: Position, code: str, message: str, hint: str = "") -> Diagnostic:
    """An error at ``position``."""
    return Diagnostic(position, Severity.ERROR, code, message, hint)


def hint(position: Position, code: str, message: str, remedy: str = "") -> Diagnostic:
    """Advice at ``position``."""
    return Diagnostic(position, Severity.HINT, code, message, remedy)


def warning(position: Position, code: str, message: str, hint: str = "") -> Diagnostic:
    """A warning at ``position``."""
    return Diagnostic(position, Severity.WARNING, code, message, hint)
