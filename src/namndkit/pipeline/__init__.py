"""The pipeline: the stages in order, each fed with what the one before gave.

``checking`` takes a case as far as its findings, ``rendering`` to the document's bytes, and
``keeping`` tells what to do with a document that is there already.
"""

from namndkit.case import either, meant, unread_kind
from namndkit.pipeline.checking import (
    Checked,
    add_claims,
    check,
    claim_of,
    kinds_of,
    may_be_several,
)
from namndkit.pipeline.folder import Defaults, read_folder
from namndkit.pipeline.keeping import Standing, case_mark, judge, would_change
from namndkit.pipeline.kinds import own_templates, templates_in
from namndkit.pipeline.papers import Paper
from namndkit.pipeline.rendering import Rendered, Renderer, digest, paper_for
from namndkit.source import mend
from namndkit.wording import OWN, Templates

__all__ = [
    "OWN",
    "Checked",
    "Defaults",
    "Paper",
    "Rendered",
    "Renderer",
    "Standing",
    "Templates",
    "add_claims",
    "case_mark",
    "check",
    "claim_of",
    "digest",
    "either",
    "judge",
    "kinds_of",
    "may_be_several",
    "meant",
    "mend",
    "own_templates",
    "paper_for",
    "read_folder",
    "templates_in",
    "unread_kind",
    "would_change",
]
