"""A folder's templates proofread without a case: every name, filter and role, also where no case leads."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from itertools import islice
from pathlib import Path

from jinja2 import TemplateAssertionError, TemplateSyntaxError, meta, nodes

from namndkit.values.case.glossary import fold
from namndkit.values.case.part import words
from namndkit.values.case.places import below
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
from namndkit.wording.jargon import COMPARE, say
from namndkit.wording.reading import Parsed, Readings
from namndkit.wording.unclosed import unclosed
from namndkit.wording.views import every_name

_MOST = 200
"""Findings that are told of one template."""
_QUOTES = 'En text inom klammer börjar och slutar med ". Inne i texten skriver du ” i stället.'
_KEYS = "Namnen är ärendets nycklar; se templates/README.md."
_Found = tuple[int, str, str, str, str]
"""A line, the word in it that is wrong, the code, the message and the remedy."""


class Proofreader:
    """Proofreads the templates in ``folder`` with the names that ``environment`` knows."""

    def __init__(
        self, folder: Path, environment: Environment, form: Format, readings: Readings
    ) -> None:
        self._folder, self._environment, self._readings = folder, environment, readings
        self._names = {*NAMES, *form.model.model_fields}
        parts = {part for _, part in below(form.model)}
        self._keys = {name for part in parts for name in part.model_fields}
        self._spellings = {word for part in parts for word in words(part)}
        self._attributes = every_name() | LOOP
        self._files = template_names(folder)

    def findings(self) -> Iterator[Diagnostic]:
        """What is wrong in every template of the folder, by file and line."""
        for name in self._files:
            path, rows = home_of(self._folder, name).as_posix(), list[str]()
            try:
                text = read_template(self._folder, name)
                rows = text.split("\n")
                tree = understand(self._environment, text, name, path)
            except (FileNotFoundError, Unreadable) as problem:
                message = f"Mallen går inte att läsa. {problem}"
                found = [(1, "", "NK402", message, "Spara den som UTF-8 i mappen själv.")]
            except TemplateSyntaxError as problem:
                found = [_unreadable(rows, problem)]
            else:
                found = list(dict.fromkeys([*self._files_lacking(tree), *self._unknown(tree)]))
            for line, word, *told in islice(found, _MOST):
                yield error(_place(path, rows, line, word), *told)

    def _files_lacking(self, tree: nodes.Template) -> Iterator[_Found]:
        """Templates that are drawn in and do not exist."""
        for used in tree.find_all((nodes.Import, nodes.FromImport, nodes.Include, nodes.Extends)):
            wanted = used.template  # type: ignore[attr-defined]  # all four kinds of node have one
            if isinstance(wanted, nodes.Const) and wanted.value not in self._files:
                name = str(wanted.value)
                message = f"Mallen ”{name}” finns inte i mappen."
                yield used.lineno, name, "NK401", message, how_to_get(name, self._folder)

    def _unknown(self, tree: nodes.Template) -> Iterator[_Found]:
        """Words that name nothing, each with what was probably meant."""
        for line, name, what, code, known in self._words(tree):
            if name not in known:
                near = get_close_matches(name, known, n=1)
                hint = f"Menade du ”{near[0]}”?" if near else _KEYS
                yield line, name, code, f"{what} ”{name}” finns inte.", hint

    def _words(self, tree: nodes.Template) -> Iterator[tuple[int, str, str, str, Collection[str]]]:
        """Every word that must name something: its line, what it is, the code, and the known ones."""
        for one in tree.find_all((nodes.Filter, nodes.Test)):
            if isinstance(one, nodes.Filter):
                yield one.lineno, one.name, "Filtret", "NK402", self._environment.filters
            else:
                yield one.lineno, one.name, "Villkoret", "NK402", self._environment.tests
        undeclared = self._undeclared(tree)
        for name in tree.find_all(nodes.Name):
            if name.name in undeclared and name.ctx == "load":
                yield name.lineno, name.name, "Namnet", "NK403", self._names
        for line, key in _keys(tree):
            known = (key,) if fold(key) in self._spellings else self._keys
            yield line, key, "Nyckeln", "NK403", known
        others = Parsed(tree).whole
        for read in tree.find_all(nodes.Getattr):
            if not isinstance(read.node, nodes.Name) or read.node.name not in others:
                yield read.lineno, read.attr, "Namnet", "NK403", self._attributes
            elif macros := self._readings.parsed(others[read.node.name]).macros:
                yield read.lineno, read.attr, "Makrot", "NK403", macros

    def _undeclared(self, tree: nodes.Template) -> set[str]:
        """Names that are no field of any case and that the template does not set itself."""
        own = {one.name for one in tree.find_all(nodes.Name) if one.ctx != "load"}
        try:
            return meta.find_undeclared_variables(tree) - self._names - own
        except TemplateAssertionError:  # a filter that does not exist is told as that
            return set()


def _keys(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    """The keys that ``tree`` asks for by their names, and the line of each."""
    for call in tree.find_all(nodes.Call):
        asks = call.node.name if isinstance(call.node, nodes.Name) else ""
        named = (
            call.args if asks in ("saknas", "bör") else call.args[:1] if asks == "rubrik" else ()
        )
        for one in named:
            if isinstance(one, nodes.Const) and isinstance(one.value, str):
                yield call.lineno, one.value


def _unreadable(rows: list[str], problem: TemplateSyntaxError) -> _Found:
    """A template that is no Jinja2: the statement without its end, or where it stops making sense."""
    if lacking := unclosed("\n".join(rows)):
        line, opening, end = lacking
        message = f"Mallen går inte att läsa. ”{opening}” saknar sitt slut, ”{end}”."
        return line, "", "NK402", message, f"Lägg till {end} där det som hör dit slutar."
    quoted = re.search('["”“]', rows[min(problem.lineno, len(rows)) - 1])
    message = f"Mallen går inte att läsa. {say(problem)}"
    return problem.lineno, "", "NK402", message, _QUOTES if quoted else COMPARE


def _place(path: str, rows: list[str], line: int, word: str) -> Position:
    """Where ``word`` stands in its line, or from it on: Jinja2 tells where a statement begins."""
    for number, row in enumerate(rows[line - 1 : line + 9], line):
        if word and (match := re.search(rf"\b{re.escape(word)}\b", row)):
            return Position(path, number, match.start() + 1, number, match.end() + 1)
    return Position(path, line, 1, line, 1 + len(word))
