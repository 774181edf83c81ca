"""``namndkit new``: a case to fill in, with the parts in the document's order and comments."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

from namndkit.cli.costs import Unreadable, lines_of, quoted
from namndkit.cli.files import read_case, unusable, write_document
from namndkit.report import print_findings, say
from namndkit.schema import case_schema
from namndkit.values.case import KINDS
from namndkit.values.case.glossary import fold

SCHEMA = "arende.schema.json"
"""The schema's file beside the case."""
_MODELINE = f"# yaml-language-server: $schema={SCHEMA}\n"
_STARTERS = Path(__file__).with_name("starters")
_LINES = """# kostnad:
#   rader:
#     - {ändamål: utbildning av förare, belopp: 150 tusen kronor}
#     - {ändamål: laddplatser, per_år: {2026: 400 tkr, 2027: 200 tkr}}"""


def run(
    kind: str,
    file: str | None,
    *,
    answers: dict[str, str | None],
    from_cost: str | None,
) -> int:
    """Write a case of ``kind`` to ``file``; ``answers`` are the title, the board and the number."""
    known = {fold(word): word for word in KINDS}
    if fold(kind) not in known:
        say(f"fel: Typen {kind} finns inte.\nhjälp: Skriv förslag eller yttrande.")
        return 2
    name = "forslag" if known[fold(kind)] == "förslag" else "yttrande"
    target = Path(file or f"{name}.yaml")
    if wrong := _wrong(target, known[fold(kind)], from_cost):
        say(f"fel: {wrong[0]}\nhjälp: {wrong[1]}")
        return 2
    rows = _LINES
    if from_cost:
        read = read_case(from_cost)
        if read.value is None:
            print_findings(read.diagnostics, ())
            return 2
        try:
            rows, taken = lines_of(read.value)
        except Unreadable as problem:
            say(f"fel: {problem}\nhjälp: Spara tabellen som CSV, med rubriker på första raden.")
            return 2
        rows = f"kostnad:\n{rows}"
        say(f"Hämtade {taken}.")
    text = _filled((_STARTERS / f"{name}.yaml").read_text("utf-8"), target, _asked(answers), rows)
    return _write(target, text)


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
    problem = None
    if not schema.exists():
        data = json.dumps(case_schema(), ensure_ascii=False, indent=2) + "\n"
        problem = write_document(data.encode(), schema)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with open(target, "x", encoding="utf-8", newline="\n") as out:
            out.write(text)
    except FileExistsError:
        problem = unusable(str(target), "NK502", "Filen finns redan.", "Välj ett annat namn.")
    except (OSError, ValueError) as trouble:
        from namndkit.cli.files import unwritable

        problem = unwritable(target, trouble)
    if problem:
        print_findings((problem,), ())
        return 2
    say(
        f"Skrev {target}. Fyll i det som står inom hakparentes, och kontrollera med namndkit validate {target}"
    )
    return 0
