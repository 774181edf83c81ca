"""A finished document's lines → paragraphs as a case can hold them, and what it cannot hold, told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from namndkit.pipeline.taking.inlines import plain, runs
from namndkit.pipeline.taking.told import Told
from namndkit.values.document import Inline, Link, Span
from namndkit.values.finished import Kind, Line, Stretch, What

_RAISED = dict(zip("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ", strict=True))
_LOWERED = dict(zip("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎", strict=True))
_LINE_ENDS = dict.fromkeys(map(ord, "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"), "\n")
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_PICTURES = {
    What.PICTURE: "En bild",
    What.CHART: "Ett diagram",
    What.FIGURE: "En figur",
    What.OBJECT: "Ett inbäddat objekt",
}


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph: what of ``line`` a case can hold, as ``inlines`` and as plain ``text``."""

    line: Line
    inlines: tuple[Inline, ...]
    text: str

    @property
    def style(self) -> str:
        """The name of its style, in small letters."""
        return self.line.style


@dataclass(frozen=True, slots=True)
class _Piece:
    """Text of one look; ``url`` is where it links to."""

    text: str
    bold: bool
    italic: bool
    url: str


def read_line(line: Line, told: list[Told]) -> Para:
    """``line`` as a paragraph; what is left out of it, or stands otherwise, is added to ``told``."""
    told += _things(line)
    told += _changes(line)
    pieces: list[_Piece] = []
    for stretch in line.stretches:
        pieces += _pieces(line, stretch, told)
    if not line.stretches and line.text:
        pieces = [_Piece(_clean(line, line.text, told), False, False, "")]
    inlines = tuple(_inlines(pieces))
    return Para(line, inlines, plain(inlines))


def unmarked(para: Para) -> Para:
    """``para`` without bold and italic, which its place in the document gives it."""
    kept = tuple(runs(para.text))
    return replace(para, inlines=kept)


def _things(line: Line) -> Iterator[Told]:
    for thing in line.things:
        if what := _PICTURES.get(thing.what):
            shows = f" (”{thing.text}”)" if thing.text else ""
            yield Told(line, "NK643", f"{what}{shows} kom inte med", thing.text)


def _changes(line: Line) -> Iterator[Told]:
    gone = "".join(one.text for one in line.changes if one.kind == "struket")
    new = "".join(one.text for one in line.changes if one.kind == "insatt")
    if gone.strip():
        yield Told(line, "NK644", "Text som är struken i en spårad ändring kom inte med", gone)
    if new.strip():
        yield Told(
            line, "NK645", "Text från en spårad ändring är hämtad som om den var godkänd", new
        )
    if any(one.kind.startswith("stycketecken") for one in line.changes):
        yield Told(line, "NK645", "Styckets slut är en spårad ändring", line.text)


def _pieces(line: Line, stretch: Stretch, told: list[Told]) -> Iterator[_Piece]:
    text = stretch.text
    if stretch.hidden or stretch.struck:
        if text.strip():
            what = "Dold text" if stretch.hidden else "Överstruken text"
            told.append(Told(line, "NK644", f"{what} kom inte med", text))
        return
    if stretch.kind is Kind.EQUATION:
        told.append(Told(line, "NK643", "En formel är en plats att fylla i", text))
        text = f"[Skriv formeln {_in_brackets(text)}]"
    elif stretch.kind is Kind.SYMBOL and _PRIVATE.search(text):
        named = " ".join(f"{ord(char):X}" for char in text)
        told.append(
            Told(
                line,
                "NK643",
                f"Ett tecken ur {stretch.font or 'en teckentabell'} är en plats att fylla i",
                text,
            )
        )
        text = f"[Skriv tecknet {named} ur {_in_brackets(stretch.font)}]"
    elif stretch.raised:
        text = _raised(line, stretch, told)
    for part, url in _linked(line, stretch, text):
        yield _Piece(_clean(line, part, told), stretch.bold, stretch.italic, url)


def _in_brackets(text: str) -> str:
    return " ".join(text.replace("[", "(").replace("]", ")").split())[:150]


def _raised(line: Line, stretch: Stretch, told: list[Told]) -> str:
    """Raised or lowered figures as the characters that look so; of other text it is told."""
    table = _RAISED if stretch.raised > 0 else _LOWERED
    if stretch.text.strip() and all(char in table or char.isspace() for char in stretch.text):
        return "".join(table.get(char, char) for char in stretch.text)
    word = "Upphöjd" if stretch.raised > 0 else "Nedsänkt"
    if stretch.text.strip():
        told.append(Told(line, "NK642", f"{word} text står på raden", stretch.text))
    return stretch.text


def _clean(line: Line, text: str, told: list[Told]) -> str:
    """``text`` without what is no text in any file: line ends of other kinds, control characters."""
    text = text.translate(_LINE_ENDS)
    for found in _NO_TEXT.findall(text):
        told.append(Told(line, "NK643", f"Styrtecknet U+{ord(found):04X} kom inte med", ""))
    return _NO_TEXT.sub("", text)


def _linked(line: Line, stretch: Stretch, text: str) -> Iterator[tuple[str, str]]:
    """``text`` in parts that go to one address each."""
    if text != stretch.text or not line.links:
        inside = (
            one for one in line.links if one.start <= stretch.start < one.start + len(one.text)
        )
        yield text, next((one.address for one in inside), "")
        return
    at = 0
    for link in line.links:
        first = max(link.start - stretch.start, at)
        end = min(link.start + len(link.text) - stretch.start, len(text))
        if first < end:
            yield text[at:first], ""
            yield text[first:end], link.address
            at = end
    yield text[at:], ""


def _inlines(pieces: Iterable[_Piece]) -> Iterator[Inline]:
    for url, group in groupby(_tidy(pieces), key=lambda one: one.url):
        inner = tuple(_marked(list(group)))
        yield from [Link(url, "", inner)] if url and not url.startswith("#") else inner


def _tidy(pieces: Iterable[_Piece]) -> list[_Piece]:
    """``pieces`` as long as their look goes, blanks at the edges of a look outside it."""
    done: list[_Piece] = []
    kept = [one for one in pieces if one.text]
    for number, piece in enumerate(kept):
        before, after = kept[number - 1 : number], kept[number + 1 : number + 2]
        blank = not piece.text.strip()
        same = bool(before and after) and _look(before[0]) == _look(after[0])
        done.append(
            replace(piece, bold=before[0].bold, italic=before[0].italic, url=before[0].url)
            if blank and same
            else piece
        )
    merged = [
        replace(group[0], text="".join(one.text for one in group))
        for _, found in groupby(done, key=_look)
        for group in [list(found)]
    ]
    parts = [part for piece in merged for part in _without_edges(piece)]
    return _at_ends(parts)


def _look(piece: _Piece) -> tuple[bool, bool, str]:
    return piece.bold, piece.italic, piece.url


def _without_edges(piece: _Piece) -> Iterator[_Piece]:
    core = piece.text.strip()
    if not core:
        yield _Piece(piece.text, False, False, "")
        return
    start = piece.text.index(core)
    for text, marked in (
        (piece.text[:start], False),
        (core, True),
        (piece.text[start + len(core) :], False),
    ):
        if text:
            yield replace(piece, text=text) if marked else _Piece(text, False, False, "")


def _at_ends(pieces: Sequence[_Piece]) -> list[_Piece]:
    """``pieces`` without the blanks at the ends of the paragraph, nor round its line breaks."""
    done: list[_Piece] = []
    for piece in pieces:
        text = re.sub(r"[^\S\n]*\n[^\S\n]*", "\n", piece.text)
        if not done or done[-1].text.endswith("\n"):
            text = text.lstrip(" \t\u00a0") if done else text.lstrip()
        if text:
            done.append(replace(piece, text=text))
    while done and not done[-1].text.strip():
        done.pop()
    if done:
        done[-1] = replace(done[-1], text=done[-1].text.rstrip())
    return [*_before_breaks(done)]


def _before_breaks(pieces: Sequence[_Piece]) -> Iterator[_Piece]:
    for number, piece in enumerate(pieces):
        following = pieces[number + 1].text if number + 1 < len(pieces) else ""
        text = piece.text.rstrip(" \t\u00a0") if following.startswith("\n") else piece.text
        if text:
            yield replace(piece, text=text)


def _marked(pieces: Sequence[_Piece]) -> Iterator[Inline]:
    """Pieces of one address as runs and spans: bold outside italic, but for both at once."""
    for bold, group in groupby(pieces, key=lambda one: one.bold):
        parts = list(group)
        inner = tuple(one for part in parts for one in _slanted(part))
        if not bold:
            yield from inner
        elif len(parts) == 1 and parts[0].italic:
            yield Span("emphasis", (Span("strong", tuple(runs(parts[0].text))),))
        else:
            yield Span("strong", inner)


def _slanted(piece: _Piece) -> Iterator[Inline]:
    inner = tuple(runs(piece.text))
    yield from [Span("emphasis", inner)] if piece.italic else inner
