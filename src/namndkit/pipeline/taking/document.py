"""A whole document: its furniture, head, ending and title by their styles, the rest by its headings."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from namndkit.pipeline.taking import ending, head
from namndkit.pipeline.taking.guessed import signed
from namndkit.pipeline.taking.headings import Headings
from namndkit.pipeline.taking.paragraphs import Para, read_line
from namndkit.pipeline.taking.placing import Placer
from namndkit.pipeline.taking.sections import sections_of
from namndkit.pipeline.taking.tables import Grids, Tabled, untabled
from namndkit.pipeline.taking.taken import Long, Taken, filled, words_of
from namndkit.pipeline.taking.told import Told
from namndkit.values.diagnostic import Outcome
from namndkit.values.finished import Finished, Kind, Line
from namndkit.values.node import Scalar
from namndkit.word.finished import read_finished

_NO_PLACE = "Texten har ingen plats i ärendet"
_SIGNS = (*ending.ROLE_STYLES, *ending.NAME_STYLES)


def take(path: Path, headings: Headings, *, counted: bool = True) -> Outcome[Taken]:
    """The case in the Word document at ``path``, of the kind that ``headings`` are for.

    Unless ``counted`` its cost is only text.
    """
    outcome = read_finished(path)
    if outcome.value is None:
        return Outcome(None, outcome.diagnostics)
    taken = Taken(own=bool(_property(outcome.value, "namndkit")))
    _Document(outcome.value, headings, taken, counted=counted).take()
    return Outcome(taken)


def _property(document: Finished, name: str) -> str:
    """What the file says of itself under ``name``; namndkit's own documents have a record of that name."""
    told = (one.node.text for one in document.asides if one.kind == "egenskap" and one.name == name)
    return next(told, "")


class _Document:
    """One document on its way into ``taken``."""

    def __init__(
        self, document: Finished, headings: Headings, taken: Taken, *, counted: bool
    ) -> None:
        self._document, self._headings, self._taken = document, headings, taken
        self._values = taken.values
        self._grids = Grids(document)
        self._placer = Placer(headings, taken, counted=counted)

    def take(self) -> None:
        """Put every paragraph somewhere."""
        every = [read_line(line, self._taken.told) for line in self._document.lines]
        paras = self._furniture([para for para in every if para.text])
        paras = self._head(paras)
        paras = self._ending(paras)
        paras = self._title(paras)
        guessed = set[int]() if self._taken.own else signed(paras)
        self._unplaced([para for number, para in enumerate(paras) if number in guessed])
        body = [para for number, para in enumerate(paras) if number not in guessed]
        front, sections = sections_of(self._grids.gathered(body))
        self._front(front, alone=not sections)
        self._placer.place(sections)
        for para in every:
            self._links(para.line)
        self._unread()
        author = _property(self._document, "creator")
        if self._taken.own and head.is_board(author):
            self._values.setdefault("nämnd", author)
        self._foreign()
        self._taken.values = filled(self._values)

    def _foreign(self) -> None:
        """What other documents print, and this kind does not."""
        start = Scalar(self._document.source, 0, 0, "")
        for key in set(self._values) - self._headings.fields - {"rubriker", "ordning"}:
            words = " ".join(words_of(self._values.pop(key)))
            line = Line("", start, "", f"det som heter {key} i ett annat slags dokument")
            self._taken.told.append(Told(line, "NK640", _NO_PLACE, words))

    def _unread(self) -> None:
        """Parts of the file that were not read, and content that Word puts in when it opens the file."""
        start = Scalar(self._document.source, 0, 0, "")
        for name, what in self._document.unread:
            line = Line("", start, "", f"delen {name}")
            self._taken.told.append(
                Told(line, "NK643", f"En del av filen är inte läst ({what})", "")
            )
        for _, place in self._document.inserted:
            line = Line("", start, "", place)
            self._taken.told.append(
                Told(line, "NK643", "Innehållet i en annan fil kom inte med", "")
            )

    def _links(self, line: Line) -> None:
        """A short text keeps the words of a link and not where it goes."""
        outside = [one.address for one in line.links if one.address and one.address[:1] != "#"]
        if id(line) not in self._taken.in_prose:
            told = [Told(line, "NK642", "Länkens adress kom inte med", one) for one in outside]
            self._taken.told += told

    def _unplaced(self, paras: Sequence[Para]) -> None:
        for part in self._grids.gathered(paras):
            if isinstance(part, Tabled):
                self._taken.told += untabled(part)
            else:
                self._taken.told.append(Told(part.line, "NK640", _NO_PLACE, part.text))

    def _furniture(self, paras: Sequence[Para]) -> list[Para]:
        """Headers, footers, notes and the like have no place, but for page 1's foot and page numbers."""
        kept: list[Para] = []
        told: set[tuple[str, str]] = set()
        for para in paras:
            if para.line.room in ("text", "tabell") and not para.line.generated:
                kept.append(para)
            elif para.line.room == "sidfot" and self._is_department(para):
                self._values["förvaltning"] = para.text
            elif not _is_page_number(para.line) and (para.line.place, para.text) not in told:
                self._unplaced([para])
                told.add((para.line.place, para.text))
        return kept

    def _is_department(self, para: Para) -> bool:
        known = self._taken.own or head.is_office(para.text)
        return known and self._values.get("förvaltning", para.text) == para.text

    def _head(self, paras: Sequence[Para]) -> list[Para]:
        inside = [para for para in paras if para.style in head.HEAD_STYLES]
        if inside:
            values, name, rest = head.read_head(inside, self._headings)
            self._values.update(values)
            self._taken.name = name
            self._unplaced(rest)
        return [para for para in paras if para.style not in head.HEAD_STYLES]

    def _ending(self, paras: Sequence[Para]) -> list[Para]:
        values, rest = ending.signatures([para for para in paras if para.style in _SIGNS])
        self._values.update(values)
        self._unplaced(rest)
        key, stated, kept = "", list[Para](), list[Para]()
        for para in paras:
            key = self._headings.key_of(para.text) if para.line.level else key
            if para.style == "avslutning" and key not in ending.DISSENTS:
                stated.append(para)
            elif para.style not in _SIGNS and not self._is_own_fact(para):
                kept.append(para)
        self._values.update(ending.states(stated))
        return kept

    def _is_own_fact(self, para: Para) -> bool:
        """Take a line with what a key of the template's own holds, wherever it stands."""
        said = self._headings.labelled(para.text) if para.style == "uppgift" else {}
        if not said or not {*said} <= self._headings.own - {*self._values}:
            return False
        self._values |= said
        return True

    def _title(self, paras: Sequence[Para]) -> list[Para]:
        runs = [list(group) for is_title, group in groupby(paras, key=_is_title) if is_title]
        used = runs[0] if runs else []
        self._values["titel"] = " ".join(para.text for para in used) or self._document.title
        if not used and self._taken.own and "visa_titel" in self._headings.fields:
            self._values["visa_titel"] = "nej"
        tops = [para for para in paras if para.line.level == 0 and not _is_title(para)]
        others = [*tops, *(para for run in runs[1:] for para in run)]
        self._unplaced(others)
        return [para for para in paras if para.line.level != 0]

    def _without_phrase(self) -> None:
        """A document of ours without the phrase that it would have is one that says so."""
        if self._taken.own and "beslutsfras" in self._headings.fields:
            self._values["beslutsfras"] = "inga"

    def _front(self, parts: Sequence[Para | Tabled], *, alone: bool) -> None:
        """What stands before the first heading; all of the text when there is none."""
        paras = [part for part in parts if isinstance(part, Para)]
        tables = [part for part in parts if isinstance(part, Tabled)]
        values, rest = head.read_front(paras, self._headings)
        self._values.update(
            {
                key: value
                for key, value in values.items()
                if key not in self._values or key != "nämnd"
            }
        )
        if not any(para.style == "beslutsfras" for para in paras):
            self._without_phrase()
        if alone and rest:
            left = {id(para) for para in rest}
            kept = [part for part in parts if isinstance(part, Tabled) or id(part) in left]
            self._values.setdefault(self._headings.main, Long(self._placer.prose(kept)))
            return
        self._unplaced(rest)
        for table in tables:
            self._taken.told += untabled(table)


def _is_title(para: Para) -> bool:
    return para.line.level == 0 and not para.line.subtitle


def _is_page_number(line: Line) -> bool:
    """True for a line of a header or footer that is nothing but numbers that Word has worked out."""
    if line.room not in ("sidhuvud", "sidfot") or any(map(str.isalpha, line.text)):
        return False
    typed = "".join(one.text for one in line.stretches if one.kind is not Kind.FIELD)
    return not any(map(str.isalnum, typed))
