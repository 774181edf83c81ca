"""report: findings and results for people, on a terminal or not. Nothing a user wrote is markup."""

from namndkit.report.full import print_findings
from namndkit.report.terminal import say

__all__ = ["print_findings", "say"]
