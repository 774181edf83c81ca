"""The pipeline: the stages in order, each fed with what the one before gave.

``checking`` takes a case as far as its findings, ``rendering`` to the document's bytes, and
``keeping`` tells what to do with a document that is there already.
"""

from namndkit.pipeline.checking import (
    Checked,
    Defaults,
    add_claims,
    check,
    claim_of,
    kind_of,
    read_folder,
)
from namndkit.pipeline.keeping import Standing, case_mark, judge, would_change
from namndkit.pipeline.rendering import Rendered, Renderer, digest
from namndkit.source import mend

__all__ = [
    "Checked",
    "Defaults",
    "Rendered",
    "Renderer",
    "Standing",
    "add_claims",
    "case_mark",
    "check",
    "claim_of",
    "digest",
    "judge",
    "kind_of",
    "mend",
    "read_folder",
    "would_change",
]
