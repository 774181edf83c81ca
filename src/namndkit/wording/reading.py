"""What templates say without any case: which keys each reads and needs, and the headings it gives them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, nodes

from namndkit.values.kind import Reading
from namndkit.wording.folder import Unreadable, read_template, understand
from namndkit.wording.noting import note


class Parsed:
    """A template's parts, with its macros and what it takes from other templates under which name."""

    def __init__(self, tree: nodes.Template | None) -> None:
        self.body = [one for one in tree.body if not isinstance(one, nodes.Macro)] if tree else []
        self.macros: dict[str, list[nodes.Node]] = {}
        self.whole: dict[str, str] = {}
        self.single: dict[str, tuple[str, str]] = {}
        kinds = (nodes.Macro, nodes.Import, nodes.FromImport)
        for one in tree.find_all(kinds) if tree else ():
            if isinstance(one, nodes.Macro):
                self.macros[one.name] = one.body
            elif isinstance(one, nodes.Import):
                self.whole[one.target] = _file(one.template)
            elif isinstance(one, nodes.FromImport):
                pairs = ((word, word) if isinstance(word, str) else word for word in one.names)
                self.single.update({here: (_file(one.template), there) for there, here in pairs})


class Readings:
    """Reads the templates in ``folder``, each once."""

    def __init__(self, folder: Path, environment: Environment) -> None:
        self._folder, self._environment = folder, environment
        self._parsed: dict[str, Parsed] = {}
        self._done: dict[str, Reading] = {}

    def of(self, name: str) -> Reading:
        """What the template ``name`` says, with the macros of others that it calls."""
        if name not in self._done:
            made = self._done[name] = Reading()
            for node, printed in self._reached(name):
                note(node, printed, made)
        return self._done[name]

    def parsed(self, name: str) -> Parsed:
        """The parts of the template ``name``; none of one that cannot be read."""
        if name not in self._parsed:
            tree = None
            with suppress(FileNotFoundError, Unreadable, TemplateSyntaxError):
                text = read_template(self._folder, name)
                tree = understand(self._environment, text, name, name)
            self._parsed[name] = Parsed(tree)
        return self._parsed[name]

    def _reached(self, name: str) -> Iterator[tuple[nodes.Node, bool]]:
        """Every part of the template ``name`` and of what it calls, and whether its value may be printed."""
        seen = {(name, "")}
        waiting = deque([(name, self.parsed(name).body)])
        while waiting:
            where, body = waiting.popleft()
            for node, printed in _walk(body):
                yield node, printed
                called = self._called(where, node)
                if called and called not in seen:
                    seen.add(called)
                    other = self.parsed(called[0])
                    below = other.macros.get(called[1], []) if called[1] else other.body
                    waiting.append((called[0], below))

    def _called(self, where: str, node: nodes.Node) -> tuple[str, str] | None:
        """The macro that ``node`` calls as (template, name), or the template that it draws in."""
        if isinstance(node, nodes.Include):
            return _file(node.template), ""
        target = node.node if isinstance(node, nodes.Call) else None
        here = self.parsed(where)
        if isinstance(target, nodes.Name):
            return here.single.get(target.name, (where, target.name))
        if isinstance(target, nodes.Getattr) and isinstance(target.node, nodes.Name):
            return here.whole.get(target.node.name, ""), target.attr
        return None


def _file(template: nodes.Expr) -> str:
    return str(template.value) if isinstance(template, nodes.Const) else ""


def _walk(body: list[nodes.Node]) -> Iterator[tuple[nodes.Node, bool]]:
    """Every part of ``body``, and whether its value may be printed: not where it is only asked for.

    A macro in it is left out: it says something where it is called.
    """
    waiting = [(one, True) for one in reversed(body)]
    while waiting:
        node, printed = waiting.pop()
        if isinstance(node, nodes.Macro):
            continue
        yield node, printed
        below = [
            (one, printed and name != "test")
            for name, value in node.iter_fields()
            for one in (value if isinstance(value, list) else [value])
            if isinstance(one, nodes.Node)
        ]
        waiting += reversed(below)
