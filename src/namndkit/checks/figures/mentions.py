"""Text → the amounts and percentages that it mentions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from namndkit.values.amount import SPACES, Misread, parse_amount, parse_number

_S = f"[{SPACES}\n]"
_ROUNDED: dict[str, str] = {
    **dict.fromkeys(("ca", "ca.", "cirka", "c:a", "omkring", "ungefär", "runt", "kring"), "near"),
    **dict.fromkeys(("drygt", "över", "mer än", "minst", "lägst"), "above"),
    **dict.fromkeys(("knappt", "nästan", "närmare", "uppemot", "under"), "below"),
    **dict.fromkeys(("högst", "maximalt", "max", "upp till", "som mest"), "below"),
}
"""Words before a number that say how it is rounded."""
_WORDS = {
    "en halv": Fraction(1, 2),
    **{
        word: Fraction(number)
        for number, words in enumerate(
            (
                "en|ett",
                "två",
                "tre",
                "fyra",
                "fem",
                "sex",
                "sju",
                "åtta",
                "nio",
                "tio",
                "elva",
                "tolv",
            ),
            1,
        )
        for word in words.split("|")
    },
}
_ABOUT = "|".join(
    re.escape(word).replace(r"\ ", f"{_S}+") for word in sorted(_ROUNDED, key=len, reverse=True)
)
_UNIT = (
    rf"miljard(?:er)?(?:{_S}+kr(?:onor)?)?|miljon(?:er)?(?:{_S}+kr(?:onor)?)?"
    rf"|milj\.?{_S}+kr(?:onor)?|tusen{_S}+kr(?:onor)?|mnkr|mkr|msek|tkr|tsek|kkr|kronor|kr|sek|:-"
)
_AMOUNT = re.compile(
    rf"(?:\b(?P<about>{_ABOUT}){_S}+)?(?<![\w,.–−-])(?P<number>(?:−{_S}?|[–-])?\d{{1,3}}(?:{_S}\d{{3}}){{1,4}}(?:,\d+)?"
    rf"|[−–-]?\d+(?:,\d+)?|(?P<word>{'|'.join(_WORDS)})(?={_S}+(?:miljon|miljard|tusen)))"
    rf"{_S}*(?P<unit>{_UNIT})(?!\w)",
    re.IGNORECASE,
)
_SHARE = re.compile(
    rf"(?:\b(?P<about>{_ABOUT}){_S}+)?(?<![\w,.–−-])(?P<number>\d{{1,3}}(?:,\d+)?){_S}*(?:%|procent)(?!\w)",
    re.IGNORECASE,
)
_EACH = re.compile(
    rf"{_S}*(?:/{_S}?\w|per{_S}+(?!den\b|20|år\b)\w|i{_S}+(?:månaden|veckan|timmen)|om{_S}+dagen"
    rf"|styck\b|var(?:t|dera)?\b(?!{_S}+(?:för|av|och)\b)|varje\b|stycket\b|för{_S}+(?:varje|var{_S}+och{_S}+en)\b)",
    re.IGNORECASE,
)
_YEARLY = re.compile(
    rf"{_S}*(?:om{_S}+året\b|per{_S}+år\b|årligen\b|/år\b|(?:varje|vartdera){_S}+år)", re.IGNORECASE
)
_TIMELY = re.compile(
    rf"{_S}*(?:/|per{_S}+|i{_S}+|om{_S}+)(?:tim|mån|veck|dag|dygn|kväll)\w*", re.IGNORECASE
)
_RANGE = re.compile(rf"\bmellan{_S}+[^.;]{{1,40}}{_S}och{_S}+$", re.IGNORECASE)
_PRICE = re.compile(rf"\b[àáa]{_S}*\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """A number in a text, at ``text[start:end]``: kronor, or per cent when ``share``.

    ``rounded`` is how the text says that it is rounded (``near``, ``above``, ``below`` or empty),
    ``step`` what one unit in its last digit is worth. ``each`` is true for the price of one of many
    (``828 kr per elev``), ``yearly`` for what comes every year, ``timely`` for the price of time
    (``97 kronor i timmen``).
    """

    start: int
    end: int
    written: str
    value: Fraction
    step: Fraction
    rounded: str = ""
    share: bool = False
    each: bool = False
    yearly: bool = False
    timely: bool = False

    def agrees(self, value: Fraction | Decimal) -> bool:
        """True when the text may say this number of ``value``."""
        off = Fraction(value) - self.value
        if self.share and not self.rounded:
            return abs(off) <= self.step / 2
        if self.rounded == "near":
            return abs(off) <= max(self.step / 2, abs(self.value) / 100)
        if self.rounded == "above":
            return 0 <= off <= self.step / 2
        if self.rounded == "below":
            return -self.step / 2 <= off <= 0
        return off == 0


def mentions(text: str) -> Iterator[Mention]:
    """Every amount with a unit and every percentage in ``text``, in order; an end of a range is none."""
    found = [*_amounts(text), *_shares(text)]
    yield from sorted(found, key=lambda one: one.start)


def _amounts(text: str) -> Iterator[Mention]:
    for found in _AMOUNT.finditer(text):
        unit = re.sub(r"\s+", " ", found["unit"])
        worth = parse_amount(f"1 {unit}")
        if isinstance(worth, Misread):
            continue
        number = re.sub(r"\s", " ", found["number"])
        if found["word"]:
            value = _WORDS[re.sub(r"\s+", " ", found["word"].lower())] * Fraction(worth[0])
            step = Fraction(worth[0]) / (10 if value < worth[0] else 1)
        else:
            read = parse_amount(f"{number.replace('− ', '−')} {unit}")
            if isinstance(read, Misread):
                continue
            value = Fraction(read[0])
            step = Fraction(worth[0]) * _last_digit(number)
        start = found.start("about") if found["about"] else found.start("number")
        end = found.end()
        if _RANGE.search(text[max(0, start - 60) : start]):
            continue
        yearly = bool(_YEARLY.match(text, end))
        each = not yearly and bool(
            _EACH.match(text, end) or _PRICE.search(text[max(0, start - 20) : start])
        )
        written = text[start:end]
        timely = bool(_TIMELY.match(text, end))
        yield Mention(
            *(start, end, written, value, step, _rounded(found)),
            each=each,
            yearly=yearly,
            timely=timely,
        )


def _shares(text: str) -> Iterator[Mention]:
    for found in _SHARE.finditer(text):
        number = parse_number(found["number"])
        if number is not None:
            start = found.start("about") if found["about"] else found.start("number")
            written = text[start : found.end()]
            step = min(_last_digit(found["number"]), Fraction(1))
            yield Mention(
                start, found.end(), written, Fraction(number), step, _rounded(found), True
            )


def _rounded(found: re.Match[str]) -> str:
    return _ROUNDED[re.sub(r"\s+", " ", found["about"].lower())] if found["about"] else ""


def _last_digit(number: str) -> Fraction:
    """What one unit in the last written digit is worth: ``2,8`` a tenth, ``400`` a hundred."""
    whole, _, decimals = number.partition(",")
    if decimals:
        return Fraction(1, 10 ** len(decimals))
    digits = re.sub(r"\D", "", whole)
    return Fraction(10 ** (len(digits) - len(digits.rstrip("0"))) if digits.strip("0") else 1)
