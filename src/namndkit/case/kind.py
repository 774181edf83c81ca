"""Which kind of case a file is, decided before validation so that a wrong ``typ`` hides nothing."""

from __future__ import annotations

from namndkit.values.case import KINDS, Case
from namndkit.values.case.glossary import fold, nearest
from namndkit.values.case.part import words
from namndkit.values.diagnostic import Diagnostic, error
from namndkit.values.node import Mapping, Scalar

_CHOICES = " eller ".join(KINDS)
_LETTER = "tjänsteskrivelse"
_MEANT = dict.fromkeys(
    ("remiss", "remissvar", "remissyttrande", "svar", "yttrande över remiss", "motionssvar"),
    "yttrande",
) | dict.fromkeys(("ansökan", "förslag till beslut", "äskande"), "förslag")
"""What people call a kind of case; only proposed."""
_ENGLISH = {"proposal": "förslag", "application": "förslag", "statement": "yttrande"}


def find_kind(root: Mapping) -> tuple[type[Case], tuple[Diagnostic, ...]]:
    """The model for ``root``: what ``typ`` says, else the nearest word, else what the keys suggest."""
    typ = next((entry.value for entry in root.entries if _means_typ(entry.key)), None)
    if not isinstance(typ, Scalar) or not typ.text.strip():
        return _by_keys(root), ()
    if kind := _known().get(fold(typ.text)):
        return KINDS[kind], ()
    if fold(typ.text) == fold(_LETTER):
        model = _by_keys(root)
        message = f"En {_LETTER} är ingen egen typ: den görs av ett ärende med --as {_LETTER}."
        hint = f"Skriv typ: {model.kind}, och lägg till --as {_LETTER} efter render."
        return model, (error(typ.position, "NK108", message, hint),)
    meant = {fold(word): kind for word, kind in _MEANT.items()}.get(fold(typ.text))
    near = meant or nearest(typ.text, KINDS)
    hint = f"Menade du ”{near}”?" if near else f"Skriv {_CHOICES}."
    message = f"Typen ”{typ.text}” finns inte: typ är {_CHOICES}."
    model = KINDS[near] if near else _by_keys(root)
    return model, (error(typ.position, "NK108", message, hint),)


def is_known(typ: str) -> bool:
    """True when ``typ`` names a kind of case in some spelling."""
    return fold(typ) in _known()


def _known() -> dict[str, str]:
    return {fold(name): name for name in KINDS} | _ENGLISH


def _means_typ(key: Scalar) -> bool:
    return words(Case).get(fold(key.text)) == "typ"


def _by_keys(root: Mapping) -> type[Case]:
    """The kind that has most of the file's keys."""
    keys = {fold(entry.key.text) for entry in root.entries}
    return max(KINDS.values(), key=lambda model: len(keys & words(model).keys()))
