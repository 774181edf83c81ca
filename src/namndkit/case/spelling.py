"""NK130, NK131: keys and words that are understood, but have other names in the handbook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from namndkit.case.kind import is_known
from namndkit.values.case import Case
from namndkit.values.case.glossary import fold
from namndkit.values.case.part import Part, words
from namndkit.values.diagnostic import Diagnostic, Fix, hint
from namndkit.values.node import Mapping
from namndkit.values.position import Position
from namndkit.values.text import LongText, Text


def spelling_hints(case: Case) -> Iterator[Diagnostic]:
    """Hints for the keys and choices of a Swedish case (one that begins with ``typ``)."""
    node = case.node
    if not isinstance(node, Mapping) or all(entry.key.text != "typ" for entry in node.entries):
        return
    for part in parts(case):
        yield from _key_hints(part)
    if str(case.typ) != case.kind and is_known(case.typ):
        yield _word_hint(case.typ.position, case.typ, case.kind)
    for _path, value in case.blad:
        if isinstance(value, Text) and not isinstance(value, LongText):
            typed = value.node.text.strip()
            if typed != value:
                yield _word_hint(value.position, typed, value)


def _word_hint(place: Position, typed: str, word: str) -> Diagnostic:
    found = hint(place, "NK131", f"”{typed}” skrivs ”{word}”.", f"Skriv {word}.")
    return replace(found, fixes=(Fix(place, str(word)),))


def _key_hints(part: Part) -> Iterator[Diagnostic]:
    node, fields = part.node, type(part).model_fields
    for entry in node.entries if isinstance(node, Mapping) else ():
        key = entry.key.text
        if key not in fields:
            name, place = words(type(part)).get(fold(key), key), entry.key.position
            if name != key:
                found = hint(place, "NK130", f"Nyckeln ”{key}” heter ”{name}”.", f"Skriv {name}:")
                yield replace(found, fixes=(Fix(place, name),))


def parts(value: object) -> Iterator[Part]:
    """``value`` and every part in it."""
    if isinstance(value, Part):
        yield value
        for name in type(value).model_fields:
            yield from parts(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from parts(item)
