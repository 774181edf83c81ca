"""Every error that the models can raise, worded for someone who has never seen YAML."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from namndkit.case.days import day_meant
from namndkit.case.unknown import form, unknown_key
from namndkit.values.amount import Misread
from namndkit.values.case.glossary import nearest
from namndkit.values.case.part import Extra, Fields, Part
from namndkit.values.diagnostic import Diagnostic, error
from namndkit.values.node import Mapping, Node, Scalar

Details = dict[str, Any]
Sentence = Callable[[Details], tuple[str, str, str]]


def diagnose(problem: Any) -> Diagnostic:
    """The diagnostic for one entry of pydantic's ``ValidationError.errors()``."""
    value = problem["input"]
    if problem["type"] == "missing":
        return _missing(value, str(problem["loc"][-1]))
    if isinstance(value, Extra):
        return unknown_key(value)
    details: Details = problem["ctx"]
    node: Node = details["node"]
    code, message, hint = SENTENCES[problem["type"]](details)
    return error(node.position, code, message, hint)


def _missing(fields: Fields, name: str) -> Diagnostic:
    node = fields.node
    place = (
        node.entries[0].key.position
        if isinstance(node, Mapping) and node.entries
        else node.position
    )
    if name in fields:  # a place to fill in stands there
        message = f"Värdet för ”{name}” måste vara ifyllt, också i ett utkast."
        return error(place, "NK202", message, "Fyll i värdet.")
    return error(place, "NK106", f"Nyckeln ”{name}” saknas här.", f"Lägg till en rad: {name}: …")


def _shown(node: Node) -> str:
    """A value as it is named in a sentence."""
    if isinstance(node, Scalar):
        text = " ".join(node.text.split())
        return f"”{text[:40]}…”" if len(text) > 40 else f"”{text}”"
    return "nycklar med värden" if isinstance(node, Mapping) else "en lista"


def _mapping(details: Details) -> tuple[str, str, str]:
    part: type[Part] = details["part"]
    message = (
        f"Här väntades flera uppgifter med var sin nyckel, men det står {_shown(details['node'])}."
    )
    return "NK107", message, f"Skriv uppgifterna på egna, indragna rader: {form(part)}"


def _pairs_as_text(details: Details) -> tuple[str, str, str]:
    """``handläggare: "{namn: Ada Ek}"``: keys with values that have become a text."""
    text = details["node"].text.strip()
    message = f"{_shown(details['node'])} läses som en text, inte som nycklar med värden."
    if ":" not in text:
        return "NK107", message, f"Ta bort klamrarna: {text.strip('{} ')}"
    if text.startswith("{"):
        return "NK107", message, "Ta bort citattecknen runt klamrarna."
    key, _, rest = text.partition(":")
    return "NK107", message, f"Skriv ett vanligt mellanslag efter kolonet: {key}: {rest.strip()}"


def _bracketed(node: Node) -> tuple[str, str, str] | None:
    """``titel: [Ange titel]``: a text that YAML reads as a list or a block."""
    raw = node.source.text[node.start : node.end].rstrip()
    if "\n" in raw or not raw:
        return None
    before = node.source.line(node.position.line)[: node.position.column - 1].strip()
    if isinstance(node, Mapping) and before == "-" and raw[0] != "{" and '"' not in raw:
        message = "Ett kolon följt av mellanslag mitt i en text läses som en ny nyckel."
        return "NK107", message, f'Sätt citattecken runt texten: "{raw}"'
    if not raw.startswith(("[", "{")):
        return None
    what = "en lista" if raw[0] == "[" else "nycklar med värden"
    message = f"En text som börjar med {raw[0]} läses som {what}."
    return "NK107", message, f'Sätt citattecken runt texten: "{raw}"'


def _scalar(details: Details) -> tuple[str, str, str]:
    if bracketed := _bracketed(details["node"]):
        return bracketed
    message = f"Här väntades {details['wanted']}, men det står {_shown(details['node'])}."
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
    message = f"{_shown(details['node'])} är inget av de ord som kan stå här: {', '.join(choices)}."
    return "NK108", message, f"Menade du ”{near}”?" if near else "Välj ett av orden."


def _yes_no(details: Details) -> tuple[str, str, str]:
    return (
        "NK108",
        f"Här väntades ja eller nej, men det står {_shown(details['node'])}.",
        "Skriv ja eller nej.",
    )


def _bare_yes(details: Details) -> tuple[str, str, str]:
    message = f"{_shown(details['node'])} säger inte vem det gäller, och skulle skrivas ut så."
    who = '[{av: namn, text: "motivering"}]'
    hint = f"Skriv inga, kompletteras i efterhand, eller vem och varför: {who}"
    return "NK108", message, hint


def _date(details: Details) -> tuple[str, str, str]:
    message = f"{_shown(details['node'])} går inte att läsa som ett datum."
    meant = day_meant(details["node"].text)
    if meant:
        return "NK114", message, f"Skriv {meant.isoformat()}."
    return "NK114", message, "Skriv år, månad och dag, till exempel 2022-10-14."


def _no_such_day(details: Details) -> tuple[str, str, str]:
    return (
        "NK114",
        f"Dagen {_shown(details['node'])} finns inte i kalendern.",
        "Rätta dagen eller månaden.",
    )


def _year(details: Details) -> tuple[str, str, str]:
    return (
        "NK115",
        f"{_shown(details['node'])} är inget årtal.",
        "Skriv årtalet med fyra siffror, till exempel 2026.",
    )


def _pattern(details: Details) -> tuple[str, str, str]:
    message = f"{_shown(details['node'])} är inget reguljärt uttryck."
    return "NK115", message, "Skriv till exempel [A-ZÅÄÖ]{2,5}-[0-9]{4}-[0-9]{1,5}"


def _years(details: Details) -> tuple[str, str, str]:
    message = f"Här väntades ett belopp för varje år, men det står {_shown(details['node'])}."
    return "NK107", message, "Skriv en rad för varje år, indragen: 2026: 1 mnkr"


def _year_twice(details: Details) -> tuple[str, str, str]:
    return "NK104", f"Året {_shown(details['node'])} finns två gånger.", "Slå ihop beloppen."


def _percent(details: Details) -> tuple[str, str, str]:
    return (
        "NK115",
        f"{_shown(details['node'])} är ingen andel i procent.",
        "Skriv till exempel 50 %, 33,5 % eller 1/3.",
    )


def _paragraph(details: Details) -> tuple[str, str, str]:
    node = details["node"]
    numbers = re.findall(r"[0-9]+(?: ?[a-z]\b)?", node.text)
    written = f": {numbers[0]}" if len(numbers) == 1 else ", till exempel 23"
    return "NK115", f"{_shown(node)} är inget paragrafnummer.", f"Skriv bara numret{written}."


def _count(details: Details) -> tuple[str, str, str]:
    return (
        "NK115",
        f"{_shown(details['node'])} är inget antal.",
        "Skriv talet med siffror, till exempel 24, 2,5 eller 180 elever.",
    )


def _amount(details: Details) -> tuple[str, str, str]:
    misread: Misread = details["misread"]
    shown = _shown(details["node"])
    either = " eller ".join(f"”{reading}”" for reading in misread.readings)
    if misread.kind == "ambiguous":
        return "NK302", f"Beloppet {shown} kan läsas på flera sätt.", f"Skriv {either}."
    if misread.kind == "unit":
        return (
            "NK301",
            f"Enheten {either} i beloppet {shown} är okänd.",
            "Skriv kronor, tkr eller mnkr efter talet.",
        )
    if misread.kind == "below_ore":
        return (
            "NK301",
            f"Beloppet {shown} är inte hela ören.",
            "Skriv högst två decimaler i kronor.",
        )
    if misread.kind == "too_large":
        return "NK301", f"Beloppet {shown} är orimligt stort.", "Kontrollera talet och enheten."
    return (
        "NK301",
        f"{shown} går inte att läsa som ett belopp.",
        "Skriv till exempel 5 mnkr, 200 tkr eller 471 000 kronor.",
    )


SENTENCES: dict[str, Sentence] = {
    "mapping": _mapping,
    "pairs_as_text": _pairs_as_text,
    "scalar": _scalar,
    "empty": _empty,
    "list_for_text": _list_for_text,
    "choice": _choice,
    "yes_no": _yes_no,
    "bare_yes": _bare_yes,
    "date": _date,
    "no_such_day": _no_such_day,
    "year": _year,
    "pattern": _pattern,
    "years": _years,
    "year_twice": _year_twice,
    "percent": _percent,
    "paragraph": _paragraph,
    "count": _count,
    "amount": _amount,
}
"""From the kind that a leaf type rejects with to the code, the sentence and the remedy."""
