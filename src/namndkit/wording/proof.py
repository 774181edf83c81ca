"""A folder's templates proofread without a case: every name, filter and role, also where no case leads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from difflib import get_close_matches
from itertools import islice
from pathlib import Path

from jinja2 import TemplateAssertionError, TemplateSyntaxError, meta, nodes

from namndkit.values.diagnostic import Diagnostic, error
from namndkit.values.kind import Format
from namndkit.values.position import Position
from namndkit.wording.environment import LOOP, NAMES, Environment
from namndkit.wording.folder import (
    Unreadable,
    home_of,
    how_to_get,
    read_template,
    template_names,
    understand,
)
from namndkit.wording.jargon import say
from namndkit.wording.unclosed import unclosed
from namndkit.wording.views import every_name

_MOST = 200
"""Findings that are told of one template."""


class Proofreader:
    """Proofreads the templates in ``folder`` with the names that ``environment`` knows."""

    def __init__(self, folder: Path, environment: Environment, form: Format) -> None:
        self.folder = folder
        self._environment = environment
        self._names = {*NAMES}
        self._names.update(form.model.model_fields)
        self._attributes = every_name() | LOOP
        self._files = template_names(folder)
        self._exports: dict[str, set[str]] = {}

    def findings(self) -> Iterator[Diagnostic]:
        """What is wrong in every template of the folder, by file and line."""
        for name in self._files:
            yield from islice(self._file(name), _MOST)

    def _file(self, name: str) -> Iterator[Diagnostic]:
        path = home_of(self.folder, name)
        try:
            text = read_template(self.folder, name)
        except (FileNotFoundError, Unreadable) as problem:
            message = f"Mallen går inte att läsa. {problem}"
            yield self._at(path, "", 1, "", "NK402", message, "Spara den som UTF-8 i mappen själv.")
            return
        try:
            tree = understand(self._environment, text, name, str(path))
        except TemplateSyntaxError as problem:
            yield self._unreadable(path, text, problem)
            return
        yield from self._tools(tree, path, text)
        yield from self._undeclared(tree, path, text)
        yield from self._read(tree, path, text)

    def _unreadable(self, path: Path, text: str, problem: TemplateSyntaxError) -> Diagnostic:
        """A template that is no Jinja2: the statement without its end, or where it stops making sense."""
        lacking = unclosed(text)
        if lacking:
            line, opening, end = lacking
            message = f"Mallen går inte att läsa. ”{opening}” saknar sitt slut, ”{end}”."
            hint = f"Lägg till {end} där det som hör dit slutar."
            return self._at(path, text, line, "", "NK402", message, hint)
        message = f"Mallen går inte att läsa. {say(problem)}"
        rows = text.split("\n")
        quoted = re.search('["”“]', rows[min(problem.lineno, len(rows)) - 1])
        hint = _QUOTES if quoted else _COMPARE
        return self._at(path, text, problem.lineno, "", "NK402", message, hint)

    def _tools(self, tree: nodes.Template, path: Path, text: str) -> Iterator[Diagnostic]:
        """Filters, tests and templates that do not exist."""
        for one in tree.find_all((nodes.Filter, nodes.Test)):
            known = (
                self._environment.filters
                if isinstance(one, nodes.Filter)
                else self._environment.tests
            )
            if one.name not in known:
                word = "Filtret" if isinstance(one, nodes.Filter) else "Villkoret"
                yield self._unknown(path, text, one.lineno, one.name, known, "NK402", word)
        for used in tree.find_all((nodes.Import, nodes.FromImport, nodes.Include, nodes.Extends)):
            wanted = used.template  # type: ignore[attr-defined]  # all four kinds of node have one
            if isinstance(wanted, nodes.Const) and wanted.value not in self._files:
                message = f"Mallen ”{wanted.value}” finns inte i mappen."
                hint = how_to_get(str(wanted.value), self.folder)
                yield self._at(path, text, used.lineno, str(wanted.value), "NK401", message, hint)

    def _undeclared(self, tree: nodes.Template, path: Path, text: str) -> Iterator[Diagnostic]:
        """Names that are no field of any case and that the template does not set itself."""
        own = {one.name for one in tree.find_all(nodes.Name) if one.ctx != "load"}
        try:
            unknown = meta.find_undeclared_variables(tree) - self._names - own
        except TemplateAssertionError:
            return  # a filter that does not exist, told with the tools
        told: set[tuple[int, str]] = set()
        for one in tree.find_all(nodes.Name):
            if one.name in unknown and one.ctx == "load" and (one.lineno, one.name) not in told:
                told.add((one.lineno, one.name))
                yield self._unknown(
                    path, text, one.lineno, one.name, self._names, "NK403", "Namnet"
                )

    def _read(self, tree: nodes.Template, path: Path, text: str) -> Iterator[Diagnostic]:
        """What is read of a value, where no value has it, and macros that another template lacks."""
        others = {
            one.target: str(one.template.value)
            for one in tree.find_all(nodes.Import)
            if isinstance(one.template, nodes.Const)
        }
        for one in tree.find_all(nodes.Getattr):
            known: Set[str] = self._attributes
            word = "Namnet"
            if isinstance(one.node, nodes.Name) and one.node.name in others:
                known, word = self._macros(others[one.node.name]), "Makrot"
            if known and one.attr not in known:
                yield self._unknown(path, text, one.lineno, one.attr, known, "NK403", word)

    def _macros(self, name: str) -> set[str]:
        """What the template ``name`` gives to those that import it; empty when it cannot be read."""
        if name not in self._exports:
            try:
                text = read_template(self.folder, name)
                tree = understand(self._environment, text, name, name)
            except (FileNotFoundError, Unreadable, TemplateSyntaxError):
                self._exports[name] = set()
            else:
                self._exports[name] = {one.name for one in tree.find_all(nodes.Macro)}
        return self._exports[name]

    def _unknown(
        self, path: Path, text: str, line: int, name: str, known: object, code: str, word: str
    ) -> Diagnostic:
        near = get_close_matches(name, [str(one) for one in known], n=1)  # type: ignore[attr-defined]  # any container of names
        hint = (
            f"Menade du ”{near[0]}”?"
            if near
            else "Namnen är ärendets nycklar; se templates/README.md."
        )
        return self._at(path, text, line, name, code, f"{word} ”{name}” finns inte.", hint)

    def _at(
        self, path: Path, text: str, line: int, word: str, code: str, message: str, hint: str
    ) -> Diagnostic:
        """A finding at ``word`` in its line, or from it on: Jinja2 tells where a statement begins."""
        found, end = line, 1
        for number, row in enumerate(text.split("\n")[line - 1 : line + 9], line):
            if word and (match := re.search(rf"\b{re.escape(word)}\b", row)):
                found, end = number, match.start() + 1
                break
        place = Position(path.as_posix(), found, end, found, end + len(word))
        return error(place, code, message, hint)


_COMPARE = "Jämför raden med namndkits egen mall."
_QUOTES = 'En text inom klammer börjar och slutar med ". Inne i texten skriver du ” i stället.'
