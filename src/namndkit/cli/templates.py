"""``namndkit templates``: folders of templates."""

from __future__ import annotations

from pathlib import Path

from namndkit.cli.documents import default_templates
from namndkit.cli.validate import show_findings
from namndkit.pipeline.proofreading import proofread
from namndkit.report import Findings, say
from namndkit.values.diagnostic import Severity


def check(name: str | None, *, style: str) -> int:
    """Proofread the templates in the folder ``name``, or namndkit's own; the exit code."""
    folder = Path(name) if name else default_templates()
    if not folder.is_dir():
        say(f"fel: Mappen {folder} finns inte.\nhjälp: Ange en mapp med mallar.")
        return 2
    checked = proofread(folder)
    found = Findings()
    found.add(checked.diagnostics, checked.texts)
    found.files = len(checked.texts) + 1
    show_findings(found, style)
    return int(found.has(Severity.ERROR))
