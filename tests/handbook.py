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

from namndkit.pipeline import own_templates, templates_in
from namndkit.values.case import Case
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
_WRITTEN = {"rubriker": "en rubrik för varje nyckel"}
"""Keys that are written in a way of their own."""
TEMPLATES = own_templates()
_OTHER = templates_in(ROOT / "templates" / "tjansteutlatande")
"""The templates of another city, of which only what they add is told."""
_FILLED = (
    *sorted((ROOT / "cases").rglob("*.yaml")),
    ROOT / "src/namndkit/pipeline/sample/allt.yaml",
)
_EXAMPLES = {
    "Case.visa_titel": "nej",
    "Case.visa_huvud": "ja",
    "Case.kommun": "Malmö stad",
    "Förval.stil": "aktiv",
    "Avvikelser.läge": "inga",
    "Beslut.stil": "aktiv",
    "Kostnad.visa": "tabell",
    "Kostnad.enhet": "tkr",
    "Kostnad.visa_summa": "nej",
    "Kostnadsrad.beviljat": "500 tkr",
    "Förval.ledtexter": "ja",
    "Rekommendation.inledning": "Rekommendation 2 och 3 hänger ihop.",
    "Yrkande.inledning": "De två sista yrkandena hänger ihop.",
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
    """All tables, the case's own keys first, then those that some kinds add, and then each part once."""
    parts = ["### Ärendets nycklar\n", *_rows(Case, list(Case.model_fields), printed=True)]
    for form in (TEMPLATES.form, _OTHER.form):
        for kind in form.kinds:
            if kind.keys and (form is TEMPLATES.form or not TEMPLATES.form.kind(kind.name)):
                own = [str(key.namn) for key in kind.keys]
                parts += [f"\n### Bara {kind.name}\n", *_rows(form.model, own)]
    for part in _parts((Case, Logotyp)):
        parts += [f"\n### {part.__name__}\n", *_rows(part, list(part.model_fields))]
    shared = set(Case.model_fields)
    own = [name for name in Förval.model_fields if name not in shared]
    common = ", ".join(f"`{name}`" for name in Förval.model_fields if name in shared)
    parts += [f"\n### I namndkit.yaml\n\n{common} som ovan, och:\n", *_rows(Förval, own)]
    return "\n".join(parts) + "\n"


def _printers(name: str) -> str:
    """The kinds of documents that print the key ``name`` of a case, or are steered by it."""
    kinds = [
        kind.name
        for kind in TEMPLATES.form.kinds
        if TEMPLATES.readings.of(kind.file).asks(name) or name in ("typ", "rubriker")
    ]
    return "alla" if len(kinds) == len(TEMPLATES.form.kinds) else ", ".join(kinds)


def _rows(part: type[Part], fields: list[str], *, printed: bool = False) -> Iterator[str]:
    head, line = ("| Finns i ", "|---") if printed else ("", "")
    yield f"| Nyckel | Skrivs som | Vad det är {head}| Exempel |\n|---|---|---{line}|---|"
    for name in fields:
        field = part.model_fields[name]
        must = " **måste finnas**" if field.is_required() else ""
        where = f"| {_printers(name)} " if printed else ""
        taken = _WRITTEN.get(name) or _kind(shape(field))
        yield f"| `{name}` | {taken} | {field.description}{must} {where}| {_example(part, name)} |"


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
    """Every part below ``models``, and those of them that are no case, each once."""
    waiting = list(models)
    for model in waiting:  # grows while it is walked
        if model is not Case:
            yield model
        for name, field in model.model_fields.items():
            inner = shape(field).part
            if inner is not None and inner not in waiting and name not in _WRITTEN:
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
        found = _documents(root) if issubclass(part, Case) else list(_below(root, Case, part))
        for one in found:
            value = one.get(name) if isinstance(one, dict) else None
            if isinstance(value, list) and value and isinstance(value[0], str):
                value = value[0]
            if isinstance(value, str) and value.strip():
                yield value


def _documents(root: dict[str, Any]) -> list[Any]:
    """``root``, and what stands below it for one of its documents alone."""
    return [root, *(held for key, held in root.items() if TEMPLATES.form.kind(key) and held)]


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
