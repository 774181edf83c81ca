"""What is said of a value that cannot be read, where that has to be worked out from the value."""

from __future__ import annotations

import re
from typing import Any

from namndkit.case.days import day_meant
from namndkit.values.case.glossary import nearest
from namndkit.values.node import Mapping, Node
from namndkit.values.quoted import quoted

Details = dict[str, Any]
"""What a sentence can name, as ``sentences.details_of`` gives it."""
Said = tuple[str, ...]
"""The code, the message and the remedy; and the text to write instead, when there is just one."""
_PAIRS = re.compile(
    r"\{\s*[\w -]+: [^\[\]{}\"'#&*!|>%@`:]+(?:, [\w -]+: [^\[\]{}\"'#&*!|>%@`:]+)*\}"
)
"""Keys with plain values between braces, which YAML reads as such without quotation marks."""
_NEEDS_QUOTES = re.compile(r":(?:\s|$)|\s#|[,\[\]{}\n]")
"""What a text cannot hold without quotation marks round it."""


def pairs_as_text(details: Details) -> Said:
    """``handläggare: "{namn: Ada Ek}"``: keys with values that have become a text."""
    text = details["text"]
    message = f"{details['it']} läses som en text, inte som nycklar med värden."
    if ":" not in text:
        name = text.strip("{} ")
        return "NK107", message, f"Ta bort klamrarna: {name}", name
    if text.startswith("{"):
        written = (text,) if _PAIRS.fullmatch(text) else ()
        return "NK107", message, "Ta bort citattecknen runt klamrarna.", *written
    key, _, rest = text.partition(":")
    line = f"{key}: {rest.strip()}"
    return "NK107", message, f"Skriv ett vanligt mellanslag efter kolonet: {line}", line


def scalar(details: Details) -> Said:
    """``titel: [Ange titel]``: a text that YAML reads as a list or a block; or something else than a text."""
    node: Node = details["node"]
    raw = node.source.text[node.start : node.end].rstrip()
    before = node.source.line(node.position.line)[: node.position.column - 1].strip()
    inside = isinstance(node, Mapping) and before.endswith(("-", "[", ",")) and raw[:1] != "{"
    if "\n" in raw or not raw or not (inside or raw.startswith(("[", "{"))):
        message = f"Här väntades {details['wanted']}, men det står {details['it']}."
        hint = "Skriv värdet på samma rad som nyckeln. En text på flera rader börjar med ”|”."
        return "NK107", message, hint
    what = "en lista" if raw[0] == "[" else "nycklar med värden"
    message = f"En text som börjar med {raw[0]} läses som {what}."
    if inside:
        message = "Ett kolon följt av mellanslag mitt i en text läses som en ny nyckel."
    return "NK107", message, f"Sätt citattecken runt texten: {quoted(raw)}", quoted(raw)


def choice(details: Details) -> Said:
    """A word that is none of a closed set."""
    choices: tuple[str, ...] = details["words"]
    near = nearest(details["text"], choices)
    message = f"{details['it']} är inget av de ord som kan stå här: {', '.join(choices)}."
    return "NK108", message, f"Menade du ”{near}”?" if near else "Välj ett av orden."


def date(details: Details) -> Said:
    """A date in another form, or none."""
    message = f"{details['it']} går inte att läsa som ett datum."
    if day := day_meant(details["text"]):
        return "NK114", message, f"Skriv {day.isoformat()}.", day.isoformat()
    return "NK114", message, "Skriv år, månad och dag, till exempel 2022-10-14."


def in_marks(details: Details) -> Said:
    """A value with curly quotation marks round the whole of it."""
    bare: str = details["bare"]
    message = "Citattecknen runt hela värdet är tecken i det och skulle skrivas ut."
    if bare[:1].isalnum() and not _NEEDS_QUOTES.search(bare):
        return "NK125", message, f"Ta bort dem: {bare}", bare
    return "NK125", message, f"Byt dem mot raka citattecken: {quoted(bare)}", quoted(bare)


def paragraph(details: Details) -> Said:
    """A paragraph's number that is none."""
    text: str = details["text"]
    numbers = re.findall(r"[0-9]+(?: ?[a-zA-Z]\b)?", text)
    hint = f"Skriv bara numret{f': {numbers[0]}' if len(numbers) == 1 else ', till exempel 23'}."
    if len(numbers) == 1 and re.sub(r"\W|[0-9]|paragraf|nr", "", text.replace(numbers[0], "")):
        hint += " Vems paragraf det är skrivs i en text."
    return "NK115", f"{details['it']} är inget paragrafnummer.", hint


def count(details: Details) -> Said:
    """A count that is none, with what was meant when that can be told."""
    hint = "talet med siffror och vad som räknas, till exempel 24, 2,5 eller 180 elever"
    meant = next(iter(details["readings"]), hint)
    return "NK115", f"{details['it']} går inte att läsa som ett antal.", f"Skriv {meant}."


def price(details: Details) -> Said:
    """The price of no one thing."""
    several = "/" in details["text"]
    fault = "gäller inte en av det som räknas" if several else "går inte att läsa"
    meant = details["written"] or "priset för en, till exempel 828 kr/elev"
    return "NK301", f"Priset {details['it']} {fault}.", f"Skriv {meant}."
