"""From a folder's ``namndkit.yaml`` to what holds for its cases."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from namndkit.case import read_defaults
from namndkit.checks import check_texts, suppress
from namndkit.disk import PICTURE, Refusal, beside, is_folder
from namndkit.disk import read as read_file
from namndkit.source import read
from namndkit.values.case.forval import Förval
from namndkit.values.diagnostic import Diagnostic, error, in_order
from namndkit.values.document import Picture
from namndkit.values.position import SourceText
from namndkit.wording import OWN


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
        """The folder of templates that they name, if they do: in their own folder, or one of namndkit's own."""
        named = self.value.mallar if self.value else None
        found = beside(str(named), Path(self.path).parent) if named else None
        if not isinstance(found, str):
            return None
        ours = OWN / str(named)
        return ours if not is_folder(found) and _is_below(ours) else Path(found)


def _is_below(folder: Path) -> bool:
    """True for a folder of templates that comes with namndkit beside the usual ones."""
    return folder.parent == OWN and is_folder(folder)


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
