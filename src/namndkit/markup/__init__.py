"""markup: Markdown with value tokens → Document tree. The only package that knows markdown-it.

The template's Markdown and a user's long text are parsed apart, each in its own closed dialect, so
that nothing a user wrote can change the structure around it.
"""

from __future__ import annotations

from pathlib import PurePath

from namndkit.markup.blocks import Builder
from namndkit.markup.fences import fence
from namndkit.markup.lines import split
from namndkit.values.diagnostic import Outcome
from namndkit.values.document import Document, Paragraph, Properties
from namndkit.values.worded import Worded


def parse(worded: Worded, folder: PurePath, properties: Properties) -> Outcome[Document]:
    """The tree of ``worded``, whose template lies in ``folder``; findings name template or case."""
    lines = split(worded, folder)
    fenced = fence(lines)
    builder = Builder(worded.values)
    blocks = builder.build(fenced.root)
    foot = builder.build(fenced.foot) if fenced.foot else ()
    findings = (*fenced.findings, *builder.findings)
    paragraphs = tuple(block for block in foot if isinstance(block, Paragraph))
    return Outcome(Document(fenced.layout, blocks, paragraphs, properties), findings)
