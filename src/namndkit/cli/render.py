"""``namndkit render``: a case in, a Word document out."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from namndkit.cli.cases import FolderDefaults
from namndkit.cli.files import STANDARD, read_case, write_document, write_standard_output
from namndkit.pipeline import Checked, Renderer, check
from namndkit.report import print_findings, say
from namndkit.values.case.glossary import fold
from namndkit.values.diagnostic import Diagnostic, Severity
from namndkit.values.formats import format_in_words

_LETTER = "tjänsteskrivelse"


def run(
    name: str, output: str | None, *, draft: bool, kind: str | None, templates: str | None
) -> int:
    """Render the case ``name``; the exit code."""
    if kind is not None and fold(kind) != fold(_LETTER):
        return _wrong_use(f"Slaget {kind} finns inte.", f"Skriv --as {_LETTER}.")
    if name == STANDARD and output is None:
        return _wrong_use(
            "Det framgår inte var dokumentet ska skrivas.", "Lägg till -o och ett filnamn."
        )
    if os.path.isdir(name):
        return _wrong_use(f"{name} är en mapp.", "render tar en fil: namndkit render forslag.yaml")
    target = _target(name, output, kind)
    if target and target.suffix.lower() != ".docx":
        return _wrong_use(f"{target} slutar inte på .docx.", "Välj ett namn som slutar på .docx.")
    folder = Path(templates) if templates else default_templates()
    if not os.path.isdir(folder):
        return _wrong_use(
            f"Mappen {folder} finns inte.", "Ange en mapp med mallar efter --templates."
        )
    read = read_case(name)
    if read.value is None:
        print_findings(read.diagnostics, ())
        return 2
    stdin = name == STANDARD
    shown, beside = ("standard in", Path()) if stdin else (name, Path(name).parent)
    checked = check(read.value, shown, beside, FolderDefaults().of(name))
    rendered = Renderer(folder).render(checked, _LETTER if kind else None, draft=draft)
    print_findings(rendered.diagnostics, checked.texts)
    if rendered.data is None:
        _nothing_written(rendered.diagnostics)
        return 1
    return _deliver(rendered.data, checked, target)


def default_templates() -> Path:
    """The templates that come with namndkit: in the package, or beside ``src`` in a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "templates"
    return installed if installed.is_dir() else package.parents[1] / "templates"


def _target(name: str, output: str | None, kind: str | None) -> Path | None:
    """The file to write; None for standard output."""
    if output == STANDARD:
        return None
    stem = "dokument" if name == STANDARD else Path(name).stem
    file = f"{stem}-tjansteskrivelse.docx" if kind else f"{stem}.docx"
    if output is None:
        return Path(name).with_name(file)
    if output.endswith(tuple(filter(None, ("/", os.sep, os.altsep)))) or os.path.isdir(output):
        return Path(output) / file
    return Path(output)


def _deliver(data: bytes, checked: Checked, target: Path | None) -> int:
    problem = write_document(data, target) if target else write_standard_output(data)
    if problem:
        print_findings((problem,), ())
        return 2
    total = f" Summa: {format_in_words(checked.budget.summa.kronor)}." if checked.budget else ""
    say(f"Skrev {target or 'till standard ut'}.{total}")
    return 0


def _nothing_written(findings: Iterable[Diagnostic]) -> None:
    errors = [found for found in findings if found.severity is Severity.ERROR]
    say("Inget dokument skrevs.")
    if errors and all(found.draftable for found in errors):
        say("Med --draft skrivs ett utkast där det som fattas syns.")


def _wrong_use(message: str, hint: str) -> int:
    say(f"fel: {message}\nhjälp: {hint}")
    return 2
