"""A case parted in what its documents have in common and what each of them says for itself alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from namndkit.values.case import Case
from namndkit.values.case.glossary import fold
from namndkit.values.case.part import changed, is_empty, is_none, named, words
from namndkit.values.case.scalars import NO, YES
from namndkit.values.diagnostic import Diagnostic, error
from namndkit.values.kind import Format, Kind
from namndkit.values.node import Entry, Mapping, Node, Scalar


def own_kind(entry: Entry, form: Format) -> Kind | None:
    """The kind of document that ``entry`` of a case is about; None for a key that is a field.

    A field may be called as a kind is (``yttrande``): then the kind is meant when keys stand below it.
    """
    kind = form.kind(entry.key.text)
    is_field = fold(entry.key.text) in words(form.model)
    held = isinstance(entry.value, Mapping) and entry.value.entries
    return kind if kind and (held or not is_field) else None


def own_documents(root: Mapping, form: Format) -> list[tuple[Entry, Kind]]:
    """The entries of ``root`` that are about one document each, with the kind of that document."""
    return [(entry, kind) for entry in root.entries if (kind := own_kind(entry, form))]


def parted(root: Mapping, form: Format) -> tuple[Mapping, tuple[Mapping, ...]]:
    """What ``root`` says in common, and what it says for each other document, as a case of its ``typ``."""
    own = own_documents(root, form)
    if not own:
        return root, ()
    theirs = {id(entry) for entry, _ in own}
    common = replace(root, entries=tuple(one for one in root.entries if id(one) not in theirs))
    return common, tuple(part for entry, kind in own if (part := _own(entry, kind)))


def _own(entry: Entry, kind: Kind) -> Mapping | None:
    """What ``entry`` says for the document of ``kind``; nothing with ``ja``, and None with ``nej``."""
    key, value = entry.key, entry.value
    typ = Entry(named(key, "typ"), named(key, kind.name))
    if isinstance(value, Mapping) and value.entries:
        return Mapping(key.source, key.start, value.end, (typ, *value.entries))
    return Mapping(key.source, key.start, value.end, (typ,)) if _word(value) in YES else None


def _word(value: Node) -> str:
    return value.text.strip().casefold() if isinstance(value, Scalar) else ""


def unread(root: Mapping, form: Format) -> Iterator[Diagnostic]:
    """Keys that name a document with a text below, which says nothing of it, or name it twice."""
    seen: dict[str, Entry] = {}
    for entry, kind in own_documents(root, form):
        first = seen.setdefault(kind.name, entry)
        if first is not entry and first.key.text != entry.key.text:
            message = f"”{entry.key.text}” är samma nyckel som ”{first.key.text}” på rad {first.key.position.line}."
            hint = "Ta bort den ena eller slå ihop dem."
            yield error(entry.key.position, "NK104", message, hint)
        value = entry.value
        for one in value.entries if isinstance(value, Mapping) else ():
            if words(form.model).get(fold(one.key.text)) == "typ":
                message = f"Nyckeln ”{one.key.text}” behövs inte här: dokumentet är ett slag redan."
                yield error(one.key.position, "NK105", message, "Ta bort raden.")
        known = isinstance(value, Mapping) or is_empty(value) or is_none(value)
        if not known and _word(value) not in YES + NO:
            message = f"Under ”{kind.name}” skrivs det som bara gäller det dokumentet, med nycklar."
            hint = f"Skriv till exempel titel: … på en egen, indragen rad, eller {kind.name}: ja."
            yield error(value.position, "NK107", message, hint)


def document_of(case: Case, own: Case | None, kind: Kind, *, main: bool) -> Case:
    """The case as the document of ``kind`` says it: the common values, and ``own`` in their place.

    ``main`` is true for the document that ``typ`` of the case names.
    """
    given = {name: getattr(own, name) for name in own.model_fields_set} if own else {}
    ordered = given.get("ordning", case.ordning)
    known = words(type(case))
    given["ordning"] = tuple(type(key).of(key.node, _name(key, known)) for key in ordered)
    common = () if own and "rubriker" in own.utelämnat else case.rubriker
    given["rubriker"] = tuple(
        changed(one, {"nyckel": type(one.nyckel).of(one.nyckel.node, _name(one.nyckel, known))})
        for one in (*given.get("rubriker", ()), *common)
    )
    typ = (own or case).typ
    made = changed(case, {**given, "typ": type(typ).of(typ.node, kind.name)})
    made._eget = tuple({*(case.model_fields_set if main else ()), *given})
    return made


def _name(key: str, known: dict[str, str]) -> str:
    """The field that ``key`` is a spelling of, or itself."""
    return known.get(fold(key), str(key))
