"""rules: every code that a finding can have, with its severity and its Swedish explanation.

A rule's docstring is the text that ``namndkit explain`` prints: a title, what is wrong and why, and
a bad and a good example.
"""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from types import ModuleType

from namndkit.rules import (
    content,
    contradictions,
    exceptions,
    figures,
    files,
    finished,
    form,
    habits,
    money,
    taken,
    templates,
    typed,
    writing,
)
from namndkit.rules.severity import Rule
from namndkit.values.diagnostic import Severity


@dataclass(frozen=True, slots=True)
class Explanation:
    """A rule as it is explained: its ``title`` is one sentence, ``text`` the whole."""

    code: str
    severity: Severity
    title: str
    text: str


def _explained(module: ModuleType) -> list[Explanation]:
    classes = [
        rule
        for name, rule in vars(module).items()
        if name.startswith("NK") and issubclass(rule, Rule)
    ]
    texts = [(rule, inspect.cleandoc(rule.__doc__ or "")) for rule in classes]
    return [
        Explanation(rule.__name__, rule.severity, text.partition("\n")[0].rstrip("."), text)
        for rule, text in texts
    ]


_MODULES = (
    form,
    exceptions,
    typed,
    content,
    contradictions,
    writing,
    habits,
    money,
    figures,
    templates,
    files,
    finished,
    taken,
)
RULES: dict[str, Explanation] = {
    one.code: one
    for one in sorted(chain.from_iterable(map(_explained, _MODULES)), key=attrgetter("code"))
}
"""Every rule by its code, in their order."""
