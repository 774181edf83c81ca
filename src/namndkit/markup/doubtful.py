"""NK211, NK213, NK240: lines that look like an item, a table or a heading, but run into the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from namndkit.markup.run_together import is_rule, run_together
from namndkit.markup.tables import cells_of
from namndkit.values.diagnostic import Diagnostic, warning
from namndkit.values.labels import labelled
from namndkit.values.position import Position

Places = Callable[[int], Position]
"""From a line of the paragraph (0-based) to its place in the file."""

OWN_SECTION = "under avsnitt, med nycklarna rubrik och text."
"""Where a heading is written."""
LONGEST_HEADING = 120
"""Characters that a heading has at most."""
_LIKE_AN_ITEM = re.compile(
    r"[•·▪◦‣●]|[-–—−]\s*[^\W\d]|\d{1,3}[.)]\s|\d{1,2}[.)][^\W\d]|\d{4,}[.)]\s"
    r"|[a-zåäö]{1,3}\)\s|(?![SMVCL]\))[A-ZÅÄÖ]\)\s|[a-z]\.\s|\((?:\d{1,2}|[a-z])\)\s"
)
_BEFORE = "Sätt en tom rad före listan."
_APART = "Sätt en tom rad mellan raderna."
_SIGN = re.compile(r"[○■□▶►▸◆◇❖➔➢➣➤✓✔✗✘☐☑→⇒\uf020-\uf0ff]\s*(?=\w)")
"""The marks of Word's lists that are none here; in Word's symbol fonts they lie in the private area."""
_SECOND_LEVEL = re.compile(r"o[ \t]+(?=\S)")
"""Word's mark of a list in a list. No Swedish line begins with it, and two in a row never do."""
_LIKE_A_TABLE = re.compile(r"(?=.*\|)\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?")
_SEMICOLON = re.compile(r"(?<!\s);(?=\S)")
"""Between cells; after a part of a sentence a blank follows."""
_HEADING = re.compile(r"#{1,6}[ \t]+(?!namndkit:)[^\W\d_]")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_LONGEST_EXAMPLE = 60


def doubtful(content: str, places: Places) -> Iterator[Diagnostic]:
    """What the lines of ``content``, a paragraph's text, look like and do not become."""
    lines = [line.strip() for line in content.split("\n")]
    told = [
        one
        for look in (_items, _marked_as_in_word, _headings, _tables)
        for one in look(lines, places)
    ]
    yield from told
    known = {one.position.line for one in told}
    for number, message, hint in (*run_together(lines), *_rules(lines)):
        if not known & {places(number).line, places(min(number + 1, len(lines) - 1)).line}:
            yield warning(places(number), "NK211", message, hint)


def _rules(lines: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """The first line of nothing but signs beside a line of text."""
    number = next((at for at, line in enumerate(lines) if is_rule(line)), None)
    if number is None or all(map(is_rule, lines)) or _LIKE_A_TABLE.fullmatch(lines[number]):
        return
    if not (number and _UNDERLINE.fullmatch(lines[number]) and _may_be_heading(lines[number - 1])):
        message = f"Raden med bara tecken blir en del av stycket: ”{lines[number][:40]}”."
        yield number, message, "Ta bort raden, eller sätt en tom rad mellan den och texten."


def _items(lines: Sequence[str], places: Places) -> Iterator[Diagnostic]:
    told = set[int]()
    for number, line in enumerate(lines):
        if _LIKE_A_TABLE.fullmatch(line) or not _LIKE_AN_ITEM.match(line):
            continue
        if number or line[0] in "•·▪◦‣●":
            told.add(number)
            yield _run_in(line, places(number), _item_remedy(line))
    for number in labelled(lines):
        if not told & {number, number + 1}:
            yield _run_in(lines[number], places(number), _APART)


def _item_remedy(line: str) -> str:
    """What makes an item of ``line``; letters and Roman numbers make none here, but may stand on lines of their own."""
    if line[0] == "(" or line[0].isalpha():
        return _APART
    spaced = re.match(r"\S+\s", line) and not re.match(r"\S+[.)][^\W\d]", line)
    return _BEFORE if spaced else f"Sätt ett mellanslag efter punkten. {_BEFORE}"


def _marked_as_in_word(lines: Sequence[str], places: Places) -> Iterator[Diagnostic]:
    """The first of the lines in a row that begin with one of Word's marks."""
    for first, rows in _rows(lines, _word_mark):
        if rows[0][0] == "o" and len(rows) > 1:
            hint = "Börja raderna med ”- ” i stället för o. Underpunkter dras in två mellanslag."
            yield _run_in(rows[0], places(first), hint)
        elif rows[0][0] != "o" and (first or len(rows) > 1 or "\uf020" <= rows[0][0] <= "\uf0ff"):
            hint = "Börja raderna med ”- ” i stället för tecknet."
            yield _run_in(rows[0], places(first), hint)


def _word_mark(line: str) -> str:
    if _SECOND_LEVEL.match(line):
        return "o"
    return "tecken" if _SIGN.match(line) else ""


def _run_in(line: str, place: Position, hint: str) -> Diagnostic:
    message = f"Raden ser ut som en punkt men blir en del av stycket: ”{line[:40]}”."
    return warning(place, "NK211", message, hint)


def _headings(lines: Sequence[str], places: Places) -> Iterator[Diagnostic]:
    for number, line in enumerate(lines):
        if _HEADING.match(line):
            note = " En anteckning flyttas ovanför nyckeln."
            yield _heading("#", places(number), note)
        elif number and _UNDERLINE.fullmatch(line) and _may_be_heading(lines[number - 1]):
            yield _heading(line[:3], places(number - 1), "")


def _may_be_heading(line: str) -> bool:
    plain = not _UNDERLINE.fullmatch(line) and "|" not in line
    return plain and len(line) <= LONGEST_HEADING and any(map(str.isalpha, line))


def _heading(sign: str, place: Position, note: str) -> Diagnostic:
    message = f"Raden ser ut som en rubrik men blir löpande text, med tecknen {sign} kvar."
    hint = f"Rubriker skrivs inte i en text, utan som egna avsnitt: {OWN_SECTION}{note}"
    return warning(place, "NK240", message, hint)


def _tables(lines: Sequence[str], places: Places) -> Iterator[Diagnostic]:
    ruled = [number for number, line in enumerate(lines) if _LIKE_A_TABLE.fullmatch(line)]
    for number in ruled:
        message = "Tabellen går inte att läsa: rubrikraden och raden med streck är olika långa."
        yield warning(places(number), "NK213", message, "Ge alla rader lika många celler.")
    for first, rows in _rows(lines, _row_of) if not ruled else ():
        if len(rows) > 1:
            message = "Raderna ser ut som en tabell men läses ihop till löpande text."
            tabbed = rows if "\t" in rows[0] else [_SEMICOLON.sub("\t", row) for row in rows]
            hint = _with_bars(tabbed) if "\t" in tabbed[0] else _with_rule(rows)
            yield warning(places(first), "NK213", message, hint)


def _row_of(line: str) -> str:
    """The kind of table that ``line`` can be a row of; rows without a border at their ends are alike."""
    if _word_mark(line) or _LIKE_AN_ITEM.match(line):
        return ""
    if "\t" in line:
        return "tabb"
    if len(line) > 2 and line[0] == line[-1] == "|":
        return "streck"
    return "|" * line.count(" | ") or ";" * len(_SEMICOLON.findall(line))


def _with_bars(rows: Sequence[str]) -> str:
    """What to do about rows with tabs between the cells."""
    width = max(row.count("\t") for row in rows) + 1
    header = [cell.strip() for cell in rows[0].split("\t")]
    example = _bars(header)
    if len(header) < width or len(example) > _LONGEST_EXAMPLE or "|" in rows[0]:
        example = _bars([f"kolumn {number}" for number in range(1, width + 1)])
    return (
        f"Skriv raderna med lodräta streck, som ”{example}”, och ”{_rule(width)}” under den första."
    )


def _with_rule(rows: Sequence[str]) -> str:
    """What to do about rows with bars between the cells."""
    widths = [len(cells_of(row)) for row in rows]
    alike = "" if len(set(widths)) == 1 else " Ge alla rader lika många celler."
    return f"Skriv ”{_rule(widths[0])}” på en egen rad under rubrikraden.{alike}"


def _bars(row: Sequence[str]) -> str:
    return f"| {' | '.join(row)} |"


def _rule(width: int) -> str:
    return _bars(["---"] * width)


def _rows(lines: Sequence[str], kind: Callable[[str], str]) -> Iterator[tuple[int, Sequence[str]]]:
    """The lines in a row that are of one kind (not ""), with the number of the first."""
    number = 0
    for what, group in groupby(lines, kind):
        rows = list(group)
        if what:
            yield number, rows
        number += len(rows)
