"""The text of a new case: a starter with its places, and beside them what the folder already gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from namndkit.cli.written import quoted
from namndkit.values.case import Case
from namndkit.values.case.forval import Förval
from namndkit.values.case.head import EgenNyckel
from namndkit.values.case.shape import shapes
from namndkit.values.kind import Kind, Reading

_STARTERS = Path(__file__).with_name("starters")
_FILES = ("huvud.yaml", "nycklar.yaml")
"""How to use a starter, and every key of the format in the form in which it is used."""
_FORMS = {
    "lång text": "{}: |\n  [Skriv texten]",
    "kort text": '{}: "[Skriv texten]"',
    "ja eller nej": "{}: ja",
    "lista": '{}:\n  - "[Skriv texten]"',
}
"""How a key of a template's own is written, by what it takes."""
_LINE = """  rader:
    - ändamål: "[Skriv vad pengarna går till]"
      belopp: "[Skriv beloppet]\""""
_SUM = '#   summa: "[Skriv summan]" # behövs inte; den kontrolleras mot raderna'
_TEXT = "#   text: |\n#     [Skriv texten]"
_KEY = re.compile(r"(?:# )?(\w+):")


def fill(
    kind: Kind,
    reading: Reading,
    name: str,
    answers: dict[str, str],
    defaults: Förval | None,
    cost: dict[str, str],
) -> str:
    """A new case of ``kind`` for a file called ``name``, with the keys that its template reads, by ``reading``.

    ``answers`` are titel, nämnd and diarienummer, empty where nobody has said; ``cost`` may hold its
    ``rader``, its ``summa`` and its ``text`` as YAML. What ``defaults`` give is told where it would be written.
    """
    given = str(defaults.nämnd) if defaults and defaults.nämnd else ""
    board = " ".join((answers["nämnd"] or given).split())
    number, year = answers["diarienummer"], date.today().year
    values = {
        "typ": kind.name,
        "titel": quoted(answers["titel"] or "[Skriv titeln]"),
        "nämnd": ("# " if given and not answers["nämnd"] else "")
        + f"nämnd: {quoted(answers['nämnd'] or '[Skriv nämndens namn]')}",
        "Nämnden": board[:1].upper() + board[1:] or "Nämnden",
        "diarienummer": f"diarienummer: {quoted(number or '[Diarienummer]')}",
        "datum": date.today().isoformat(),
        "fil": in_shell(name),
        "rader": cost.get("rader") or _LINE,
        "summa": cost.get("summa") or _SUM,
        "kostnadens text": cost.get("text") or _TEXT,
        "ordning": ", ".join(reversed(reading.order[:2])),
        "rubrik": "skickas_till"
        if "skickas_till" in reading.headings
        else next(iter(reading.headings), "bilagor"),
        "år": str(year),
        "nästa år": str(year + 1),
    }
    every = "".join((_STARTERS / file).read_text("utf-8") for file in _FILES)
    filled = re.sub(rf"{{({'|'.join(values)})}}", lambda found: values[found[1]], every)
    if not reading.asks("insatser"):
        filled = re.sub(r"^# +insats: .*\n", "", filled, flags=re.MULTILINE)
    told = defaults.model_fields_set if defaults else set()
    live = {one[0] for one in reading.needs} - told | {"typ", "titel", "nämnd"}
    live |= {"diarienummer"} if number else set()
    live |= {"kostnad"} if cost else set()
    blocks = [*_blocks(filled), *(_own_block(key) for key in kind.keys)]
    text = "\n".join(_written(key, lines, live, reading) for key, lines in blocks)
    text = re.sub(r"\n{3,}", "\n\n", text).rstrip() + "\n"
    return _told(text, defaults) if defaults else text


def _written(key: str, lines: list[str], live: set[str], reading: Reading) -> str:
    """A block of a starter as it stands in a case: live, as a comment, or not at all."""
    if not key or key in live:
        return "\n".join(lines)
    if not reading.holds(key, _needed(key)):
        return ""
    return "\n".join(f"# {line}" if line and line[:1] != "#" else line for line in lines)


def _needed(key: str) -> set[str]:
    """What each part under ``key`` must have."""
    part = shapes(Case)[key].part if key in shapes(Case) else None
    return (
        {name for name, field in part.model_fields.items() if field.is_required()}
        if part
        else set()
    )


def _own_block(key: EgenNyckel) -> tuple[str, list[str]]:
    """The block of a key that the kind adds to the format."""
    return str(key.namn), [
        f"## {key.beskrivning}",
        *_FORMS[str(key.värde)].format(key.namn).split("\n"),
    ]


def in_shell(name: str) -> str:
    """A file's ``name`` as it is typed in a command."""
    return f'"{name}"' if " " in name else name


def _told(text: str, defaults: Förval) -> str:
    """``text`` with every key that ``defaults`` give said to be given; a short value is shown."""
    for key in Förval.model_fields:
        if key not in defaults.model_fields_set:
            continue
        value = getattr(defaults, key)
        line = re.search(rf"^(# +{key}:)(.*)$", text, re.MULTILINE)
        if line:
            example = line[2].partition(" # ")[0]
            shown = f" {quoted(value)}" if isinstance(value, str) else example
            told = f"{line[1]}{shown} # står i namndkit.yaml"
            text = f"{text[: line.start()]}{told}{text[line.end() :]}"
    return text


def with_parts(text: str, parts: dict[str, str], *, leave_out: bool = False) -> str:
    """``text``, a starter, with the YAML of ``parts`` in the places of the keys of the same names.

    With ``leave_out`` other places that wait to be filled in are left out, as comments.
    """
    blocks = ((parts.get(key) if key else None, lines) for key, lines in _blocks(text))
    return "\n".join(part or _waiting(lines, leave_out) for part, lines in blocks)


def _waiting(lines: list[str], leave_out: bool) -> str:
    waits = any("[Skriv" in line for line in lines) and lines[0] != "kostnad:"
    if leave_out and waits and lines[0][:1] != "#":
        lines = [f"# {line}" if line[:1] != "#" else line for line in lines]
    return "\n".join(lines)


def _blocks(text: str) -> Iterator[tuple[str, list[str]]]:
    """A text's lines under their keys, each with the explanation above it; empty lines have none."""
    key, lines = "", list[str]()
    for line in text.split("\n"):
        found = _KEY.match(line)
        if not line or (lines and ((found and key) or (line.startswith("##") and key))):
            if lines:
                yield key, lines
            key, lines = "", []
        if not line:
            yield "", [""]
            continue
        key = found[1] if found else key
        lines.append(line)
    if lines:
        yield key, lines
