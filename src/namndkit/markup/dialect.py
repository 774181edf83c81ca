"""The two closed Markdown dialects: the template's, and the one of a user's long text.

A long text has paragraphs, emphasis, lists, numbered lists, tables, quotations and links. Reference
definitions, entities, HTML, code, headings and backslash escapes are off, for each of them makes
characters vanish that a secretary typed as text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from types import SimpleNamespace
from urllib.parse import urlsplit

from markdown_it import MarkdownIt, helpers
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.blockquote import blockquote
from markdown_it.rules_block.list import list_block
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, emphasis

_NESTING = 200
_MOST_BRACKETS = 500
"""``[`` in a text beyond which links are not looked for: the search is quadratic."""
_OF_TEMPLATES = ("heading", "list", "table", "emphasis")
_NO_LIST = re.compile(r"\s*\+")
_NO_QUOTE = re.compile(r"\s*>\s*[\d=]")
_SHORT_MARKER = re.compile(
    r"[ \t]*(?:[•·▪◦‣●–—\uf0b7\uf0a7](?=[ \t])|\u2212(?=[ \t]+[^\W\d])|[a-z]\)(?=[ \t])|\d{4,}[.)])"
)
_MASK = "\ue010"
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")

BlockRule = Callable[[StateBlock, int, int, bool], bool]


def _parser(rules: list[str]) -> MarkdownIt:
    parser = MarkdownIt("zero", {"maxNesting": _NESTING}).enable(rules)
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]  # kept as typed
    parser.validateLink = is_address  # type: ignore[method-assign]
    parser.inline.ruler.at("emphasis", _no_emphasis_inside_words)
    parser.core.ruler.disable("normalize")  # lines end as in the file: a lone CR is no end of one
    return parser


def is_address(url: str) -> bool:
    """Web, mail and telephone addresses that Word can hold; anything else stays text."""
    try:
        parts = urlsplit(url)
        web = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    return (web or (parts.scheme in ("mailto", "tel") and bool(parts.path))) and " " not in url


def address_in(typed: str) -> str:
    """The address in the parentheses of a link: a sign after a backslash is that sign."""
    return _ESCAPED.sub(r"\1", typed)


def _destination(text: str, start: int, end: int) -> object:
    """As the library, but what looks like an entity (``&amp;``) is a part of the address."""
    found = helpers.parseLinkDestination(text, start, end)
    if found.ok:
        typed = text[start : found.pos]
        found.str = address_in(typed[1:-1] if typed.startswith("<") else typed)
    return found


def _no_title(text: str, start: int, end: int) -> object:
    """A link has words and an address: with more in its parentheses it is none, and told as that."""
    return SimpleNamespace(ok=False, pos=start, lines=0, str="")


def _no_emphasis_inside_words(state: StateInline, silent: bool) -> bool:
    r"""``5*6*7`` stays as it is, and so do ``_`` and ``\*``; otherwise the library's own rule."""
    marker = state.src[state.pos]
    if silent or marker not in "*_":
        return False
    if state.src[state.pos - 1 : state.pos] == "\\":
        state.pending += marker
        state.pos += 1
        return True
    scanned = state.scanDelims(state.pos, False)
    if marker == "*" and (scanned.can_open or scanned.can_close):
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


def template_parser(text: str) -> MarkdownIt:
    """The parser of a template's ``text``: headings, paragraphs, lists, tables, emphasis and links."""
    return _TEMPLATE if text.count("[") <= _MOST_BRACKETS else _TEMPLATE_WITHOUT_LINKS


def text_parser(text: str) -> MarkdownIt:
    """The parser of the long text ``text``; its ``env`` holds the text's own ``lines``."""
    return _WITHOUT_LINKS if text.count("[") > _MOST_BRACKETS else _WITH_LINKS


def _text_parser(rules: list[str]) -> MarkdownIt:
    parser = _parser(["list", "table", "blockquote", "emphasis", "newline", *rules])
    parser.helpers = SimpleNamespace(  # type: ignore[assignment]  # the library takes its module
        parseLinkLabel=helpers.parseLinkLabel,
        parseLinkDestination=_destination,
        parseLinkTitle=_no_title,
    )
    interrupts: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote"]}
    parser.block.ruler.at("list", _unless(_NO_LIST, list_block), interrupts)
    quotes: RuleOptionsType = {"alt": [*interrupts["alt"], "list"]}
    parser.block.ruler.at("blockquote", _unless(_NO_QUOTE, blockquote), quotes)
    parser.core.ruler.before("inline", "as_typed", _as_typed)
    return parser


def with_plain_markers(lines: list[str]) -> str:
    """The text with ``•``, ``–`` and ``a)`` at the beginning of a line as Markdown's own markers, and
    a year (``1986.``) masked, which is none.

    Every line keeps its length, so that places stay true; ``_as_typed`` undoes what made no list.
    """
    return "\n".join(
        _SHORT_MARKER.sub(_plain, line, count=1) if _begins(line) else line for line in lines
    )


def _begins(line: str) -> bool:
    return bool(_SHORT_MARKER.match(line)) and "|" not in line


def _plain(found: re.Match[str]) -> str:
    marker = found.group().lstrip()
    before = found.group()[: -len(marker)]
    if marker[0].isdigit():
        return before + marker[:-1] + _MASK
    return before + ("-" if len(marker) == 1 else "1)")


def _as_typed(state: StateCore) -> None:
    """Give paragraphs back the markers that made no list (a rule between blocks and inlines)."""
    lines: list[str] = state.env.get("lines", [])
    for token in state.tokens:
        if token.type == "inline" and token.map:
            content = token.content.split("\n")
            typed = lines[token.map[0] : token.map[0] + len(content)]
            pairs = zip(content, typed, strict=False)
            token.content = "\n".join(_restored(kept, line) for kept, line in pairs)


def _restored(kept: str, typed: str) -> str:
    """``kept``, what is left of a line after the blocks were parsed, as the line ``typed`` has it."""
    text, line = kept.rstrip(), typed.rstrip()
    tail = line[len(line) - len(text) :]
    plain = with_plain_markers([f"{tail} "]).rstrip()
    return tail if text and text != tail and plain == text else kept


_TEMPLATE = _parser([*_OF_TEMPLATES, "link"])
_TEMPLATE_WITHOUT_LINKS = _parser([*_OF_TEMPLATES])
_WITH_LINKS = _text_parser(["link"])
_WITHOUT_LINKS = _text_parser([])
