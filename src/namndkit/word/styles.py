"""The contract between the tree and the Word file: which style each role is laid out in.

Styles go by name, ignoring case: Word in Swedish and LibreOffice give them other ids.
"""

from __future__ import annotations

PARAGRAPH_STYLES: dict[str, str] = {
    "brödtext": "Body Text",
    "efter tabell": "Efter tabell",
    "titel": "Title",
    "diarienummer": "Diarienummer",
    "rubrik 1": "heading 1",
    "rubrik 2": "heading 2",
    "rubrik 3": "heading 3",
    "rubrik 4": "heading 4",
    "rekommendation": "Rekommendation",
    "beslutsfras": "Beslutsfras",
    "att-sats": "Att-sats",
    "citat": "Quote",
    "huvud": "Huvud",
    "huvudetikett": "Huvudetikett",
    "mottagare": "Mottagare",
    "uppgift": "Uppgift",
    "signaturroll": "Signaturroll",
    "signaturnamn": "Signaturnamn",
    "signaturnamn-utan-utrymme": "Signaturnamn utan utrymme",
    "signaturroll-efter-namn": "Signaturroll efter namn",
    "avslutning": "Avslutning",
    "sidfot": "footer",
    "utkast": "Utkast",
    "lista": "List Bullet",
    "lista 1.": "List Number",
    "lista 1)": "Numrerad parentes",
    "lista a)": "Bokstavslista",
    "lista fortsättning": "List Continue",
    "tabellrubrik": "Tabellrubrik",
    "tabellrubrikbelopp": "Tabellrubrik belopp",
    "tabelltext": "Tabelltext",
    "tabellbelopp": "Tabellbelopp",
    "tabellsumma": "Tabellsumma",
    "tabellsummabelopp": "Tabellsummabelopp",
}
"""From the role of a paragraph to the name of its style."""

CHARACTER_STYLES: dict[str, str] = {
    "strong": "Strong",
    "emphasis": "Emphasis",
    "link": "Hyperlink",
    "lucka": "Lucka",
}
"""From the role of a span to the name of its style."""

TABLE_STYLES: dict[str, str] = {"tabell": "Nämndtabell", "spalter": "Spalter"}
"""From the kind of table to the name of its style."""

LIST_STYLES: tuple[str, ...] = tuple(
    PARAGRAPH_STYLES[role] for role in ("lista", "lista 1.", "lista 1)", "lista a)")
)
"""The styles that must have a bullet or a numbering."""

SWEDISH: dict[str, str] = {
    "Body Text": "Brödtext",
    "Title": "Rubrik",
    "heading 1": "Rubrik 1",
    "heading 2": "Rubrik 2",
    "heading 3": "Rubrik 3",
    "heading 4": "Rubrik 4",
    "Quote": "Citat",
    "footer": "Sidfot",
    "List Bullet": "Punktlista",
    "List Number": "Numrerad lista",
    "List Continue": "Listfortsättning",
    "Strong": "Stark",
    "Emphasis": "Betoning",
    "Hyperlink": "Hyperlänk",
}
"""What Word in Swedish calls its own styles."""

STYLES: tuple[str, ...] = tuple({**PARAGRAPH_STYLES, **CHARACTER_STYLES, **TABLE_STYLES}.values())
"""Every style that a Word template must have."""
