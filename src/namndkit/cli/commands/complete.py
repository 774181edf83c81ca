"""What a shell offers while a command is typed: files, kinds, codes and forms."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from namndkit.disk import Refusal, is_folder, listing


def cases(incomplete: str) -> Iterable[str]:
    """Case files and folders that begin with what is typed."""
    return _files(incomplete, (".yaml", ".yml"))


def documents(incomplete: str) -> Iterable[str]:
    """Word documents and folders."""
    return _files(incomplete, (".docx",))


def folders(incomplete: str) -> Iterable[str]:
    """Folders."""
    return _files(incomplete, ())


def kinds(incomplete: str) -> Iterable[str]:
    """The kinds of documents that the templates of the working folder make."""
    from namndkit.cli.cases import Folders
    from namndkit.cli.files import STANDARD

    return _beginning(Folders().renderer(STANDARD).templates.form.names, incomplete)


def codes(incomplete: str) -> Iterable[str]:
    """The codes of findings; of a list with commas the last one."""
    from namndkit.rules import RULES

    before, comma, last = incomplete.rpartition(",")
    return [f"{before}{comma}{code}" for code in _beginning(RULES, last.upper())]


def styles(incomplete: str) -> Iterable[str]:
    """The forms of findings."""
    from namndkit.report import FORMATS

    return _beginning(FORMATS, incomplete)


def shells(incomplete: str) -> Iterable[str]:
    """The shells that complete."""
    return _beginning(("bash", "zsh", "fish", "powershell", "pwsh"), incomplete)


def _beginning(words: Iterable[str], incomplete: str) -> list[str]:
    return [word for word in words if word.startswith(incomplete)]


def _files(incomplete: str, endings: tuple[str, ...]) -> list[str]:
    """Files and folders; of a lone folder also what lies in it, or the shell takes it for the end."""
    found = list(_entries(incomplete, endings))
    return (
        found + list(_entries(found[0], endings))
        if len(found) == 1 and found[0].endswith("/")
        else found
    )


def _entries(incomplete: str, endings: tuple[str, ...]) -> Iterator[str]:
    folder, start = os.path.split(incomplete)
    names = listing(folder or ".")
    for name in () if isinstance(names, Refusal) else names:
        hidden = name.startswith((".", "~$")) and not start.startswith(".")
        if hidden or not name.startswith(start):
            continue
        path = os.path.join(folder, name)
        if is_folder(path):
            yield f"{path}/"
        elif endings and name.lower().endswith(endings) and name != "namndkit.yaml":
            yield path
