"""The leaf types of a case: each parses the raw text of one value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any

from pydantic_core import PydanticUseDefault

from namndkit.values.amount import Amount, Misread, parse_amount
from namndkit.values.case.role import Reads, Role, reject
from namndkit.values.count import parse_count, parse_price
from namndkit.values.node import Node, Scalar, Sequence
from namndkit.values.placeholder import is_place
from namndkit.values.position import Position
from namndkit.values.text import LongText, Text

MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni", "juli"),
    *("augusti", "september", "oktober", "november", "december"),
)
TEXT: dict[str, Any] = {"type": ["string", "number", "boolean"]}
"""What a text takes in JSON Schema: an editor reads an unquoted 06123 or true as no string."""
YEAR = r"^(19|20|21)[0-9]{2}$"
_DAY = r"^([0-9]{4}-[0-9]{2}-[0-9]{2}|([Dd]en )?[0-9]{1,2} [A-Za-z]+ [0-9]{4})$"
_SHARE = r"^([0-9]{1,3}(,[0-9]{1,4})?\s*(%|procent)|[1-9][0-9]?/[1-9][0-9]?)$"
_PARAGRAPH = r"^§{0,2}\s*[0-9]+(\s?[a-zA-Z])?(\s?[–-]\s?[0-9]+(\s?[a-zA-Z])?)?\s*§?$"
_FIRST_YEAR = 1500
"""No paper of a city's is older; a year like 0026 is a slip."""
_MARKS = "”“„‟’‘‚‛»«›‹"
_QUOTED = re.compile(rf"[{_MARKS}][^{_MARKS}]*(?:(?<=\w)’(?=\w)[^{_MARKS}]*)*[{_MARKS}]")
"""One quotation and nothing else; an apostrophe inside a word is no mark."""
YES = ("ja", "yes", "true")
NO = ("nej", "no", "false")
"""How yes and no are written."""
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_WORDS = re.compile(r"(?:den )?([0-9]{1,2}) ([a-zåäö]+) ([0-9]{4})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Datum:
    """A day, and where it is written."""

    day: date
    node: Scalar

    @property
    def origins(self) -> tuple[Scalar, ...]:
        """The node that it is made from."""
        return (self.node,)

    @property
    def position(self) -> Position:
        """Where the date is written."""
        return self.node.position

    @property
    def iso(self) -> Text:
        """``2022-10-14``: in heads, lists and references."""
        return Text.of(self.node, self.day.isoformat())

    @property
    def i_text(self) -> Text:
        """``den 14 oktober 2022``: in running text, with no-break spaces round the month."""
        month = MONTHS[self.day.month - 1]
        return Text.of(self.node, f"den {self.day.day}\u00a0{month}\u00a0{self.day.year}")


class Year(int):
    """A year, and where it is written: in several places when several lines have it."""

    origins: tuple[Scalar, ...]

    @classmethod
    def of(cls, year: int, origins: tuple[Scalar, ...]) -> Year:
        """The ``year`` that is written at ``origins``."""
        made = cls(year)
        made.origins = origins
        return made


@dataclass(frozen=True, slots=True)
class Count:
    """How many: exactly ``number``, and ``written`` as the case has it (``180 elever``)."""

    number: Decimal
    written: Text

    @property
    def origins(self) -> tuple[Scalar, ...]:
        """The node that it is made from."""
        return self.written.origins


def scalar(value: Node, wanted: str) -> Scalar:
    """``value`` when it is a single value; ``wanted`` says in Swedish what the field takes."""
    if not isinstance(value, Scalar):
        raise reject("scalar", value, wanted=wanted)
    if not value.text.strip():
        raise reject("empty", value, wanted=wanted)
    return value


def short(value: Node, wanted: str) -> Scalar:
    """As ``scalar``, for a short value: curly quotation marks round the whole of it are refused.

    In YAML they are a part of it, and were meant as ``"`` that are none. Within ``"`` they are meant.
    """
    node = scalar(value, wanted)
    text = node.text.strip()
    if not node.style and len(text) > 1 and _QUOTED.fullmatch(text):
        raise reject("quoted", node, bare=text[1:-1].strip())
    return node


def filled(value: Node, wanted: str) -> Scalar:
    """As ``scalar``, for what is no text: a place to fill in (``[Skriv beloppet]``) counts as left out.

    That it is not filled in is told by the rule that looks for such places in every text.
    """
    node = short(value, wanted)
    if is_place(node.text, data=True):
        raise PydanticUseDefault
    return node


def _text(value: Node) -> Text:
    node = short(value, "en text")
    return Text.of(node, node.text.strip())


def _quotation(value: Node) -> Text:
    node = scalar(value, "en text")
    return Text.of(node, node.text.strip())


def _long(value: Node) -> LongText:
    if isinstance(value, Sequence) and all(isinstance(item, Scalar) for item in value.items):
        raise reject("list_for_text", value)
    return LongText.written_at(scalar(value, "en text"))


def _amount(value: Node) -> Amount:
    node = filled(value, "ett belopp")
    return _read(node, parse_amount(node.text))


def _read(node: Scalar, read: tuple[Decimal, bool] | Misread) -> Amount:
    if isinstance(read, Misread):
        raise reject(read.kind, node, readings=read.readings)
    kronor, about = read
    return Amount(kronor, Text.of(node, node.text.strip()), about)


def _price(value: Node) -> Amount:
    """``828 kr/elev``: the amount, with what it is the price of as part of how it is written."""
    node = filled(value, "ett pris")
    return _read(node, parse_price(node.text))


def _count(value: Node) -> Count:
    node = filled(value, "ett antal")
    number = parse_count(node.text)
    if isinstance(number, Misread):
        raise reject(number.kind, node, readings=number.readings)
    return Count(number, Text.of(node, node.text.strip()))


def _datum(value: Node) -> Datum:
    node = filled(value, "ett datum")
    text = node.text.strip()
    if found := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
    elif (found := _WORDS.fullmatch(text)) and found[2].lower() in MONTHS:
        day, month, year = int(found[1]), MONTHS.index(found[2].lower()) + 1, int(found[3])
    else:
        raise reject("date", node)
    if year < _FIRST_YEAR:
        raise reject("date", node)
    try:
        return Datum(date(year, month, day), node)
    except ValueError:
        raise reject("no_such_day", node) from None


def _year(value: Node) -> Year:
    node = filled(value, "ett årtal")
    if not re.match(YEAR, node.text.strip()):
        raise reject("year", node)
    return Year.of(int(node.text), (node,))


def _yes_no(value: Node) -> bool:
    node = filled(value, "ja eller nej")
    word = node.text.strip().casefold()
    if word not in YES + NO:
        raise reject("yes_no", node)
    return word in YES


def _percent(value: Node) -> Text:
    node = filled(value, "en andel i procent")
    if not re.match(_SHARE, node.text.strip()):
        raise reject("percent", node)
    return Text.of(node, node.text.strip())


def _paragraph(value: Node) -> Text:
    node = filled(value, "en paragraf")
    if not re.match(_PARAGRAPH, node.text.strip()):
        raise reject("paragraph", node)
    return Text.of(node, node.text.strip())


def ratio(andel: str) -> Fraction:
    """``"33,5 %"`` as 67/200, ``"1/3"`` as a third; ``andel`` is a value of ``Andel``."""
    if "/" in andel:
        return Fraction(andel)
    number = andel.removesuffix("%").removesuffix("procent").strip()
    return Fraction(number.replace(",", ".")) / 100


Kort = Annotated[Text, Reads(_text, TEXT, Role.SHORT)]
"""A short plain text of the case's own."""
Uppgift = Annotated[Text, Reads(_text, TEXT, Role.DATA)]
"""A name, an address, a number that is none to reckon with: printed as it stands."""
Citerad = Annotated[Text, Reads(_text, TEXT, Role.QUOTED)]
"""A short text in somebody else's words."""
Ordagrant = Annotated[Text, Reads(_quotation, TEXT, Role.QUOTED)]
"""What somebody else has asked, which may stand within quotation marks."""
Styrord = Annotated[Text, Reads(_text, TEXT, Role.STEERING)]
"""A word that decides what the rest means."""
Lång = Annotated[LongText, Reads(_long, TEXT, Role.RUNNING)]
"""A long text in Markdown."""
CiteradLång = Annotated[LongText, Reads(_long, TEXT, Role.QUOTED)]
"""A long text in Markdown, in somebody else's words."""
Belopp = Annotated[Amount, Reads(_amount, {"type": ["string", "number"]}, Role.DATA)]
"""An amount of money."""
Kontrollsumma = Annotated[Amount, Reads(_amount, {"type": ["string", "number"]}, Role.STEERING)]
"""An amount that is not printed: what has been added up is held against it."""
Dag = Annotated[Datum, Reads(_datum, {"type": "string", "pattern": _DAY}, Role.DATA)]
"""A date."""
År = Annotated[Year, Reads(_year, {"type": ["integer", "string"], "pattern": YEAR}, Role.DATA)]
"""A year, 1900–2199."""
JaNej = Annotated[bool, Reads(_yes_no, {"enum": [*YES, *NO, True, False]}, Role.STEERING)]
"""Ja or nej."""
Andel = Annotated[Text, Reads(_percent, {"type": "string", "pattern": _SHARE}, Role.DATA)]
"""A share, in per cent or as a fraction."""
Paragraf = Annotated[
    Text, Reads(_paragraph, {"type": ["string", "integer"], "pattern": _PARAGRAPH}, Role.DATA)
]
"""The number of a paragraph in the minutes, with or without its mark."""
Antal = Annotated[Count, Reads(_count, {"type": ["string", "number"]}, Role.DATA)]
"""A number of things, with or without their name."""
Styckpris = Annotated[Amount, Reads(_price, {"type": ["string", "number"]}, Role.DATA)]
"""The price of one thing."""
