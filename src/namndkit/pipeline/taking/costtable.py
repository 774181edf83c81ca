"""Tables of costs and of sources as namndkit prints them → lines, their sums held against them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from namndkit.pipeline.taking.sums import NoCost, amount
from namndkit.pipeline.taking.tables import Tabled
from namndkit.pipeline.taking.taken import Value

_UNIT = re.compile(r"(?:Ändamål \(belopp i|Belopp \() ?(\w+)\)")
_FIELDS = {"Sökt": "sökt", "Egen del": "egen", "Beviljat": "beviljat", "Utan år": "utan år"}
_TOTALS = re.compile(r"Totalt|Belopp \(\w+\)")
_NONE = "–"
_SHARE = re.compile(r"(.+?) \(([\d,/]+(?:\s(?:%|procent))?)\)")


def lines_of(table: Tabled) -> tuple[list[dict[str, Value]], dict[str, Decimal], str]:
    """The lines of a table of costs, the sums of its columns, and its unit; the sums are empty without a row for them."""
    header, *rows = [[para.text for para in row] for row in table.rows()]
    found = [one for cell in header if (one := _UNIT.fullmatch(cell))]
    if len(found) != 1 or any(len(row) != len(header) for row in rows):
        raise NoCost
    unit = found[0][1]
    columns = [_column(cell) for cell in header[1:]]
    summed = bool(rows) and rows[-1][0] == "Summa"
    read = [[_cell(cell, unit) for cell in row[1:]] for row in rows]
    body = read[:-1] if summed else read
    for line in body:
        _hold_row(line, columns)
    totals = dict(zip(columns, read[-1], strict=True)) if summed else {}
    for number, name in enumerate(columns if summed else ()):
        if sum((line[number] for line in body), Decimal(0)) != totals[name]:
            raise NoCost
    lines = [_line(row, columns, unit) for row, _ in zip(rows, body, strict=False)]
    return lines, totals, unit


def _column(heading: str) -> str:
    if heading.isdigit():
        return heading
    if _TOTALS.fullmatch(heading):
        return "belopp"
    if heading not in _FIELDS:
        raise NoCost
    return _FIELDS[heading]


def _cell(text: str, unit: str) -> Decimal:
    if text == _NONE:
        return Decimal(0)
    read = amount(f"{text} {unit}")
    if read is None:
        raise NoCost
    return read


def _hold_row(line: list[Decimal], columns: list[str]) -> None:
    """A row's total is that of its years."""
    years = [
        one for one, name in zip(line, columns, strict=True) if name.isdigit() or name == "utan år"
    ]
    total = line[columns.index("belopp")]
    if years and sum(years, Decimal(0)) != total:
        raise NoCost


def _line(row: list[str], columns: list[str], unit: str) -> dict[str, Value]:
    cells = {
        name: f"{cell} {unit}" for name, cell in zip(columns, row[1:], strict=True) if cell != _NONE
    }
    made: dict[str, Value] = {"ändamål": _lowered(row[0])}
    years: dict[str, Value] = {name: cell for name, cell in cells.items() if name.isdigit()}
    if years:
        made["per_år"] = years
    else:
        made["belopp"] = cells["belopp"]
    shares: list[str] = [name for name in ("sökt", "beviljat") if name in cells]
    if "sökt" not in cells and "egen" in cells:
        shares.append("egen")
    return {**made, **{name: cells[name] for name in shares}}


def _lowered(purpose: str) -> str:
    """A purpose as it is read after ``för``: a table gives it a capital letter."""
    first, second = purpose[:1], purpose[1:2]
    return first.lower() + purpose[1:] if second.islower() else purpose


def sources_of(table: Tabled) -> Iterator[dict[str, Value]]:
    """The sources of a table of financing."""
    header, *rows = [[para.text for para in row] for row in table.rows()]
    found = _UNIT.fullmatch(header[-1])
    if header[0] != "Källa" or len(header) != 2 or found is None:
        raise NoCost
    total = Decimal(0)
    for row in rows:
        cell = _cell(row[1], found[1])
        if row[0] == "Summa":
            if cell != total:
                raise NoCost
            return
        total += cell
        shared = _SHARE.fullmatch(row[0])
        named: dict[str, Value] = {"källa": shared[1] if shared else row[0]}
        if shared:
            named["andel"] = shared[2]
        yield {**named, "belopp": f"{row[1]} {found[1]}"}
