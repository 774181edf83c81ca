"""How bad a finding of a rule is."""

from __future__ import annotations

from typing import ClassVar

from namndkit.values.diagnostic import Severity


class Rule:
    """A rule; its subclasses' docstrings explain them."""

    severity: ClassVar[Severity]


class Error(Rule):
    """A rule whose findings stop the document."""

    severity = Severity.ERROR


class Warn(Rule):
    """A rule whose findings should be looked at."""

    severity = Severity.WARNING


class Hint(Rule):
    """A rule whose findings are advice."""

    severity = Severity.HINT
