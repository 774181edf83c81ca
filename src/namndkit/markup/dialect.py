"""The two closed Markdown dialects: the template's, and the one of a user's long text.

A long text has paragraphs, emphasis, lists, numbered lists, tables, quotations and links. Reference
definitions, entities, HTML, code, headings and backslash escapes are off, for each of them makes
characters vanish that a secretary typed as text.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.blockquote import blockquote
from markdown_it.rules_block.list import list_block
from markdown_it.rules_inline import StateInline, emphasis

_NESTING = 200
_NO_LIST = re.compile(r"\s*(?:\d{4,}[.)]|\+)")
_NO_QUOTE = re.compile(r"\s*>\s*\d")
_SCHEMES = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
_BULLET = re.compile(r"^([ \t]*)[•·▪◦‣●–—\uf0b7\uf0a7](?=[ \t])", re.MULTILINE)
_LETTER = re.compile(r"^([ \t]*)[a-z]\)(?=[ \t])", re.MULTILINE)

BlockRule = Callable[[StateBlock, int, int, bool], bool]


def _parser(rules: list[str]) -> MarkdownIt:
    parser = MarkdownIt("zero", {"maxNesting": _NESTING}).enable(rules)
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]  # kept as typed
    parser.validateLink = lambda url: bool(_SCHEMES.match(url))  # type: ignore[method-assign]
    parser.inline.ruler.at("emphasis", _no_emphasis_inside_words)
    return parser


def _no_emphasis_inside_words(state: StateInline, silent: bool) -> bool:
    """``5*6*7`` and ``snake_case`` stay as they are; otherwise the library's own rule."""
    marker = state.src[state.pos]
    if silent or marker not in "*_":
        return False
    scanned = state.scanDelims(state.pos, False)
    if scanned.can_open or scanned.can_close:
        return emphasis.tokenize(state, silent)
    state.pending += marker * scanned.length
    state.pos += scanned.length
    return True


def _unless(pattern: re.Pattern[str], rule: BlockRule) -> BlockRule:
    """``rule``, but never on a line that matches ``pattern``."""

    def guarded(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
        return not pattern.match(line) and rule(state, start, end, silent)

    return guarded


def template_parser() -> MarkdownIt:
    """The parser of templates: headings, paragraphs, lists, tables, emphasis and links."""
    return _parser(["heading", "list", "table", "emphasis", "link"])


def text_parser() -> MarkdownIt:
    """The parser of long texts."""
    parser = _parser(["list", "table", "blockquote", "emphasis", "link", "newline"])
    interrupts: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote"]}
    parser.block.ruler.at("list", _unless(_NO_LIST, list_block), interrupts)
    parser.block.ruler.at(
        "blockquote", _unless(_NO_QUOTE, blockquote), {"alt": [*interrupts["alt"], "list"]}
    )
    return parser


def plain_markers(text: str) -> str:
    """``text`` with ``•``, ``–`` and ``a)`` at the beginning of a line as list markers.

    Every line keeps its length, so that places in the text stay true; what was typed is read back
    from the text itself.
    """
    return _LETTER.sub(r"\g<1>1)", _BULLET.sub(r"\g<1>-", text))
