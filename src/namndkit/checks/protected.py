"""What stands in a sentence but is none: links, addresses, file names, numbers that name something."""

from __future__ import annotations

import re
from collections.abc import Iterator

from namndkit.checks.spans import Span

_LINK = re.compile(
    r"!?\[[^\[\]\n]*\]\((?:[^()\n]|\([^()\n]*\))*\)|\{=[^{}\n]*\}|</?[a-zA-Z][^<>\n]*>"
)
"""A Markdown link, a reference to an amount, and a tag of HTML."""
_WORD = re.compile(r"\S+")
_LONGEST = 200
"""Characters of a word of prose; what is longer is something else."""
_ADDRESS = re.compile(
    r".*(?:://|@).*|\W*(?:www\.|(?:mailto|tel|file|sip):).*|\W*(?:[\w-]+\.)+[a-z]{2,}/.*", re.I
)
_PATH = re.compile(r".*\\.*|(?=.*[^\W\d_]).*/.*/.*")
_FILE = re.compile(
    r".*\.(?:xlsx?|xlsm|docx?|docm|pptx?|pdf|rtf|od[tsp]|csv|txt|md|ya?ml|json|xml|html?|zip|msg|eml"
    r"|png|jpe?g|gif|tiff?|svg|dwg|mp[34])\W*",
    re.I,
)
_BEFORE_FILE = re.compile(r"(?:[^.,;:!?”“\"«»|*>\n]|\.(?! [A-ZÅÄÖ]))*\Z")
_FURTHEST = 120
"""Characters before the last word of a file name that may belong to it: names hold blanks."""
_NAMES = re.compile(
    r"\W*(?:\w*(?:nummer|nr)|dnr|ref|referens|beteckning|ärende|diariet|akt|id)[.:]*", re.I
)
"""Words that a number follows which is not to be reckoned with but names something."""
_LETTERS = re.compile(r"\W*[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,4}[A-ZÅÄÖ]?[/:-]?")
_NUMBER = re.compile(r"[\w/:.–-]*\d.*")
_SERIAL = re.compile(r"(?:19|20)\d\d[-/:]\d.*|[-/:].*")
_AUTHORITY = re.compile(r"\W*[A-ZÅÄÖ](?:[A-ZÅÄÖa-zåäö]{0,3}[A-ZÅÄÖ])[/:-]?")
"""The letters before a diary number: KS, STK, SoN."""


def protected(text: str) -> Iterator[Span]:
    """The stretches of ``text`` that are to stand as they are, in order of their ends."""
    yield from (found.span() for found in _LINK.finditer(text))
    before: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        yield from _at(text, word, before)
        before = [*before[-1:], word]


def _at(text: str, word: re.Match[str], before: list[re.Match[str]]) -> Iterator[Span]:
    written = word.group()
    if len(written) > _LONGEST or _ADDRESS.fullmatch(written) or _PATH.fullmatch(written):
        yield word.span()
    elif _FILE.fullmatch(written):
        line = text[max(0, word.start() - _FURTHEST) : word.start()]
        found = _BEFORE_FILE.search(line)
        yield word.start() - (len(found.group()) if found else 0), word.end()
    elif before and (first := _named(written, before)):
        yield first.start(), word.end()


def _named(written: str, before: list[re.Match[str]]) -> re.Match[str] | None:
    """The word that begins the name whose number is ``written``, if it is such a number."""
    if not _NUMBER.fullmatch(written):
        return None
    last = before[-1].group()
    if _NAMES.fullmatch(last) or (_AUTHORITY.fullmatch(last) and _SERIAL.fullmatch(written)):
        return before[-1]
    follows = len(before) > 1 and _NAMES.fullmatch(before[0].group())
    return before[0] if follows and _LETTERS.fullmatch(last) else None
