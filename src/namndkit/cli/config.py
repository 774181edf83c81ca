"""``namndkit config``: what holds for a case, and where each value comes from."""

from __future__ import annotations

import os
from pathlib import Path

from namndkit.cli.cases import check_each, folder_defaults
from namndkit.cli.documents import default_templates
from namndkit.pipeline import Checked, Defaults, filled_from
from namndkit.report import print_findings, say, show_rows
from namndkit.values.amount import Amount
from namndkit.values.case import Case, Förslag
from namndkit.values.case.forval import Förval
from namndkit.values.case.part import Part, leaves
from namndkit.values.position import Position

_NOTHING = "–"


def run(name: str) -> int:
    """Print each value that a folder can decide for the case ``name``; the exit code."""
    if os.path.isdir(name):
        say(f"fel: {name} är en mapp.\nhjälp: config tar ett ärende: namndkit config forslag.yaml")
        return 2
    ((_, checked),) = check_each([name])
    defaults = folder_defaults(name)
    if checked.case is None:
        print_findings(checked.diagnostics, checked.texts)
        return 2 if any(one.usage for one in checked.diagnostics) else 1
    show_rows([("nyckel", "värde", "kommer från"), *_rows(checked, checked.case, defaults)])
    print_findings(defaults.diagnostics, defaults.texts)
    return int(bool(defaults.diagnostics))


def _rows(checked: Checked, case: Case, defaults: Defaults) -> list[tuple[str, str, str]]:
    taken = filled_from(case, defaults.value) if defaults.value else []
    rows = []
    for name in Förval.model_fields:
        value = _value_of(name, case, defaults)
        given = value not in ((), None, False) or name in taken
        rows.append(
            (name, _shown(value), _origin(name, value, case, defaults) if given else _NOTHING)
        )
    return rows


def _value_of(name: str, case: Case, defaults: Defaults) -> object:
    if name == "mallar":
        return defaults.templates or default_templates()
    if name == "enhet":
        return case.kostnad.enhet if isinstance(case, Förslag) and case.kostnad else None
    if name == "diarienummer_mönster":
        return defaults.value.diarienummer_mönster if defaults.value else None
    return getattr(case, name, None)


def _origin(name: str, value: object, case: Case, defaults: Defaults) -> str:
    """The file and line that the value is written in."""
    if name == "mallar" and not defaults.templates:
        return "namndkit"
    if name in ("mallar", "diarienummer_mönster"):
        value = getattr(defaults.value, name)
    place = _place(value)
    if place:
        return f"{place.path}:{place.line}"
    own = name in case.model_fields_set
    return case.position.path if own and not defaults.value else defaults.path or case.position.path


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
        return str(value)
    if isinstance(value, Part):
        texts = [one for _path, one in leaves(value) if isinstance(one, str | Amount)]
        return ", ".join(" ".join(str(one).split()) for one in texts)
    if isinstance(value, tuple):
        return "; ".join(_shown(one) for one in value)
    return " ".join(str(value).split())
