"""What a point of a decision says becomes of a motion and its yrkanden, where it says so plainly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

GRANTED, REFUSED, ANSWERED = "bifalls", "avslås", "anses besvarat"
_OUTCOMES = {
    GRANTED: re.compile(r"\b(?:bifall(?:a|er|as|s|en)?|tillstyrk(?:a|er|s|as))\b"),
    REFUSED: re.compile(r"\b(?:avslå(?:r|s|tt)?|avslag|avstyrk(?:a|er|s|as))\b"),
    ANSWERED: re.compile(r"\bans(?:e|er|es|ett)\b(?=.*\bbesvara)|\bbesvara(?:d|t|de)\b"),
}
_NOT_PLAIN = re.compile(
    r"\b(?:delvis|dels?|övrig[at]?|resterande|återstående|annan|andra delar|inte|ej|icke|såvitt"
    r"|i den del\w*|vad gäller|när det gäller|reservation\w*|återremi\w*|\w+yrkande[nt]?"
    r"|första hand|andra hand)\b"
)
"""Words with which a point is about a part, about somebody's own claim, or says the opposite."""
_ASKED = r"(?:yrkande|att-sats|punkt|förslag)(?:en|et|erna|er|na|n|t|s)?"
_LIST = r"(?:\s*(?:,|och|samt)\s*|\s*[-–]\s*)"
_NUMBERED = re.compile(rf"\b{_ASKED} (?:nr |nummer )?(\d+[a-z]?(?:{_LIST}\d+[a-z]?)*)")
_ORDINALS = (
    *("första", "andra", "tredje", "fjärde", "femte"),
    *("sjätte", "sjunde", "åttonde", "nionde", "tionde"),
)
_ORDINAL = rf"(?:{'|'.join(_ORDINALS)})"
_IN_ORDER = re.compile(rf"\b({_ORDINAL}(?:(?:, | och | samt ){_ORDINAL})*) {_ASKED}\b")
_WHOLE = re.compile(
    r"\b(?:motion|medborgarförslag|e-förslag|ledamotsinitiativ)(?:en|et|ens|ets)?\b"
    r"|\b(?:samtliga|alla|båda) (?:yrkanden|yrkandena|att-satser|att-satserna)\b"
    r"|\b(?:yrkandena|att-satserna)\b"
)
_MOST = 100
"""More yrkanden than any motion has."""
_BREAK = re.compile(r"\s*(?:;|,|\.\s|\b(?:och|samt|men)\b)\s*")


@dataclass(frozen=True, slots=True)
class Said:
    """An outcome of the yrkanden with these ``numbers`` and places in order; of all where there are none."""

    outcome: str
    numbers: tuple[str, ...] = ()
    places: tuple[int, ...] = ()


def said_of(point: str, matter: str = "") -> Iterator[Said]:
    """What ``point`` says of yrkanden or of the whole, which ``matter`` is another word for."""
    text = " ".join(point.casefold().split())
    for outcome, clause in _clauses(text):
        if _NOT_PLAIN.search(_IN_ORDER.sub(" ", clause)):
            continue
        numbers = tuple(n for found in _NUMBERED.finditer(clause) for n in _numbers(found[1]))
        places = tuple(
            _ORDINALS.index(word) + 1
            for found in _IN_ORDER.finditer(clause)
            for word in re.findall(_ORDINAL, found[1])
        )
        whole = _WHOLE.search(clause) or (matter and re.search(rf"\b{re.escape(matter)}\b", clause))
        if numbers or places or whole:
            yield Said(outcome, numbers, places)


def outcome_of(text: str) -> str | None:
    """The one outcome that a short ``text`` (``avstyrks``) names plainly; None for several or a part of one."""
    text = text.casefold()
    named = {outcome for _, outcome in _marks(text)}
    return named.pop() if len(named) == 1 and not _NOT_PLAIN.search(text) else None


def _marks(text: str) -> list[tuple[int, str]]:
    """Where in ``text`` an outcome is named, and which."""
    return [
        (found.start(), name) for name, form in _OUTCOMES.items() for found in form.finditer(text)
    ]


def _clauses(text: str) -> Iterator[tuple[str, str]]:
    """Each part of ``text`` that names one outcome, with that: the whole, or what stands between conjunctions.

    ``bifalla yrkande 1 och 3 och avslå yrkande 2`` begins with the verb, and what has none goes with
    the one before; ``yrkande 1 och 3 bifalls`` ends with it.
    """
    marks = _marks(text)
    if len({outcome for _, outcome in marks}) < 2:
        yield from ((outcome, text) for _, outcome in marks[:1])
        return
    asked = _NUMBERED.search(text) or _IN_ORDER.search(text) or _WHOLE.search(text)
    verb_last = asked is not None and asked.start() < min(marks)[0]
    begin, named = 0, set[str]()
    for start, end in _between(text):
        here = {outcome for at, outcome in marks if start <= at < end}
        if here and named and not verb_last:
            yield from ((one, text[begin:start]) for one in named if len(named) == 1)
            begin, named = start, set()
        named |= here
        if named and (verb_last or end == len(text)):
            yield from ((one, text[begin:end]) for one in named if len(named) == 1)
            begin, named = end, set()


def _between(text: str) -> list[tuple[int, int]]:
    """The parts of ``text`` between its conjunctions."""
    breaks = [found.span() for found in _BREAK.finditer(text)]
    starts = [0, *(end for _, end in breaks)]
    return list(zip(starts, [*(start for start, _ in breaks), len(text)], strict=True))


def _numbers(written: str) -> list[str]:
    """``1, 3–5`` as the numbers one by one."""
    numbers: list[str] = []
    for part in re.split(r",|och|samt", written):
        first, _, last = (one.strip() for one in part.replace("–", "-").partition("-"))
        if last.isdigit() and first.isdigit() and 0 < int(last) - int(first) < _MOST:
            numbers += map(str, range(int(first), int(last) + 1))
        else:
            numbers += [one for one in (first, last) if one]
    return numbers
