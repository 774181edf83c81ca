"""NK201, NK205, NK243: what the templates ask the case for in vain.

Nothing here knows a kind of document: what a document needs is what its template asks for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from namndkit.case import either
from namndkit.pipeline.papers import Paper, errors_in, is_wrong
from namndkit.values.case.glossary import fold
from namndkit.values.case.part import NONE, is_empty, is_none, words
from namndkit.values.case.shape import Shape, shapes
from namndkit.values.diagnostic import Diagnostic, error, warning
from namndkit.values.node import Entry, Mapping, Node, Scalar
from namndkit.values.position import Position
from namndkit.values.worded import Asked


def lacking(
    paper: Paper, main: Paper, told: Collection[Position], *, alone: bool
) -> Iterator[Diagnostic]:
    """What the template of ``paper`` needs or usually has, and the case does not give.

    A part with an error in it lacks what it lacks because of that. What the ``main`` paper lacks too is
    told of that, unless this one is wanted ``alone``. ``told`` is where errors are told of already.
    """
    wrong = errors_in(paper)
    known = set() if alone or paper is main or not main.worded else {*main.worded.asked}
    for one in paper.worded.asked if paper.worded else ():
        if one in known or (one.part is not None and is_wrong(one.part, wrong)):
            continue
        if one.how == "too deep" and one.part is not None:
            message = "Avsnittet ligger så djupt att det inte finns någon rubriknivå kvar."
            yield error(one.part.position, "NK205", message, "Flytta upp avsnittet en nivå.")
        elif finding := _lacking(one, paper, [*told, *wrong]):
            yield finding


def _lacking(asked: Asked, paper: Paper, wrong: list[Position]) -> Diagnostic | None:
    known = words(type(paper.case)) if asked.part is None else {}
    one = replace(asked, keys=tuple(known.get(fold(key), key) for key in asked.keys))
    nodes = _mappings(one, paper)
    there = list(_standing(nodes, one.keys))
    said = next((entry for entry in there if is_none(entry.value)), None)
    given = [entry for entry in there if not (is_empty(entry.value) or is_none(entry.value))]
    if given:
        return _left_open(one, given, paper, wrong)
    names = f"”{'” eller ”'.join(one.keys)}”"
    where = "här" if one.part is not None else f"i ärendets {paper.kind.name}"
    forms = either(tuple(f"{key}: {_form(key, one, paper)}" for key in one.keys))
    inside = _under(paper) if one.part is None and paper.own else ""
    beside = f" på samma nivå som {_first(nodes)}." if one.part is not None and nodes else ""
    hint = f"Lägg till nyckeln {forms}{beside or inside}"
    if one.short and isinstance(one.part, Scalar):
        hint = f"Skriv på egna, indragna rader {one.short}: {one.part.text} och {forms}"
    place = said.value.position if said else _place(one, paper)
    if said and one.how == "must":
        word = said.value.text if isinstance(said.value, Scalar) else ""
        message = (
            f"Dokumentet behöver ”{said.key.text}”, men här står ”{word}”, som lämnar det tomt."
        )
        hint = f"Skriv värdet efter kolonet: {said.key.text}: {_form(said.key.text, one, paper)}"
        return replace(error(place, "NK201", message, hint), draftable=True)
    if one.how == "must" and there:  # the key stands there, with nothing after it
        key = there[0].key
        hint = f"Skriv värdet efter kolonet: {key.text}: {_form(key.text, one, paper)}"
        found = error(key.position, "NK201", f"Nyckeln ”{key.text}” står här utan värde.", hint)
        return replace(found, draftable=True)
    if one.how == "must":
        return replace(error(place, "NK201", f"{names} saknas {where}.", hint), draftable=True)
    return None if said else warning(place, "NK243", f"{names} brukar stå {where}.", hint)


def _under(paper: Paper) -> str:
    """Where what the document alone says is written: its name may have only ``ja`` after it."""
    node = paper.own.node if paper.own else None
    instead = isinstance(node, Mapping) and len(node.entries) == 1
    return (
        f" under {paper.kind.name}, i stället för ja." if instead else f" under {paper.kind.name}."
    )


def _left_open(
    one: Asked, given: list[Entry], paper: Paper, wrong: list[Position]
) -> Diagnostic | None:
    """A gap for what stands in the case: nothing where that is wrong in another way, and told; else the template's fault."""
    if one.how != "must" or any(is_wrong(entry.value, wrong) for entry in given):
        return None
    key = given[0].key
    asked = ", ".join(f'"{name}"' for name in one.keys)
    message = f"”{key.text}” står här, men {paper.kind.file} skriver att det saknas."
    hint = f"Rätta mallen: saknas({asked}) ska bara stå där när inget av det finns."
    return replace(error(key.position, "NK201", message, hint), draftable=True)


def _mappings(one: Asked, paper: Paper) -> list[Mapping]:
    """Where the keys that are asked for could stand: in the part, or in the document's own and the common values."""
    own = (paper.own.node,) if paper.own else ()
    nodes: tuple[Node, ...] = (one.part,) if one.part is not None else (*own, paper.case.node)
    return [node for node in nodes if isinstance(node, Mapping)]


def _standing(nodes: list[Mapping], keys: tuple[str, ...]) -> Iterator[Entry]:
    """What stands under ``keys``; a document's own word for none goes before what is common."""
    left_out: set[str] = set()
    for node in nodes:
        found = [entry for entry in node.entries if _is_one(entry, keys)]
        yield from (entry for entry in found if fold(entry.key.text) not in left_out)
        left_out |= {fold(entry.key.text) for entry in found if is_none(entry.value)}


def _is_one(entry: Entry, keys: tuple[str, ...]) -> bool:
    return fold(entry.key.text) in {fold(key) for key in keys}


def _first(nodes: list[Mapping]) -> str:
    return nodes[0].entries[0].key.text if nodes[0].entries else ""


def _place(one: Asked, paper: Paper) -> Position:
    """The value that is told of, or the first key of the part; of the case the document's own name, or its first key."""
    if one.beside is not None:
        return one.beside.position
    node = one.part or (paper.own or paper.case).node
    first = node.entries[0].key if isinstance(node, Mapping) and node.entries else node
    return first.position


def _form(key: str, one: Asked, paper: Paper) -> str:
    """How the least of what stands under ``key`` is written."""
    model = type(paper.case)
    name = words(model).get(fold(key)) if one.part is None else None
    return form_of(shapes(model)[name]) if name else "…"


def form_of(taken: Shape) -> str:
    """How the least of what a field takes is written: ``…``, ``[…]`` or ``[{rubrik: …}]``."""
    part = taken.part
    if part is None:
        words = taken.leaf.schema.get("examples") if taken.leaf else None
        one = either(tuple(map(str, words))) if isinstance(words, list) else "…"
        return f"[{one}]" if taken.many else one
    text = part.short.get("text")
    leaf = shapes(part)[text].leaf if text else None
    if leaf and leaf.takes_none:
        return NONE
    listed = part.short.get("list")
    if listed:
        return form_of(shapes(part)[listed])
    needed = [name for name, field in part.model_fields.items() if field.is_required()]
    form = (
        "…" if part.short.get("text") else part.form or ", ".join(f"{name}: …" for name in needed)
    )
    held = form if form == "…" else f"{{{form}}}"
    return f"[{held}]" if taken.many else held
