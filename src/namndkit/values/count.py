"""Counts and prices as they are written: ``180 elever``, ``828 kr/elev``; never half a number."""

from __future__ import annotations

import re
from decimal import Decimal

from namndkit.values.amount import SPELLINGS, Misread, parse_amount, parse_number
from namndkit.values.formats import NBSP, format_amount, format_number

_NUMBER = re.compile(r"(?P<number>[0-9][0-9,. \u00a0\u202f]*?)\s*(?P<things>[^\W\d].*)?", re.DOTALL)
_THING = re.compile(r"[^\W\d_]+(?:[-./:][^\W\d_]*)*")
_TIMES: dict[str, int] = {
    **{"hundra": 100, "tusen": 1000, "miljon": 10**6, "miljoner": 10**6},
    **{"miljard": 10**9, "miljarder": 10**9, "dussin": 12, "tjog": 20, "gross": 144},
}
"""Words that make the number before them another."""
_NUMBERS = (
    *("noll", "en", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva"),
    *("tolv", "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton", "tjugo"),
    *("trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio", "halv", "halva"),
)
_NUMBER_WORD = re.compile(rf"(?:{'|'.join((*_TIMES, *_NUMBERS))})+(?:tals?)?")
_RELATIONS = frozenset(
    ("a", "à", "av", "eller", "ggr", "gånger", "minus", "per", "plus", "procent")
    + ("procentenheter", "promille", "till", "var", "vardera", "varje", "x", "öre")
)
"""Words after which the number is no longer how many there are."""


def parse_count(text: str) -> Decimal | Misread:
    """``24``, ``2,5`` or ``180 elever``; ``2 tusen elever`` is refused with what to write instead."""
    found = _NUMBER.fullmatch(text.strip())
    number = parse_number(found["number"]) if found else None
    if found is None or number is None:
        return Misread("count")
    things = (found["things"] or "").split()
    if _are_things(things):
        return number
    times = _TIMES.get(things[0].casefold())
    if times is None or not _are_things(things[1:]):
        return Misread("count")
    return Misread("count", (" ".join((_spaced(number * times), *things[1:])),))


def parse_price(text: str) -> tuple[Decimal, bool] | Misread:
    """``828 kr/elev`` as ``parse_amount`` reads ``828 kr``; the price of several is refused."""
    amount, slash, what = text.partition("/")
    if not slash or not what.strip():
        return parse_amount(text)
    read = parse_amount(amount)
    if isinstance(read, Misread) or _are_things(what.split()):
        return read
    return Misread("per", tuple(_price_of_one(read[0], what)))


def _are_things(words: list[str]) -> bool:
    """True for names of what is counted, none of which is a number or changes one."""
    return all(_THING.fullmatch(word) and not _changes(word.casefold()) for word in words)


def _changes(word: str) -> bool:
    plain = word.rstrip(".:")
    return plain in _RELATIONS or plain in SPELLINGS or bool(_NUMBER_WORD.fullmatch(plain))


def _price_of_one(kronor: Decimal, what: str) -> list[str]:
    """``12 kr/100 st`` as ``0,12 kr/st``, when that is whole öre."""
    found = _NUMBER.fullmatch(what.strip())
    number = parse_number(found["number"]) if found and found["things"] else None
    if not found or not number or not _are_things(found["things"].split()):
        return []
    one = kronor / number
    whole = one == one.quantize(Decimal("0.01"))
    return [f"{format_amount(one, 'kr').replace(NBSP, ' ')}/{found['things']}"] if whole else []


def _spaced(number: Decimal) -> str:
    return format_number(number).replace(NBSP, " ")
