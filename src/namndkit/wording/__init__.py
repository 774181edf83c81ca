"""wording: Case + Budget → Markdown with value tokens, by the templates. Only here is Jinja2 known.

What the documents say, and which kinds of them there are, stands in ``templates/*.md.j2``, not in Python.
"""

from namndkit.wording.environment import NAMES
from namndkit.wording.folder import (
    MOST,
    OWN,
    home_of,
    how_to_get,
    misnamed,
    passed_over,
    texts_of,
    unreadable,
)
from namndkit.wording.heads import displaced_head, head_of
from namndkit.wording.templates import Templates

__all__ = [
    "MOST",
    "NAMES",
    "OWN",
    "Templates",
    "displaced_head",
    "head_of",
    "home_of",
    "how_to_get",
    "misnamed",
    "passed_over",
    "texts_of",
    "unreadable",
]
