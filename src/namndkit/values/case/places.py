"""Where the keys of the format belong: which part has a key, and which keys lead to that part."""

from __future__ import annotations

from functools import cache, lru_cache

from namndkit.values.case.arende import Case
from namndkit.values.case.forval import Förval
from namndkit.values.case.glossary import fold
from namndkit.values.case.part import Part, words
from namndkit.values.case.role import Role
from namndkit.values.case.shape import shape

ROOTS: tuple[type[Part], ...] = (Case, Förval)
"""The parts that a file as a whole can be."""
Keys = tuple[str, ...]


@cache
def below(root: type[Part]) -> tuple[tuple[Keys, type[Part]], ...]:
    """``root`` and every part below it, each with the keys that lead to it, the nearest first."""
    found: list[tuple[Keys, type[Part]]] = [((), root)]
    for keys, part in found:  # grows while it is walked
        for name, field in part.model_fields.items():
            inner = shape(field).part
            if inner and name not in keys:
                found.append(((*keys, name), inner))
    return tuple(found)


@cache
def places(root: type[Part], name: str) -> tuple[Keys, ...]:
    """The keys that lead from ``root`` to each part that has the field ``name``, the nearest first."""
    return tuple(keys for keys, part in below(root) if name in part.model_fields)


@lru_cache(maxsize=4096)
def fields_named(word: str) -> tuple[tuple[type[Part], str], ...]:
    """Each part that has a field of which ``word`` is a spelling, with that field, the outermost first."""
    parts = (part for root in ROOTS for _, part in below(root))
    found = ((part, words(part).get(fold(word))) for part in parts)
    return tuple((part, name) for part, name in found if name)


def is_key(word: str) -> bool:
    """True when some part of the format has the key ``word``, in any of its spellings."""
    return bool(fields_named(word))


def field_named(word: str) -> str | None:
    """The field that ``word`` is a spelling of in some part, the outermost first."""
    return next((name for _, name in fields_named(word)), None)


def fits(word: str, under: str | None) -> bool:
    """True when the key ``word`` can stand below the key ``under``, or outermost in a case for None."""
    return part_with(word, under) is not None


def part_with(word: str, under: str | None) -> type[Part] | None:
    """The part below the key ``under`` (outermost in a case for None) that has the key ``word``.

    Below a key that the format does not have, a document of the case is meant, with the keys of a case.
    """
    wanted = fold(under) if under and is_key(under) else None
    for root in ROOTS:
        for keys, part in below(root):
            last = fold(keys[-1]) if keys else None
            if last == wanted and (found := _having(part, word)):
                return found
    return None


def _having(part: type[Part], word: str) -> type[Part] | None:
    """``part``, or what an item of the list is that stands for it, where that has the key ``word``."""
    listed = part.short.get("list")
    item = shape(part.model_fields[listed]).part if listed else None
    return next((one for one in (part, item) if one and fold(word) in words(one)), None)


def text_of(part: type[Part]) -> str | None:
    """The field of ``part`` that a lone text is meant as: the one it stands for, or the only one needed."""
    needed = [name for name, field in part.model_fields.items() if field.is_required()]
    return part.short.get("text") or (needed[0] if len(needed) == 1 else None)


def takes_many(word: str) -> bool:
    """True when the key ``word`` takes a list in some part."""
    return any(
        shape(part.model_fields[name]).many or _takes_texts(part, name)
        for part, name in fields_named(word)
    )


def takes_long(word: str) -> bool:
    """True when the key ``word`` takes a long text in some part."""
    leaves = (shape(part.model_fields[name]).leaf for part, name in fields_named(word))
    return any(leaf is not None and leaf.role is Role.RUNNING for leaf in leaves)


def takes_part(word: str) -> bool:
    """True when the key ``word`` holds keys with values in some part."""
    return any(shape(part.model_fields[name]).part for part, name in fields_named(word))


@cache
def list_keys() -> frozenset[str]:
    """The folded keys that take a list of short texts wherever they stand."""
    lists, others = set[str](), set[str]()
    for _, part in (one for root in ROOTS for one in below(root)):
        for word, name in words(part).items():
            (lists if _takes_texts(part, name) else others).add(word)
    return frozenset(lists - others)


def _takes_texts(part: type[Part], name: str) -> bool:
    """True when the field ``name`` is a list of which a bare text can be an item."""
    taken = shape(part.model_fields[name])
    short = taken.part.short.get("text") if taken.part else None
    if taken.many:
        return taken.leaf is not None or short is not None
    return bool(taken.part and short and shape(taken.part.model_fields[short]).many)
