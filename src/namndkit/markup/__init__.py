"""markup: Markdown with value tokens → Document tree. The only package that knows markdown-it.

The template's Markdown and a user's long text are parsed apart, each in its own closed dialect, so
that nothing a user wrote can change the structure around it.
"""

from __future__ import annotations

from typing import TypeGuard

from namndkit.markup.blocks import Builder
from namndkit.markup.fences import fence, layouts_in, unknown_roles
from namndkit.markup.gaps import gaps_in_paragraphs, with_gaps
from namndkit.markup.lines import split
from namndkit.markup.longtext import read_long_text
from namndkit.values.diagnostic import Diagnostic, Outcome, error
from namndkit.values.document import Block, Document, Link, Paragraph, Properties
from namndkit.values.node import Scalar
from namndkit.values.position import SourceText
from namndkit.values.worded import Worded

__all__ = ["blocks_of", "check_text", "layouts_in", "parse", "unknown_roles"]


def check_text(text: str, node: Scalar) -> tuple[Diagnostic, ...]:
    """What is wrong with the long text ``text``, written at ``node``, without any template."""
    return read_long_text(text, node)[1]


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks that the long text ``text`` becomes, all of them placed at the beginning of no file."""
    return read_long_text(text, Scalar(SourceText("", text), 0, 0, text))[0]


def parse(worded: Worded, properties: Properties) -> Outcome[Document]:
    """The tree of ``worded``; findings name template or case.

    In a draft the places that are not filled in are marked.
    """
    lines = split(worded)
    fenced = fence(lines)
    builder = Builder(worded.values)
    blocks = builder.build(fenced.root)
    foot = builder.build(fenced.foot) if fenced.foot else ()
    paragraphs = tuple(block for block in foot if _is_plain(block))
    findings = [*fenced.findings, *builder.findings]
    if len(paragraphs) < len(foot) and fenced.foot:
        message = "I sidfoten får bara stycken utan länkar stå."
        findings.append(
            error(fenced.foot.origin, "NK412", message, "Skriv sidfoten som vanlig text.")
        )
    if properties.draft:
        blocks, paragraphs = with_gaps(blocks), gaps_in_paragraphs(paragraphs)
    return Outcome(Document(fenced.layout, blocks, paragraphs, properties), tuple(findings))


def _is_plain(block: Block) -> TypeGuard[Paragraph]:
    """True for a paragraph without links, which is all that a footer can hold."""
    if not isinstance(block, Paragraph):
        return False
    return not any(isinstance(inline, Link) for inline in block.inlines)
