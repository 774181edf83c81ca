"""How a mapping in the file becomes a part of a case: keys understood, places kept.

The pydantic models are fed with nodes, not plain values: every leaf type is ours and parses the raw
text (pydantic's own coercion reads ``no`` as False and ``0417`` as 417), and every error carries
the node that it is about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
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
from pydantic_core import PydanticCustomError, core_schema

from namndkit.values.case.glossary import fold, lexicon
from namndkit.values.case.role import Role
from namndkit.values.node import Entry, Mapping, Node, Scalar, Sequence
from namndkit.values.position import Position

T = TypeVar("T")
P = TypeVar("P", bound="Part")
Path = tuple[str | int, ...]


def reject(kind: str, node: Node, **details: object) -> PydanticCustomError:
    """The error that ``node`` is not what its field takes; the case stage words it in Swedish."""
    # pydantic never renders these details: it only carries them to the stage that words the error.
    context: dict[str, Any] = {"node": node, **details}
    return PydanticCustomError(kind, "rejected", context)


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
    """The entries of ``node`` under their fields' names; ``empty`` are the keys that stand there without a value."""

    node: Mapping

    def __init__(self) -> None:
        super().__init__()
        self.empty: dict[str, Scalar] = {}


class Part(BaseModel):
    """A part of a case that is written as a mapping. Immutable; knows the node it was made from.

    ``short`` names the field that a bare text (``"text"``) or list (``"list"``) stands for, so that
    ``handläggare: Anna Berg`` means ``handläggare: {namn: Anna Berg}``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    short: ClassVar[dict[str, str]] = {}
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
        if isinstance(node, Fields):  # a part inside itself: pydantic calls the validator twice
            return handler(node)
        fields = Fields()
        if isinstance(node, Mapping):
            _fill(fields, node, cls)
        else:
            short = cls.short.get("text" if isinstance(node, Scalar) else "list")
            if short is None:
                raise reject("mapping", node, part=cls)
            if isinstance(node, Scalar) and _is_pairs(node, cls):
                raise reject("pairs_as_text", node, part=cls)
            fields[short] = node
        fields.node = node
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


def _fill(fields: Fields, node: Mapping, part: type[Part]) -> None:
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
                fields[name] = entry.value
            else:
                fields.empty[name] = entry.key


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
"""The word for a list without items, also where the folder's defaults have some."""
_NONE = (NONE, "ingen", "inget", "nej")


def _items(value: object) -> object:
    """A list's items; a lone value counts as a list of one, and ``inga`` as one of none."""
    items = value.items if isinstance(value, Sequence) else (value,)
    if len(items) == 1 and isinstance(items[0], Scalar) and fold(items[0].text) in _NONE:
        return ()
    return items


Many = Annotated[tuple[T, ...], BeforeValidator(_items)]
"""A list of parts or values."""


@dataclass(frozen=True, slots=True)
class Reads:
    """The annotation of a leaf type.

    ``read`` makes the value from a node or raises ``reject``; ``schema`` is what it takes, as JSON
    Schema; ``role`` is what it holds.
    """

    read: Callable[[Any], object]
    schema: dict[str, Any] = field(hash=False)
    role: Role

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> Any:
        return core_schema.no_info_plain_validator_function(self.read)


def leaves(value: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Every leaf value of a part, with its path of field names and list indexes."""
    if isinstance(value, Part):
        for name in type(value).model_fields:
            yield from leaves(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from leaves(item, (*path, index))
    elif value is not None:
        yield path, value
