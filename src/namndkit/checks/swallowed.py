"""NK212: a list that YAML has run into one line, or that is written as a text where a list is taken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from namndkit.checks.listing import as_items, under_bar
from namndkit.checks.texts import Written
from namndkit.values.case.places import list_keys
from namndkit.values.diagnostic import Diagnostic, error
from namndkit.values.items import ITEM, as_item, is_dash, remedy
from namndkit.values.labels import labelled
from namndkit.values.node import Scalar
from namndkit.values.position import Position

_RUN_IN = "Raden ser ut som en punkt i en lista men läses ihop med texten ovanför."


def swallowed_list(written: Written) -> Iterator[Diagnostic]:
    """Lines that begin like items of a list where YAML sees none."""
    text = written.node
    if text.style == "file":
        return
    a_list = bool(written.keys) and written.keys[-1] in list_keys()
    if text.style in ("|", ">"):
        if a_list and not written.item:
            yield from _list_under_bar(text)
    elif a_list:
        items = _items(text)
        if items:
            yield _in_a_list(text, items, written.item)
        if not items and not written.item and not text.style:
            yield from _run_together(text)
    else:
        yield from _in_a_text(text)


def _in_a_text(text: Scalar) -> Iterator[Diagnostic]:
    """The first line after the text's first that begins like an item."""
    hint = "Sätt ”|” efter nyckeln och börja texten på nästa rad, indragen."
    later = [found for found in _items(text) if found.start() > text.start]
    if later:
        yield replace(_told(text, later[0], _RUN_IN, hint), fixes=under_bar(text))
        return
    lines = text.source.text[text.start : text.end].split("\n")
    for number in islice(labelled(lines), 1) if len(lines) > 1 else ():
        row = text.position.line + max(number, 1)
        begin = len(text.source.line(row)) - len(text.source.line(row).lstrip()) + 1
        yield error(Position(text.source.path, row, begin, row, begin + 1), "NK212", _RUN_IN, hint)


def _items(text: Scalar) -> list[re.Match[str]]:
    """The lines of a plain text that begin like items; the first only when it stands below its key."""
    raw = text.source.text
    line_start = raw.rfind("\n", 0, text.start) + 1
    below = not raw[line_start : text.start].strip()
    first = line_start if below else raw.find("\n", text.start, text.end) + 1
    return list(ITEM.finditer(raw, first, text.end)) if below or first else []


def _in_a_list(text: Scalar, items: list[re.Match[str]], item: bool) -> Diagnostic:
    """The first of the lines that are items to a reader; what is told of it holds for them all."""
    found = items[0]
    message = _RUN_IN
    if not is_dash(found):
        message, hint = remedy(found)
    elif item:
        hint = f"Ställ strecket rakt under strecket ovanför: {as_item(found)}"
    else:
        hint = f"Skriv varje punkt på en egen rad under nyckeln: {as_item(found)}"
    hint += ". Gör likadant med raderna under." if len(items) > 1 else ""
    return replace(_told(text, found, message, hint), fixes=as_items(text, items))


def _run_together(text: Scalar) -> Iterator[Diagnostic]:
    """Several lines below the key of a list, with nothing before them: one point, or one on each line?"""
    raw = text.source.text
    below = not raw[raw.rfind("\n", 0, text.start) + 1 : text.start].strip()
    lines = [line.strip() for line in raw[text.start : text.end].split("\n") if line.strip()]
    if below and len(lines) > 1:
        message = "Raderna läses ihop till en enda punkt."
        hint = f"Sätt ett streck framför varje punkt: - {lines[0]} Är det en enda punkt skriver du den på en rad."
        yield error(text.position, "NK212", message, hint)


def _list_under_bar(text: Scalar) -> Iterator[Diagnostic]:
    found = ITEM.search(text.source.text, text.source.text.find("\n", text.start) + 1, text.end)
    if found:
        message = f"Här väntades en lista, men ”{text.style}” efter nyckeln gör den till en text."
        hint = f"Ta bort ”{text.style}” efter nyckeln, och börja varje punkt så: {as_item(found)}"
        yield _told(text, found, message, hint)


def _told(text: Scalar, found: re.Match[str], message: str, hint: str) -> Diagnostic:
    place = text.source.position(found.start("mark"), found.start("rest") + 1)
    return error(place, "NK212", message, hint)
