"""A mending looked at with the format in hand: are its keys known where they stand, its values what is taken?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from namndkit.source.parsing import FAST, TooDeep, parse
from namndkit.values.case.glossary import fold
from namndkit.values.case.part import Part, words
from namndkit.values.case.places import ROOTS, is_key
from namndkit.values.case.shape import Shape, shapes

_NOTHING = ("", "~", "null")


def misfits(text: str) -> frozenset[int]:
    """The lines of ``text`` (1-based) where a known key stands where it is none, or a value of the wrong form.

    Nothing is said of a text that cannot be read, or that refers to other places in itself.
    """
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in parse(text)):
            return frozenset()
        root: Any = yaml.compose(text, Loader=FAST)
    except (yaml.YAMLError, TooDeep, ValueError, OverflowError):
        return frozenset()
    if root is None:
        return frozenset()
    return frozenset(_misfits(root, Shape(None, _part_of(root), many=False)))


def _part_of(root: Any) -> type[Part]:
    """The kind of file that most of the keys in ``root`` belong to."""
    pairs = root.value if isinstance(root, yaml.MappingNode) else ()
    keys = {fold(key.value) for key, _ in pairs if isinstance(key, yaml.ScalarNode)}
    return max(ROOTS, key=lambda part: len(keys & words(part).keys()))


def _misfits(node: Any, taken: Shape, *, item: bool = False) -> Iterator[int]:
    line: int = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        yield from _in_list(node, taken, line, item=item)
    elif isinstance(node, yaml.MappingNode):
        if taken.part:
            yield from _in_part(node, taken.part)
        elif not (taken.leaf and (taken.leaf.schema.get("type") == "object" or _is_file(node))):
            yield line
    elif taken.part and "text" not in taken.part.short and node.value.strip() not in _NOTHING:
        yield line


def _in_list(node: Any, taken: Shape, line: int, *, item: bool) -> Iterator[int]:
    if taken.part and not (taken.many and not item):
        short = taken.part.short.get("list")
        taken, item = (shapes(taken.part)[short], False) if short else (taken, True)
    if not taken.many or item:
        yield line
        return
    for one in node.value:
        yield from _misfits(one, taken, item=True)


def _in_part(node: Any, part: type[Part]) -> Iterator[int]:
    if part.paired:
        return
    first: dict[str, int] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            continue
        line: int = key.start_mark.line + 1
        name = words(part).get(fold(key.value))
        if name is None:
            if is_key(key.value):
                yield line
            elif part.whole and isinstance(value, yaml.MappingNode):  # a document of the case
                yield from _in_part(value, part)
        elif name in first:
            yield from (line, first[name])
        else:
            first[name] = line
            yield from _misfits(value, shapes(part)[name])


def _is_file(node: Any) -> bool:
    """True for ``{fil: …}``, which stands for a text."""
    return len(node.value) == 1 and fold(str(node.value[0][0].value)) in ("fil", "file")
