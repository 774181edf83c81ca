"""Mail merge: a document that fetches its addresses from elsewhere as it is opened (17.14)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from namndkit.word.xml import w

_SECRET = re.compile(r"((?:password|pwd)\s*=\s*)[^;]*", re.IGNORECASE)
_SOURCES = ("connectString", "udl", "query")
"""Where a mail merge says what it fetches from, the plainest first."""


def sources(settings: Any) -> Iterator[str]:
    """What each mail merge fetches from, without passwords; those that are a relation are told as one."""
    for merge in settings.iter(w("mailMerge")):
        if merge.find(w("dataSource")) is not None:
            continue
        said = (one.get(w("val")) for name in _SOURCES for one in merge.iter(w(name)))
        source = next((text for text in said if text), None)
        if source is not None:
            yield "kopplad utskrift, " + _SECRET.sub(r"\1…", source)
