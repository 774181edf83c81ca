"""What became of the documents of a run: a line each, a summary, or JSON."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from namndkit.disk import legible
from namndkit.report.findings import Findings
from namndkit.report.outlet import for_programs
from namndkit.report.standard_error import print_all
from namndkit.report.terminal import say
from namndkit.values.diagnostic import Diagnostic, Severity
from namndkit.values.position import SourceText

WRITTEN, UNCHANGED, KEPT, WOULD_WRITE, FAILED = (
    "written",
    "unchanged",
    "kept",
    "would_write",
    "",
)
VERSION = 1
_WORDS = {
    WRITTEN: ("skrivet", "skrivna"),
    WOULD_WRITE: ("skulle skrivas", "skulle skrivas"),
    UNCHANGED: ("oförändrat", "oförändrade"),
    KEPT: ("behållet", "behållna"),
    FAILED: ("misslyckat", "misslyckade"),
}


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one case: ``status`` is one of the words above, empty when it failed.

    ``changes`` is what somebody had changed in a document that was kept, ``copy`` where the document
    that stood there was saved, ``total`` the sum of its cost, ``draft`` true of a draft.
    """

    case: str
    target: str
    status: str = FAILED
    findings: tuple[Diagnostic, ...] = ()
    texts: tuple[SourceText, ...] = ()
    changes: tuple[str, ...] = ()
    copy: str = ""
    total: str = ""
    draft: bool = False


class Tally:
    """Counts and tells what became of each document; keeps only what ``style`` needs in the end.

    ``older`` are the documents whose PDF beside them is of an earlier version.
    """

    def __init__(self, style: str, *, alone: bool) -> None:
        self.style, self.alone = style, alone
        self.counts: Counter[str] = Counter()
        self.worst = 0
        self.older: list[str] = []
        self._kept: list[Done] = []
        self._told: set[Diagnostic] = set()
        self._case, self._of_case = "", set[Diagnostic]()

    def add(self, done: Done) -> None:
        """One more document; its findings are told at once."""
        self.counts[done.status] += 1
        self.worst = max(self.worst, _exit_code(done))
        if self.style == "json":
            self._kept.append(done)
            return
        if done.case != self._case:
            self._case, self._of_case = done.case, set()
        new = [one for one in done.findings if one not in self._told | self._of_case]
        told_already = bool(done.findings) and not new
        self._told.update(one for one in new if one.position.path != done.case)
        self._of_case.update(new)
        print_all(Findings(new, {text.path: text for text in done.texts}, 1), count=self.alone)
        if done.copy:
            say(f"Sparade en kopia: {done.copy}.")
        if self.alone and not (told_already and done.status == FAILED):
            _tell(done, one_of_several=self.counts.total() > 1)
        elif done.status == WOULD_WRITE:
            say(f"Skulle skriva {done.target}.")

    def close(self) -> None:
        """The summary of several documents, or the whole as JSON."""
        if self.style == "json":
            print(_as_json(self._kept, self.counts), file=for_programs(sys.stdout))
        elif not self.alone:
            say(f"{self._summary() or 'Inga dokument'}.")
        if len(self.older) == 1:
            say(f"PDF-filen bredvid {self.older[0]} är äldre. Med --pdf görs den på nytt.")
        elif self.older:
            say(
                f"{len(self.older)} PDF-filer är äldre än sina dokument. Med --pdf görs de på nytt."
            )

    def interrupt(self) -> None:
        """Say what was done when somebody stopped the run."""
        done = self._summary()
        say(f"Avbrutet{f': {done}' if done else ''}. Kör samma kommando igen för resten.")

    def _summary(self) -> str:
        told = [f"{n} {_WORDS[kind][n != 1]}" for kind in _WORDS if (n := self.counts[kind])]
        return ", ".join(told)


def _exit_code(done: Done) -> int:
    if any(one.usage for one in done.findings):
        return 2
    return int(done.status in (KEPT, FAILED))


def _tell(done: Done, *, one_of_several: bool) -> None:
    if done.status == WRITTEN:
        where = "till standard ut" if done.target == "-" else done.target
        what = "Skrev utkastet" if done.draft else "Skrev"
        say(f"{what} {where}.{f' Summa: {done.total}.' if done.total else ''}")
    elif done.status == WOULD_WRITE:
        say(f"Skulle skriva {done.target}.")
    elif done.status == UNCHANGED:
        say(f"Oförändrat: {done.target}.")
    elif not any(one.usage for one in done.findings):
        what = f"{done.target} skrevs inte." if one_of_several else "Inget dokument skrevs."
        _tell_nothing_written(what, done.findings)


def _tell_nothing_written(what: str, findings: Iterable[Diagnostic]) -> None:
    """Say that ``what`` was not written, and how a draft is."""
    errors = [found for found in findings if found.severity is Severity.ERROR]
    say(what)
    if errors and all(found.draftable for found in errors):
        say("Med --draft skrivs ett utkast där det som fattas syns.")


def _as_json(done: Sequence[Done], counts: Counter[str]) -> str:
    from namndkit.report.as_json import finding_json
    from namndkit.report.json_text import json_text

    documents: list[dict[str, Any]] = [
        {
            "case": legible(one.case),
            "document": legible(one.target),
            "status": one.status or "failed",
            "changes": list(one.changes),
            "copy": legible(one.copy),
            "findings": [finding_json(finding) for finding in one.findings],
        }
        for one in done
    ]
    summary = {kind or "failed": counts[kind] for kind in _WORDS}
    report = {"version": VERSION, "documents": documents, "summary": summary}
    return json_text(report)
