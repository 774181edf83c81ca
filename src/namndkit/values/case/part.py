"""How a mapping in the file becomes a part of a case: keys understood, places kept.

The pydantic models are fed with nodes, not plain values: every leaf type is ours and parses the raw
text (pydantic's own coercion reads ``no`` as False and ``0417`` as 417), and every error carries
the node that it is about.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, ClassVar, Self, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    ModelWrapValidatorHandler,
    PrivateAttr,
    model_validator,
)
from pydantic_core import PydanticUseDefault

from namndkit.values.case.glossary import fold, lexicon
from namndkit.values.case.role import Nothing, reject
from namndkit.values.case.shape import shapes
from namndkit.values.node import Entry, Mapping, Node, Scalar, Sequence
from namndkit.values.position import Position

T = TypeVar("T")
P = TypeVar("P", bound="Part")
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Extra:
    """A key that ``part`` does not have, or (``first`` given) has already under another spelling.

    ``among`` is the mapping that it stands in.
    """

    entry: Entry
    part: type[Part]
    first: Entry | None
    among: Mapping


class Fields(dict[str, object]):
    """The entries of ``node`` under the names of the fields of ``part``.

    ``empty`` are the keys that stand there without a value.
    """

    def __init__(self, node: Node, part: type[Part]) -> None:
        super().__init__()
        self.node, self.part = node, part
        self.empty: dict[str, Scalar] = {}


class Part(BaseModel):
    """A part of a case that is written as a mapping. Immutable; knows the node it was made from.

    ``short`` names the field that a bare text (``"text"``) or list (``"list"``) stands for, so that
    ``handläggare: Anna Berg`` means ``handläggare: {namn: Anna Berg}``. ``form`` is how the least of
    it is written, where that is more than the fields that must be there; ``whole`` is true for what
    a file as a whole is, ``paired`` for what is written as one key with its value among others.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    short: ClassVar[dict[str, str]] = {}
    form: ClassVar[str] = ""
    whole: ClassVar[bool] = False
    paired: ClassVar[bool] = False
    _node: Node = PrivateAttr()

    @property
    def position(self) -> Position:
        """Where the part is written."""
        return self._node.position

    @property
    def node(self) -> Node:
        """The node that the part was made from."""
        return self._node

    @model_validator(mode="wrap")
    @classmethod
    def _read(cls, node: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        if isinstance(node, Nothing):
            raise PydanticUseDefault
        if isinstance(node, Fields):  # a part inside itself: pydantic calls the validator twice
            return handler(node)
        fields = Fields(node, cls)
        if isinstance(node, Mapping):
            _fill(fields, node)
        else:
            short = cls.short.get("text" if isinstance(node, Scalar) else "list")
            if short is None:
                raise reject("mapping", node, part=cls)
            if isinstance(node, Scalar) and _is_pairs(node, cls):
                raise reject("pairs_as_text", node, part=cls)
            fields[short] = node
        part = handler(fields)
        part._node = node
        return part


def _is_pairs(node: Scalar, part: type[Part]) -> bool:
    """True for ``"{namn: Ada Ek}"`` and ``namn:Ada Ek``: a text that was meant as keys with values."""
    text = node.text.strip()
    beginning, colon, _ = text.partition(":")
    if text.startswith("{"):
        return bool(colon) or part.short["text"] == "namn"
    return bool(colon) and not node.style and fold(beginning) in words(part)


def changed(part: P, fields: dict[str, Any]) -> P:
    """``part`` with other values in ``fields``; what was found out about the old one is forgotten."""
    copy = part.model_copy(update=fields)
    for name in set(copy.__dict__) - set(type(part).model_fields):
        del copy.__dict__[name]
    return copy


def _fill(fields: Fields, node: Mapping) -> None:
    part = fields.part
    seen: dict[str, Entry] = {}
    for number, entry in enumerate(node.entries):
        name = words(part).get(fold(entry.key.text))
        if name is None or name in seen or is_bare(entry):
            first = seen.get(name) if name else None
            if first and first.key.text == entry.key.text:
                continue  # the source stage has told
            fields[f"#{number}"] = Extra(entry, part, first, node)
        else:
            seen[name] = entry
            listed = isinstance(entry.value, Sequence) and part.model_fields[name].default == ()
            if listed or not is_empty(entry.value):
                fields[name] = _none_or(entry.value, part, name)
            else:
                fields.empty[name] = entry.key


def _none_or(value: Node, part: type[Part], name: str) -> object:
    """``value``, or Nothing for the word that says so; refused where it could be somebody's sentence."""
    taken = shapes(part)[name]
    bare = taken.part.short.get("text") if taken.part else None
    leaf = shapes(taken.part)[bare].leaf if taken.part and bare else taken.leaf
    if not is_none(value) or taken.many or (leaf and leaf.takes_none):
        return value
    prose = leaf is not None and leaf.role.words
    return Nothing(value, refused=prose and not part.whole)


def is_bare(entry: Entry) -> bool:
    """True for a key between braces with neither colon nor value, which YAML takes for an empty one."""
    value: Node = entry.value
    return is_empty(value) and ":" not in value.source.text[entry.key.end : value.end + 1]


def is_empty(node: Node) -> bool:
    """``nyckel:`` with nothing after it, ``[]``, ``{}`` or YAML's words for nothing: left out."""
    if isinstance(node, Sequence):
        return not node.items
    if isinstance(node, Mapping):
        return not node.entries
    return isinstance(node, Scalar) and not node.style and node.text.strip() in ("", "~", "null")


@cache
def words(part: type[Part]) -> dict[str, str]:
    """Every folded spelling of a key of ``part``, with the field it means."""
    return lexicon(part.model_fields)


NONE = "inga"
"""The word for a key that is left out, also where the case in common or the folder has something."""
_NONE = (NONE, "ingen", "inget")


def is_none(node: Node) -> bool:
    """True for ``inga`` and the like: nothing is to stand here."""
    return isinstance(node, Scalar) and node.text.strip().casefold() in _NONE


def _items(value: object) -> object:
    """A list's items; a lone value counts as a list of one, and ``inga`` or ``nej`` as one of none."""
    items = value.items if isinstance(value, Sequence) else (value,)
    if len(items) == 1 and isinstance(items[0], Scalar) and fold(items[0].text) in (*_NONE, "nej"):
        return ()
    return items


def pairs(value: Mapping, key: str, held: str) -> tuple[Mapping, ...]:
    """Each entry of ``value`` as a mapping, with its key under ``key`` and its value under ``held``."""
    return tuple(
        Mapping(
            entry.key.source,
            entry.key.start,
            entry.value.end,
            (Entry(named(entry.key, key), entry.key), Entry(named(entry.key, held), entry.value)),
        )
        for entry in value.entries
    )


def named(place: Scalar, text: str) -> Scalar:
    """The word ``text`` as if it were written where ``place`` is."""
    return Scalar(place.source, place.start, place.end, text)


Many = Annotated[tuple[T, ...], BeforeValidator(_items)]
"""A list of parts or values."""


def walk(value: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """A part, every part in it and every leaf value, with their paths of field names and list indexes."""
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from walk(item, (*path, index))
    elif value is not None:
        yield path, value
        for name in type(value).model_fields if isinstance(value, Part) else ():
            yield from walk(getattr(value, name), (*path, name))


def leaves(value: object) -> Iterator[tuple[Path, object]]:
    """Every leaf value of a part, with its path."""
    return (found for found in walk(value) if not isinstance(found[1], Part))
