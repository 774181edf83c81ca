"""From a finished Word document to a case: each known heading's paragraphs under its key."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from namndkit.values.case import KINDS
from namndkit.values.case.glossary import fold
from namndkit.values.diagnostic import Outcome
from namndkit.values.finished import Line
from namndkit.word.finished import read_finished

_PROSE = ("sammanfattning", "ärendet", "bakgrund", "målgrupp", "förväntad_effekt", "yttrande")
_ANSWERED = re.compile(r"(Rekommendation|Yrkande|Fråga) (\d+ ?[a-z]?): +(.+)", re.DOTALL)
_STARS = re.compile(r"\*\S(?:[^*]*\S)?\*")
"""What is typed between asterisks, which a long text reads as italic or bold."""
_ROLE = re.compile(
    r"(?:[\w:.&-]+ ){0,4}[\w:-]*(?:ordförande|sekreterare|direktör|chef|ledamot|handläggare|utredare)",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"[A-ZÅÄÖÉ][\w’'-]+(?: (?:[A-ZÅÄÖÉ]\.|von|af|de|[A-ZÅÄÖÉ][\w’'-]+)){0,3} [A-ZÅÄÖÉ][\w’'-]+(?: \(\w{1,3}\))?"
)
_RULE = re.compile(r"[_.…]{3,}")
_LISTS = {"Rekommendation": "rekommendationer", "Yrkande": "yrkanden", "Fråga": "frågor"}


@dataclass(slots=True)
class Section:
    """A heading with the paragraphs and smaller headings below it, as Markdown blocks.

    ``number`` is that of a point that is answered, when it does not follow from the order.
    """

    heading: str
    level: int
    blocks: list[str] = field(default_factory=list)
    below: list[Section] = field(default_factory=list)
    number: str = ""


@dataclass(slots=True)
class Taken:
    """What was taken: ``title``, long texts by key, insatser, answered points by key, the ``costs``
    in words, other sections, and ``unplaced``, the texts that have no place, each with where it stands.

    ``starred`` are texts with asterisks that were typed and would be read as marks, with their places.
    """

    title: str = ""
    texts: dict[str, list[str]] = field(default_factory=dict)
    insatser: list[Section] = field(default_factory=list)
    points: dict[str, list[Section]] = field(default_factory=dict)
    costs: list[Section] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    unplaced: list[tuple[str, str]] = field(default_factory=list)
    starred: list[tuple[str, str]] = field(default_factory=list)


def take(path: Path, kind: str) -> Outcome[Taken]:
    """The case of ``kind`` in the Word document at ``path``."""
    outcome = read_finished(path)
    if outcome.value is None:
        return Outcome(None, outcome.diagnostics)
    taken = Taken(outcome.value.title)
    tops = _sections(outcome.value.lines, taken)
    for section in tops:
        _place(section, kind, taken)
    return Outcome(taken)


def _sections(lines: Iterable[Line], taken: Taken) -> list[Section]:
    """The document's sections; what stands before the first or outside the text is left unplaced."""
    tops: list[Section] = []
    open_: list[Section] = []
    written = [line for line in lines if line.text.strip()]
    signed = _signed(written)
    for number, line in enumerate(written):
        text = line.text.strip()
        level = 2 if _ANSWERED.match(text) and line.room == "text" else line.level
        if line.room != "text" or number in signed or (level is None and not open_):
            taken.unplaced.append((line.place, text))
        elif level == 0:
            taken.title = " ".join(text.split())
        elif level is None:
            open_[-1].blocks.append(_markdown(line))
            taken.starred += [(line.place, text)] if _STARS.search(text) else []
        else:
            section = Section(" ".join(text.split()), level)
            while open_ and open_[-1].level >= level:
                open_.pop()
            (open_[-1].below if open_ else tops).append(section)
            open_.append(section)
    return tops


def _signed(lines: list[Line]) -> set[int]:
    """The numbers of the paragraphs that are signatures: names and roles that stand together."""
    found: set[int] = set()
    run: list[int] = []
    for number, line in enumerate([*lines, None]):
        if line and line.room == "text" and line.level is None and _is_signature(line.text):
            run.append(number)
            continue
        pieces = [piece for one in run for piece in _pieces(lines[one].text)]
        if any(map(_NAME.fullmatch, pieces)) and any(map(_ROLE.fullmatch, pieces)):
            found.update(run)
        run = []
    return found


def _is_signature(text: str) -> bool:
    kinds = (_NAME, _ROLE, _RULE)
    return all(any(kind.fullmatch(piece) for kind in kinds) for piece in _pieces(text))


def _pieces(text: str) -> list[str]:
    """What stands side by side in a signature: on lines of its own, after a tab, a comma or a slash."""
    return [piece.strip() for piece in re.split(r"[\n\t,/]", text) if piece.strip()]


def _markdown(line: Line) -> str:
    """A paragraph in the dialect of long texts: bold and list marks kept."""
    text = "".join(_stretch(one.text, bold=one.bold) for one in line.stretches).strip()
    text = text.replace("****", "")
    return f"- {text}" if line.listed else text


def _stretch(text: str, *, bold: bool) -> str:
    core = text.strip()
    if not bold or not core or "*" in core:
        return text
    start = text.index(core)
    return f"{text[:start]}**{core}**{text[start + len(core) :]}"


def _place(section: Section, kind: str, taken: Taken) -> None:
    """Put ``section`` where its heading belongs."""
    key = _key(section.heading, kind)
    if key == "insatser":
        taken.texts.setdefault("insatser_inledning", []).extend(section.blocks)
        taken.insatser += section.below
    elif key == "kostnad":
        taken.costs.append(section)
    elif key and not [one for one in section.below if not _answered(one, kind)]:
        taken.texts.setdefault(key, []).extend(section.blocks)
        for one in section.below:
            _point(one, taken)
    elif _answered(section, kind):
        _point(section, taken)
    else:
        taken.sections.append(section)


def _key(heading: str, kind: str) -> str:
    """The key that a heading stands for; prompts in brackets and further words are passed over."""
    plain = fold(heading.partition("(")[0].strip())
    fields = KINDS[kind].model_fields
    known = [name for name in (*_PROSE, "insatser", "kostnad") if name in fields]
    exact = [name for name in known if plain in (fold(name), f"{fold(name)}er")]
    begun = [name for name in known if "_" in name and plain.startswith(fold(name))]
    return next(iter((*exact, *begun)), "")


def _answered(section: Section, kind: str) -> bool:
    return kind == "yttrande" and not section.below and bool(_ANSWERED.match(section.heading))


def _point(section: Section, taken: Taken) -> None:
    found = _ANSWERED.match(section.heading)
    if found:
        points = taken.points.setdefault(_LISTS[found[1]], [])
        number = found[2] if found[2] != str(len(points) + 1) else ""
        points.append(Section(found[3], section.level, section.blocks, [], number))


def left_over(taken: Taken) -> list[tuple[str, str]]:
    """What could not be placed, with where it stands; the cells of a table's row as one line."""
    found: list[tuple[str, str]] = []
    for place, text in taken.unplaced:
        row, column, _ = place.partition(", kolumn ")
        words = " ".join(text.split())
        if column and found and found[-1][0] == row:
            found[-1] = (row, f"{found[-1][1]} | {words}")
        elif (row, words) not in found:
            found.append((row, words))
    return found
