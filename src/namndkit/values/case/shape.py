"""What a field takes, read off its annotation: a leaf or a part, one or many."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import NoneType
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from namndkit.values.case.role import Reads

if TYPE_CHECKING:
    from namndkit.values.case.part import Part


@dataclass(frozen=True, slots=True)
class Shape:
    """``leaf`` or ``part`` is what one value is made by; ``many`` when a list is taken."""

    leaf: Reads | None
    part: type[Part] | None
    many: bool


def shape(field: FieldInfo) -> Shape:
    """The shape of ``field``."""
    leaf = next((one for one in field.metadata if isinstance(one, Reads)), None)
    return _unwrap(field.annotation, leaf, many=False)


@cache
def shapes(part: type[Part]) -> dict[str, Shape]:
    """The shape of every field of ``part``."""
    return {name: shape(field) for name, field in part.model_fields.items()}


def _unwrap(annotation: Any, leaf: Reads | None, *, many: bool) -> Shape:
    origin = get_origin(annotation)
    if origin is None:
        is_part = isinstance(annotation, type) and issubclass(annotation, BaseModel)
        part: Any = annotation if is_part else None
        return Shape(leaf, part, many)
    inside = [one for one in get_args(annotation) if one is not NoneType]
    if origin is Annotated:
        leaf = next((one for one in inside if isinstance(one, Reads)), leaf)
    return _unwrap(inside[0], leaf, many=many or origin is tuple)
