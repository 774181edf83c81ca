"""report: findings and results for people and machines. Nothing a user wrote is markup."""

from namndkit.report.documents import (
    FAILED,
    KEPT,
    UNCHANGED,
    WOULD_WRITE,
    WRITTEN,
    Done,
    Tally,
)
from namndkit.report.findings import Findings
from namndkit.report.formats import FORMATS, show
from namndkit.report.standard_error import print_all, print_findings
from namndkit.report.terminal import progress, say, show_rows

__all__ = [
    "FAILED",
    "FORMATS",
    "KEPT",
    "UNCHANGED",
    "WOULD_WRITE",
    "WRITTEN",
    "Done",
    "Findings",
    "Tally",
    "print_all",
    "print_findings",
    "progress",
    "say",
    "show",
    "show_rows",
]
