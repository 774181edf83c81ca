"""NK230–NK237: writing rules, as hints; those with one right answer carry it as a fix."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from namndkit.checks.texts import Written
from namndkit.values.case.role import Role
from namndkit.values.diagnostic import Diagnostic, hint

Edits = Callable[[re.Match[str]], list[tuple[int, int, str]]]


def _whole(make: Callable[[re.Match[str]], str]) -> Edits:
    """An edit of the whole match."""
    return lambda found: [(*found.span(), make(found))]


@dataclass(frozen=True, slots=True)
class Habit:
    """A way of writing: what it looks like, what is wrong, and the edits that mend it (if any).

    A text without ``sign`` cannot hold it and is not searched.
    """

    code: str
    sign: str
    pattern: re.Pattern[str]
    message: str
    remedy: Callable[[re.Match[str]], str]
    edits: Edits | None = None


def _thousands(found: re.Match[str]) -> str:
    return f"{int(found.group()):,}".replace(",", " ")


def _paragraph_sign(found: re.Match[str]) -> str:
    before = found.string[: found.start()][-1:].isdigit()
    return (" " if before else "") + "§" + ("" if before else " ")


def _range(found: re.Match[str]) -> str:
    return found.group().replace("-", "–")


_UNITS = r"(?:tkr|mnkr|mkr|miljon(?:er)?|tusen kronor|kronor|kr)\b"
_BEFORE_TEXT = re.compile(r"\s*(?:>\s*)*(?:[•·▪◦‣●–—−*-]|\d+[.)]|[a-z]\))")
_YEARS = r"(?<![\w/.:\-–])(?:19|20)\d{2}-(?:(?:19|20)\d{2}|1[3-9]|[2-9]\d)(?![\w\-–]|:\d)"
_PAGES = r"\b(?:s\.|sid\.|sidorna|sida)\s?\d+-\d+\b"

HABITS: tuple[Habit, ...] = (
    Habit(
        "NK230",
        "§",
        re.compile(r"§(?=\d)|(?<=\d)§(?!§)"),
        "Mellanslag saknas mellan § och numret.",
        lambda found: "Sätt ett mellanslag mellan § och numret.",
        _whole(_paragraph_sign),
    ),
    Habit(
        "NK231",
        "k",
        re.compile(r"(?<![\d.,/:\-])\d{4,}(?=[ \u00a0]?(?:tkr|mnkr|mkr|kronor|kr|tusen kronor)\b)"),
        "Tusental skiljs med mellanslag.",
        lambda found: f"Skriv ”{_thousands(found)}”.",
        _whole(_thousands),
    ),
    Habit(
        "NK232",
        "/",
        re.compile(r"(?<![\d/])(?:[1-9]|[12]\d|3[01])/(?:[1-9]|1[0-2])[- ](?:19|20)\d{2}\b"),
        "Datumet är skrivet med snedstreck.",
        lambda found: "Skriv till exempel ”den 31 december 2025” eller ”2025-12-31”.",
    ),
    Habit(
        "NK233",
        "kap",
        re.compile(r"(?<=\d )kap(?= \d)"),
        "Punkt saknas efter kap.",
        lambda found: "Skriv ”kap.”.",
        _whole(lambda found: "kap."),
    ),
    Habit(
        "NK234",
        "  ",
        re.compile(r"(?<=[^\s|])  (?=[^\s|#])"),
        "Här står två mellanslag efter varandra.",
        lambda found: "Skriv ett mellanslag.",
        _whole(lambda found: " "),
    ),
    Habit(
        "NK235",
        "%",
        re.compile(r"(?<=\d)[ \u00a0]?%(?![\w%-])"),
        "Procent skrivs med ord i löpande text.",
        lambda found: "Skriv ordet procent, med ett mellanslag före.",
        _whole(lambda found: " procent"),
    ),
    Habit(
        "NK236",
        '"',
        re.compile(r'(?<![\w"])"(?=\S)([^"\n]{1,200})(?<=\S)"(?![\w"])'),
        "Citattecknen är raka.",
        lambda found: f"Skriv ”{found[1]}”.",
        lambda found: [
            (found.start(), found.start() + 1, "”"),
            (found.end() - 1, found.end(), "”"),
        ],
    ),
    Habit(
        "NK237",
        "-",
        re.compile(f"{_YEARS}|{_PAGES}"),
        "Ett intervall skrivs med tankstreck.",
        lambda found: f"Skriv ”{_range(found)}”.",
        _whole(_range),
    ),
    Habit(
        "NK238",
        "-",
        re.compile(rf"(?<![\w\-–.,/])-(?=\d[\d,  ]*\s?{_UNITS})"),
        "Minus skrivs med minustecken.",
        lambda found: "Skriv ”−”.",
        _whole(lambda found: "−"),
    ),
    Habit(
        "NK239",
        "k",
        re.compile(r"(?<=\d)(?=(?:kr|tkr|mnkr|mkr)\b)"),
        "Mellanslag saknas före enheten.",
        lambda found: "Sätt ett mellanslag mellan talet och enheten.",
        _whole(lambda found: " "),
    ),
)
"""Every habit that is hinted at."""

_IN_TABLES = ("NK234", "NK235")
"""Habits that are right in a table."""
_IN_SENTENCES = ("NK235",)
"""What is a habit in sentences only: a heading that others name by its words keeps its ``%``."""


def writing_rules(text: Written) -> Iterator[Diagnostic]:
    """Hints about the case's own prose: not what is quoted, and not addresses and names in it."""
    whole = text.plain.text
    if not text.prose or " " not in whole:
        return
    for habit in HABITS:
        if habit.sign not in whole or (
            text.role is not Role.RUNNING and habit.code in _IN_SENTENCES
        ):
            continue
        for found in habit.pattern.finditer(whole):
            edits = habit.edits(found) if habit.edits else []
            if not text.is_own([edit[:2] for edit in edits] or [found.span()]):
                continue
            line, at = _line(whole, found.start())
            if habit.code in _IN_TABLES and "|" in line:
                continue
            if habit.code == "NK234" and _BEFORE_TEXT.fullmatch(line[:at]):
                continue  # the blanks after a list's marker are no part of the text
            place = text.plain.at(*found.span())
            told = hint(place, habit.code, habit.message, habit.remedy(found))
            yield replace(told, fixes=text.fixes(edits))


def _line(text: str, at: int) -> tuple[str, int]:
    """The line that ``at`` lies in, and where in it."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return text[start : end if end >= 0 else len(text)], at - start
