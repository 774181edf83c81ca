"""Of the errors that the models raise, those that are told: one for each mistake."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from namndkit.case.run_together import continues_cut
from namndkit.case.sentences import diagnose
from namndkit.case.unknown import proposed, role_as_key
from namndkit.values.case.part import Extra, Fields
from namndkit.values.diagnostic import Diagnostic, error
from namndkit.values.kind import Format
from namndkit.values.node import Mapping

Loc = tuple[str | int, ...]
_Item = dict[str, Fields]
"""The fields that are missing in one item, each with what the item has."""


def told(problems: Iterable[Any], form: Format) -> Iterator[Diagnostic]:
    """The findings for pydantic's ``problems``, without those that another one's remedy mends."""
    problems = list(problems)
    mended = _mended(problems)
    parted = dict(_parted(problems))
    for problem in problems:
        loc: Loc = tuple(problem["loc"])
        value = problem["input"]
        if problem["type"] == "missing":
            if loc in mended:
                continue
            if loc[:-1] in parted:
                if finding := parted[loc[:-1]]:
                    parted[loc[:-1]] = None
                    yield finding
                continue
        if isinstance(value, Extra) and continues_cut(value):
            continue
        yield diagnose(problem, form)


def _mended(problems: list[Any]) -> set[Loc]:
    """The missing fields that come into being when an unknown key is mended."""
    found: set[Loc] = set()
    for problem in problems:
        extra, part = problem["input"], tuple(problem["loc"])[:-1]
        if isinstance(extra, Extra):
            names = ("roll", "namn") if role_as_key(extra) else (proposed(extra),)
            found.update((*part, name) for name in names if name)
    return found


def _parted(problems: list[Any]) -> Iterator[tuple[Loc, Diagnostic | None]]:
    """Items in a list that are one item in two: for the first nothing, for the second the finding."""
    items: dict[Loc, _Item] = {}
    for problem in problems:
        if problem["type"] == "missing":
            *item, name = problem["loc"]
            if (
                name not in problem["input"].empty
            ):  # a key that stands there is not in the other item
                items.setdefault(tuple(item), {})[str(name)] = problem["input"]
    for loc, lacking in items.items():
        number = loc[-1] if loc else None
        after = (*loc[:-1], number + 1) if isinstance(number, int) else ()
        if after in items and (finding := _together(lacking, items[after])):
            yield loc, None
            yield after, finding


def _together(one: _Item, other: _Item) -> Diagnostic | None:
    first, second = next(iter(one.values())), next(iter(other.values()))
    if set(one) - set(second) or set(other) - set(first) or set(first) & set(second):
        return None
    above, below = first.node, second.node
    if not isinstance(above, Mapping) or not isinstance(below, Mapping):
        return None
    if "{" in (above.source.text[above.start], below.source.text[below.start]):
        return None
    key, beside = below.entries[0].key, above.entries[0].key
    message = f"”{beside.text}” och ”{key.text}” hör ihop, men står som två punkter i listan."
    hint = (
        f"Ta bort strecket framför ”{key.text}”, och ställ ”{key.text}” rakt under ”{beside.text}”."
    )
    return error(key.position, "NK106", message, hint)
