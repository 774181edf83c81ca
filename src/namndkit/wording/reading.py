"""What templates say without any case: which keys each reads and needs, and the headings it gives them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, nodes

from namndkit.values.kind import Reading
from namndkit.wording.folder import Unreadable, read_template, understand


class Readings:
    """Reads the templates in ``folder``, each once."""

    def __init__(self, folder: Path, environment: Environment) -> None:
        self._folder, self._environment = folder, environment
        self._trees: dict[str, nodes.Template | None] = {}
        self._done: dict[str, Reading] = {}

    def of(self, name: str) -> Reading:
        """What the template ``name`` says, with the macros of others that it calls."""
        if name not in self._done:
            made = self._done[name] = Reading()
            for node, printed in self._reached(name):
                _note(node, printed, made)
        return self._done[name]

    def _tree(self, name: str) -> nodes.Template | None:
        if name not in self._trees:
            self._trees[name] = None
            with suppress(FileNotFoundError, Unreadable, TemplateSyntaxError):
                text = read_template(self._folder, name)
                self._trees[name] = understand(self._environment, text, name, name)
        return self._trees[name]

    def _reached(self, name: str) -> Iterator[tuple[nodes.Node, bool]]:
        """Every part of the template ``name`` and of what it calls, and whether its value may be printed."""
        waiting: list[tuple[str, nodes.Node]] = []
        seen: set[tuple[str, str]] = set()
        tree = self._tree(name)
        waiting += (
            [(name, one) for one in tree.body if not isinstance(one, nodes.Macro)] if tree else []
        )
        while waiting:
            where, part = waiting.pop()
            for node, printed in _walk(part):
                yield node, printed
                for called in self._called(where, node):
                    if called[:2] not in seen:
                        seen.add(called[:2])
                        waiting.append((called[0], called[2]))

    def _called(self, where: str, node: nodes.Node) -> Iterator[tuple[str, str, nodes.Node]]:
        """The macro (template, name and body) that ``node`` calls, and the template that it draws in."""
        if isinstance(node, nodes.Include) and isinstance(node.template, nodes.Const):
            other = str(node.template.value)
            if tree := self._tree(other):
                yield other, "", nodes.Scope(tree.body)
        if not isinstance(node, nodes.Call):
            return
        target = node.node
        if isinstance(target, nodes.Name):
            yield from self._macro(*self._from(where, target.name))
        elif isinstance(target, nodes.Getattr) and isinstance(target.node, nodes.Name):
            other = self._imported(where, target.node.name)
            yield from self._macro(other, target.attr) if other else ()

    def _macro(self, where: str, name: str) -> Iterator[tuple[str, str, nodes.Node]]:
        tree = self._tree(where)
        for macro in tree.find_all(nodes.Macro) if tree else ():
            if macro.name == name:
                yield where, name, nodes.Scope(macro.body)

    def _from(self, where: str, name: str) -> tuple[str, str]:
        """The template that the macro ``name`` of ``where`` stands in, and what it is called there."""
        tree = self._tree(where)
        for one in tree.find_all(nodes.FromImport) if tree else ():
            for word in one.names:
                there, here = (word, word) if isinstance(word, str) else word
                if here == name and isinstance(one.template, nodes.Const):
                    return str(one.template.value), there
        return where, name

    def _imported(self, where: str, name: str) -> str:
        """The template that ``where`` has imported under ``name``."""
        tree = self._tree(where)
        imports = tree.find_all(nodes.Import) if tree else ()
        found = (
            str(one.template.value)
            for one in imports
            if one.target == name and isinstance(one.template, nodes.Const)
        )
        return next(found, "")


def _walk(part: nodes.Node) -> Iterator[tuple[nodes.Node, bool]]:
    """Every part below ``part``, and whether its value may be printed: not where it is only asked for."""
    waiting = [(part, True)]
    while waiting:
        node, printed = waiting.pop()
        yield node, printed
        for name, below in node.iter_fields():
            asked = name == "test"
            for one in below if isinstance(below, list) else [below]:
                if isinstance(one, nodes.Node) and not (
                    isinstance(one, nodes.Macro) and node is not part
                ):
                    waiting.append((one, printed and not asked))


def _note(node: nodes.Node, printed: bool, made: Reading) -> None:
    """Add what ``node`` says to what is ``made``."""
    if isinstance(node, nodes.Name) and node.ctx == "load":
        made.reads.add(node.name)
        if printed:
            made.prints.add(node.name)
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
        return
    words = tuple(str(one.value) for one in node.args if isinstance(one, nodes.Const))
    if node.node.name == "saknas" and words and not node.kwargs:
        made.needs.append(words)
    elif node.node.name == "rubrik" and len(words) == 2:
        made.headings.setdefault(words[0], []).append(words[1])
