"""NK212: a list that YAML has run into one line, because the text was begun on the key's line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from namndkit.checks.texts import Written
from namndkit.values.diagnostic import Diagnostic, error

_ITEM = re.compile(r"^[ \t]*(?:[-•–—*]|\d{1,3}[.)]|[a-z]\))[ \t]+\S", re.MULTILINE)


def swallowed_list(written: Written) -> Iterator[Diagnostic]:
    """Lines that begin like items of a list in a text of several lines written without ``|``."""
    text = written.node
    if text.style in ("|", ">", "file"):
        return
    raw = text.source.text
    first_line_end = raw.find("\n", text.start, text.end)
    found = _ITEM.search(raw, first_line_end + 1, text.end) if first_line_end >= 0 else None
    if found:
        start = found.end() - len(found.group().lstrip())
        message = "Raden ser ut som en punkt i en lista men läses ihop med texten ovanför."
        hint = "Sätt ”|” efter nyckeln och börja texten på nästa rad, indragen."
        yield error(text.source.position(start, found.end()), "NK212", message, hint)
