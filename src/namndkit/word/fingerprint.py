"""What of a Word document is compared: each paragraph's text and emphasis, the margins, the furniture.

A program that only opens and saves a document rewrites its parts, renames style ids and splits
runs; what is kept here is the same before and after.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from namndkit.word.xml import w

SHORT = 6
"""Hexadecimal digits of a paragraph's digest."""
SLACK = 30
"""Twips (half a millimetre) that a margin may move by when another program saves it."""

_MARKS = tuple((w(mark), mark) for mark in ("b", "i", "u", "strike", "vertAlign", "highlight"))
_OFF = ("0", "false", "none", "off")
_EDGES = ("top", "right", "bottom", "left")
_P, _R, _T, _STYLE, _VAL = w("p"), w("r"), w("t"), f"{w('pPr')}/{w('pStyle')}", w("val")
_PROPERTIES, _RUN_STYLE, _BLANKS = w("rPr"), w("rStyle"), (w("tab"), w("br"), w("cr"))


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """A document as it is compared: a digest and the text of each paragraph, and the page margins.

    ``margins`` are in twips: top, right, bottom, left of each section.
    """

    digests: tuple[str, ...]
    texts: tuple[str, ...]
    margins: tuple[int, ...]


def fingerprint(body: Any, names: Mapping[str, str], furniture: Iterable[Any] = ()) -> Fingerprint:
    """The fingerprint of ``w:document`` ``body``.

    ``names`` are the styles' names by id, ``furniture`` the roots of its headers and footers.
    """
    paragraphs = [_paragraph(element, names) for element in body.iter(_P)]
    rest = sorted({text for root in furniture for text in _furniture(root) if text})
    paragraphs += [(text, text) for text in rest]
    margins = tuple(
        _number(section.get(w(edge))) for section in body.iter(w("pgMar")) for edge in _EDGES
    )
    digests = tuple(_short(marked) for marked, text in paragraphs if text)
    return Fingerprint(digests, tuple(text for _, text in paragraphs if text), margins)


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:SHORT]


def _number(twips: str | None) -> int:
    try:
        return round(float(twips or 0))
    except (OverflowError, ValueError):
        return 0


def _paragraph(element: Any, names: Mapping[str, str]) -> tuple[str, str]:
    """(the text with its style and the beginning of each emphasis, the text alone)."""
    style = element.find(_STYLE)
    marked = [names.get(style.get(_VAL), "") if style is not None else ""]
    plain: list[str] = []
    last = ""
    for run in element.iter(_R):
        text = _text(run)
        if not text:
            continue
        marks = _emphasis(run.find(_PROPERTIES), names)
        if marks != last:
            marked.append(f"\x1f{marks}\x1e")
            last = marks
        marked.append(text)
        plain.append(text)
    return "\x1d".join((marked[0], "".join(marked[1:]))), "".join(plain).strip()


def _text(run: Any) -> str:
    parts: list[str] = []
    for child in run:
        if child.tag == _T:
            parts.append(child.text or "")
        elif child.tag in _BLANKS:
            parts.append(" ")
    return "".join(parts)


def _emphasis(properties: Any, names: Mapping[str, str]) -> str:
    if properties is None:
        return ""
    style = properties.find(_RUN_STYLE)
    marks = [names.get(style.get(_VAL), "")] if style is not None else [""]
    for tag, mark in _MARKS:
        found = properties.find(tag)
        if found is not None and found.get(_VAL, "1") not in _OFF:
            marks.append(mark)
    return "+".join(marks) if any(marks) else ""


def _furniture(root: Any) -> Iterator[str]:
    """The texts of a header or footer, without what is counted (pages)."""
    for element in root.iter(w("p")):
        if element.find(f".//{w('fldChar')}") is None and element.find(w("fldSimple")) is None:
            yield "".join(text.text or "" for text in element.iter(w("t"))).strip()


def moved(before: Iterable[int], after: Iterable[int]) -> bool:
    """True when a margin is another than before, by more than rounding moves it."""
    one, other = tuple(before), tuple(after)
    return len(one) != len(other) or any(
        abs(a - b) > SLACK for a, b in zip(one, other, strict=True)
    )
