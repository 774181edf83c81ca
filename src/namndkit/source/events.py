"""Text → nodes, from YAML's events: no recursion, no aliases, nothing typed by its looks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from namndkit.source import refusals
from namndkit.source.escapes import escapes
from namndkit.source.jargon import say
from namndkit.source.parsing import MOST_DEPTH, PLAIN, TooDeep, parse
from namndkit.values.case.places import takes_many
from namndkit.values.diagnostic import Diagnostic, Outcome
from namndkit.values.node import Entry, Mapping, Node, Scalar, Sequence
from namndkit.values.position import Position, SourceText

MOST_NODES = 200_000
_DASH = re.compile(r"-[^\W\d_]")
_HARD = ("\u00a0", "\u2007", "\u202f")
_COMMENT = re.compile(r"[ \t]+#(?=\S)[^\n]*")


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet."""

    mapping: bool
    start: int
    nodes: list[Node] = field(default_factory=list)
    keys: dict[str, Scalar] = field(default_factory=dict)
    again: set[str] = field(default_factory=set)


class _Stop(Exception):
    """Reading cannot go on; carries the finding that says why."""

    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(finding.message)
        self.finding = finding


def compose(source: SourceText) -> Outcome[Mapping]:
    """The file's single mapping; the findings hold what YAML would have said or kept silent."""
    findings: list[Diagnostic] = []
    try:
        root = _Composer(source, findings).compose(_events(source))
    except _Stop as stop:
        return Outcome(None, (*findings, stop.finding))
    if isinstance(root, Mapping):
        return Outcome(root, tuple(findings))
    place = root.position if root else source.position(0, 0)
    return Outcome(None, (*findings, refusals.no_case(source, place, empty=root is None)))


def _events(source: SourceText) -> Iterator[Any]:
    try:
        yield from _parsed(source)
    except TooDeep as problem:
        place = source.position(problem.start.index, problem.end.index)
        raise _Stop(refusals.too_deep(place, MOST_DEPTH)) from None


def _parsed(source: SourceText) -> Iterator[Any]:
    try:
        yield from parse(source.text)
    except yaml.YAMLError as problem:
        raise _Stop(say(_in_python(source, problem), source)) from None


def _in_python(source: SourceText, problem: yaml.YAMLError) -> yaml.YAMLError:
    """The same error as PyYAML's own scanner words it: the C library's wording differs."""
    try:
        for _ in parse(source.text, PLAIN):
            pass
    except yaml.YAMLError as plain:
        return plain
    except (ValueError, OverflowError):  # an escape for a character beyond Unicode
        return problem
    return problem


class _Composer:
    """Builds nodes bottom-up on a stack of its own, so that depth costs nothing."""

    def __init__(self, source: SourceText, findings: list[Diagnostic]) -> None:
        self.source, self.findings = source, findings
        self.stack: list[_Open] = []
        self.root: Node | None = None
        self.count = 0

    def compose(self, events: Iterator[Any]) -> Node | None:
        """The root node, or None for an empty file."""
        for event in events:
            start, end = event.start_mark.index, event.end_mark.index
            if isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
                raise _Stop(refusals.several_cases(self._place(start, end)))
            if isinstance(event, yaml.NodeEvent):
                self._refuse(event, start, end)
            if isinstance(event, yaml.ScalarEvent):
                self._add(self._scalar(event, start, end))
            elif isinstance(event, yaml.CollectionStartEvent):
                self.stack.append(_Open(isinstance(event, yaml.MappingStartEvent), start))
            elif isinstance(event, yaml.CollectionEndEvent):
                self._close(end)
        return self.root

    def _refuse(self, event: Any, start: int, end: int) -> None:
        if isinstance(event, yaml.AliasEvent):
            raise _Stop(refusals.reference(self.source, self._place(start, end), "*"))
        if event.anchor:
            raise _Stop(refusals.reference(self.source, self._place(start, end), "&"))
        if event.tag:
            raise _Stop(refusals.tag(self.source, self._place(start, end)))

    def _scalar(self, event: Any, start: int, end: int) -> Scalar:
        style = event.style or ""
        if style == '"' and "\\" in self.source.text[start:end]:
            self.findings.extend(escapes(self.source, start, end, event.value))
        lost = None if style else _COMMENT.match(self.source.text, end)
        if lost:
            place = self._place(lost.start(), lost.end())
            text = lost.group().strip()
            self.findings.append(refusals.comment_in_text(place, event.value, text))
        return Scalar(self.source, start, end, event.value, style)

    def _close(self, end: int) -> None:
        done = self.stack.pop()
        while end > done.start and self.source.text[end - 1].isspace():
            end -= 1
        if not done.mapping:
            self._add(Sequence(self.source, done.start, end, tuple(done.nodes)))
            return
        pairs = zip(done.nodes[::2], done.nodes[1::2], strict=True)
        entries = tuple(Entry(key, value) for key, value in pairs if isinstance(key, Scalar))
        self._add(Mapping(self.source, done.start, end, entries))

    def _add(self, node: Node) -> None:
        self.count += 1
        if self.count > MOST_NODES:
            raise _Stop(refusals.too_many(node.position, MOST_NODES))
        if not self.stack:
            self.root = node
            return
        parent = self.stack[-1]
        if parent.mapping and len(parent.nodes) % 2 == 0:
            self._key(parent, node)
        parent.nodes.append(node)

    def _key(self, parent: _Open, node: Node) -> None:
        if not isinstance(node, Scalar):
            raise _Stop(refusals.key_is_no_text(node.position))
        if not node.style and _DASH.match(node.text):
            raise _Stop(refusals.key_with_dash(node))
        if node.text.startswith(_HARD) and not node.style:
            raise _Stop(refusals.hard_indent(node))
        first = parent.keys.setdefault(node.text, node)
        if first is not node:
            parent.again.add(node.text)
            told = refusals.item_without_dash if self._is_item(parent, node) else refusals.key_twice
            self.findings.append(told(node, first))

    def _is_item(self, parent: _Open, key: Scalar) -> bool:
        """True for the first key of ``parent`` a second time, or one after it, where a list can stand."""
        above = self.stack[-2] if len(self.stack) > 1 else None
        first: Any = parent.nodes[0]
        if above is None or self.source.text[parent.start] == "{" or first.text not in parent.again:
            return False
        return not above.mapping or takes_many(getattr(above.nodes[-1], "text", ""))

    def _place(self, start: int, end: int) -> Position:
        return self.source.position(start, end)
