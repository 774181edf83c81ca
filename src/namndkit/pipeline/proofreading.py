"""From a folder of templates to what is wrong in it, without any case of the user's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from namndkit.markup import layouts_in, unknown_roles
from namndkit.pipeline.checking import Checked, check
from namndkit.pipeline.folder import Defaults
from namndkit.pipeline.rendering import Renderer
from namndkit.values.diagnostic import Diagnostic, in_order
from namndkit.values.kind import Kind
from namndkit.word import LOOK, proofread_look
from namndkit.wording import home_of, texts_of

_SAMPLE = Path(__file__).with_name("sample") / "allt.yaml"
_VALUES = {
    "lång text": "Text.",
    "kort text": "text",
    "ja eller nej": "ja",
    "lista": "[ett, två]",
}


def proofread(folder: Path) -> Checked:
    """Every finding in the templates and the Word file of ``folder``, sorted.

    Names and roles are looked up in the files themselves; then a case that fills every part is
    rendered as each kind, for what shows only then.
    """
    texts = tuple(texts_of(folder))
    renderer = Renderer(folder)
    layouts = {name for text in texts for name in layouts_in(text.text)}
    found = [
        *renderer.templates.diagnostics,
        *renderer.templates.proofread(),
        *proofread_look(home_of(folder, LOOK), sorted(layouts)),
    ]
    for text in texts:
        found += unknown_roles(text.text, text.path)
    if not any(one.code in ("NK401", "NK402") for one in found):
        told = {(one.position.path, one.position.line) for one in found}
        found += _tried(renderer, told)
    return Checked(None, (), in_order(found), texts)


def _tried(renderer: Renderer, told: set[tuple[str, int]]) -> Iterator[Diagnostic]:
    """What rendering finds in lines that are not ``told`` of already."""
    for kind in renderer.templates.form.kinds:
        for stage in ("förslag", "{läge: beslutat, datum: 2026-01-28, paragraf: 5}"):
            data = _sample(kind, stage, renderer.templates.form.kinds)
            checked = check(data, _SAMPLE.name, _SAMPLE.parent, Defaults(), renderer.templates)
            for one in renderer.render(checked, draft=True).diagnostics:
                place = (one.position.path, one.position.line)
                if one.code.startswith("NK4") and place not in told:
                    yield one


def _sample(kind: Kind, stage: str, kinds: tuple[Kind, ...]) -> bytes:
    """A case of ``kind`` that fills every part, the keys of the kinds' own too."""
    own = {str(key.namn): _VALUES[str(key.värde)] for one in kinds for key in one.keys}
    lines = [f"typ: {kind.name}", f"skede: {stage}", _SAMPLE.read_text("utf-8")]
    return "\n".join((*lines, *(f"{name}: {value}" for name, value in own.items()))).encode()
