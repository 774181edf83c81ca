"""Figures as CSV for a Swedish Excel: semicolons, decimal commas, UTF-8 with a byte order mark."""

from __future__ import annotations

import csv
from typing import TextIO

from namndkit.report.budget.sheets import TOTAL, Account, Row
from namndkit.report.visible import harmless

COLUMNS = ("ärende", "titel", "nämnd", "post", "namn", "kolumn", "kronor", "ungefär")


def write_csv(account: Account, out: TextIO) -> None:
    """One line for each amount; sums over all cases have no ärende.

    A text that a spreadsheet would take for a formula has an apostrophe put before it.
    """
    out.write("\ufeff")
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow(COLUMNS)
    for sheet in account.sheets:
        names = (sheet.path, str(sheet.case.titel), str(sheet.case.nämnd or ""))
        for row in sheet.rows():
            _write(writer, names, row)
    if len(account.sheets) > 1:
        for row in account.rows():
            _write(writer, ("", "", ""), row)


def _write(writer: object, names: tuple[str, str, str], row: Row) -> None:
    for column, amount in row.amounts.items():
        kronor = f"{amount.kronor:.2f}".replace(".", ",")
        kind = "alla ärenden" if row.kind == "summa" and not names[0] else row.kind
        texts = (*names, kind, row.label, "" if column == TOTAL else column)
        writer.writerow((*map(_text, texts), kronor, "ja" if amount.about else ""))  # type: ignore[attr-defined]  # csv's writer has no public type


def _text(text: str) -> str:
    plain = harmless(" ".join(text.split()))
    return f"'{plain}" if plain.startswith(("=", "+", "-", "@", "\t")) else plain
