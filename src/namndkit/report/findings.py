"""What a run found: the findings of any number of files, to be shown in one of the formats."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from namndkit.values.diagnostic import Diagnostic, Severity
from namndkit.values.position import SourceText

_WORDS = {
    Severity.ERROR: ("fel", "fel"),
    Severity.WARNING: ("varning", "varningar"),
    Severity.HINT: ("tips", "tips"),
}


@dataclass(slots=True)
class Findings:
    """Findings in the order of the files, the ``texts`` they lie in, and how many ``files`` there were.

    ``looked_at`` says in words what was looked at, where that is told, in ``looked`` of the files;
    ``unread`` counts the parts of those that could not be read.
    """

    diagnostics: list[Diagnostic] = field(default_factory=list)
    texts: dict[str, SourceText] = field(default_factory=dict)
    files: int = 0
    looked_at: tuple[str, ...] = ()
    looked: int = 0
    unread: int = 0

    def add(self, findings: Iterable[Diagnostic], texts: Iterable[SourceText]) -> None:
        """One more file, with its ``findings`` and the ``texts`` they lie in."""
        self.files += 1
        self.diagnostics += findings
        self.texts.update((text.path, text) for text in texts)

    def count(self) -> str:
        """``2 fel, 1 varning``, or an empty text."""
        numbers = {kind: sum(one.severity is kind for one in self.diagnostics) for kind in _WORDS}
        return ", ".join(f"{n} {_WORDS[kind][n != 1]}" for kind, n in numbers.items() if n)

    def summary(self) -> str:
        """``3 fel, 1 varning i 2 av 14 filer``."""
        found = len({one.position.path for one in self.diagnostics})
        looked = max(self.files, found)  # defaults and files that are drawn in have findings too
        files = "fil" if looked == 1 else "filer"
        if not self.diagnostics:
            return f"Inga fynd i {looked} {files}."
        return f"{self.count()} i {found} av {looked} {files}."

    def limits(self) -> str:
        """What was looked at and what that does not show; empty where nothing was."""
        if not self.looked_at or not self.looked:
            return ""
        where = "" if self.looked == self.files else f" i {self.looked} av {self.files} filer"
        parts = "En del" if self.unread == 1 else f"{self.unread} delar"
        left = f" {parts} av innehållet är inte läst{'a' * (self.unread > 1)}." * bool(self.unread)
        return (
            f"Granskat{where}: {', '.join(self.looked_at)}.{left}"
            " Annat är inte granskat, och granskningen visar inte att dokumentet är tillgängligt."
        )

    def has(self, worst: Severity) -> bool:
        """True when a finding is at least as bad as ``worst``."""
        return any(one.severity <= worst for one in self.diagnostics)

    @property
    def unusable(self) -> bool:
        """True when a path could not be read or written."""
        return any(one.usage for one in self.diagnostics)
