"""NK130, NK131: keys and words that are understood, but have other names in the handbook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from namndkit.case.documents import own_documents
from namndkit.values.case import Case
from namndkit.values.case.glossary import fold
from namndkit.values.case.part import Part, walk, words
from namndkit.values.diagnostic import Diagnostic, Fix, hint
from namndkit.values.kind import Format
from namndkit.values.node import Mapping, Scalar
from namndkit.values.position import Position
from namndkit.values.text import LongText, Text


def spelling_hints(case: Case, root: Mapping, form: Format) -> Iterator[Diagnostic]:
    """Hints for the keys and choices of a Swedish case (one that begins with ``typ``)."""
    if all(entry.key.text != "typ" for entry in root.entries):
        return
    for entry, kind in own_documents(root, form):
        if entry.key.text != kind.name:
            yield _key_hint(entry.key, kind.name)
    for _path, part in walk((case, *case.egna)):
        if isinstance(part, Part):
            yield from _key_hints(part)
    main = form.kind(case.typ)
    if main and str(case.typ) != main.name:
        yield _word_hint(case.typ.position, case.typ, main.name)
    for _path, value in (leaf for whole in (case, *case.egna) for leaf in whole.blad):
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
            name = words(type(part)).get(fold(key), key)
            if name != key:
                yield _key_hint(entry.key, name)


def _key_hint(key: Scalar, name: str) -> Diagnostic:
    message = f"Nyckeln ”{key.text}” heter ”{name}”."
    found = hint(key.position, "NK130", message, f"Skriv {name}:")
    return replace(found, fixes=(Fix(key.position, name),))
