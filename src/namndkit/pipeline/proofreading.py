"""From a folder of templates to what is wrong in it, without any case of the user's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from namndkit.markup import unknown_roles
from namndkit.pipeline.checking import Checked, check, in_order
from namndkit.pipeline.rendering import Renderer
from namndkit.values.case import KINDS
from namndkit.values.diagnostic import Diagnostic
from namndkit.word import LOOK, proofread_look
from namndkit.wording import Templates, texts_of

_LETTER = "tjänsteskrivelse"
_SAMPLES = Path(__file__).with_name("sample")


def proofread(folder: Path) -> Checked:
    """Every finding in the templates and the Word file of ``folder``, sorted.

    Names and roles are looked up in the files themselves; then one case of each kind that fills every
    part is rendered, for what shows only then.
    """
    texts = tuple(texts_of(folder))
    found = [*Templates(folder).proofread(), *proofread_look(folder / LOOK, (*KINDS, _LETTER))]
    for text in texts:
        found += unknown_roles(text.text, text.path)
    if not any(one.code in ("NK401", "NK402") for one in found):
        found += _tried(folder, {(one.position.path, one.position.line) for one in found})
    return Checked(None, None, in_order(found), texts)


def _tried(folder: Path, told: set[tuple[str, int]]) -> Iterator[Diagnostic]:
    """What rendering finds in lines that are not ``told`` of already."""
    renderer = Renderer(folder)
    for sample in sorted(_SAMPLES.glob("*.yaml")):
        checked = check(sample.read_bytes(), sample.name, _SAMPLES)
        for kind in (None, _LETTER):
            for draft in (False, True):
                for one in renderer.render(checked, kind, draft=draft).diagnostics:
                    place = (one.position.path, one.position.line)
                    if one.code.startswith("NK4") and place not in told:
                        yield one
