"""From a finished Word document to what is wrong in it."""

from __future__ import annotations

from pathlib import Path

from namndkit.checks.finished import FINISHED_RULES, check_finished
from namndkit.pipeline.checking import Checked
from namndkit.values.diagnostic import in_order
from namndkit.word.finished import read_finished

LOOKED_AT = {rule.looks_at: rule.codes for rule in FINISHED_RULES}
"""What is looked at, in words, with the codes of what is found there."""


def inspect(path: Path) -> Checked:
    """Every finding in the Word document at ``path``."""
    outcome = read_finished(path)
    if outcome.value is None:
        return Checked(None, (), outcome.diagnostics)
    found = in_order(check_finished(outcome.value))
    return Checked(None, (), found, (outcome.value.source,))
