"""What other programs or a slip of the hand have made of a link: told, with the link to write."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from namndkit.markup.dialect import is_address

_TO = r"(?:[a-z][a-z0-9+.-]{1,20}://|mailto:|tel:|www\.)[^\s()\[\]|<>\"]{1,500}"
_WORDS = r"[^()\[\]|<>\n]{1,200}"
_NEARLY = re.compile(
    rf"\[(?P<cut>[^\[\]\n]{{1,200}})\][ :]{{0,2}}\(\s?(?P<to_cut>{_TO})\)?"
    rf"|\((?P<turned>{_WORDS})\)\[(?P<to_turned>{_TO})\]?"
    rf"|\[(?P<barred>{_WORDS})\|\s?(?P<to_barred>{_TO})\s?\]"
    rf"|\[(?P<to_wiki>{_TO})[ |](?P<wiki>{_WORDS})\]"
    rf"|<a\s[^<>\n]{{0,200}}?href=[\"'”]?(?P<to_html>[^\s\"'”<>]{{1,500}})[^<>\n]{{0,200}}>(?P<html>{_WORDS})(?:</a>)?",
    re.IGNORECASE,
)


def nearly_links(
    text: str, read: Collection[str]
) -> Iterator[tuple[tuple[int, int], tuple[str, str]]]:
    """Where such a link stands in ``text``, what is wrong and what to do; ``read`` are the addresses of links."""
    for found in _NEARLY.finditer(text):
        kind = (found.lastgroup or "").removeprefix("to_")
        words, url = found[kind].strip(), found[f"to_{kind}"]
        if not any(one.startswith(url) for one in read):
            message = "Länken är inte skriven som en länk och skrivs ut som den står."
            url = f"https://{url}" if url.lower().startswith("www.") else url
            hint = f"[{words}]({url})" if is_address(url) else f"[{words}](adressen)"
            yield found.span(), (message, f"Skriv ”{hint}”.")
