"""Counts and prices as they are written: ``180 elever``, ``828 kr/elev``; never half a number."""

from __future__ import annotations

import re
from decimal import Decimal
from unicodedata import normalize

from namndkit.values.amount import SPELLINGS, Misread, parse_amount, parse_number
from namndkit.values.formats import NBSP, format_amount, format_number

_NUMBER = re.compile(r"(?P<number>[0-9][0-9,. \u00a0\u202f]*?)\s*(?P<things>[^\W\d].*)?", re.DOTALL)
_THING = re.compile(r"[^\W\d_]+(?:[-./:][^\W\d_]*)*")
_TIMES: dict[str, int] = {
    **{"hundra": 100, "tusen": 1000, "miljon": 10**6, "miljoner": 10**6},
    **{"miljard": 10**9, "miljarder": 10**9, "dussin": 12, "tjog": 20, "gross": 144},
    **{"k": 1000, "tus": 1000, "tsd": 1000, "mn": 10**6, "milj": 10**6, "mio": 10**6},
    **{"md": 10**9, "mdr": 10**9, "mrd": 10**9},
}
"""Words that make the number before them another."""
_NUMBERS = (
    *("noll", "en", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva"),
    *("tolv", "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton", "tjugo"),
    *("trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio", "halv", "halva"),
    *("halvt", "halvor", "kvart", "kvarts", "tredjedel", "tredjedels"),
)
_PER = re.compile(
    r"(?P<amount>[^/]*[^/\s])\s+(?:per|à|för varje)\s+(?P<what>\S[^/]*)", re.IGNORECASE
)
_UNIT = re.compile(r"(?<=\b[a-z])[²³]|(?<=\b[a-z][a-z])[²³]|(?<=[a-z])[₀-₉]")
"""What a unit is written with that is no number: m², km³, CO₂."""
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
    times = _TIMES.get(things[0].casefold().rstrip("."))
    if times is None or not _are_things(things[1:]):
        return Misread("count")
    return Misread("count", (" ".join((_spaced(number * times), *things[1:])),))


def parse_price(text: str) -> tuple[Decimal, bool] | Misread:
    """``828 kr/elev`` as ``parse_amount`` reads ``828 kr``; the price of several is refused."""
    amount, slash, what = text.partition("/")
    if not slash or not what.strip():
        return _per_in_words(text) or parse_amount(text)
    read = parse_amount(amount)
    if isinstance(read, Misread) or _are_things(what.split()):
        return read
    return Misread("per", tuple(_price_of_one(read[0], what)))


def _per_in_words(text: str) -> Misread | None:
    """``100 kr per elev``, refused with the way to write it; None for other words."""
    found = _PER.fullmatch(text.strip())
    if not found or isinstance(parse_amount(found["amount"]), Misread):
        return None
    whole = _are_things(found["what"].split())
    return Misread("per", (f"{found['amount']}/{found['what']}",) if whole else ())


def _are_things(words: list[str]) -> bool:
    """True for names of what is counted, none of which is a number or changes one."""
    pieces = (piece for word in words for piece in re.split(r"[-/]", word) if piece)
    return all(map(_THING.fullmatch, words)) and not any(map(_changes, pieces))


def _changes(piece: str) -> bool:
    """True for a piece of a word that is a number (also ``½`` and ``²``), or makes one another."""
    plain = piece.casefold().rstrip(".:")
    letters = _UNIT.sub("", normalize("NFC", plain))
    signs = not all(char.isalpha() or char in ".:" for char in letters)
    number = _NUMBER_WORD.fullmatch(plain)
    return signs or plain in _RELATIONS or plain in SPELLINGS or bool(number)


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
