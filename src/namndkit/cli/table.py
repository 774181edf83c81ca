"""A table of cost lines in a CSV file: its columns with their fields and units, its lines and its sum."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from namndkit.values.amount import Misread, parse_amount
from namndkit.values.case.glossary import fold
from namndkit.values.case.kostnad import Kostnadsrad
from namndkit.values.case.part import words
from namndkit.values.text import NOT_XML

AMOUNTS = ("belopp", "sökt", "egen", "beviljat", "styckpris")
"""The fields of a cost line that are amounts; years are too."""
_NESTED = ("per_år", "delar", "varav")
_YEAR = re.compile("(?:19|20|21)[0-9]{2}")
_SUM = re.compile(r"(?:del|total)?summa\b.*|total(?:t|er)?\b.*")
_UNIT = re.compile(r"\((?:belopp i |i )?(?P<unit>[^)]*)\)")
_SIGNATURES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How files of Excel begin, the newer and the older."""
_KNOWN = (
    "Kolumner som går bra är Ändamål, Belopp (tkr), årtal som 2026 (tkr), Antal, Styckpris, Sökt, "
    "Egen, Beviljat, Insats, Slag, Varaktighet, Konto, Prisnivå, Reserv och År."
)


_LARGEST = 2_000_000
_MOST_ROWS = 10_000
"""Bytes and rows of a table: what a case may be, and more lines than any has."""
_SMALLER = "Slå ihop rader som hör samman, eller dela tabellen på flera ärenden."


class Unreadable(Exception):
    """Why a table cannot be used, in a Swedish sentence, and the ``remedy``."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem)
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its ``heading``, the ``field`` of a line (or the year) that it means, its ``unit``."""

    heading: str
    field: str
    unit: str

    @property
    def year(self) -> bool:
        """True when the column holds the amounts of a year."""
        return bool(_YEAR.fullmatch(self.field))

    @property
    def amount(self) -> bool:
        """True when the column holds amounts."""
        return self.field in AMOUNTS or self.year

    @property
    def plain(self) -> str:
        """The heading without its unit."""
        return self.heading.partition("(")[0].strip()


@dataclass(frozen=True, slots=True)
class Table:
    """The ``columns``, the ``lines`` with their numbers in the file, and the last line if it is the sum."""

    columns: tuple[Column, ...]
    lines: tuple[tuple[int, tuple[str, ...]], ...]
    total: tuple[int, tuple[str, ...]] | None


def read_table(data: bytes) -> Table:
    """The table in the CSV ``data``; raises Unreadable when it cannot be read for certain."""
    rows = [
        (number, [" ".join(cell.split()) for cell in row])
        for number, row in _bounded(data)
        if any(cell.strip() for cell in row)
    ]
    if len(rows) < 2:
        raise Unreadable(
            "Tabellen har inga rader.",
            "Skriv rubrikerna på första raden, till exempel Ändamål;Belopp (tkr), och en rad för varje kostnad.",
        )
    (_, headings), *below = rows
    if not any(map(_field, headings)):
        raise Unreadable(
            f"Första raden har inga rubriker som går att tolka. {_KNOWN}",
            "Låt tabellens första rad vara rubrikerna, till exempel Ändamål;Belopp (tkr).",
        )
    used = _used(headings, below)
    columns = _columns(headings, used, below)
    cells = [[row[at] if at < len(row) else "" for at in used] for _, row in below]
    lines = [(number, tuple(row)) for (number, _), row in zip(below, cells, strict=True)]
    purpose = next(at for at, column in enumerate(columns) if column.field == "ändamål")
    summed = len(lines) > 1 and bool(_SUM.fullmatch(_name(lines[-1][1], purpose)))
    body = lines[:-1] if summed else lines
    for number, row in body:
        if _SUM.fullmatch(_name(row, purpose)):
            raise Unreadable(
                f"Rad {number} ser ut som en summa mitt i tabellen och skulle räknas två gånger.",
                "Ta bort raden. Summor räknas ut.",
            )
    return Table(columns, tuple(body), lines[-1] if summed else None)


def _name(row: tuple[str, ...], purpose: int) -> str:
    """What a line is called: its purpose, or the first that it holds."""
    return (row[purpose] or next(cell for cell in row if cell)).strip(" :").lower()


def _bounded(data: bytes) -> Iterator[tuple[int, list[str]]]:
    """The rows with their numbers; a table that is too large is refused whole, never cut."""
    if len(data) > _LARGEST:
        raise Unreadable("Filen är större än 2 MB, och så stort får ett ärende inte bli.", _SMALLER)
    for number, row in enumerate(_rows(data), 1):
        if number > _MOST_ROWS + 1:  # and one of headings
            raise Unreadable("Tabellen har fler än 10 000 rader.", _SMALLER)
        yield number, row


def _rows(data: bytes) -> Iterator[list[str]]:
    if data.startswith(_SIGNATURES):
        raise Unreadable(
            "Det är en Excel-fil, inte en CSV-fil.",
            "Öppna filen i Excel, välj Spara som och filtypen CSV, och ange den nya filen.",
        )
    try:
        text = _text(data).replace("\r\n", "\n").replace("\r", "\n")
        if unseen := NOT_XML.search(text):
            row, sign = text.count("\n", 0, unseen.start()) + 1, ord(unseen.group())
            raise Unreadable(
                f"Rad {row} innehåller ett tecken som inte syns och inte kan skrivas (U+{sign:04X}).",
                "Ta bort tecknet, eller öppna tabellen i Excel och spara den på nytt som CSV.",
            )
        first = text.lstrip("\r\n").partition("\n")[0]
        separator = max(";\t,", key=first.count)
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    except (UnicodeDecodeError, csv.Error):
        raise Unreadable(
            "Filen går inte att läsa som en tabell i text.",
            "Öppna tabellen i Excel, och välj Spara som och filtypen CSV.",
        ) from None


def _text(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")  # what Excel calls Unicode-text
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")  # how Excel in Swedish saves CSV


def _used(headings: list[str], below: list[tuple[int, list[str]]]) -> list[int]:
    """The columns that hold something; each has a heading."""
    bare = [
        (at, number)
        for number, row in below
        for at, cell in enumerate(row)
        if cell and not (at < len(headings) and headings[at])
    ]
    if bare:
        at, number = min(bare)
        raise Unreadable(
            f"Rad {number} har något i kolumn {at + 1}, som inte har någon rubrik.",
            "Skriv en rubrik över kolumnen på första raden, eller ta bort kolumnen.",
        )
    return [at for at, heading in enumerate(headings) if heading]


def _columns(
    every: list[str], used: list[int], below: list[tuple[int, list[str]]]
) -> tuple[Column, ...]:
    headings = [every[at] for at in used]
    fields = [_field(heading) for heading in headings]
    first: dict[str, str] = {}
    for at, heading, field in zip(used, headings, fields, strict=True):
        if not field:
            values = [row[at] for _, row in below if at < len(row) and row[at]]
            problem = f"Kolumnen ”{heading}” går inte att tolka. {_KNOWN}"
            raise Unreadable(problem, _rename(heading, fields, values))
        if field in first:
            raise Unreadable(
                f"Kolumnerna ”{first[field]}” och ”{heading}” betyder samma sak.",
                "Ta bort den ena.",
            )
        first[field] = heading
    if "ändamål" not in fields:
        raise Unreadable(
            "Tabellen har ingen kolumn som säger vad pengarna går till.",
            "Skriv rubriken Ändamål över en kolumn med det.",
        )
    units = [_unit(heading) for heading in headings]
    common = units[fields.index("ändamål")]
    return tuple(map(Column, headings, fields, (unit or common for unit in units)))


def _field(heading: str) -> str:
    """The field that a column's heading means; empty when it means none."""
    plain = heading.partition("(")[0].strip()
    if _YEAR.fullmatch(plain):
        return plain
    field = words(Kostnadsrad).get(fold(plain), "")
    return "" if field in _NESTED else field


def _rename(heading: str, fields: list[str], values: list[str]) -> str:
    """What to do with a column that means nothing: what it holds decides what it may be called."""
    numbers = all(not isinstance(parse_amount(value), Misread) for value in values)
    name = "Belopp" if numbers else "Ändamål"
    remove = f"Ta bort kolumnen ”{heading}”."
    if not values:
        return remove
    stated = any(field == "belopp" or _YEAR.fullmatch(field) for field in fields)
    if stated if numbers else "ändamål" in fields:
        return f"{remove} Summor räknas ut." if _SUM.fullmatch(fold(heading)) else remove
    _, bracket, unit = heading.partition("(")
    name += f" {bracket}{unit}" if numbers and bracket else ""
    return f"Döp om kolumnen ”{heading}” till ”{name}”, eller ta bort den."


def _unit(heading: str) -> str:
    """The unit that a heading names."""
    named = _UNIT.search(heading)
    unit = named["unit"].strip() if named else ""
    if unit and isinstance(parse_amount(f"1 {unit}"), Misread):
        raise Unreadable(
            f"Enheten i kolumnen ”{heading}” går inte att tolka.",
            "Skriv kr, tkr eller mnkr inom parentesen, till exempel Belopp (tkr).",
        )
    return unit
