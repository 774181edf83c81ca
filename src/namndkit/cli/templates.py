"""``namndkit templates``: folders of templates."""

from __future__ import annotations

from namndkit.cli.cases import Folders, templates_for, wrong_templates
from namndkit.cli.files import STANDARD
from namndkit.cli.validate import show_findings
from namndkit.pipeline import OWN
from namndkit.pipeline.proofreading import proofread
from namndkit.report import Findings, print_findings, say
from namndkit.values.diagnostic import Severity


def check(name: str | None, *, style: str) -> int:
    """Proofread the templates in the folder ``name``, or those that ``render`` uses; the exit code."""
    if wrong := wrong_templates(name):
        say(f"fel: {wrong[0]}\nhjälp: {wrong[1]}")
        return 2
    defaults = Folders().of(STANDARD)
    if name is None and defaults.diagnostics:
        print_findings(defaults.diagnostics, defaults.texts)
        return 1
    folder = templates_for(name, defaults.templates)
    if name is None:
        own = "namndkits egna mallar" if folder == OWN else f"mallarna i {folder}"
        say(f"Kontrollerar {own}.")
    checked = proofread(folder)
    found = Findings()
    found.add(checked.diagnostics, checked.texts)
    found.files = len(checked.texts) + 1
    show_findings(found, style)
    return int(found.has(Severity.ERROR))
