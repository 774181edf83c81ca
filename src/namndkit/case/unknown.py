"""A key that its part does not have: which was meant, or where in the format it belongs."""

from __future__ import annotations

import re
from dataclasses import replace

from namndkit.case.kind import mend_first
from namndkit.case.run_together import close_colon, cut_at_comma
from namndkit.values.case import Case
from namndkit.values.case.forval import Förval
from namndkit.values.case.glossary import fold, meant_by, nearest
from namndkit.values.case.part import Extra, Part, is_bare, words
from namndkit.values.case.places import ROOTS, Keys, field_named, is_key, places
from namndkit.values.case.shape import shape
from namndkit.values.diagnostic import Diagnostic, Fix, error
from namndkit.values.kind import Format
from namndkit.values.node import Scalar
from namndkit.values.quoted import quoted

_NEAR = 0.75
_LIKELY = 0.85
"""How alike two keys are for the one to be proposed, and for it to be proposed first."""
_FEW = 8
_SHORT = 4
"""Keys of a part that are listed, and that are listed beside another proposal."""
_DEFAULTS = "namndkit.yaml"
_HANDBOOK = "Alla nycklar står i handboken (cases/README.md)."
_WITH_PARTY = re.compile(r"(?P<name>[^()]+?) *\((?P<party>[^()]{1,10})\)")


def unknown_key(extra: Extra, form: Format) -> Diagnostic:
    """The diagnostic for a key that its part does not have, or has twice."""
    key = extra.entry.key
    if extra.first is not None:
        line, other = extra.first.key.position.line, extra.first.key.text
        message = f"”{key.text}” är samma nyckel som ”{other}” på rad {line}."
        return error(key.position, "NK104", message, "Ta bort den ena eller slå ihop dem.")
    if close := close_colon(extra):
        return close
    if cut := cut_at_comma(extra):
        return cut
    if role_as_key(extra):
        return _role(extra)
    if is_bare(extra.entry) and words(extra.part).get(fold(key.text)):
        message = f"Efter nyckeln ”{key.text}” saknas kolon och värde."
        return error(key.position, "NK113", message, f"Skriv {key.text}: …, eller ta bort den.")
    message = f"Nyckeln ”{key.text}” finns inte här."
    return error(key.position, "NK105", message, _remedy(extra, form))


def proposed(extra: Extra) -> str | None:
    """The field of the same part that is proposed instead of the key, if any is."""
    return _meant(extra.entry.key.text.partition(":")[0], extra.part, _NEAR)


def _meant(key: str, part: type[Part], cutoff: float) -> str | None:
    """The field of ``part`` that people call ``key``, or that is as near to it as ``cutoff``."""
    named = (name for name in meant_by(key) if name in part.model_fields)
    return next(named, None) or _near(key, part, cutoff)


def _near(key: str, part: type[Part], cutoff: float) -> str | None:
    near = nearest(key, part.model_fields, cutoff)
    return near or words(part).get(nearest(key, words(part), cutoff) or "")


def _remedy(extra: Extra, formats: Format) -> str:
    key, part = extra.entry.key.text.strip(), extra.part
    meant = _meant(key, part, _LIKELY)
    named = field_named(key)
    where = _elsewhere(named, part) if named else None
    if meant:
        other = f" Annars: ”{named}” {where}" if where and issubclass(part, Case) else ""
        return f"Menade du ”{meant}”?{_held(extra, meant)}{other}"
    if where:
        return f"”{named}” {where}"
    for name in meant_by(key):
        if where := _elsewhere(name, part):
            return f"Menade du ”{name}”? Den nyckeln {where}"
    if near := _near(key, part, _NEAR):
        return f"Menade du ”{near}”?"
    if formats.kind(key):
        return f"”{key}” skrivs ytterst i filen."
    if issubclass(part, Case) and (kind := nearest(key, formats.names)):
        return f"Menade du ”{kind}”? Under den skrivs det som bara gäller det dokumentet."
    return mend_first(formats) if formats.unread else _no_proposal(extra)


def _held(extra: Extra, name: str) -> str:
    """What is written below the key ``name``, where a text alone says too little."""
    inner = shape(extra.part.model_fields[name]).part
    if not inner or inner.short.get("text") == "namn" or len(inner.model_fields) > _SHORT:
        return ""
    return f" Under den skrivs {form(inner)}" if isinstance(extra.entry.value, Scalar) else ""


def form(part: type[Part]) -> str:
    """The keys of ``part`` as they are written, those that must be there first and not too many."""
    fields = sorted(part.model_fields.items(), key=lambda field: not field[1].is_required())
    return ", ".join(f"{name}: …" for name, _ in fields[:_FEW])


def _no_proposal(extra: Extra) -> str:
    part, value = extra.part, extra.entry.value
    if len(part.model_fields) <= _FEW:
        return f"De nycklar som kan stå här är {_listed(tuple(part.model_fields))}."
    if not issubclass(part, Case) or not isinstance(value, Scalar) or " " not in value.text.strip():
        return _HANDBOOK
    heading = extra.entry.key.text.strip().replace("_", " ")
    written = f"- rubrik: {heading[:1].upper()}{heading[1:]}"
    return f"{_HANDBOOK} En egen rubrik skrivs under ”avsnitt”: {written}"


def _listed(names: Keys) -> str:
    *rest, last = (f"”{name}”" for name in names)
    return f"{', '.join(rest)} och {last}" if rest else last


def _elsewhere(name: str, part: type[Part]) -> str | None:
    """``skrivs …``: where ``name`` is a key, below ``part`` or else anywhere."""
    roots: tuple[type[Part], ...] = (part, *ROOTS)
    root = next((root for root in roots if places(root, name)), None)
    if root is None or places(part, name)[:1] == ((),):
        return None
    where = places(root, name)
    if part is Förval and root is not Förval:
        return f"skrivs i ärendet, inte i {_DEFAULTS}."
    if root is Förval and part is not Förval:
        return f"skrivs i {_DEFAULTS}, inte i ärendet."
    return "skrivs ytterst i filen." if where[0] == () else f"skrivs under {_paths(where)}."


def _paths(where: tuple[Keys, ...]) -> str:
    shallow = [keys for keys in where if len(keys) == len(where[0])][:3]
    shown = [" i ".join(f"”{key}”" for key in reversed(keys)) for keys in shallow]
    return " eller ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))


def role_as_key(extra: Extra) -> bool:
    """True for ``- Ordförande: Per Ås``, where the role stands as the key of the name."""
    fields = extra.part.model_fields
    if "roll" not in fields or "namn" not in fields:
        return False
    texts = all(isinstance(entry.value, Scalar) for entry in extra.among.entries)
    known = any(is_key(entry.key.text) for entry in extra.among.entries)
    return texts and not known and proposed(extra) is None


def _role(extra: Extra) -> Diagnostic:
    key, value = extra.entry.key, extra.entry.value
    name = value.text.strip() if isinstance(value, Scalar) else ""
    party = _WITH_PARTY.fullmatch(name)
    pairs = [("roll", key.text.strip()), ("namn", party["name"] if party else name)]
    pairs += [("parti", party["party"])] if party else []
    written = ", ".join(f"{one}: {_between_braces(text)}" for one, text in pairs)
    message = f"Rollen ”{key.text.strip()}” står som nyckel."
    hint = f"Skriv roll och namn med var sin nyckel, på en egen rad: - {{{written}}}"
    place = key.source.position(key.start, value.end)
    alone = len(extra.among.entries) == 1 and extra.among.start == key.start
    found = error(place, "NK105", message, hint)
    return replace(found, fixes=(Fix(place, f"{{{written}}}"),) if alone else ())


def _between_braces(text: str) -> str:
    """``text`` as a value between braces."""
    return quoted(text) if re.search(r"[,:{}\[\]#]|^\W", text) else text
