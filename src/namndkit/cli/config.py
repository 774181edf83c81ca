"""``namndkit config``: what holds for a case, and where each value comes from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from namndkit.cli.cases import Folders, check_each, templates_for
from namndkit.disk import is_folder, shown
from namndkit.pipeline import OWN, Defaults
from namndkit.report import print_findings, say, show_rows
from namndkit.values.amount import Amount
from namndkit.values.case import Case
from namndkit.values.case.forval import Förval
from namndkit.values.case.glossary import fold
from namndkit.values.case.part import NONE, Part, is_empty, leaves, words
from namndkit.values.node import Mapping
from namndkit.values.position import Position

_NOTHING, _NAMNDKIT = "–", "namndkit"
CITY = "Malmö stad"
"""The city that the templates print where no kommun is given."""


def run(name: str) -> int:
    """Print each value that a folder can decide for the case ``name``; the exit code."""
    if is_folder(name):
        say(f"fel: {name} är en mapp.\nhjälp: config tar ett ärende: namndkit config forslag.yaml")
        return 2
    folders = Folders()
    ((_, checked),) = check_each([name], folders=folders)
    defaults = folders.of(name)
    if not checked.papers:
        print_findings(checked.diagnostics, checked.texts)
        return 2 if any(one.usage for one in checked.diagnostics) else 1
    show_rows([("nyckel", "värde", "kommer från"), *_rows(checked.papers[0].case, defaults)])
    print_findings(defaults.diagnostics, defaults.texts)
    return int(bool(defaults.diagnostics))


def _rows(case: Case, defaults: Defaults) -> Iterator[tuple[str, str, str]]:
    for name in Förval.model_fields:
        value = _value_of(name, case, defaults)
        none = value == () and _is_own(name, case)
        yield name, NONE if none else _shown(value), _origin(name, value, case, defaults)


def _value_of(name: str, case: Case, defaults: Defaults) -> object:
    if name == "mallar":
        return templates_for(None, defaults.templates)
    if name == "kommun":
        return case.kommun or CITY
    if name == "visa_huvud":
        return case.har_huvud
    if name == "enhet":
        return case.kostnad.enhet if case.kostnad else None
    if name == "stil":
        return case.beslut.stil if case.beslut else None
    if name in ("diarienummer_mönster", "logotyp"):
        return getattr(defaults.value, name, None)
    return getattr(case, name, None)


def _origin(name: str, value: object, case: Case, defaults: Defaults) -> str:
    """The file and line that the value is written in; of a yes or no, which has no place, the file."""
    given = defaults.value.model_fields_set if defaults.value else set()
    if name == "mallar":
        value = defaults.value.mallar if defaults.value else None
        if not value:
            return _NAMNDKIT
    if name == "kommun" and not case.kommun:
        return _NAMNDKIT
    if name == "visa_huvud" and case.har_huvud and not case.visa_huvud:
        return "uppgifterna i huvudet"
    if place := _place(value):
        return f"{place.path}:{place.line}"
    if (isinstance(value, bool) or value == ()) and _is_own(name, case):
        return case.position.path
    return defaults.path if isinstance(value, bool) and name in given else _NOTHING


def _is_own(name: str, case: Case) -> bool:
    """True when the case itself gives the field ``name``."""
    node, known = case.node, words(type(case))
    entries = node.entries if isinstance(node, Mapping) else ()
    return any(known.get(fold(one.key.text)) == name and not is_empty(one.value) for one in entries)


def _place(value: object) -> Position | None:
    if isinstance(value, tuple):
        return next((place for one in value if (place := _place(one))), None)
    return getattr(value, "position", None)


def _shown(value: object) -> str:
    """A value on one line."""
    if value in ((), None):
        return _NOTHING
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, Path):
        return "namndkits egna" if value == OWN else shown(value)
    if isinstance(value, Part):
        texts = [one for _path, one in leaves(value) if isinstance(one, str | Amount)]
        return ", ".join(" ".join(str(one).split()) for one in texts)
    if isinstance(value, tuple):
        return "; ".join(_shown(one) for one in value)
    return " ".join(str(value).split())
