"""Which case files a command is given: files as they are, folders searched in a stable order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from namndkit.cli.files import STANDARD, read_case
from namndkit.disk import and_above, each_once, exists, files_below, is_folder, shown
from namndkit.pipeline import OWN, Checked, Defaults, Renderer, check, kinds_of, read_folder
from namndkit.report import progress
from namndkit.values.diagnostic import Diagnostic
from namndkit.values.kind import Kind

DEFAULTS = "namndkit.yaml"
"""A file of this name holds the defaults of a folder and those below it, and is no case."""
ENDINGS = (".yaml", ".yml")
STANDARD_NAME = "standard in"
"""What a case on standard input is called."""


def find_cases(names: Iterable[str]) -> Iterator[str]:
    """``names`` with every folder replaced by the cases in it; hidden folders are left out.

    A folder without cases stays, so that a mistyped path is told and not passed over.
    """
    return find_files(names, _is_case)


def find_files(names: Iterable[str], wanted: Callable[[str], bool]) -> Iterator[str]:
    """``names`` with every folder replaced by the files in it whose names are ``wanted``, as above."""
    for name in each_once(names):
        below = list(files_below(name, wanted)) if is_folder(name) else []
        yield from below or [name]


def _is_case(name: str) -> bool:
    return name.lower().endswith(ENDINGS) and not (is_defaults(name) or name.startswith("."))


def is_defaults(name: str) -> bool:
    """True when the file ``name`` holds a folder's defaults; on Windows whatever its capitals."""
    return os.path.normcase(os.path.basename(name)) == DEFAULTS


def check_each(
    names: list[str],
    stdin_name: str = STANDARD_NAME,
    folders: Folders | None = None,
    asked: str | None = None,
) -> Iterator[tuple[str, Checked]]:
    """Every case file of ``names``, read and checked; a file that cannot be read is a finding.

    What is wrong with a folder's defaults and templates is told once, with the first case that they
    hold for. A file of defaults that is named itself is checked as that. ``asked`` is the kind of document that
    is wanted alone.
    """
    folders = folders or Folders()
    told: set[Diagnostic] = set()
    for name in progress(names, "Kontrollerar", len(names)):
        read = read_case(name)
        if read.value is None:
            yield name, Checked(None, (), read.diagnostics)
            continue
        if is_defaults(name):
            read_as = read_folder(read.value, name)
            fresh = tuple(one for one in read_as.diagnostics if one not in told)
            yield name, Checked(None, (), fresh, read_as.texts)
            told.update(read_as.diagnostics)
            continue
        defaults, templates = folders.of(name), folders.renderer(name).templates
        called = stdin_name if name == STANDARD else name
        checked = check(read.value, called, folder_of(name), defaults, templates, asked)
        new = tuple(one for one in checked.diagnostics if one not in told)
        own = {text.path for text in checked.texts} - {text.path for text in defaults.texts}
        told.update(one for one in checked.diagnostics if one.position.path not in own)
        yield name, replace(checked, diagnostics=new)


def shown_as(name: str) -> str:
    """What the case file ``name`` is called in findings."""
    return STANDARD_NAME if name == STANDARD else name


def folder_of(name: str) -> Path:
    """The folder that the case file ``name`` lies in; ``-`` lies in the working folder."""
    return Path() if name == STANDARD else Path(name).parent


class Folders:
    """The nearest ``namndkit.yaml`` above each case and the templates that hold for it, each read once.

    ``templates`` is a folder of templates that the user has named, for every case.
    """

    def __init__(self, templates: str | None = None) -> None:
        self._named = templates
        self._found: dict[Path, Defaults] = {}
        self._read: dict[str, Defaults] = {}
        self._renderers: dict[Path, Renderer] = {}

    def renderer(self, name: str) -> Renderer:
        """What renders the case file ``name``, with its templates."""
        folder = templates_for(self._named, self.of(name).templates)
        if folder not in self._renderers:
            self._renderers[folder] = Renderer(folder)
        return self._renderers[folder]

    def kinds(self, name: str) -> tuple[Kind, ...]:
        """The kinds of the documents of the case file ``name``, the main one first; none where it cannot be read."""
        data, form = read_case(name).value, self.renderer(name).templates.form
        return () if data is None else kinds_of(data, shown_as(name), folder_of(name), form)

    def of(self, name: str) -> Defaults:
        """The defaults that hold for the case file ``name``."""
        folder = folder_of(name)
        if folder not in self._found:
            files = (os.path.join(place, DEFAULTS) for place in and_above(folder))
            # Whatever it is: what cannot be read is told, not passed over for one further up.
            nearest = next(filter(exists, files), None)
            self._found[folder] = self._at(nearest) if nearest else Defaults()
        return self._found[folder]

    def _at(self, path: str) -> Defaults:
        if path not in self._read:
            name = shown(path)
            read = read_case(name)
            found = Defaults(None, read.diagnostics)
            self._read[path] = found if read.value is None else read_folder(read.value, name)
        return self._read[path]


def templates_for(named: str | None, own: Path | None) -> Path:
    """The folder of templates: ``named`` by the user, else ``own`` of the defaults, else namndkit's.

    That a folder which the defaults name is not there has been told where they were read.
    """
    if named:
        return Path(named)
    return own if own and is_folder(own) else OWN


def wrong_templates(named: str | None) -> tuple[str, str] | None:
    """Why ``named`` is no folder of templates, and the remedy; None when it is one, or not given."""
    if named is None or is_folder(named):
        return None
    what = "är ingen mapp" if exists(named) else "finns inte"
    return f"{named} {what}.", "Ange mappen som mallarna ligger i."
