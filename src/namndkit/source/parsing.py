"""The YAML library's parser, in bounds: the events of a text, as deep as a case may go."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

MOST_DEPTH = 40
FAST: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
PLAIN: Any = yaml.SafeLoader
"""The library's two scanners: that of libyaml where there is one, and PyYAML's own, which words errors."""


class TooDeep(Exception):
    """Lists in lists beyond MOST_DEPTH; ``start`` and ``end`` are those of the first that is too deep."""

    def __init__(self, start: Any, end: Any) -> None:
        super().__init__("too deep")
        self.start, self.end = start, end


def parse(text: str, loader: Any = FAST) -> Iterator[Any]:
    """The events of ``text``; raises TooDeep, and yaml.YAMLError when the text is no YAML.

    PyYAML's own scanner takes quadratic time in the depth, and libyaml gives up at a depth of its own:
    the depth is counted as the events come, and no more is asked for.
    """
    depth = 0
    for event in yaml.parse(text, Loader=loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MOST_DEPTH:
                raise TooDeep(event.start_mark, event.end_mark)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        yield event
