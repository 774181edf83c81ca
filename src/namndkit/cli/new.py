"""``namndkit new``: a case to fill in, with the parts in the document's order and comments."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

from namndkit.cli.costs import lines_of, quoted
from namndkit.cli.files import read_case, reason, unusable, write_document
from namndkit.cli.table import Unreadable
from namndkit.report import print_findings, say
from namndkit.schema import case_schema
from namndkit.values.case import KINDS
from namndkit.values.case.glossary import fold

SCHEMA = "arende.schema.json"
"""The schema's file beside the case."""
_MODELINE = f"# yaml-language-server: $schema={SCHEMA}\n"
_STARTERS = Path(__file__).with_name("starters")
_LINES = """kostnad:
  rader:
    - ändamål: "[Skriv vad pengarna går till]"
      belopp: "[Skriv beloppet]"
#     - {ändamål: laddplatser, per_år: {2026: 400 tkr, 2027: 200 tkr}}
#     - {ändamål: hyllor, antal: 40, styckpris: 1 500 kr}"""

_SHOWN = 70
"""Characters that are told of a text without a place."""


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
    known = {fold(word): word for word in KINDS}
    if fold(kind) not in known:
        say(f"fel: Typen {kind} finns inte.\nhjälp: Skriv förslag eller yttrande.")
        return 2
    kind = known[fold(kind)]
    name = "forslag" if kind == "förslag" else "yttrande"
    target = Path(file or f"{name}.yaml")
    if wrong := _wrong(target, kind, from_cost):
        say(f"fel: {wrong[0]}\nhjälp: {wrong[1]}")
        return 2
    try:
        rows = _cost(from_cost) if from_cost else ""
        if from_docx:
            given = {key: (value or "").strip() for key, value in answers.items()}
            text = _MODELINE + _document(from_docx, kind, given) + (f"\n{rows}\n" if rows else "")
        else:
            starter = (_STARTERS / f"{name}.yaml").read_text("utf-8")
            text = _filled(starter, target, _asked(answers), rows or _LINES)
    except _Stopped:
        return 2
    return _write(target, text)


def _cost(file: str) -> str:
    """The cost's lines in the CSV ``file``, as YAML."""
    read = read_case(file)
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
    return "\n".join(["kostnad:", *cost.values()])


def _document(file: str, kind: str, answers: dict[str, str]) -> str:
    """The case that the Word document ``file`` holds, as YAML; what has no place is told."""
    from namndkit.cli.taken import as_yaml
    from namndkit.pipeline.taking import left_over, take

    try:
        outcome = take(Path(file), kind)
    except (OSError, ValueError) as problem:
        message = f"Filen går inte att läsa: {reason(problem)}."
        print_findings((unusable(file, "NK501", message, "Kontrollera sökvägen."),), ())
        raise _Stopped from None
    if outcome.value is None:
        print_findings(outcome.diagnostics, ())
        raise _Stopped
    lost = left_over(outcome.value)
    if lost:
        say("Det här fick ingen plats och står som kommentarer sist i ärendet:")
    for place, text in lost:
        say(f"  {place}: {text[:_SHOWN]}{'…' if len(text) > _SHOWN else ''}")
    return as_yaml(outcome.value, kind, Path(file).name, answers)


def _wrong(target: Path, kind: str, from_cost: str | None) -> tuple[str, str] | None:
    """What is wrong with the command line, and the remedy."""
    if target.exists():
        return f"{target} finns redan. Inget skrevs.", "Välj ett annat namn."
    if target.suffix not in (".yaml", ".yml"):
        return f"{target} slutar inte på .yaml.", "Ge filen ett namn som slutar på .yaml."
    if from_cost and kind != "förslag":
        return "Ett yttrande har ingen kostnad.", "Ta bort --from-cost."
    return None


def _asked(answers: dict[str, str | None]) -> dict[str, str]:
    """The ``answers``, asked for where they are missing and there is somebody to ask."""
    questions = {"titel": "Titel", "nämnd": "Nämnd", "diarienummer": "Diarienummer (får vara tomt)"}
    found: dict[str, str] = {}
    for name, question in questions.items():
        given = answers.get(name)
        if given is None and sys.stdin is not None and sys.stdin.isatty():
            print(f"{question}: ", end="", file=sys.stderr, flush=True)
            given = sys.stdin.readline()
        found[name] = (given or "").strip()
    return found


def _filled(text: str, target: Path, answers: dict[str, str], rows: str) -> str:
    number = answers["diarienummer"]
    values = {
        "{titel}": quoted(answers["titel"] or "[Skriv titeln]"),
        "{nämnd}": quoted(answers["nämnd"] or "[Skriv nämndens namn]"),
        "{diarienummer}": f"diarienummer: {quoted(number)}"
        if number
        else "# diarienummer: SN-2026-123",
        "{datum}": date.today().isoformat(),
        "{fil}": target.name,
        "{kostnad}": rows,
    }
    for place, value in values.items():
        text = text.replace(place, value)
    return _MODELINE + text


def _write(target: Path, text: str) -> int:
    """Write the case, and the schema beside it unless there is one; never over anything."""
    schema = target.with_name(SCHEMA)
    problem, both = None, f"{target}"
    if not schema.exists():
        both = f"{target}, och {SCHEMA} för redigeringsprogram"
        data = json.dumps(case_schema(), ensure_ascii=False, indent=2) + "\n"
        problem = write_document(data.encode(), schema)
    if target.exists():  # somebody has written it while the questions were answered
        problem = unusable(str(target), "NK502", "Filen finns redan.", "Välj ett annat namn.")
    problem = problem or write_document(text.encode(), target)
    if problem:
        print_findings((problem,), ())
        return 2
    say(f"Skrev {both}.")
    say(f"Fyll i det som står inom hakparentes. Kontrollera sedan: namndkit validate {target}")
    return 0
