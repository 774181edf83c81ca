"""``namndkit show``: the document of a case in the terminal, from the same tree as the Word file."""

from __future__ import annotations

from namndkit.cli.cases import Folders, check_each, wrong_templates
from namndkit.cli.documents import unknown_kind
from namndkit.disk import is_folder
from namndkit.report import print_findings, say
from namndkit.values.diagnostic import Severity
from namndkit.values.document import Document


def run(name: str, *, kind: str | None, templates: str | None, tree: bool) -> int:
    """Show the document of the case ``name``; what is missing is shown as gaps. The exit code."""
    if is_folder(name):
        say(f"fel: {name} är en mapp.\nhjälp: show tar ett ärende: namndkit show forslag.yaml")
        return 2
    if wrong := wrong_templates(templates):
        say(f"fel: {wrong[0]}\nhjälp: {wrong[1]}")
        return 2
    folders = Folders(templates)
    renderer = folders.renderer(name)
    wanted = renderer.templates.form.kind(kind) if kind else None
    if kind and not wanted:
        message, hint = unknown_kind(kind, renderer.templates.form)
        say(f"fel: {message}\nhjälp: {hint}")
        return 2
    ((_, checked),) = check_each([name], folders=folders, asked=wanted.name if wanted else None)
    findings = list(checked.diagnostics)
    papers = () if checked.blocked(draft=True) else checked.papers
    shown = [paper for paper in papers if wanted in (None, paper.kind)]
    for paper in shown:
        document = renderer.document(paper, draft=True, findings=findings)
        if document is not None:
            if len(shown) > 1:
                print(f"── {paper.kind.name} ──\n")
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
