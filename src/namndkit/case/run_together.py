"""Between braces a blank or a comma makes keys: values that have become keys, and what was meant."""

from __future__ import annotations

import re
from dataclasses import replace

from namndkit.values.case.glossary import fold
from namndkit.values.case.part import Extra, is_bare, words
from namndkit.values.diagnostic import Diagnostic, Fix, error
from namndkit.values.node import Entry, Scalar
from namndkit.values.quoted import quoted

_MARKS = "\"'{["


def close_colon(extra: Extra) -> Diagnostic | None:
    """``{namn:Ada Ek}``: no space after the colon, so that key and value are one word."""
    key, value = extra.entry.key, extra.entry.value
    name, colon, rest = key.text.partition(":")
    raw = key.source.text[key.start : key.end if is_bare(extra.entry) else value.end].rstrip()
    if not colon or key.style or "\n" in raw or not words(extra.part).get(fold(name)):
        return None
    text = raw.partition(":")[2].strip()
    hard = rest[:1].isspace()
    message = "Efter kolonet saknas ett mellanslag."
    if hard:
        message = "Efter kolonet står ett hårt blanksteg i stället för ett vanligt mellanslag."
    written = f"{name}: {quoted(text) if ': ' in text and text[0] not in _MARKS else text}"
    found = error(key.position, "NK105", message, f"Skriv {written}")
    place = key.source.position(key.start, key.start + len(raw))
    return replace(found, fixes=(Fix(place, written),))


def cut_at_comma(extra: Extra) -> Diagnostic | None:
    """``{ändamål: affischer, annonser, belopp: 5 tkr}``: a comma in a text begins another key."""
    run = _run_of_bare(extra)
    if not run:
        return None
    before, last = run[0], run[-1]
    source, key = before.value.source, extra.entry.key
    start, end = before.value.start, last.key.end
    whole = quoted(source.text[start:end])
    message = "Kommat läses som slutet på texten, och det som följer som en ny nyckel."
    what = "texten"
    if re.search(r"[0-9],[0-9]", whole):
        message, what = "Decimalkommat läses som ett komma mellan två nycklar.", "beloppet"
    hint = f"Sätt citattecken runt {what}: {before.key.text}: {whole}"
    known = fold(key.text) in words(extra.part)
    found = error(key.position, "NK113" if known else "NK105", message, hint)
    return replace(found, fixes=(Fix(source.position(start, end), whole),))


def continues_cut(extra: Extra) -> bool:
    """True for what follows a second comma in the same text: the first has told of it."""
    run = _run_of_bare(extra)
    return bool(run) and run[1] is not extra.entry


def _run_of_bare(extra: Extra) -> list[Entry]:
    """A text that a comma has cut and the bare keys that follow it, ``extra`` among them; else nothing."""
    entries = extra.among.entries
    first = last = next(at for at, entry in enumerate(entries) if entry is extra.entry)
    while first > 0 and is_bare(entries[first]):
        first -= 1
    while last + 1 < len(entries) and is_bare(entries[last + 1]):
        last += 1
    text = entries[first].value
    cut = is_bare(extra.entry) and isinstance(text, Scalar) and not text.style and text.text
    return list(entries[first : last + 1]) if cut else []
