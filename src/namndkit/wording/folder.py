"""A folder of templates: which files are read from it, within bounds, and how one becomes a template."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, Template, TemplateSyntaxError, nodes
from jinja2.exceptions import TemplateNotFound

from namndkit.disk import TEMPLATE, Refusal, exists, is_file, is_folder, listing, read_at_home
from namndkit.values.position import SourceText
from namndkit.values.text import NOT_XML
from namndkit.wording.language import count_steps, guard_loops, restrict

ENDING = ".j2"
ENCODING = "utf-8-sig"
"""How templates are saved: UTF-8, with or without the mark at the start that some editors write."""
MOST = 50
"""Templates that a folder may have."""


def _own() -> Path:
    """The templates that come with namndkit: in the package, or beside ``src`` in a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "templates"
    return installed if is_folder(installed) else package.parents[1] / "templates"


OWN = _own()
"""namndkit's own templates: what another folder lacks is taken from here."""


class Unreadable(Exception):
    """A template that is there but is no text file of a template's size in the folder itself."""


def template_names(folder: Path) -> list[str]:
    """The names of the templates in ``folder`` itself, and of namndkit's own that it lacks, sorted.

    Folders below it are not looked into. At most ``MOST`` of its own; none of one that cannot be listed.
    """
    return sorted({*_listed(folder)[:MOST], *_listed(OWN)})


def passed_over(folder: Path) -> list[str]:
    """The names of the templates in ``folder`` that are not read, because it has more than ``MOST``."""
    return _listed(folder)[MOST:]


def _listed(folder: Path) -> list[str]:
    found = listing(folder)
    names = [] if isinstance(found, Refusal) else found
    return [name for name in names if name.endswith(ENDING)]


def misnamed(folder: Path) -> list[str]:
    """The templates that ``folder`` lacks only because an editor has put ``.txt`` after their names."""
    found = listing(folder)
    names = set() if isinstance(found, Refusal) else {*found}
    longer = [name for name in names if name.endswith(f"{ENDING}.txt")]
    return sorted({name.removesuffix(".txt") for name in longer} - names)


def home_of(folder: Path, name: str) -> Path:
    """Where the file ``name`` of the templates in ``folder`` lies: there, or among namndkit's own."""
    there = folder / name
    return there if exists(there) or not exists(OWN / name) else OWN / name


def read_template(folder: Path, name: str) -> str:
    """The text of the template ``name``; raises FileNotFoundError, or Unreadable with the reason."""
    path = home_of(folder, name)
    if Path(name).name != name or not name.endswith(ENDING) or not exists(path):
        raise FileNotFoundError(name)
    data = read_at_home(path, TEMPLATE)
    if isinstance(data, Refusal):
        raise Unreadable(f"Filen går inte att läsa: {data.reason}.")
    try:
        return data.decode(ENCODING).replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        raise Unreadable("Filen är inte sparad som UTF-8.") from None


def texts_of(folder: Path) -> Iterator[SourceText]:
    """The templates in ``folder`` that can be read."""
    for name in template_names(folder):
        with suppress(FileNotFoundError, Unreadable):
            path = home_of(folder, name).as_posix()
            yield SourceText(path, read_template(folder, name))


def unreadable(folder: Path) -> Iterator[tuple[Path, str]]:
    """The files of ``folder`` that are called as templates and cannot be read, each with the reason.

    What stands for one of namndkit's own is left out: it is told where it is used.
    """
    for name in _listed(folder):
        if not exists(OWN / name):
            try:
                read_template(folder, name)
            except Unreadable as problem:
                yield folder / name, str(problem)


def how_to_get(name: str, folder: Path) -> str:
    """What to do about the template ``name`` that is not in ``folder``."""
    if "/" in name or "\\" in name:
        return "Mallar ligger i mappen själv, inte i mappar under den. Flytta mallen dit."
    longer = f"{name}.txt"
    if is_file(folder / longer):
        return f"Filen heter {longer}. Ta bort .txt ur namnet."
    return "Kopiera den från namndkits egna mallar."


class Folder(BaseLoader):
    """Gives Jinja2 the templates in ``path``: in the closed language, with their steps counted."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002  # Jinja2 names it so
    ) -> Template:
        """Jinja2's hook: the template ``name``; raises TemplateNotFound, TemplateSyntaxError."""
        try:
            text = read_template(self.path, name)
        except FileNotFoundError:
            raise TemplateNotFound(name) from None
        except Unreadable as problem:
            raise TemplateSyntaxError(str(problem), 1, name) from None
        filename = str(home_of(self.path, name))
        tree = understand(environment, text, name, filename)
        guard_loops(tree)
        count_steps(tree)
        try:
            code = environment.compile(tree, name, filename)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            raise TemplateSyntaxError("för djupt", 1, name) from None
        return Template.from_code(environment, code, globals or {})


def understand(environment: Environment, text: str, name: str, filename: str) -> nodes.Template:
    """The parts of a template's ``text``; raises TemplateSyntaxError where it leaves the language."""
    if unseen := NOT_XML.search(text):
        line = text.count("\n", 0, unseen.start()) + 1
        raise TemplateSyntaxError("osynligt tecken", line, name)
    try:
        tree = environment.parse(text, name, filename)
    except (ValueError, RecursionError):
        raise TemplateSyntaxError("för djupt", 1, name) from None
    restrict(tree, name)
    return tree
