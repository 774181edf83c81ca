"""``namndkit inspect``: what is wrong in finished Word documents, whoever made them."""

from __future__ import annotations

from pathlib import Path

from namndkit.cli.cases import find_files
from namndkit.cli.codes import choose
from namndkit.cli.files import without
from namndkit.cli.validate import show_findings
from namndkit.disk import is_folder
from namndkit.pipeline import Checked
from namndkit.pipeline.inspecting import LOOKED_AT, inspect
from namndkit.report import Findings, progress, say
from namndkit.values.diagnostic import Severity


def run(names: list[str], *, style: str, strict: bool, select: str, ignore: str) -> int:
    """Inspect the documents ``names``; the exit code."""
    chosen, unknown = choose(select, ignore)
    if unknown:
        say(f"fel: Koden {unknown} finns inte.\nhjälp: namndkit explain visar alla koder.")
        return 2
    looked_at = (words for words, codes in LOOKED_AT.items() if chosen.intersection(codes))
    found = Findings(looked_at=tuple(looked_at))
    documents = list(find_files(names, _is_document))
    for name in progress(documents, "Granskar", len(documents)):
        checked = _inspect(name)
        kept = [one for one in checked.diagnostics if one.code in chosen or one.usage]
        found.add(kept, checked.texts)
        found.looked += bool(checked.texts)
        found.unread += sum(one.code == "NK620" for one in checked.diagnostics)
    show_findings(found, style)
    if found.unusable:
        return 2
    return int(found.has(Severity.WARNING if strict else Severity.ERROR))


def _inspect(name: str) -> Checked:
    if is_folder(name):
        return Checked(None, (), (without(name, "Word-dokument (filer som slutar på .docx)"),))
    return inspect(Path(name))


def _is_document(name: str) -> bool:
    """A Word document that is neither hidden nor Word's own lock file."""
    return name.lower().endswith(".docx") and not name.startswith((".", "~$"))
