"""The cost of a förslag that namndkit wrote: its points or its table → cost lines, and what they add up to.

Sums are not taken but held against the lines: where one differs, the cost stands as text instead.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from namndkit.pipeline.taking.costtable import lines_of, sources_of
from namndkit.pipeline.taking.ending import Prose
from namndkit.pipeline.taking.paragraphs import Para
from namndkit.pipeline.taking.sections import Section
from namndkit.pipeline.taking.sums import NoCost, amount, parts_of
from namndkit.pipeline.taking.tables import Tabled
from namndkit.pipeline.taking.taken import Long, Value
from namndkit.values.case.scalars import ratio

_POINT = re.compile(r"(?P<belopp>[^()]+?)(?: \((?P<år>[^()]+)\))? för (?P<ändamål>.+)", re.DOTALL)
_SHARES = {"sökt belopp": "sökt", "egen del": "egen", "beviljat belopp": "beviljat"}
_SHARE = re.compile(rf", ({'|'.join(_SHARES)}) ([^,]+(?:,\d[^,]*)?)$")
_YEAR = re.compile(r"(.+?)\s(\d{4})")
_FACT = re.compile(
    r"(?P<vad>Summa|Sökt belopp|Egen del|Ur ramen|Beviljat belopp|Ram|Prisnivå): (?P<värde>.+)"
)
_STATED = re.compile(
    r"(?P<belopp>.+?)(?: av (?P<ram>[^()]+?)(?: \((?P<namn>.+?)\))?)?(?:, varav (?P<varav>.+))?"
)
_SOURCE = re.compile(
    r"(?P<källa>.+): (?P<belopp>.+?)(?: \((?P<andel>[\d,/]+(?:\s(?:%|procent))?)\))?"
)
_ADDED = {"Sökt belopp": "sökt", "Egen del": "egen", "Beviljat belopp": "beviljat"}


def read_cost(section: Section, prose: Prose) -> dict[str, Value] | None:
    """The cost in the section; None when it is not understood, or does not add up."""
    try:
        return _read(section, prose)
    except NoCost:
        return None


def _read(section: Section, prose: Prose) -> dict[str, Value]:
    before, points, table, told, after = _divided(section.parts)
    facts = [row for fact in told for row in fact.text.split("\n")]
    made: dict[str, Value] = {}
    if before:
        made["inledning"] = Long(prose(before))
    lines = [_point(one.text) for one in points]
    totals: dict[str, Decimal] = {}
    if table:
        tabled, totals, unit = lines_of(table)
        made |= {"visa": "punkter och tabell" if lines else "tabell", "enhet": unit}
        if not totals:
            made["visa_summa"] = "nej"
        lines = lines or tabled
    elif not any(fact.startswith("Summa") for fact in facts):
        made["visa_summa"] = "nej"
    if not lines:
        raise NoCost
    made["rader"] = list(lines)
    sources = _financing(section.below)
    paid = [_paid(one, _added(lines, "Summa")) for one in sources]
    if sources:
        made["finansiering"] = list(sources)
    for fact in facts:
        made |= _fact(fact, lines, paid)
    if after:
        made["text"] = Long(prose(after))
    return made


def _financing(below: Sequence[Section]) -> list[dict[str, Value]]:
    """The sources of the section on financing, the only one that a cost has."""
    sources: list[dict[str, Value]] = []
    for one in below:
        if one.below or sources:
            raise NoCost
        sources += _sources(one.parts)
    return sources


def _paid(source: dict[str, Value], whole: Decimal) -> Decimal | None:
    """What a source pays of ``whole``; one that pays a share is written with that alone."""
    stated = amount(str(source["belopp"]))
    if "andel" in source:
        if stated is None or Fraction(stated) != ratio(str(source["andel"])) * Fraction(whole):
            raise NoCost
        del source["belopp"]
    return stated


def _divided(
    parts: Sequence[Para | Tabled],
) -> tuple[list[Para | Tabled], list[Para], Tabled | None, list[Para], list[Para | Tabled]]:
    """What stands before the lines, the lines as points and as a table, facts, and what stands after."""
    rest: deque[Para | Tabled] = deque(parts)

    def while_(fits: Callable[[Para | Tabled], bool]) -> Iterator[Para | Tabled]:
        while rest and fits(rest[0]):
            yield rest.popleft()

    before = list(while_(lambda part: not _is_point(part) and not _is_table(part)))
    points = [part for part in while_(_is_point) if isinstance(part, Para)]
    table = rest.popleft() if rest and _is_table(rest[0]) else None
    facts = [part for part in while_(_is_fact) if isinstance(part, Para)]
    assert table is None or isinstance(table, Tabled)
    return before, points, table, facts, list(rest)


def _is_point(part: Para | Tabled) -> bool:
    if not isinstance(part, Para) or part.line.item is None or part.line.item.level:
        return False
    found = _POINT.fullmatch(part.text)
    return bool(found) and amount(found["belopp"]) is not None if found else False


def _is_table(part: Para | Tabled) -> bool:
    return isinstance(part, Tabled) and part.paras[0].text.startswith("Ändamål")


def _is_fact(para: Para | Tabled) -> bool:
    if not isinstance(para, Para):
        return False
    rows = para.text.split("\n")
    known = all(_FACT.fullmatch(row) or row.startswith("Varav ") for row in rows)
    return para.style in ("uppgift", "efter tabell") and known


def _point(text: str) -> dict[str, Value]:
    made: dict[str, Value] = {}
    while found := _SHARE.search(text):
        made[_SHARES[found[1]]] = found[2]
        text = text[: found.start()]
    point = _POINT.fullmatch(text)
    if point is None:
        raise NoCost
    years = _years(point["år"]) if point["år"] else {}
    stated: dict[str, Value] = {"ändamål": point["ändamål"]}
    if years.keys() == {""}:
        stated |= {"belopp": point["belopp"], "år": years[""]}
    elif years:
        stated["per_år"] = dict(years)
    else:
        stated["belopp"] = point["belopp"]
    return {**stated, **made}


def _years(text: str) -> dict[str, str]:
    """``600 tkr 2026, 300 tkr 2027`` as amounts by year; a year alone under no name."""
    if text.isdigit():
        return {"": text}
    found = [_YEAR.fullmatch(part) for part in re.split(r", (?=[^,]*\d{4}(?:,|$))", text)]
    if not all(found):
        raise NoCost
    return {one[2]: one[1] for one in found if one}


def _fact(
    text: str, lines: Sequence[dict[str, Value]], paid: Sequence[Decimal | None]
) -> dict[str, Value]:
    """What a fact says beyond the lines; a sum that differs from theirs raises NoCost."""
    if text.startswith("Varav "):
        return {"varav": list(parts_of(text.removeprefix("Varav ")))}
    found = _FACT.fullmatch(text)
    assert found
    if found["vad"] == "Prisnivå":
        return {"prisnivå": found["värde"]}
    if found["vad"] == "Ram":
        return {"ram": _pot(f"0 kr av {found['värde']}")}
    stated = _STATED.fullmatch(found["värde"])
    held = [_added(lines, found["vad"]), *(paid if found["vad"] == "Ur ramen" else ())]
    if stated is None or amount(stated["belopp"]) not in held:
        raise NoCost
    made: dict[str, Value] = {"ram": _pot(found["värde"])} if stated["ram"] else {}
    if stated["varav"]:
        made["varav"] = list(parts_of(stated["varav"]))
    return made


def _pot(text: str) -> Value:
    found = _STATED.fullmatch(text)
    if found is None or amount(found["ram"] or "") is None:
        raise NoCost
    named: dict[str, Value] = {"namn": found["namn"]} if found["namn"] else {}
    return {"belopp": found["ram"], **named}


def _added(lines: Sequence[dict[str, Value]], what: str) -> Decimal:
    """What the lines come to: in all, or what is applied for, paid by the board or granted of them."""
    if what == "Ur ramen":
        what = "Sökt belopp" if any("sökt" in one or "egen" in one for one in lines) else "Summa"
    return sum((_share(line, _ADDED.get(what, "")) for line in lines), Decimal(0))


def _share(line: dict[str, Value], key: str) -> Decimal:
    years = line.get("per_år")
    stated = years.values() if isinstance(years, dict) else [line.get("belopp", "")]
    whole = sum((amount(str(one)) or Decimal(0) for one in stated), Decimal(0))
    if not key:
        return whole
    if key in line:
        return amount(str(line[key])) or Decimal(0)
    other = {"sökt": "egen", "egen": "sökt"}.get(key, "")
    if other in line:
        return whole - (amount(str(line[other])) or Decimal(0))
    return whole if key == "sökt" else Decimal(0)


def _sources(parts: Sequence[Para | Tabled]) -> Iterator[dict[str, Value]]:
    for part in parts:
        if isinstance(part, Tabled):
            yield from sources_of(part)
            continue
        found = _SOURCE.fullmatch(part.text) if part.line.item is not None else None
        if found is None:
            raise NoCost
        yield {key: value for key, value in found.groupdict().items() if value}
