"""NK241: what is written as a link and is none to the dialect, so that its signs are printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from namndkit.markup.dialect import address_in, is_address
from namndkit.markup.nearly import nearly_links
from namndkit.values.diagnostic import Diagnostic, warning
from namndkit.values.document import Block, Inline, Link, ListBlock, Paragraph, Quote, Span, Table
from namndkit.values.node import Scalar

_LINK = re.compile(
    r"!?\[(?P<words>[^\[\]\n]{1,200})\]"
    r"(?:(?P<gap> ?)\((?P<url>(?:[^()\n]|\([^()\n]{0,200}\)){0,500})\)|\[(?P<name>[^\[\]\n]{0,100})\])"
    r"|<(?P<bare>[a-z][a-z0-9+.-]{1,20}:[^\s<>]{1,500}|[\w.+-]+@[\w.-]+)>"
)
"""``[words](address)``, ``[words][name]`` and ``<address>``."""
_TITLE = re.compile(r"(?P<url>\S+)\s+[\"'”(](?P<title>[^\n]*?)[\"'”)]")
_TWO_LETTERS = re.compile(r"[^\W\d_]{2}")
_DEFINED = re.compile(r"^[ >]{0,8}\[([^\[\]\n]{1,100})\]:[ \t]*\S", re.MULTILINE)
"""``[name]: address``, which other Markdown keeps apart from the text."""
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SITE = re.compile(r"(?:[\w-]+\.)+(?P<last>[^\W\d_]{2,})(?::\d+)?(?:[/?#].*)?")
_FILES = (
    *("csv", "doc", "docx", "html", "jpeg", "jpg", "md", "odt", "pdf", "png", "pptx", "txt"),
    *("xls", "xlsx", "yaml", "yml", "zip"),
)
_FILE = re.compile(rf".+\.(?:{'|'.join(_FILES)})", re.IGNORECASE)
_DRIVE = re.compile(r"[a-z]:", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?=\S)", re.IGNORECASE)
_ADDRESS = re.compile(r"[#/\\.]|www\.|[^ ]+[/\\]", re.IGNORECASE)
"""What begins like an address."""
_SHOWN = "skrivs ut som den står."


def unread_links(text: str, blocks: Iterable[Block], node: Scalar) -> Iterator[Diagnostic]:
    """Each link in ``text``, written at ``node``, that is no link in ``blocks``."""
    read = {link.url for link in _links(blocks)}
    named = set(_DEFINED.findall(text))
    for found in _LINK.finditer(text):
        if said := _said(found, read, named):
            yield warning(node.at(*found.span()), "NK241", *said)
    others = _LINK.sub(lambda found: " " * len(found.group()), text)
    for span, said in nearly_links(others, read):
        yield warning(node.at(*span), "NK241", *said)


def _said(found: re.Match[str], read: set[str], named: set[str]) -> tuple[str, str] | None:
    """What is wrong with a link and what to do; None when it is read, or no link can be meant."""
    words, url = (found["words"] or "").strip(), (found["url"] or "").strip()
    url = url[1:-1] if url.startswith("<") and url.endswith(">") else url
    if found["bare"]:
        return _bare(found["bare"])
    if found["name"] is not None:
        return _named(words, found["name"], named)
    if found.group().startswith("!"):
        return f"Bilder hör inte till en text: den {_SHOWN}", f"Skriv bara ”{words}”."
    if (found["gap"] and not is_address(url)) or address_in(url) in read:
        return None
    return _unread(words, url)


def _named(words: str, name: str, named: set[str]) -> tuple[str, str] | None:
    """``[words][name]``, unless it is two brackets after each other, as ``[1][2]``."""
    if (name or words) in named:
        message = f"Länken har sin adress på en annan rad och {_SHOWN}"
        return message, f"Skriv [{words}](adressen)."
    if not _TWO_LETTERS.search(words) or _TWO_LETTERS.search(name):
        return None
    hint = f"Skriv ”[{words}](adressen)”, eller ett mellanslag mellan parenteserna."
    return f"Länken saknar adress och {_SHOWN}", hint


def _bare(address: str) -> tuple[str, str]:
    message = f"Vinkelparenteserna runt adressen {_SHOWN.replace('den står', 'de står')}"
    url = f"mailto:{address}" if _MAIL.fullmatch(address) else address
    return message, f"Skriv [{address}]({url}), eller bara {address}."


def _unread(words: str, url: str) -> tuple[str, str] | None:
    """Why ``[words](url)`` is no link, and what to write; None for ``[ordet](S)`` and ``[1](s. 4)``."""
    titled = _TITLE.fullmatch(url)
    if titled and is_address(titled["url"]):
        hint = f"Skriv ”[{words} ({titled['title']})]({titled['url']})”."
        if url.endswith(")"):
            hint = (
                f"Skriv ”[{words}]({_filled(url)})” om parentesen hör till adressen. Annars: {hint}"
            )
        return f"I länkens parentes står mer än adressen, så den {_SHOWN}", hint
    site = _SITE.fullmatch(url)
    if _MAIL.fullmatch(url) or (site and site["last"].lower() not in _FILES):
        beginning = "https://" if site and not _MAIL.fullmatch(url) else "mailto:"
        message = f"Länken saknar {beginning} och {_SHOWN}"
        return message, f"Skriv ”[{words}]({beginning}{url})”."
    scheme = (_SCHEME.match(url) or [""])[0].lower()
    if " " in url and scheme in ("http:", "https:", "mailto:", "tel:"):
        return f"Adressen har mellanslag, så länken {_SHOWN}", f"Skriv ”[{words}]({_filled(url)})”."
    if site or _FILE.fullmatch(url) or scheme == "file:" or _DRIVE.match(scheme):
        hint = f"Skriv filens adress på webben i parentesen, eller bara ”{words}”."
        return f"Länken går till en fil på datorn och {_SHOWN}", hint
    return _no_address(words, url, scheme)


def _no_address(words: str, url: str, scheme: str) -> tuple[str, str] | None:
    """Why ``[words](url)`` is no link when it goes neither to a file nor to the web."""
    if url.startswith("#"):
        return f"Länken går till en plats i texten och {_SHOWN}", f"Skriv bara ”{words}”."
    if is_address(url):
        hint = f"Skriv ”[{words}]({url})” utan mellanslag mellan parenteserna."
        return f"Länken går inte att läsa och {_SHOWN}", hint
    if not url:
        return f"Länken saknar adress och {_SHOWN}", f"Skriv ”[{words}](adressen)”."
    if scheme or _ADDRESS.match(url):
        hint = f"Börja adressen med https://, mailto: eller tel:, eller skriv bara ”{words}”."
    elif not (_TWO_LETTERS.search(words) and _TWO_LETTERS.search(url)):
        return None
    else:
        hint = f"Skriv ”[{words}](adressen)”. Är det ingen länk: ”[{words}] ({url})”."
    return f"Länken går inte till en adress och {_SHOWN}", hint


def _filled(url: str) -> str:
    """``url`` with no blanks in it."""
    return url.replace(" ", "" if url.lower().startswith("tel:") else "%20")


def _links(blocks: Iterable[Block]) -> Iterator[Link]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from _inside(block.inlines)
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield from _links(item.blocks)
        elif isinstance(block, Quote):
            yield from _links(block.blocks)
        elif isinstance(block, Table):
            for row in (block.header, *block.rows):
                for cell in row:
                    yield from _inside(cell)


def _inside(inlines: Iterable[Inline]) -> Iterator[Link]:
    for inline in inlines:
        if isinstance(inline, Link):
            yield inline
        if isinstance(inline, Span | Link):
            yield from _inside(inline.inlines)
