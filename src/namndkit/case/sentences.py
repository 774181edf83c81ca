"""Every error that the models can raise, worded for someone who has never seen YAML."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from namndkit.case import worked_out
from namndkit.case.kind import either
from namndkit.case.unknown import form, unknown_key
from namndkit.case.worked_out import Details, Said
from namndkit.values.case.part import Extra, Fields
from namndkit.values.case.role import Nothing
from namndkit.values.diagnostic import Diagnostic, Fix, error
from namndkit.values.kind import Format
from namndkit.values.node import Mapping, Node, Scalar


def diagnose(problem: Any, form: Format) -> Diagnostic:
    """The diagnostic for one entry of pydantic's ``ValidationError.errors()``."""
    value = problem["input"]
    if problem["type"] == "missing":
        return _missing(value, str(problem["loc"][-1]), form)
    if isinstance(value, Extra):
        return unknown_key(value, form)
    node: Node = problem["ctx"]["node"]
    said, details = SENTENCES[problem["type"]], details_of(node, problem["ctx"])
    made = said(details) if callable(said) else [text.format_map(details) for text in said]
    code, message, hint, *written = made
    raw = node.source.text[node.start : node.end].rstrip()  # no blanks after a list or a block
    place = node.source.position(node.start, node.start + len(raw))
    found = error(node.position, code, message, hint)
    return replace(found, fixes=tuple(Fix(place, text) for text in written))


def details_of(node: Node, said: Details) -> Details:
    """What a sentence can name: the value as it is shown, its text, and what its leaf type has ``said``."""
    text = node.text.strip() if isinstance(node, Scalar) else ""
    details = {**said, "it": shown(node), "text": text}
    if "readings" in said:
        details["written"] = as_written(node, said["readings"])
    if "part" in said:
        details["keys"] = form(said["part"])
    return details


def _missing(fields: Fields, name: str, form: Format) -> Diagnostic:
    node, waiting = fields.node, fields.get(name)
    if isinstance(waiting, Nothing):
        message = f"Nyckeln ”{name}” kan inte vara {shown(waiting.node)}: här måste något stå."
        return error(waiting.node.position, "NK106", message, f"Skriv {name}: …")
    if isinstance(waiting, Scalar):  # a place to fill in stands there
        message = f"Värdet för ”{name}” måste vara ifyllt, också i ett utkast."
        return error(waiting.position, "NK202", message, "Fyll i värdet.")
    line = f"{name}: {_kind_of(node, form) if name == 'typ' else '…'}"
    if key := fields.empty.get(name):
        message = f"Nyckeln ”{name}” står här utan värde."
        return error(key.position, "NK106", message, f"Skriv värdet efter kolonet: {line}")
    place = node.entries[0].key if isinstance(node, Mapping) and node.entries else node
    message = f"Nyckeln ”{name}” saknas här."
    return error(place.position, "NK106", message, f"Lägg till en rad: {line}")


def _kind_of(node: Node, form: Format) -> str:
    """The kind of document that the keys in ``node`` are most like."""
    keys = (entry.key.text for entry in node.entries) if isinstance(node, Mapping) else ()
    return form.likely(keys) or either(form.names)


def shown(node: Node) -> str:
    """A value as it is named in a sentence."""
    if isinstance(node, Scalar):
        text = " ".join(node.text.split())
        return f"”{text[:40]}…”" if len(text) > 40 else f"”{text}”"
    return "nycklar med värden" if isinstance(node, Mapping) else "en lista"


def as_written(node: Node, texts: tuple[str, ...]) -> str:
    """``texts`` as what to write for ``node``: in straight quotes where braces would part one at a comma."""
    line = node.source.line(node.position.line)[: node.position.column - 1]
    braced = line.count("{") > line.count("}") or line.count("[") > line.count("]")
    bare = isinstance(node, Scalar) and not node.style
    parted = braced and bare and any("," in text for text in texts)
    return " eller ".join(f'"{text}"' if parted else f"”{text}”" for text in texts)


SENTENCES: dict[str, Said | Callable[[Details], Said]] = {
    "mapping": (
        "NK107",
        "Här väntades flera uppgifter med var sin nyckel, men det står {it}.",
        "Skriv uppgifterna på egna, indragna rader: {keys}",
    ),
    "pairs_as_text": worked_out.pairs_as_text,
    "scalar": worked_out.scalar,
    "empty": (
        "NK113",
        "Här väntades {wanted}, men det står ingenting.",
        "Fyll i värdet eller ta bort raden.",
    ),
    "list_for_text": (
        "NK107",
        "Här väntades en text, men det står en lista.",
        "Sätt ”|” efter nyckeln; då blir raderna under den en text, och ”- ” en punktlista i den.",
    ),
    "choice": worked_out.choice,
    "yes_no": ("NK108", "Här väntades ja eller nej, men det står {it}.", "Skriv ja eller nej."),
    "bare_yes": (
        "NK108",
        "{it} säger inte vem det gäller, och skulle skrivas ut så.",
        "Skriv inga, kompletteras i efterhand, eller vem och varför: "
        '[{{av: namn, text: "motivering"}}]',
    ),
    "none_word": (
        "NK107",
        "{it} kan betyda att det inte finns något, eller vara texten själv.",
        "Skriv en hel mening, eller ”{text}.” med punkt. Annars: ta bort raden.",
    ),
    "headings": (
        "NK107",
        "Här väntades en rubrik för varje del, men det står {it}.",
        "Skriv en rad för varje, indragen: skickas_till: Beslutet skickas till",
    ),
    "kind_name": (
        "NK115",
        "{it} kan inte vara ett namn.",
        "Skriv bokstäver och siffror; en nyckel med små bokstäver och _.",
    ),
    "own_keys": (
        "NK107",
        "Här väntades nycklar, men det står {it}.",
        "Skriv en rad för varje: min_nyckel: {{värde: lång text, beskrivning: Vad som ska stå}}",
    ),
    "date": worked_out.date,
    "no_such_day": ("NK114", "Dagen {it} finns inte i kalendern.", "Rätta dagen eller månaden."),
    "year": ("NK115", "{it} är inget årtal.", "Skriv årtalet med fyra siffror, till exempel 2026."),
    "number_example": (
        "NK115",
        "{it} är inget exempel på ett diarienummer.",
        "Skriv ett av nämndens egna nummer, till exempel SN-2026-101.",
    ),
    "years": (
        "NK107",
        "Här väntades ett belopp för varje år, men det står {it}.",
        "Skriv en rad för varje år, indragen: 2026: 1 mnkr",
    ),
    "cut_amount": (
        "NK105",
        "Decimalkommat läses som ett komma mellan två nycklar.",
        'Sätt citattecken runt beloppet: {key}: "{text}"',
        '"{text}"',
    ),
    "year_twice": ("NK104", "Året {it} finns två gånger.", "Slå ihop beloppen."),
    "percent": (
        "NK115",
        "{it} är ingen andel i procent.",
        "Skriv till exempel 50 %, 33,5 % eller 1/3.",
    ),
    "paragraph": worked_out.paragraph,
    "quoted": worked_out.in_marks,
    "count": worked_out.count,
    "per": worked_out.price,
    "ambiguous": ("NK302", "Beloppet {it} kan läsas på flera sätt.", "Skriv {written}."),
    "unit": (
        "NK301",
        "Enheten {written} i beloppet {it} är okänd.",
        "Räkna om beloppet till kronor, tkr eller mnkr, och skriv det.",
    ),
    "below_ore": (
        "NK301",
        "Beloppet {it} är inte hela ören.",
        "Skriv högst två decimaler i kronor.",
    ),
    "too_large": ("NK301", "Beloppet {it} är orimligt stort.", "Kontrollera talet och enheten."),
    "no_amount": (
        "NK301",
        "{it} går inte att läsa som ett belopp.",
        "Skriv till exempel 5 mnkr, 200 tkr eller 471 000 kronor.",
    ),
}
"""From what a leaf type rejects with to what is said, or to what finds that out.

In braces: what ``details_of`` gives.
"""
