"""NK241: what is written as a link and is none to the dialect, so that its signs are printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from namndkit.markup.dialect import is_address
from namndkit.values.diagnostic import Diagnostic, warning
from namndkit.values.document import Block, Inline, Link, ListBlock, Paragraph, Quote, Span, Table
from namndkit.values.node import Scalar

_LINK = re.compile(
    r"!?\[(?P<words>[^\[\]\n]{1,200})\]"
    r"(?:(?P<gap> ?)\((?P<url>(?:[^()\n]|\([^()\n]{0,200}\)){0,500})\)|\[(?P<name>[^\[\]\n]{0,100})\])"
    r"|<(?P<bare>[a-z][a-z0-9+.-]{1,20}:[^\s<>]{1,500}|[\w.+-]+@[\w.-]+)>"
)
"""``[words](address)``, ``[words][name]`` and ``<address>``."""
_DEFINED = re.compile(r"^[ >]{0,8}\[([^\[\]\n]{1,100})\]:[ \t]*\S", re.MULTILINE)
"""``[name]: address``, which other Markdown keeps apart from the text."""
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SITE = re.compile(r"(?:[\w-]+\.)+(?P<last>[^\W\d_]{2,})(?::\d+)?(?:[/?#].*)?")
_FILES = (
    *("csv", "doc", "docx", "html", "jpeg", "jpg", "md", "odt", "pdf", "png", "pptx", "txt"),
    *("xls", "xlsx", "yaml", "yml", "zip"),
)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?=\S)", re.IGNORECASE)
_ADDRESS = re.compile(r"[#/\\.]|www\.|[^ ]+[/\\]", re.IGNORECASE)
"""What begins like an address, where words in brackets may be followed by words in parentheses."""
_SHOWN = "skrivs ut som den står."


def unread_links(text: str, blocks: Iterable[Block], node: Scalar) -> Iterator[Diagnostic]:
    """Each link in ``text``, written at ``node``, that is no link in ``blocks``."""
    read = {link.url for link in _links(blocks)}
    named = set(_DEFINED.findall(text))
    for found in _LINK.finditer(text):
        words, url = (found["words"] or "").strip(), (found["url"] or "").strip()
        if found["bare"]:
            said = _bare(found["bare"])
        elif found["name"] is not None:
            if (found["name"] or words) not in named:
                continue  # two brackets after each other
            said = (
                f"Länken har sin adress på en annan rad och {_SHOWN}",
                f"Skriv [{words}](adressen).",
            )
        elif found.group().startswith("!"):
            said = f"Bilder hör inte till en text: den {_SHOWN}", f"Skriv bara ”{words}”."
        elif (found["gap"] and not is_address(url)) or _is_read(url, read):
            continue
        elif unread := _unread(words, url):
            said = unread
        else:
            continue
        yield warning(node.at(*found.span()), "NK241", *said)


def _is_read(url: str, read: set[str]) -> bool:
    """True when a link with that address stands in the tree; a title may follow the address."""
    address, _, title = url.partition(" ")
    return address.strip("<>") in read and (not title or title[-1] in "\"')")


def _bare(address: str) -> tuple[str, str]:
    message = f"Vinkelparenteserna runt adressen {_SHOWN.replace('den står', 'de står')}"
    url = f"mailto:{address}" if _MAIL.fullmatch(address) else address
    return message, f"Skriv [{address}]({url}), eller bara {address}."


def _unread(words: str, url: str) -> tuple[str, str] | None:
    """Why ``[words](url)`` is no link, and what to write; None where no link can be meant."""
    site = _SITE.fullmatch(url)
    if _MAIL.fullmatch(url) or (site and site["last"].lower() not in _FILES):
        beginning = "https://" if site and not _MAIL.fullmatch(url) else "mailto:"
        message = f"Länken saknar {beginning} och {_SHOWN}"
        return message, f"Skriv ”[{words}]({beginning}{url})”."
    scheme = (_SCHEME.match(url) or [""])[0].lower()
    if " " in url and scheme in ("http:", "https:", "mailto:", "tel:"):
        mended = url.replace(" ", "" if scheme == "tel:" else "%20")
        return f"Adressen har mellanslag, så länken {_SHOWN}", f"Skriv ”[{words}]({mended})”."
    if site or scheme == "file:" or (len(scheme) == 2 and scheme[0].isalpha()):
        hint = f"Skriv filens adress på webben i parentesen, eller bara ”{words}”."
        return f"Länken går till en fil på datorn och {_SHOWN}", hint
    if url.startswith("#"):
        return f"Länken går till en plats i texten och {_SHOWN}", f"Skriv bara ”{words}”."
    if is_address(url):
        hint = f"Skriv ”[{words}]({url})” utan mellanslag mellan parenteserna."
        return f"Länken går inte att läsa och {_SHOWN}", hint
    if not scheme and not _ADDRESS.match(url):
        return None
    hint = f"Börja adressen med https://, mailto: eller tel:, eller skriv bara ”{words}”."
    return f"Länken går inte till en adress och {_SHOWN}", hint


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
