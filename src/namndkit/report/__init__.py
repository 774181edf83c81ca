"""report: findings and results for people and machines. Nothing a user wrote is markup."""

from namndkit.report.budget import FIGURES, Account, Sheet, show_figures
from namndkit.report.findings import Findings
from namndkit.report.formats import FORMATS, show
from namndkit.report.full import print_all, print_findings
from namndkit.report.terminal import progress, say

__all__ = [
    "FIGURES",
    "FORMATS",
    "Account",
    "Findings",
    "Sheet",
    "print_all",
    "print_findings",
    "progress",
    "say",
    "show",
    "show_figures",
]
