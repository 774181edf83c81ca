"""Of the errors that the models raise, those that are told: one for each mistake."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from namndkit.case.run_together import continues_cut
from namndkit.case.sentences import diagnose
from namndkit.case.unknown import proposed, role_as_key
from namndkit.values.case.glossary import fold
from namndkit.values.case.part import Extra, Part, words
from namndkit.values.case.shape import shapes
from namndkit.values.diagnostic import Diagnostic, error
from namndkit.values.kind import Format
from namndkit.values.node import Mapping, Node, Scalar, Sequence

Loc = tuple[str | int, ...]


def told(
    problems: Iterable[Any], form: Format, root: Mapping, part: type[Part]
) -> Iterator[Diagnostic]:
    """The findings for pydantic's ``problems`` with ``root`` as a ``part``, without those that another
    one's remedy mends.
    """
    problems = list(problems)
    mended = _mended(problems)
    parted = dict(_parted(problems, root, part))
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


def _parted(
    problems: list[Any], root: Mapping, part: type[Part]
) -> Iterator[tuple[Loc, Diagnostic | None]]:
    """Items in a list that are one item in two: for the first the finding, for the second nothing."""
    items: dict[Loc, set[str]] = {}
    for problem in problems:
        if problem["type"] == "missing":
            *item, name = problem["loc"]
            if (
                name not in problem["input"].empty
            ):  # a key that stands there is not in the other item
                items.setdefault(tuple(item), set()).add(str(name))
    for loc, lacking in items.items():
        number = loc[-1] if loc else None
        if not isinstance(number, int):
            continue
        after = (*loc[:-1], number + 1)
        above, below = _at(root, part, loc), _at(root, part, after)
        if above and below and (finding := _together(above, below, lacking, items.get(after))):
            yield loc, finding
            yield after, None


_Keys = tuple[Mapping, dict[str, Scalar]]
"""A mapping, with its keys by the names of their fields."""


def _at(root: Mapping, part: type[Part], loc: Loc) -> _Keys | None:
    """What stands at ``loc``, from the fields' names and the numbers of items that lead there."""
    node: Node = root
    inner: type[Part] | None = part
    for step in loc:
        if isinstance(step, int):
            items = node.items if isinstance(node, Sequence) else ()
            if step >= len(items):
                return None
            node = items[step]
        elif inner:
            if isinstance(node, Mapping):
                known = words(inner)
                held = [one.value for one in node.entries if known.get(fold(one.key.text)) == step]
                if not held:
                    return None
                node = held[0]
            inner = shapes(inner)[step].part
    if not isinstance(node, Mapping) or not node.entries or not inner:
        return None
    return node, {words(inner).get(fold(one.key.text), ""): one.key for one in node.entries}


def _together(
    above: _Keys, below: _Keys, lacking: set[str], others: set[str] | None
) -> Diagnostic | None:
    """The finding when the item ``below`` holds what the one ``above`` is ``lacking``, and nothing of its own."""
    (first, has), (second, holds) = above, below
    if lacking - set(holds) or (others or set()) - set(has) or set(has) & set(holds):
        return None
    if "{" in (first.source.text[first.start], second.source.text[second.start]):
        return None
    key, beside = second.entries[0].key, first.entries[0].key
    message = f"”{beside.text}” och ”{key.text}” hör ihop, men står som två punkter i listan."
    hint = (
        f"Ta bort strecket framför ”{key.text}”, och ställ ”{key.text}” rakt under ”{beside.text}”."
    )
    return error(key.position, "NK106", message, hint)
