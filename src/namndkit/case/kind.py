"""Which kind of document a case is, decided before validation so that a wrong ``typ`` hides nothing."""

from __future__ import annotations

from collections.abc import Sequence

from namndkit.values.case.glossary import fold, nearest
from namndkit.values.case.part import is_none, words
from namndkit.values.diagnostic import Diagnostic, error
from namndkit.values.kind import Format, Kind
from namndkit.values.node import Mapping, Scalar


def find_kind(root: Mapping, form: Format) -> tuple[Kind | None, tuple[Diagnostic, ...]]:
    """The kind that ``typ`` of ``root`` names, or is near to; None when it says nothing of the sort."""
    known = words(form.model)
    named = (one.value for one in root.entries if known.get(fold(one.key.text)) == "typ")
    typ = next(named, None)
    if not isinstance(typ, Scalar) or not typ.text.strip() or is_none(typ):
        return None, ()
    if kind := form.kind(typ.text):
        return kind, ()
    if form.unread:
        return None, (error(typ.position, "NK108", *unread_kind(typ.text, form)),)
    kind = meant(typ.text, form)
    hint = f"Menade du ”{kind.name}”?" if kind else f"Skriv {either(form.names)}."
    message = f"Typen ”{typ.text}” finns inte: typ är {either(form.names)}."
    return kind, (error(typ.position, "NK108", message, hint),)


def unread_kind(word: str, form: Format) -> tuple[str, str]:
    """What is said of ``word``, which may be a kind of a template whose head is wrong, and the remedy."""
    return f"Slaget ”{word}” finns inte bland de mallar som går att läsa.", mend_first(form)


def mend_first(form: Format) -> str:
    """The remedy for a word of the case that may stand in a head that is wrong."""
    return f"Rätta först mallens huvud i {both(form.unread)}."


def meant(word: str, form: Format) -> Kind | None:
    """The kind that ``word`` stands for though it is no name of one: what people say, or a slip."""
    near = nearest(word, form.names)
    return form.meant(word) or (form.kind(near) if near else None)


def either(names: Sequence[str]) -> str:
    """``a, b eller c``."""
    return _joined(names, "eller")


def both(names: Sequence[str]) -> str:
    """``a, b och c``."""
    return _joined(names, "och")


def _joined(names: Sequence[str], word: str) -> str:
    *rest, last = names or ("…",)
    return f"{', '.join(rest)} {word} {last}" if rest else last
