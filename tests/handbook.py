"""The tables of cases/README.md, made from the models: ``python tests/handbook.py`` writes them anew.

Every field stands there with what it takes, what it means and an example, taken from the cases that
fill every part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from namndkit.values.case import KINDS, Case
from namndkit.values.case.forval import Förval, Logotyp
from namndkit.values.case.part import Part
from namndkit.values.case.shape import Shape, shape

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "cases" / "README.md"
BEGIN, END = "<!-- tabeller: början -->\n", "<!-- tabeller: slut -->\n"
_TYPES = {
    "_text": "kort text",
    "_quotation": "kort text",
    "_long": "lång text",
    "_amount": "belopp",
    "_price": "belopp",
    "_count": "antal",
    "_datum": "datum",
    "_year": "år",
    "_yes_no": "ja eller nej",
    "_percent": "andel",
    "_paragraph": "paragraf",
    "_pattern": "mönster",
}
_FILLED = (
    *sorted((ROOT / "cases").glob("*.yaml")),
    *sorted((ROOT / "src/namndkit/pipeline/sample").glob("*.yaml")),
)
_EXAMPLES = {
    "Case.visa_titel": "nej",
    "Avvikelser.läge": "inga",
    "Beslut.stil": "aktiv",
    "Kostnad.visa": "tabell",
    "Kostnad.enhet": "tkr",
    "Kostnad.visa_summa": "nej",
    "Kostnadsrad.beviljat": "500 tkr",
    "Förval.ledtexter": "ja",
    "Yrkande.nummer": "2",
    "Yrkande.ställningstagande": "instämmer",
    "Yrkande.åtgärd": "redovisas i årsanalysen",
    "Yrkande.klart_senast": "2026-12-31",
    "Yrkande.ansvarig": "avdelningschefen",
    "Fråga.ställningstagande": "instämmer delvis",
    "Förval.mallar": "mallar",
    "Förval.diarienummer_mönster": "MN 2026/101",
    "Förval.enhet": "tkr",
    "Logotyp.bild": "logotyp.png",
    "Logotyp.alternativtext": "Stadens logotyp",
    "Årsbelopp.år": "2026",
    "Årsbelopp.belopp": "400 tkr",
}
"""Examples that none of the cases holds."""


def tables() -> str:
    """All tables, the cases' own fields first and then each part once."""
    shared = set(Case.model_fields)
    parts: list[str] = ["### Alla ärenden\n", *_rows(Case, list(Case.model_fields))]
    for kind, model in KINDS.items():
        own = [name for name in model.model_fields if name not in shared]
        parts += [f"\n### Bara {kind}\n", *_rows(model, own)]
    seen: set[type[Part]] = set()
    for part in _parts((*KINDS.values(), Logotyp)):
        if part not in seen:
            seen.add(part)
            parts += [f"\n### {part.__name__}\n", *_rows(part, list(part.model_fields))]
    own = [name for name in Förval.model_fields if name not in shared]
    common = ", ".join(f"`{name}`" for name in Förval.model_fields if name in shared)
    parts += [f"\n### I namndkit.yaml\n\n{common} som ovan, och:\n", *_rows(Förval, own)]
    return "\n".join(parts) + "\n"


def _rows(part: type[Part], fields: list[str]) -> Iterator[str]:
    yield "| Nyckel | Skrivs som | Vad det är | Exempel |\n|---|---|---|---|"
    for name in fields:
        field = part.model_fields[name]
        must = " **måste finnas**" if field.is_required() else ""
        example = _example(part, name)
        yield f"| `{name}` | {_kind(shape(field))} | {field.description}{must} | {example} |"


def _kind(of: Shape) -> str:
    if of.part is not None:
        link = f"[{of.part.__name__}](#{of.part.__name__.lower()})"
        return f"lista av {link}" if of.many else link
    assert of.leaf is not None
    schema = of.leaf.schema
    named = _TYPES.get(getattr(of.leaf.read, "__name__", ""))
    if named is None and "enum" in schema:
        named = "ett av orden"
    word = named or "kort text"
    return f"lista av {word}" if of.many else word


def _parts(models: tuple[type[Part], ...]) -> Iterator[type[Part]]:
    waiting = list(models)
    seen = set(waiting)
    while waiting:
        model = waiting.pop(0)
        if model not in KINDS.values():
            yield model
        for field in model.model_fields.values():
            inner = shape(field).part
            if inner is not None and inner not in seen:
                seen.add(inner)
                waiting.append(inner)


def _example(part: type[Part], name: str) -> str:
    given = _EXAMPLES.get(f"{part.__name__}.{name}")
    if given is not None:
        return f"`{given}`"
    if shape(part.model_fields[name]).part is not None:
        return ""
    for value in _values(part, name):
        short = " ".join(str(value).split())
        return f"`{short if len(short) <= 40 else f'{short[:37]}…'}`".replace("|", "\\|")
    raise LookupError(f"{part.__name__}.{name} has no example: fill it in a case or above")


def _values(part: type[Part], name: str) -> Iterator[Any]:
    """What the cases hold for ``name`` of ``part``, the first of a list."""
    for path in _FILLED:
        root = yaml.load(
            path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader
        )  # every value a string
        model = KINDS[str(root["typ"])]
        found = [root] if part is Case or part is model else list(_below(root, model, part))
        for one in found:
            value = one.get(name) if isinstance(one, dict) else None
            if isinstance(value, list) and value and isinstance(value[0], str):
                value = value[0]
            if isinstance(value, str) and value.strip():
                yield value


def _below(value: Any, model: type[Part], wanted: type[Part]) -> Iterator[Any]:
    """The mappings below ``value`` (of ``model``) that are of the part ``wanted``."""
    if not isinstance(value, dict) and model.short:
        kind = "list" if isinstance(value, list) else "text"
        short = model.short.get(kind)
        value = {short: value} if short else value
    if isinstance(value, list):
        for one in value:
            yield from _below(one, model, wanted)
    elif isinstance(value, dict):
        if model is wanted:
            yield value
        for name, field in model.model_fields.items():
            inner = shape(field).part
            if inner is not None and name in value:
                yield from _below(value[name], inner, wanted)


def current(text: str) -> str:
    """``text`` with its tables made anew."""
    pattern = re.compile(f"(?<={re.escape(BEGIN)}).*(?={re.escape(END)})", re.DOTALL)
    return pattern.sub(lambda _: tables(), text)


if __name__ == "__main__":
    README.write_text(current(README.read_text(encoding="utf-8")), encoding="utf-8")
