"""Cost lines from a table: a CSV file with a heading for each column → the lines of a case as YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from namndkit.cli.table import Column, Table, Unreadable, read_table
from namndkit.cli.written import quoted
from namndkit.values.amount import Misread, parse_amount
from namndkit.values.count import parse_count, parse_price
from namndkit.values.formats import NBSP, format_amount

_BARE = re.compile(r"[-−–]?[0-9][0-9 \u00a0\u202f]*(?:,[0-9]+)?")
_NUMBER = " \u00a0\u202f-−–0123456789,."
_ZEROS = re.compile(r"(?<=[0-9]),0+(?= )")
_ORDINARY = re.compile(
    r"(?:[a-zåäö]{2,}(?:ning(?:ar)?|ering(?:ar)?|else(?:r)?|het(?:er)?)|[a-zåäö]*(?:kostnad(?:er)?"
    r"|arbeten?|ledare|personal|material|utrustning|tjänst(?:er)?|lön(?:er)?|hyra|hyror|möbler"
    r"|platser|resor|lokaler?|fordon|inköp|hyllor|böcker|datorer|verktyg|maskiner|licenser|medel))\b"
)
"""A first word that is no name, by its end: the words that lines of a board's cost begin with."""
_AGREES = "Summaraden stämmer med raderna och kom inte med, för summan räknas ut."
_EMPTY = "Summaraden har inga belopp och kom inte med. Summan räknas ut."
_KEPT = "Summaradens belopp står som summa i ärendet, och är ett fel tills det stämmer med raderna."


def lines_of(data: bytes) -> tuple[dict[str, str], list[str]]:
    """The cost in the CSV ``data`` as YAML, and what to say of it; raises Unreadable.

    The YAML is of its ``rader``, and of its ``summa`` when a sum row differs from them.

    The columns are a line's fields, or years; a unit in a heading holds for the numbers below it.
    """
    table = read_table(data)
    other = _other_unit(table)
    typed = [_values(table, *line, other) for line in table.lines]
    rows = [
        {**row, "ändamål": _lowered(row["ändamål"])} if "ändamål" in row else row for row in typed
    ]
    told = [f"Hämtade {len(rows)} {'rad' if len(rows) == 1 else 'rader'}."]
    lowered = [row["ändamål"] for row, old in zip(rows, typed, strict=True) if row != old]
    if lowered:
        names = ", ".join(f"”{name}”" for name in lowered)
        told.append(f"Ändamål läses efter ordet för, och fick därför liten bokstav: {names}.")
    cost = {"rader": "\n".join(["  rader:", *("\n".join(_line(row)) for row in rows)])}
    if table.total:
        differences, stated = _compared(table, _values(table, *table.total, other), rows)
        told += differences
        if stated:
            cost["summa"] = f"  summa: {quoted(stated)}"
            told.append(_KEPT)
    return cost, told


def _values(
    table: Table, number: int, row: tuple[str, ...], other: tuple[str, str] | None
) -> dict[str, str]:
    """A row's cells by field, amounts with their unit; ``other`` is what in the table has another."""
    given = zip(table.columns, row, strict=True)
    return {one.field: _value(one, cell, other, number) for one, cell in given if cell}


def _value(column: Column, cell: str, other: tuple[str, str] | None, number: int) -> str:
    if not column.amount:
        return cell
    bare = _BARE.fullmatch(cell)
    if other and bare and not column.unit and cell.strip("0, "):
        raise Unreadable(
            f"Kolumnen ”{column.heading}” har ingen enhet för {cell}, men {other[0]} har det.",
            f"Skriv rubriken ”{column.plain} ({other[1]})”, eller ”{column.plain} (kr)” om det är kronor.",
        )
    written = _ZEROS.sub("", f"{cell} {column.unit}") if bare and column.unit else cell
    read = _read(written, column.field)
    if isinstance(read, Misread):
        readings = " eller ".join(f"”{one}”" for one in read.readings)
        raise Unreadable(
            f"Rad {number}: ”{cell}” i kolumnen ”{column.heading}” går inte att läsa som ett belopp.",
            f"Skriv {readings or 'bara beloppet, till exempel 1 500 kr'}.",
        )
    return written


def _read(written: str, field: str) -> Decimal | Misread:
    """The kronor of an amount; what a price is of is passed over."""
    read = parse_price(written) if field == "styckpris" else parse_amount(written)
    return read if isinstance(read, Misread) else read[0]


def _other_unit(table: Table) -> tuple[str, str] | None:
    """What in ``table`` names another unit than kronor, and the unit."""
    for at, column in enumerate(table.columns):
        cells = [row[at] for _, row in table.lines] if column.amount else []
        units = [(f"”{column.heading}”", column.unit)] if column.amount else []
        units += [(f"”{cell}”", cell.lstrip(_NUMBER)) for cell in cells]
        for name, unit in units:
            if unit and _read(f"1 {unit}", column.field) not in (1, Misread("unit", (unit,))):
                return name, unit
    return None


def _line(row: dict[str, str]) -> Iterator[str]:
    years = {field: cell for field, cell in row.items() if field.isdigit()}
    parts = [f"{field}: {quoted(cell)}" for field, cell in row.items() if field not in years]
    if years:
        each = ", ".join(f"{year}: {quoted(cell)}" for year, cell in years.items())
        parts.append(f"per_år: {{{each}}}")
    for number, part in enumerate(parts):
        yield f"    {'- ' if number == 0 else '  '}{part}"


def _lowered(purpose: str) -> str:
    """``purpose`` as it is read after the word för; what may be a name is left as it is."""
    lowered = purpose[:1].lower() + purpose[1:]
    ordinary = _ORDINARY.match(lowered)
    next_word = lowered[ordinary.end() :].lstrip() if ordinary else ""
    return lowered if ordinary and not next_word[:1].isupper() else purpose


def _compared(
    table: Table, said: dict[str, str], rows: list[dict[str, str]]
) -> tuple[list[str], str]:
    """What to say of the sum row ``said``, and the whole sum that it states if the lines' is another."""
    summed = [one for one in table.columns if one.amount and one.field != "styckpris"]
    told = [_differs(one, said, rows) for one in summed if one.field in said]
    if not any(told):
        return [_AGREES if told else _EMPTY], ""
    years = [one.field for one in summed if one.year]
    whole = "belopp" in said or (bool(years) and all(year in said for year in years))
    wrong = whole and _kronor(said, "belopp") != _added(rows, "belopp")
    stated = said.get("belopp") or _kr(_kronor(said, "belopp"))
    return [sentence for sentence in told if sentence], stated if wrong else ""


def _differs(column: Column, said: dict[str, str], rows: list[dict[str, str]]) -> str:
    """The sentence that the sum row states another sum than that of the lines; empty when it does not."""
    stated, added = _kronor(said, column.field), _added(rows, column.field)
    where = f"under ”{column.heading}” står {said[column.field]}, men raderna blir {_kr(added)}"
    apart = f"Skillnaden är {_kr(abs(stated - added))}."
    return f"Summaraden stämmer inte: {where}. {apart}" if stated != added else ""


def _added(rows: list[dict[str, str]], field: str) -> Decimal:
    return sum((_kronor(row, field) for row in rows), Decimal(0))


def _kronor(row: dict[str, str], field: str) -> Decimal:
    """The amount under ``field``; the whole line's may be stated by its years, or a count and a price."""
    if field in row:
        read = _read(row[field], field)
        return Decimal(0) if isinstance(read, Misread) else read
    if field != "belopp":
        return Decimal(0)
    count = parse_count(row.get("antal", "0"))
    years = sum((_kronor(row, one) for one in row if one.isdigit()), Decimal(0))
    if years or isinstance(count, Misread):
        return years
    return count * _kronor(row, "styckpris")


def _kr(amount: Decimal) -> str:
    return format_amount(amount, "kr").replace(NBSP, " ")
