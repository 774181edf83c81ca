"""What a template sees of a case and its budget: names that stand for plain values, and nothing else.

A model object has methods of its library's, and one of them reaches files and programs past any
sandbox; so a template is never handed one. Each kind of object lists what may be read of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from namndkit.values.amount import Amount
from namndkit.values.budget import Budget, Line, Sum
from namndkit.values.case import Case
from namndkit.values.case.beslut import Beslut, Punktlista
from namndkit.values.case.part import Part
from namndkit.values.case.scalars import Count, Datum
from namndkit.values.node import Node

_PLAIN = (str, bool, int, Decimal, Fraction, Amount, Sum, Datum, Count, type(None))
"""Values that stand for themselves: they are printed, compared, or given to a filter."""
_OF_LEAVES: dict[type, tuple[str, ...]] = {
    Amount: ("kronor", "written", "about"),
    Sum: ("kronor", "about"),
    Count: ("written",),
    Punktlista: ("organ", "punkter"),
    Line: ("rad", "summa", "per_år", "insats", "sökt", "egen"),
    Budget: (
        *("rader", "summa", "år", "per_år", "utan_år", "per_insats", "per_slag", "per_varaktighet"),
        *("sökt", "egen", "beviljat", "reserv", "ram", "ur_ramen", "ramens_andel"),
        *("per_källa", "finansierat", "belopp", "finansieringens_belopp"),
    ),
}
_PROPERTIES: dict[type, tuple[str, ...]] = {
    Case: ("har_huvud", "beslutat", "utelämnat", "eget"),
    Beslut: ("listor",),
}
"""What a part of a case tells beside its own fields."""

_NAMES: dict[type, frozenset[str]] = {}


class View:
    """A part of a case or of its budget: a template reads the names that ``names_of`` lists.

    It has no attribute that a template could reach: the environment asks ``read``.
    """

    __slots__ = ("_seen", "_whole")

    def __init__(self, whole: object) -> None:
        self._whole = whole
        self._seen: dict[str, object] = {}


def view(value: object) -> object:
    """``value`` as templates get it: plain, or a ``View``, in tuples and read-only tables."""
    if names_of(type(value)) and not isinstance(value, _PLAIN):
        return View(value)
    if isinstance(value, tuple):
        return tuple([view(one) for one in value])
    if isinstance(value, Mapping):
        return MappingProxyType({name: view(one) for name, one in value.items()})
    if not isinstance(value, _PLAIN):
        raise TypeError(f"no view of {type(value).__name__}")
    return value


def readable(value: object) -> frozenset[str]:
    """The names that a template may read of ``value``."""
    return names_of(type(value._whole if isinstance(value, View) else value))


def read(value: object, name: str) -> object:
    """What ``name``, one of ``readable(value)``, stands for; of a view looked up once."""
    if not isinstance(value, View):
        return view(getattr(value, name))
    if name not in value._seen:
        found = getattr(value._whole, name)
        value._seen[name] = found if found is None else view(found)
    return value._seen[name]


def node_of(value: object) -> Node | None:
    """Where the part that ``value`` is a view of is written; None for anything else."""
    whole = value._whole if isinstance(value, View) else None
    return whole.node if isinstance(whole, Part) else None


def short_of(value: object) -> str:
    """The key that a bare text stands for in the part that ``value`` is a view of; empty when there is none."""
    whole = value._whole if isinstance(value, View) else None
    return type(whole).short.get("text", "") if isinstance(whole, Part) else ""


def names_of(kind: type) -> frozenset[str]:
    """The names that may be read of objects of ``kind``; none of most."""
    if kind not in _NAMES:
        _NAMES[kind] = _listed(kind)
    return _NAMES[kind]


def _listed(kind: type) -> frozenset[str]:
    fields = tuple(kind.model_fields) if issubclass(kind, Part) else ()
    named = (names for base, names in (_OF_LEAVES | _PROPERTIES).items() if issubclass(kind, base))
    return frozenset((*fields, *(name for names in named for name in names)))


def every_name() -> frozenset[str]:
    """Every name that can be read of some value in a template."""
    kinds: list[type] = [Part, *_OF_LEAVES]
    for kind in kinds:
        kinds += kind.__subclasses__()
    return frozenset(name for kind in kinds for name in names_of(kind))
