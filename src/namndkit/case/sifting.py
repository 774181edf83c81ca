"""Of the errors that the models raise, those that are told: one for each mistake."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from namndkit.case.run_together import continues_cut
from namndkit.case.sentences import diagnose
from namndkit.case.unknown import proposed, role_as_key
from namndkit.values.case.glossary import fold
from namndkit.values.case.part import Extra, Fields, words
from namndkit.values.diagnostic import Diagnostic, error
from namndkit.values.kind import Format
from namndkit.values.node import Mapping, Node, Sequence

Loc = tuple[str | int, ...]


def told(problems: Iterable[Any], form: Format, root: Mapping) -> Iterator[Diagnostic]:
    """The findings for pydantic's ``problems`` with ``root``, without those that another one's remedy mends."""
    problems = list(problems)
    mended = _mended(problems)
    parted = dict(_parted(problems, root))
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


def _parted(problems: list[Any], root: Mapping) -> Iterator[tuple[Loc, Diagnostic | None]]:
    """Items in a list that are one item in two: for the first the finding, for the second nothing."""
    items: dict[Loc, tuple[Fields, set[str]]] = {}
    for problem in problems:
        if problem["type"] == "missing":
            (*item, name), fields = problem["loc"], problem["input"]
            if name not in fields.empty:  # a key that stands there is not in the other item
                items.setdefault(tuple(item), (fields, set()))[1].add(name)
    after = dict(_followers(root)) if items else {}
    for loc, (above, lacking) in items.items():
        *outer, number = loc or ("",)
        below = after.get(id(above.node))
        if below and isinstance(number, int):
            following = (*outer, number + 1)
            _, others = items.get(following, (above, set[str]()))
            if finding := _together(above, below, lacking, others):
                yield loc, finding
                yield following, None


def _followers(root: Mapping) -> Iterator[tuple[int, Mapping]]:
    """For each item (by ``id``) of a list in ``root`` the one after it, where that has keys."""
    waiting: list[Node] = [root]
    for node in waiting:  # grows while it is walked
        if isinstance(node, Mapping):
            waiting += [entry.value for entry in node.entries]
        elif isinstance(node, Sequence):
            waiting += node.items
            for one, after in pairwise(node.items):
                if isinstance(after, Mapping) and after.entries:
                    yield id(one), after


def _together(
    above: Fields, second: Mapping, lacking: set[str], others: set[str]
) -> Diagnostic | None:
    """The finding when the item ``second`` holds what the one ``above`` is ``lacking``, and nothing of its own."""
    first = above.node
    if not isinstance(first, Mapping) or not first.entries:
        return None
    known = words(above.part)
    has, holds = ({known.get(fold(one.key.text)) for one in it.entries} for it in (first, second))
    if lacking - holds or others - has or has & holds:
        return None
    if "{" in (first.source.text[first.start], second.source.text[second.start]):
        return None
    key, beside = second.entries[0].key, first.entries[0].key
    message = f"”{beside.text}” och ”{key.text}” hör ihop, men står som två punkter i listan."
    hint = (
        f"Ta bort strecket framför ”{key.text}”, och ställ ”{key.text}” rakt under ”{beside.text}”."
    )
    return error(key.position, "NK106", message, hint)
