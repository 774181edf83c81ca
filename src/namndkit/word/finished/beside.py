"""The parts of a document that are no running text: charts, figures, properties, data, web pages."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from typing import Any

from lxml import etree

from namndkit.word.finished.colours import A
from namndkit.word.finished.drawn import label
from namndkit.word.finished.kept import attributes, has_number

_CHARTS = ("chartSpace",)
_FIGURES = ("dataModel", "drawing")
_PROPERTIES = ("coreProperties", "Properties")
_TOGETHER = frozenset(("si", "is", "p", "text"))
"""Elements whose text is one text, however it is parted."""
_HIDDEN = frozenset(("script", "style", "head", "title"))
_BLOCKS = frozenset(
    ("p", "div", "li", "td", "th", "tr", "table", "ul", "ol", "dl", "dt", "dd", "br", "hr", "pre")
    + ("h1", "h2", "h3", "h4", "h5", "h6", "body", "blockquote", "section", "caption", "figcaption")
)


def local(element: Any) -> str:
    """An element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def labels(root: Any) -> list[str]:
    """What a chart or a figure shows: its paragraphs, and the names that it has been given."""
    found = [label(one) for one in root.iter(f"{A}p")]
    for cache in root.iter("{*}strCache", "{*}strLit", "{*}strDim"):
        found += [one.text or "" for one in cache.iter("{*}v", "{*}pt") if one.text]
    return [text for text in found if text.strip()]


def numbers(root: Any) -> list[str]:
    """The numbers that a chart is drawn from."""
    caches = root.iter("{*}numCache", "{*}numLit", "{*}numDim")
    found = (one.text for cache in caches for one in cache.iter("{*}v", "{*}pt") if one.text)
    return [text for text in found if text.strip()]


def shape(root: Any) -> str:
    """``diagram``, ``figur``, ``egenskap``, or ``data`` for what no page shows."""
    name = local(root)
    if name in _CHARTS:
        return "diagram"
    if name in _FIGURES and "diagram" in str(root.tag):
        return "figur"
    return "egenskap" if name in _PROPERTIES else "data"


def texts(root: Any) -> Iterator[tuple[str, str]]:
    """Every text in a part, with the name of its element (or of the property that it belongs to)."""
    waiting = [(root, "")]
    while waiting:
        one, name = waiting.pop()
        mine = str(one.get("name") or "") if local(one) == "property" else name
        if local(one) in _TOGETHER:
            yield mine or local(one), "".join(one.itertext())
            continue
        if one.text and one.text.strip():
            yield mine or local(one), one.text
        if one.tail and one.tail.strip() and one is not root:
            yield mine or local(one), one.tail
        waiting += [(child, mine) for child in reversed(one)]


def page(data: bytes, encoding: str | None = None) -> tuple[list[str], list[str]]:
    """The paragraphs of a web page, and what its attributes say."""
    try:
        parser = _page_parser(encoding or _wide(data))
    except LookupError:  # an encoding that nobody knows
        parser = _page_parser(None)
    try:
        root: Any = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    paragraphs: list[list[str]] = [[]]
    said: list[str] = []
    if root is not None:
        for event, one in etree.iterwalk(root, events=("start", "end", "comment")):
            _read(event, one, paragraphs, said)
    joined = (" ".join("".join(pieces).split()) for pieces in paragraphs)
    return [text for text in joined if text], said


def _page_parser(encoding: str | None) -> etree.HTMLParser:
    return etree.HTMLParser(
        no_network=True, remove_comments=False, remove_pis=True, encoding=encoding
    )


def _read(event: str, one: Any, paragraphs: list[list[str]], said: list[str]) -> None:
    if event == "comment":
        said += [one.text] if has_number(one.text or "") else []
        paragraphs[-1].append(one.tail or "")
        return
    if one.tag in _BLOCKS:
        paragraphs.append([])
    hidden = one.tag in _HIDDEN
    if event == "start":
        said += [str(one.get(name)) for name in ("alt", "title", "href") if one.get(name)]
        said += attributes(one)
        if hidden:
            said += [one.text] if one.text and one.text.strip() else []
        else:
            paragraphs[-1].append(one.text or "")
    else:
        paragraphs[-1].append(one.tail or "")


def letter(data: bytes) -> list[tuple[str, bytes, str | None]]:
    """The pages and texts of a web archive (``.mht``), each with its kind and encoding."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    found = []
    for part in message.walk():
        if part.get_content_maintype() == "text":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                found.append((part.get_content_type(), payload, part.get_content_charset()))
    return found


def plain(data: bytes) -> list[str]:
    """The lines of a text file."""
    for encoding in (_wide(data) or "utf-8-sig", "cp1252"):
        try:
            return [line for line in data.decode(encoding).splitlines() if line.strip()]
        except UnicodeDecodeError:
            continue
    return [line for line in data.decode("latin-1").splitlines() if line.strip()]


def _wide(data: bytes) -> str | None:
    """The encoding of a text with two bytes for each character; None for another."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    return {(False, True): "utf-16le", (True, False): "utf-16be"}.get(
        (data[:1] == b"\0", data[1:2] == b"\0")
    )
