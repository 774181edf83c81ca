"""``namndkit show``: the document of a case in the terminal, from the same tree as the Word file."""

from __future__ import annotations

from namndkit.cli.cases import FolderDefaults, check_each
from namndkit.cli.documents import LETTER, templates_for, wrong_templates
from namndkit.cli.render import word_for
from namndkit.disk import is_folder
from namndkit.pipeline import Renderer
from namndkit.report import print_findings, say
from namndkit.values.diagnostic import Severity
from namndkit.values.document import Document


def run(name: str, *, kind: str | None, templates: str | None, tree: bool) -> int:
    """Show the document of the case ``name``; what is missing is shown as gaps. The exit code."""
    if is_folder(name):
        say(f"fel: {name} är en mapp.\nhjälp: show tar ett ärende: namndkit show forslag.yaml")
        return 2
    kind = word_for(kind)
    if kind is not None and kind != LETTER:
        say(f"fel: Slaget {kind} finns inte.\nhjälp: Skriv --as {LETTER}.")
        return 2
    if wrong := wrong_templates(templates):
        say(f"fel: {wrong[0]}\nhjälp: {wrong[1]}")
        return 2
    ((_, checked),) = check_each([name])
    findings = list(checked.diagnostics)
    renderer = Renderer(templates_for(templates, FolderDefaults().of(name).templates))
    document = None
    if checked.case is not None and not checked.blocked(draft=True):
        document = renderer.document(
            checked.case, checked.budget, kind or checked.case.kind, True, findings
        )
    if document is not None:
        _show(document, tree=tree)
    print_findings(findings, checked.texts)
    if any(one.usage for one in findings):
        return 2
    return int(any(one.severity is Severity.ERROR for one in findings))


def _show(document: Document, *, tree: bool) -> None:
    if tree:
        from namndkit.report.tree import show_tree

        show_tree(document)
    else:
        from namndkit.report.shown import show_document

        show_document(document)
