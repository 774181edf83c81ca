"""``namndkit new``: a case to fill in, with the parts in the document's order and comments."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from namndkit.cli.cases import DEFAULTS, Folders
from namndkit.cli.costs import lines_of
from namndkit.cli.documents import unknown_kind
from namndkit.cli.files import STANDARD, read_case
from namndkit.cli.saving import save_new
from namndkit.cli.starter import fill, in_shell, with_parts
from namndkit.cli.table import Unreadable
from namndkit.disk import TABLE, exists, is_file, legible, relative, whole
from namndkit.pipeline import Defaults, Templates, check
from namndkit.report import print_findings, say
from namndkit.schema import case_schema
from namndkit.values.kind import Kind
from namndkit.values.text import NOT_XML

SCHEMA = "arende.schema.json"
"""The schema's file, beside the case or in a folder above it."""


class _Stopped(Exception):
    """Something that was named cannot be used; it has been told."""


def run(
    kind: str,
    file: str | None,
    *,
    answers: dict[str, str | None],
    from_cost: str | None,
    from_docx: str | None,
) -> int:
    """Write a case of ``kind`` to ``file``; ``answers`` are the title, the board and the number."""
    target = Path(file) if file else None
    folders = Folders()
    renderer = folders.renderer(str(target or STANDARD))
    form = renderer.templates.form
    chosen = form.kind(kind)
    if chosen is None:
        message, hint = unknown_kind(kind, form)
        say(f"fel: {message}\nhjälp: {hint}")
        return 2
    target = target or Path(f"{chosen.ending}.yaml")
    if wrong := _wrong(target):
        say(f"fel: {wrong[0]}\nhjälp: {wrong[1]}")
        return 2
    defaults = folders.of(str(target))
    print_findings(defaults.diagnostics, defaults.texts)
    new = _New(chosen, target, defaults, renderer.templates)
    try:
        cost = _cost(from_cost) if from_cost else {}
        if from_docx:
            text = _document(from_docx, new, answers, cost)
        else:
            text = new.starter(_asked(answers, defaults), cost)
    except _Stopped:
        return 2
    return _write(new, text)


@dataclass(frozen=True, slots=True)
class _New:
    """The case that is to be written: its kind, its file, and what holds in its folder."""

    kind: Kind
    target: Path
    defaults: Defaults
    templates: Templates

    def starter(self, answers: dict[str, str], cost: dict[str, str]) -> str:
        """The text of the case, with places to fill in."""
        reading = self.templates.readings.of(self.kind.file)
        name, defaults = legible(self.target.name), self.defaults.value
        return fill(self.kind, reading, name, answers, defaults, cost)


def _cost(file: str) -> dict[str, str]:
    """The cost in the CSV ``file``, as YAML."""
    read = read_case(file, TABLE)
    if read.value is None:
        print_findings(read.diagnostics, ())
        raise _Stopped
    try:
        cost, told = lines_of(read.value)
    except Unreadable as problem:
        say(f"fel: {problem}\nhjälp: {problem.remedy}")
        raise _Stopped from None
    for sentence in told:
        say(sentence)
    return cost


def _document(file: str, new: _New, answers: dict[str, str | None], cost: dict[str, str]) -> str:
    """The case that the Word document ``file`` holds; what is to be looked at is told."""
    from namndkit.cli.taken import answers_of, cost_of, foot, head, parts_of
    from namndkit.pipeline.taking import Headings, findings, take

    outcome = take(
        Path(file), Headings(new.kind, new.templates, new.defaults.value), counted=not cost
    )
    taken = outcome.value
    if taken is None:
        print_findings(outcome.diagnostics, ())
        raise _Stopped
    print_findings(tuple(findings(taken.told)), ())
    found = answers_of(taken)
    given = _seen({key: (value or "").strip() for key, value in answers.items()})
    given = {key: value or found[key] for key, value in given.items()}
    parts = parts_of(taken, new.kind, new.templates)
    starter = new.starter(given, {**cost_of(taken), **cost})
    whole = with_parts(starter, parts, leave_out=taken.own and not cost)
    return head(taken, legible(Path(file).name)) + whole + foot(taken)


def _wrong(target: Path) -> tuple[str, str] | None:
    """What is wrong with the command line, and the remedy."""
    if exists(target):
        return f"{target} finns redan. Inget skrevs.", "Välj ett annat namn."
    if target.suffix.lower() not in (".yaml", ".yml"):
        return f"{target} slutar inte på .yaml.", "Ge filen ett namn som slutar på .yaml."
    return None


def _asked(answers: dict[str, str | None], defaults: Defaults) -> dict[str, str]:
    """The ``answers``, asked for where nobody has said, there is somebody to ask, and no default."""
    questions = {"titel": "Titel", "nämnd": "Nämnd", "diarienummer": "Diarienummer (får vara tomt)"}
    found: dict[str, str] = {}
    for name, question in questions.items():
        given = answers.get(name)
        settled = name == "nämnd" and defaults.value and defaults.value.nämnd
        if given is None and not settled and sys.stdin is not None and sys.stdin.isatty():
            print(f"{question}: ", end="", file=sys.stderr, flush=True)
            given = sys.stdin.readline()
        found[name] = (given or "").strip()
    return _seen(found)


def _seen(answers: dict[str, str]) -> dict[str, str]:
    """``answers``, unless one holds a sign that no case can."""
    for name, value in answers.items():
        if unseen := NOT_XML.search(value):
            sign = legible(unseen.group())
            code = sign if len(sign) > 1 else f"U+{ord(sign):04X}"
            say(f"fel: {name.capitalize()} innehåller ett tecken som inte kan skrivas ({code}).")
            say("hjälp: Skriv om texten utan det.")
            raise _Stopped
    return answers


def _schema_for(target: Path) -> Path:
    """Where the schema of the case ``target`` is or should be, as a path from the case's folder.

    One serves all folders below that of ``namndkit.yaml``, or below the working folder.
    """
    folder, working = Path(whole(target)).parent, Path(whole(os.curdir))
    above = (folder, *folder.parents)
    home = next((one for one in above if is_file(one / DEFAULTS)), None)
    top = home or (working if working in above else folder)
    within = above[: above.index(top) + 1]
    there = next((one for one in within if exists(one / SCHEMA)), home or folder)
    return Path(relative(there / SCHEMA, folder))


def _write(new: _New, text: str) -> int:
    """Write the case, and the schema unless there is one; never over anything."""
    target = new.target
    name = _schema_for(target)
    schema = Path(os.path.normpath(target.parent / name))
    problem, both = None, f"{target}"
    if not exists(schema):
        both = f"{target}, och {schema} för redigeringsprogram"
        data = json.dumps(case_schema(new.templates.form), ensure_ascii=False, indent=2) + "\n"
        problem = save_new(data.encode(), schema)
    case = f"# yaml-language-server: $schema={name.as_posix()}\n{text}".encode()
    problem = problem or save_new(case, target)
    if problem:
        print_findings((problem,), ())
        return 2
    found = check(case, str(target), target.parent, new.defaults, new.templates).diagnostics
    waits = any(one.code == "NK202" for one in found)
    command = f"namndkit validate {in_shell(str(target))}"
    say(f"Skrev {both}.")
    say(
        f"Fyll i det som står inom hakparentes. Kontrollera sedan: {command}"
        if waits
        else f"Kontrollera ärendet: {command}"
    )
    return 0
