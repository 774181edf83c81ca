"""Every error that the models can raise, worded for someone who has never seen YAML."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from namndkit.case import numbers
from namndkit.case.days import day_meant
from namndkit.case.kind import either
from namndkit.case.shown import Details, shown
from namndkit.case.unknown import form, unknown_key
from namndkit.values.case.glossary import nearest
from namndkit.values.case.part import Extra, Fields, Part
from namndkit.values.case.role import Nothing
from namndkit.values.diagnostic import Diagnostic, Fix, error
from namndkit.values.kind import Format
from namndkit.values.node import Mapping, Node, Scalar
from namndkit.values.position import Position
from namndkit.values.quoted import quoted

Said = tuple[str, str, str] | tuple[str, str, str, str]
"""The code, the message and the remedy; and the text to write instead, when there is just one."""
Sentence = Callable[[Details], Said]
_PAIRS = re.compile(
    r"\{\s*[\w -]+: [^\[\]{}\"'#&*!|>%@`:]+(?:, [\w -]+: [^\[\]{}\"'#&*!|>%@`:]+)*\}"
)
"""Keys with plain values between braces, which YAML reads as such without quotation marks."""
_NEEDS_QUOTES = re.compile(r":(?:\s|$)|\s#|[,\[\]{}\n]")
"""What a text cannot hold without quotation marks round it."""


def diagnose(problem: Any, form: Format) -> Diagnostic:
    """The diagnostic for one entry of pydantic's ``ValidationError.errors()``."""
    value = problem["input"]
    if problem["type"] == "missing":
        return _missing(value, str(problem["loc"][-1]), form)
    if isinstance(value, Extra):
        return unknown_key(value, form)
    details: Details = problem["ctx"]
    node: Node = details["node"]
    code, message, hint, *written = SENTENCES[problem["type"]](details)
    place = _trimmed(node)
    found = error(node.position, code, message, hint)
    return replace(found, fixes=tuple(Fix(place, text) for text in written))


def _trimmed(node: Node) -> Position:
    """Where ``node`` stands, without the blanks after a list or keys with values."""
    raw = node.source.text[node.start : node.end].rstrip()
    return node.source.position(node.start, node.start + len(raw))


def _missing(fields: Fields, name: str, form: Format) -> Diagnostic:
    node = fields.node
    place = (
        node.entries[0].key.position
        if isinstance(node, Mapping) and node.entries
        else node.position
    )
    waiting = fields.get(name)
    if isinstance(waiting, Nothing):
        message = f"Nyckeln ”{name}” kan inte vara {shown(waiting.node)}: här måste något stå."
        return error(waiting.node.position, "NK106", message, f"Skriv {name}: …")
    if isinstance(waiting, Scalar):  # a place to fill in stands there
        message = f"Värdet för ”{name}” måste vara ifyllt, också i ett utkast."
        return error(waiting.position, "NK202", message, "Fyll i värdet.")
    value = either(form.names) if name == "typ" else "…"
    if key := fields.empty.get(name):
        hint = f"Skriv värdet efter kolonet: {name}: {value}"
        return error(key.position, "NK106", f"Nyckeln ”{name}” står här utan värde.", hint)
    return error(
        place, "NK106", f"Nyckeln ”{name}” saknas här.", f"Lägg till en rad: {name}: {value}"
    )


def _mapping(details: Details) -> tuple[str, str, str]:
    part: type[Part] = details["part"]
    message = (
        f"Här väntades flera uppgifter med var sin nyckel, men det står {shown(details['node'])}."
    )
    return "NK107", message, f"Skriv uppgifterna på egna, indragna rader: {form(part)}"


def _pairs_as_text(details: Details) -> Said:
    """``handläggare: "{namn: Ada Ek}"``: keys with values that have become a text."""
    text = details["node"].text.strip()
    message = f"{shown(details['node'])} läses som en text, inte som nycklar med värden."
    if ":" not in text:
        name = text.strip("{} ")
        return "NK107", message, f"Ta bort klamrarna: {name}", name
    if text.startswith("{"):
        hint = "Ta bort citattecknen runt klamrarna."
        return (
            ("NK107", message, hint, text) if _PAIRS.fullmatch(text) else ("NK107", message, hint)
        )
    key, _, rest = text.partition(":")
    written = f"{key}: {rest.strip()}"
    return "NK107", message, f"Skriv ett vanligt mellanslag efter kolonet: {written}", written


def _bracketed(node: Node) -> Said | None:
    """``titel: [Ange titel]``: a text that YAML reads as a list or a block."""
    raw = node.source.text[node.start : node.end].rstrip()
    if "\n" in raw or not raw:
        return None
    before = node.source.line(node.position.line)[: node.position.column - 1].strip()
    written = quoted(raw)
    if isinstance(node, Mapping) and before.endswith(("-", "[", ",")) and raw[0] != "{":
        message = "Ett kolon följt av mellanslag mitt i en text läses som en ny nyckel."
        return "NK107", message, f"Sätt citattecken runt texten: {written}", written
    if not raw.startswith(("[", "{")):
        return None
    what = "en lista" if raw[0] == "[" else "nycklar med värden"
    message = f"En text som börjar med {raw[0]} läses som {what}."
    return "NK107", message, f"Sätt citattecken runt texten: {written}", written


def _scalar(details: Details) -> Said:
    if bracketed := _bracketed(details["node"]):
        return bracketed
    message = f"Här väntades {details['wanted']}, men det står {shown(details['node'])}."
    return (
        "NK107",
        message,
        "Skriv värdet på samma rad som nyckeln. En text på flera rader börjar med ”|”.",
    )


def _empty(details: Details) -> tuple[str, str, str]:
    return (
        "NK113",
        f"Här väntades {details['wanted']}, men det står ingenting.",
        "Fyll i värdet eller ta bort raden.",
    )


def _list_for_text(_: Details) -> tuple[str, str, str]:
    hint = (
        "Sätt ”|” efter nyckeln; då blir raderna under den en text, och ”- ” en punktlista i den."
    )
    return "NK107", "Här väntades en text, men det står en lista.", hint


def _choice(details: Details) -> tuple[str, str, str]:
    choices: tuple[str, ...] = details["words"]
    near = nearest(details["node"].text, choices)
    message = f"{shown(details['node'])} är inget av de ord som kan stå här: {', '.join(choices)}."
    return "NK108", message, f"Menade du ”{near}”?" if near else "Välj ett av orden."


def _yes_no(details: Details) -> tuple[str, str, str]:
    return (
        "NK108",
        f"Här väntades ja eller nej, men det står {shown(details['node'])}.",
        "Skriv ja eller nej.",
    )


def _bare_yes(details: Details) -> tuple[str, str, str]:
    message = f"{shown(details['node'])} säger inte vem det gäller, och skulle skrivas ut så."
    who = '[{av: namn, text: "motivering"}]'
    hint = f"Skriv inga, kompletteras i efterhand, eller vem och varför: {who}"
    return "NK108", message, hint


def _date(details: Details) -> Said:
    message = f"{shown(details['node'])} går inte att läsa som ett datum."
    meant = day_meant(details["node"].text)
    if meant:
        return "NK114", message, f"Skriv {meant.isoformat()}.", meant.isoformat()
    return "NK114", message, "Skriv år, månad och dag, till exempel 2022-10-14."


def _no_such_day(details: Details) -> tuple[str, str, str]:
    return (
        "NK114",
        f"Dagen {shown(details['node'])} finns inte i kalendern.",
        "Rätta dagen eller månaden.",
    )


def _none_word(details: Details) -> tuple[str, str, str]:
    node: Scalar = details["node"]
    message = f"{shown(node)} kan betyda att det inte finns något, eller vara texten själv."
    word = node.text.strip()
    return (
        "NK107",
        message,
        f"Skriv en hel mening, eller ”{word}.” med punkt. Annars: ta bort raden.",
    )


def _headings(details: Details) -> tuple[str, str, str]:
    message = f"Här väntades en rubrik för varje del, men det står {shown(details['node'])}."
    return "NK107", message, "Skriv en rad för varje, indragen: skickas_till: Beslutet skickas till"


def _kind_name(details: Details) -> tuple[str, str, str]:
    message = f"{shown(details['node'])} kan inte vara ett namn."
    return "NK115", message, "Skriv bokstäver och siffror; en nyckel med små bokstäver och _."


def _own_keys(details: Details) -> tuple[str, str, str]:
    message = f"Här väntades nycklar, men det står {shown(details['node'])}."
    hint = "Skriv en rad för varje: min_nyckel: {värde: lång text, beskrivning: Vad som ska stå}"
    return "NK107", message, hint


def _number_example(details: Details) -> tuple[str, str, str]:
    message = f"{shown(details['node'])} är inget exempel på ett diarienummer."
    return "NK115", message, "Skriv ett av nämndens egna nummer, till exempel SN-2026-101."


def _quoted(details: Details) -> Said:
    bare: str = details["bare"]
    message = "Citattecknen runt hela värdet är tecken i det och skulle skrivas ut."
    if bare[:1].isalnum() and not _NEEDS_QUOTES.search(bare):
        return "NK125", message, f"Ta bort dem: {bare}", bare
    written = quoted(bare)
    return "NK125", message, f"Byt dem mot raka citattecken: {written}", written


SENTENCES: dict[str, Sentence] = {
    "mapping": _mapping,
    "pairs_as_text": _pairs_as_text,
    "scalar": _scalar,
    "empty": _empty,
    "list_for_text": _list_for_text,
    "choice": _choice,
    "yes_no": _yes_no,
    "bare_yes": _bare_yes,
    "none_word": _none_word,
    "headings": _headings,
    "kind_name": _kind_name,
    "own_keys": _own_keys,
    "date": _date,
    "no_such_day": _no_such_day,
    "year": numbers.year,
    "number_example": _number_example,
    "years": numbers.years,
    "cut_amount": numbers.cut_amount,
    "year_twice": numbers.year_twice,
    "percent": numbers.percent,
    "paragraph": numbers.paragraph,
    "count": numbers.count,
    "quoted": _quoted,
    "amount": numbers.amount,
}
"""From the kind that a leaf type rejects with to the code, the sentence and the remedy."""
