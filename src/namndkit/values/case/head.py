"""What a template says of its kind of document, in its head: read as a case is, so that it is checked as well."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from namndkit.values.case.choices import choice
from namndkit.values.case.part import Many, Part, pairs
from namndkit.values.case.role import Reads, Role, reject
from namndkit.values.case.scalars import TEXT, JaNej, Kort, Lång, Styrord, short
from namndkit.values.node import Mapping, Node
from namndkit.values.text import Text

TYPES: dict[str, tuple[Any, object]] = {
    "lång text": (Lång | None, None),
    "kort text": (Kort | None, None),
    "ja eller nej": (JaNej, False),
    "lista": (Many[Kort], ()),
}
"""What a key of a template's own can hold: the type of its field, and what it is when left out."""
_NAME = re.compile(r"[^\W\d_][\w -]{1,39}")


def _name(value: Node) -> Text:
    node = short(value, "ett namn")
    if not _NAME.fullmatch(node.text.strip()):
        raise reject("kind_name", node)
    return Text.of(node, node.text.strip())


def _key(value: Node) -> Text:
    name = _name(value)
    if not re.fullmatch(r"\w+", name) or name != name.lower():
        raise reject("kind_name", name.node)
    return name


def _row(value: Node) -> Text:
    node = short(value, "en text")
    return Text.of(node, " ".join(node.text.split()))


Rad = Annotated[Text, Reads(_row, TEXT, Role.SHORT)]
"""A text that is shown on one line, however it is written."""
Namn = Annotated[Text, Reads(_name, TEXT, Role.STEERING)]
"""What a kind is called: letters, digits, spaces and hyphens."""
Nyckelnamn = Annotated[Text, Reads(_key, TEXT, Role.STEERING)]
"""What a key of a template's own is called: small letters, digits and low lines."""


class EgenNyckel(Part):
    """A key that a template adds to the format."""

    namn: Nyckelnamn = Field(description="Nyckelns namn.")
    värde: Annotated[str, choice(*TYPES)] = Field(description="Vad nyckeln tar.")
    beskrivning: Rad = Field(description="Vad som skrivs under nyckeln.")


def _keys(value: Any) -> object:
    """``{nyckel: {värde: …, beskrivning: …}}`` as a list of parts with the name as one more entry."""
    if not isinstance(value, Mapping):
        raise reject("own_keys", value)
    return tuple(_named(pair) for pair in pairs(value, "namn", "värde"))


def _named(pair: Mapping) -> Node:
    """What ``pair`` holds, with its name as the first entry."""
    name, held = pair.entries
    if not isinstance(held.value, Mapping):
        return held.value
    return Mapping(pair.source, pair.start, pair.end, (name, *held.value.entries))


class Head(Part):
    """The head of a template that makes a kind of document."""

    namn: Namn = Field(description="Slagets namn, som det skrivs under typ.")
    beskrivning: Rad = Field(description="Vad dokumentet är, i en mening.")
    engelska: Many[Styrord] = Field((), description="Engelska ord som betyder slaget under typ.")
    kallas_också: Many[Styrord] = Field((), description="Andra ord för slaget; de föreslås bara.")
    nycklar: Annotated[tuple[EgenNyckel, ...], BeforeValidator(_keys)] = Field(
        (), description="Nycklar som bara det här slaget har."
    )
