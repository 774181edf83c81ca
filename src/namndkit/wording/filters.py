"""The closed set of filters that a template may use, and how values of a case are written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import wraps
from operator import attrgetter
from typing import Any

from jinja2.filters import FILTERS as JINJA_FILTERS

from namndkit.values.amount import Amount
from namndkit.values.budget import Sum
from namndkit.values.formats import (
    NBSP,
    common_unit,
    count_decimals,
    format_amount,
    format_cell,
    format_in_words,
    share_in_words,
    with_about,
)
from namndkit.values.text import Composed, Text

_BODY = re.compile(
    r"(?:Tekniska |\w+-(?: och|,) )?\w*(?:nämnden|styrelsen|fullmäktige|utskottet|beredningen|förvaltningen)\b"
)
_BRACKETED = re.compile(r"\([^()]*\)")
_FIRST_WORD = re.compile(r"[^\s–’':/.,;!?-]*(?=[-–’':/]|[.,;!?]?(?:\s|\Z))")
"""The first word of a text, or its beginning before a hyphen."""
_BETWEEN_WORDS = re.compile(rf"(?<=[a-zåäö]{{3}}){NBSP}(?=kr)", re.IGNORECASE)
"""Where a line may end in an amount: ``1 miljon`` / ``kronor``, never before ``miljon``."""
_LONGEST = 1_000_000
"""Characters of a text that a filter joins from others."""
_MOST_ZEROS = 12
_FROM_JINJA = ("default", "length")
_OF_LISTS = ("first", "last", "list", "map", "reject", "rejectattr", "select", "selectattr")


def _like(old: str, new: str) -> str:
    """``new`` as a text that was written where ``old`` was."""
    return type(old).of(old.node, new) if isinstance(old, Text) else new


def stor(text: str) -> str:
    """``servicenämnden`` as ``Servicenämnden``.

    What has a form of its own keeps it: ``iPad``, ``pH``, ``m²``, ``b)``, and a letter whose capital is
    another's too.
    """
    first = text[:1].upper()
    found = _FIRST_WORD.match(text)
    plain = found and found.group().isalpha() and found.group().islower()
    return _like(text, first + text[1:]) if plain and first.lower() == text[:1] else text


def liten(text: str) -> str:
    """``Servicenämnden`` as ``servicenämnden``; other names (``Region Skåne``) keep their capitals.

    Inside a sentence only the city's own bodies begin with a small letter (Malmö's writing guide).
    """
    return _like(text, text[:1].lower() + text[1:]) if _BODY.match(text) else text


def utan_att(text: str) -> str:
    """A decision point without the ``att`` that the layout sets before it."""
    return _like(text, re.sub(r"^att[:\s]+", "", text, flags=re.IGNORECASE))


def som_skrivet(amount: Amount) -> str:
    """An amount as the case has it, with no-break spaces, a real minus, and kronor if it has no unit."""
    spaced = re.sub(r"(?<=\d)(?=[^\W\d])", NBSP, amount.written)  # 420tkr
    words = _BETWEEN_WORDS.sub(" ", re.sub(r"\s+", NBSP, spaced))
    words += f"{NBSP}kronor" if words[-1].isdecimal() else ""
    return _like(amount.written, re.sub("^[-–](?=\\s?\\d)", "\u2212", words))


def kronor(amount: Amount | Sum) -> str:
    """``6,2 miljoner kronor``: for running text."""
    return Composed.of(with_about(format_in_words(amount.kronor), about=amount.about), [amount])


def i_enhet(amount: Amount | Sum, unit: str) -> str:
    """``6,2 mnkr``: for totals in one unit."""
    written = format_amount(amount.kronor, unit)
    return Composed.of(with_about(written, about=amount.about), [amount])


def tal(amount: Amount | Sum, unit: str, decimals: int = 0) -> str:
    """``6,20``: for a table cell whose column names the unit; at least ``decimals`` decimals."""
    if decimals > _MOST_ZEROS:
        raise ValueError(f"{decimals} decimaler")
    cell = format_cell(amount.kronor, unit, decimals)
    return Composed.of(with_about(cell, about=amount.about), [amount])


def och(words: Iterable[str]) -> str:
    """``a, b och c``."""
    parts = _short(words) or [""]
    *rest, last = parts
    return Composed.of(f"{', '.join(rest)} och {last}" if rest else last, parts)


def join(words: Iterable[str], between: str = "") -> str:
    """``a`` + ``between`` + ``b`` …"""
    parts = _short(words, between)
    return Composed.of(between.join(parts), parts)


def each(values: Any) -> Any:
    """``values`` to go through one by one; a text is no list of letters: its token must stay whole."""
    if isinstance(values, str):
        raise TypeError("en text är ingen lista")
    return values


def _of_lists(made: Callable[..., Any]) -> Callable[..., Any]:
    """Jinja2's filter ``made``, for lists only; its mark of what it is handed first goes along."""
    place = int(hasattr(made, "jinja_pass_arg"))

    @wraps(made)
    def filtered(*values: Any, **options: Any) -> Any:
        each(values[place])
        return made(*values, **options)

    return filtered


def _short(words: Iterable[str], between: str = ", ") -> list[str]:
    """``words`` as a list; raises ValueError when they are too long to stand in one text."""
    made = list(each(words))
    if sum(len(word) + len(between) for word in made) > _LONGEST:
        raise ValueError("längre än en text")
    return made


def paragraf(number: str) -> str:
    """``87`` (or ``§ 87``, ``87 §``) as ``§ 87`` with a no-break space, ``87-88`` as ``§§ 87–88``."""
    plain = "–".join(part.strip() for part in re.split("[–-]", number.replace("§", "")))
    mark = "§§" if "–" in plain or "§§" in number else "§"
    return _like(number, f"{mark}{NBSP}{plain}")


def numrera(heading: str, number: str | int) -> str:
    """``Rekommendation 1`` or ``1. Rekommendation`` with ``number`` where the digit stands, else behind.

    No heading (``inga``) has no number either.
    """
    if not heading:
        return heading
    written, there = re.subn("[0-9]+", lambda _: str(number), heading, count=1)
    written = written if there else f"{heading} {number}"
    return Composed.of(written, [heading, number])


def med_parti(name: str, party: str | None) -> str:
    """``Ada Ek (S)``, with a no-break space before the party, which may be typed in its brackets."""
    if not party:
        return name
    written = join([name, party if _BRACKETED.fullmatch(party) else f"({party})"], NBSP)
    return Composed.of(written, [name, party])


FILTERS: dict[str, Callable[..., Any]] = {
    **{name: JINJA_FILTERS[name] for name in _FROM_JINJA},
    **{name: _of_lists(JINJA_FILTERS[name]) for name in _OF_LISTS},
    **{
        made.__name__: made
        for made in (
            stor,
            liten,
            utan_att,
            som_skrivet,
            kronor,
            i_enhet,
            tal,
            och,
            join,
            paragraf,
            med_parti,
            numrera,
        )
    },
    "iso": attrgetter("iso"),
    "i_text": attrgetter("i_text"),
    "procent": share_in_words,
    "gemensam_enhet": common_unit,
    "decimaler": count_decimals,
}
"""Every filter, by the name a template uses."""
