"""What a template can call: it says what it needs of the case, and asks for the heading of a part."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jinja2 import Undefined
from markupsafe import Markup

from namndkit.values.case.glossary import fold
from namndkit.values.text import Text, origins
from namndkit.values.worded import Asked
from namndkit.wording.tokens import Gap, Tokens, Unprintable
from namndkit.wording.views import node_of, short_of

MUST, SHOULD, TOO_DEEP = "must", "should", "too deep"
"""How a template asks: the document cannot be without it, usually has it, or has no room for it."""


class Asking:
    """The functions of the document that is being worded; ``labels`` are what the keys of the format are called."""

    def __init__(self, tokens: Callable[[], Tokens], labels: Mapping[str, str]) -> None:
        self._tokens, self._labels = tokens, labels
        self.functions: dict[str, Callable[..., object]] = {
            "saknas": self.missing,
            "bör": self.usual,
            "för_djupt": self.too_deep,
            "rubrik": self.heading,
        }

    def missing(self, *keys: object, i: object = None) -> Gap:
        """``saknas("bakgrund")``: the gap in a draft, and an error in a document; several keys are alternatives."""
        return Gap(f"[{self._label(self._ask(MUST, keys, i)[0])} saknas]")

    def usual(self, *keys: object, i: object = None, vid: object = None) -> Markup:
        """``bör("bilagor")``: prints nothing, and says that such a document usually has it.

        ``vid`` is the value that it is needed for.
        """
        self._ask(SHOULD, keys, i, vid)
        return Markup()

    def too_deep(self, heading: object) -> Gap:
        """``för_djupt(del.rubrik)``: a heading for which there is no level left."""
        place = next(iter(origins(heading)), None)
        if place is None:
            raise Unprintable(heading)
        self._tokens().asked.append(Asked(TOO_DEEP, (), place))
        self._tokens().printed.add(id(place))
        return Gap(f"[{heading} ligger för djupt]")

    def heading(self, key: object, usual: object) -> str:
        """``rubrik("bilagor", "Bilagor")``: the case's own heading of a part, else the usual one."""
        return self._tokens().heading(_word(key), _word(usual))

    def _ask(
        self, how: str, keys: tuple[object, ...], part: object, beside: object = None
    ) -> tuple[str, ...]:
        words = tuple(_word(key) for key in keys) or (_word(None),)
        if isinstance(part, Undefined):
            str(part)
        node = node_of(part) if part is not None else None
        if part is not None and node is None:
            raise Unprintable(part)
        place = next(iter(origins(beside)), None)
        self._tokens().asked.append(Asked(how, words, node, short_of(part), place))
        return words

    def _label(self, key: str) -> str:
        """What is missing, in words: ``förväntad_effekt`` as ``Förväntad effekt``."""
        name = self._labels.get(fold(key), key).replace("_", " ")
        return name[:1].upper() + name[1:]


def _word(value: object) -> str:
    """A key or a heading as the template says it: its own text, no value of the case."""
    if not isinstance(value, str) or isinstance(value, Text | Markup):
        raise Unprintable(value)
    return value
