"""From the bytes of a case to the case, its budget and every finding."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from namndkit.budget import add_together, add_up, claim, fill_in
from namndkit.case import find_kind, read_defaults, validate, with_defaults
from namndkit.checks import check_case, check_pots, check_texts, suppress
from namndkit.disk import PICTURE, Refusal, beside, is_folder
from namndkit.disk import read as read_file
from namndkit.source import Source, read
from namndkit.values.budget import Budget
from namndkit.values.case import Case
from namndkit.values.case.forval import Förval
from namndkit.values.diagnostic import Diagnostic, Severity, error
from namndkit.values.document import Picture
from namndkit.values.overview import Claim, Overview
from namndkit.values.position import SourceText
from namndkit.values.text import LongText


@dataclass(frozen=True, slots=True)
class Checked:
    """A case after reading and checking: what could be made of it, and every finding, sorted.

    There is no ``budget`` while a cost line lacks its amount: then nothing can be added up.
    """

    case: Case | None
    budget: Budget | None
    diagnostics: tuple[Diagnostic, ...]
    texts: tuple[SourceText, ...] = field(default=())
    logotype: Picture | None = None

    def blocked(self, *, draft: bool = False) -> bool:
        """True when no document may be written; a draft passes over parts that are missing."""
        errors = (found for found in self.diagnostics if found.severity is Severity.ERROR)
        return self.case is None or any(not (draft and found.draftable) for found in errors)


@dataclass(frozen=True, slots=True)
class Defaults:
    """A folder's defaults as read: the value, every finding in their file, and its text."""

    value: Förval | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    texts: tuple[SourceText, ...] = ()
    path: str = ""
    logotype: Picture | None = None

    @property
    def templates(self) -> Path | None:
        """The folder of templates that they name, if they do; it lies in their own folder."""
        named = self.value.mallar if self.value else None
        found = beside(str(named), Path(self.path).parent) if named else None
        return Path(found) if isinstance(found, str) else None


def read_folder(data: bytes, path: str) -> Defaults:
    """The defaults in ``data``, the content of the file ``path``; an empty file has none."""
    if not data.strip():
        return Defaults(path=path)
    outcome = read(data, path, Path(path).parent)
    if outcome.value is None or outcome.value.root is None:
        texts = outcome.value.texts if outcome.value else ()
        return Defaults(None, outcome.diagnostics, texts, path)
    root, texts = outcome.value.root, outcome.value.texts
    made = read_defaults(root)
    found = [*outcome.diagnostics, *check_texts(root, Förval), *made.diagnostics]
    defaults = Defaults(made.value, (), texts, path)
    found += _templates(defaults)
    logotype = _logotype(made.value, path, found) if made.value else None
    kept = in_order(suppress(found, texts[0], root))
    return replace(defaults, diagnostics=kept, logotype=logotype)


def _templates(defaults: Defaults) -> Iterable[Diagnostic]:
    """What is wrong with the folder of templates that ``defaults`` name."""
    named = defaults.value.mallar if defaults.value else None
    if named and not defaults.templates:
        message = f"Mappen med mallar ”{named}” ligger utanför mappen med {defaults.path}."
        remedy = f"Lägg den i mappen med {defaults.path}, eller ange den med --templates."
        yield error(named.position, "NK413", message, remedy)
    elif named and defaults.templates and not is_folder(defaults.templates):
        message = f"Mappen med mallar ”{named}” finns inte."
        remedy = f"Sökvägen räknas från mappen med {defaults.path}."
        yield error(named.position, "NK413", message, remedy)


def _logotype(defaults: Förval, path: str, found: list[Diagnostic]) -> Picture | None:
    """The logotype that ``defaults`` names; when it cannot be used, that is added to ``found``."""
    named = defaults.logotyp
    if named is None:
        return None
    from namndkit.word import read_picture

    place = beside(str(named.bild), Path(path).parent)
    data = read_file(place, PICTURE) if isinstance(place, str) else place
    if isinstance(data, Refusal):
        message = f"Bilden ”{named.bild}” går inte att läsa: {data.reason}."
        remedy = data.remedy or f"Sökvägen räknas från mappen med {path}."
        found.append(error(named.bild.position, "NK414", message, remedy))
        return None
    picture = read_picture(data, str(named.alternativtext))
    if picture is None:
        message = f"”{named.bild}” är ingen bild av slaget PNG eller JPEG."
        remedy = "Spara bilden som PNG."
        found.append(error(named.bild.position, "NK414", message, remedy))
    return picture


_NONE = Defaults()


def check(data: bytes, path: str, folder: Path, defaults: Defaults = _NONE) -> Checked:
    """Read and check the case file ``path`` with the content ``data``; it draws in from ``folder``."""
    outcome = read(data, path, folder)
    source: Source | None = outcome.value
    if source is None:
        return Checked(None, None, outcome.diagnostics)
    findings = list(outcome.diagnostics)
    case, budget = None, None
    if source.root:
        findings += check_texts(source.root, find_kind(source.root)[0])
        validated = validate(source.root)
        findings += validated.diagnostics
        case = validated.value
    if case:
        case = with_defaults(case, defaults.value)
        added = add_up(case)
        findings += check_case(case, added, defaults.value)
        findings += _check_long_texts(case)
        budget = added if added and added.hel else None
        filled = fill_in(case, budget)
        findings += filled.diagnostics
        if filled.value is not None and filled.value is not case:
            case, budget = filled.value, add_up(filled.value)
    kept = [*suppress(findings, source.texts[0], source.root), *defaults.diagnostics]
    texts = (*source.texts, *defaults.texts)
    return Checked(case, budget, in_order(kept), texts, defaults.logotype)


def kind_of(data: bytes, path: str, folder: Path) -> str:
    """The kind of the case ``data``; empty when the YAML is broken."""
    source = read(data, path, folder).value
    return find_kind(source.root)[0].kind if source and source.root else ""


def _check_long_texts(case: Case) -> list[Diagnostic]:
    """What Markdown would lose or misread, found before any template is."""
    from namndkit.markup import check_text

    texts = (value for _path, value in case.blad if isinstance(value, LongText))
    return [finding for text in texts for finding in check_text(text, text.node)]


def claim_of(path: str, checked: Checked) -> Iterable[Claim]:
    """What the case in the file ``path`` costs; nothing when it has no cost."""
    if checked.case and checked.budget:
        yield claim(checked.case, checked.budget, path)


def add_claims(claims: Iterable[Claim]) -> tuple[Overview, tuple[Diagnostic, ...]]:
    """The sums over several cases, and what is wrong with the pots that they share."""
    overview = add_together(claims)
    return overview, tuple(check_pots(overview))


def in_order(findings: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """``findings`` by place, each once."""
    return tuple(sorted(set(findings), key=Diagnostic.sort_key))
