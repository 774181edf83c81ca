"""Cost lines from a table: a CSV file with a heading for each column → the lines of a case as YAML."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from namndkit.values.amount import Misread, parse_amount
from namndkit.values.case.glossary import fold
from namndkit.values.case.kostnad import Kostnadsrad
from namndkit.values.case.part import words

_YEAR = re.compile("(?:19|20|21)[0-9]{2}")
_AMOUNTS = ("belopp", "sökt", "egen", "beviljat", "styckpris")
_TOTALS = ("summa", "totalt", "total")
_PLAIN = re.compile(r"[^\W\d_][\w %./()–-]*[\w%)]|[0-9][0-9 ]*(?: [a-zåäö]+){0,2}")
"""A value that YAML reads as it stands, with no sign that means something to it."""
_BARE = re.compile(r"[-−–]?[0-9][0-9 \u00a0\u202f]*(?:,[0-9]+)?")
_UNIT = re.compile(r"\((?:belopp i |i )?(?P<unit>[^)]*)\)")


class Unreadable(Exception):
    """Why a table cannot be used, in a Swedish sentence."""


def lines_of(data: bytes) -> tuple[str, str]:
    """The YAML of the cost lines in the CSV ``data``, and what was taken in words; raises Unreadable.

    The columns are a line's fields, or years; a unit in a heading holds for the numbers below it. A
    last row that begins with Summa is left out.
    """
    rows = [row for row in _rows(data) if any(cell.strip() for cell in row)]
    if len(rows) < 2:
        raise Unreadable("Tabellen har inga rader.")
    heads = [_field(cell) for cell in rows[0]]
    units = _units(heads, rows[0])
    summed = len(rows) > 2 and fold(rows[-1][0]) in _TOTALS
    body = rows[1:-1] if summed else rows[1:]
    lines = [_line(heads, units, row, number) for number, row in enumerate(body, 2)]
    taken = f"{len(lines)} {'rad' if len(lines) == 1 else 'rader'}"
    told = f"{taken}; summaraden kom inte med, för summan räknas ut" if summed else taken
    return "\n".join(["  rader:", *lines]), told


def _rows(data: bytes) -> list[list[str]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252")  # how Excel in Swedish saves CSV
    first = text.partition("\n")[0]
    separator = max(";\t,", key=first.count)
    return list(csv.reader(io.StringIO(text), delimiter=separator))


def _field(heading: str) -> str:
    """The field that a column's heading means."""
    plain = heading.partition("(")[0].strip()
    if _YEAR.fullmatch(plain):
        return plain
    field = words(Kostnadsrad).get(fold(plain))
    if field is None:
        known = (
            "ändamål, belopp, insats, slag, varaktighet, konto, sökt, egen, antal, styckpris och år"
        )
        raise Unreadable(
            f"Kolumnen ”{heading}” går inte att tolka. Kolumner som går bra är {known}."
        )
    return field


def _units(heads: list[str], headings: list[str]) -> list[str]:
    """The unit that each column's heading names; one beside the purposes holds for all columns."""
    found = []
    for heading in headings:
        named = _UNIT.search(heading)
        unit = named["unit"].strip() if named else ""
        if unit and isinstance(parse_amount(f"1 {unit}"), Misread):
            raise Unreadable(f"Enheten i kolumnen ”{heading}” går inte att tolka.")
        found.append(unit)
    common = next((unit for head, unit in zip(heads, found, strict=True) if head == "ändamål"), "")
    return [unit or common for unit in found]


def _line(heads: list[str], units: list[str], row: list[str], number: int) -> str:
    if len(row) > len(heads) and any(cell.strip() for cell in row[len(heads) :]):
        raise Unreadable(f"Rad {number} har fler kolumner än rubrikraden.")
    cells = []
    for head, unit, cell in zip(heads, units, map(str.strip, row), strict=False):
        amount = head in _AMOUNTS or _YEAR.fullmatch(head)
        written = f"{cell} {unit}" if amount and unit and _BARE.fullmatch(cell) else cell
        if cell and amount and isinstance(parse_amount(written), Misread):
            raise Unreadable(f"Rad {number}: ”{cell}” går inte att läsa som ett belopp.")
        cells += [(head, written)] if cell else []
    years = ", ".join(f"{head}: {quoted(cell)}" for head, cell in cells if _YEAR.fullmatch(head))
    parts = [f"{head}: {quoted(cell)}" for head, cell in cells if not _YEAR.fullmatch(head)]
    parts += [f"per_år: {{{years}}}"] if years else []
    return "\n".join(_indented(parts))


def _indented(parts: list[str]) -> Iterator[str]:
    for number, part in enumerate(parts):
        yield f"    {'- ' if number == 0 else '  '}{part}"


def quoted(text: str) -> str:
    """``text`` as a value in YAML, quoted unless it is plainly a text or a whole number."""
    if _PLAIN.fullmatch(text) and ": " not in text and " #" not in text and "," not in text:
        return text
    escaped = (
        text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    )
    return f'"{escaped}"'
