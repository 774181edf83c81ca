"""What is said of years, counts, shares and amounts that cannot be read: code, sentence and remedy."""

from __future__ import annotations

import re

from namndkit.case.shown import Details, either, shown
from namndkit.values.amount import Misread


def year(details: Details) -> tuple[str, str, str]:
    """A year that is none."""
    return (
        "NK115",
        f"{shown(details['node'])} är inget årtal.",
        "Skriv årtalet med fyra siffror, till exempel 2026.",
    )


def years(details: Details) -> tuple[str, str, str]:
    """``per_år`` that is no list of years."""
    message = f"Här väntades ett belopp för varje år, men det står {shown(details['node'])}."
    return "NK107", message, "Skriv en rad för varje år, indragen: 2026: 1 mnkr"


def cut_amount(details: Details) -> tuple[str, str, str, str]:
    """An amount whose decimal comma stands between braces, with the amount in quotation marks."""
    whole = f'"{details["node"].text}"'
    message = "Decimalkommat läses som ett komma mellan två nycklar."
    return "NK105", message, f"Sätt citattecken runt beloppet: {details['key']}: {whole}", whole


def year_twice(details: Details) -> tuple[str, str, str]:
    """One year in two spellings."""
    return "NK104", f"Året {shown(details['node'])} finns två gånger.", "Slå ihop beloppen."


def percent(details: Details) -> tuple[str, str, str]:
    """A share that is none."""
    return (
        "NK115",
        f"{shown(details['node'])} är ingen andel i procent.",
        "Skriv till exempel 50 %, 33,5 % eller 1/3.",
    )


def paragraph(details: Details) -> tuple[str, str, str]:
    """A paragraph's number that is none."""
    node = details["node"]
    numbers = re.findall(r"[0-9]+(?: ?[a-zA-Z]\b)?", node.text)
    hint = f"Skriv bara numret{f': {numbers[0]}' if len(numbers) == 1 else ', till exempel 23'}."
    if len(numbers) == 1 and re.sub(r"\W|[0-9]|paragraf|nr", "", node.text.replace(numbers[0], "")):
        hint += " Vems paragraf det är skrivs i en text."
    return "NK115", f"{shown(node)} är inget paragrafnummer.", hint


def count(details: Details) -> tuple[str, str, str]:
    """A count that is none, with what was meant when that can be told."""
    misread: Misread = details["misread"]
    message = f"{shown(details['node'])} går inte att läsa som ett antal."
    for reading in misread.readings:
        return "NK115", message, f"Skriv {reading}."
    hint = "Skriv talet med siffror och vad som räknas, till exempel 24, 2,5 eller 180 elever."
    return "NK115", message, hint


def amount(details: Details) -> tuple[str, str, str]:
    """An amount or a price that is none, or could be several."""
    misread: Misread = details["misread"]
    typed = shown(details["node"])
    written = either(details["node"], misread.readings)
    if misread.kind == "ambiguous":
        return "NK302", f"Beloppet {typed} kan läsas på flera sätt.", f"Skriv {written}."
    if misread.kind == "unit":
        message = f"Enheten {written} i beloppet {typed} är okänd."
        return "NK301", message, "Räkna om beloppet till kronor, tkr eller mnkr, och skriv det."
    if misread.kind == "per":
        per_several = "/" in details["node"].text
        message = f"Priset {typed} går inte att läsa."
        message = f"Priset {typed} gäller inte en av det som räknas." if per_several else message
        return "NK301", message, f"Skriv {written or 'priset för en, till exempel 828 kr/elev'}."
    if misread.kind == "below_ore":
        return (
            "NK301",
            f"Beloppet {typed} är inte hela ören.",
            "Skriv högst två decimaler i kronor.",
        )
    if misread.kind == "too_large":
        return "NK301", f"Beloppet {typed} är orimligt stort.", "Kontrollera talet och enheten."
    return (
        "NK301",
        f"{typed} går inte att läsa som ett belopp.",
        "Skriv till exempel 5 mnkr, 200 tkr eller 471 000 kronor.",
    )
