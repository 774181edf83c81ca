"""The leaf types that take certain words: one of a closed set, or words of which some are known."""

from __future__ import annotations

from namndkit.values.case.glossary import fold
from namndkit.values.case.part import Reads, reject
from namndkit.values.case.role import Role
from namndkit.values.case.scalars import TEXT, filled, short
from namndkit.values.node import Node
from namndkit.values.text import Text


def _spellings(words: tuple[str, ...], others: dict[str, str]) -> dict[str, str]:
    """From every folded spelling to the word meant; ``others`` are spelling → word."""
    return {fold(word): word for word in words} | {fold(one): word for one, word in others.items()}


def known(*words: str, **others: str) -> Reads:
    """As ``choice``, where other words than the known ones stand as they are."""
    meant = _spellings(words, others)

    def read(value: Node) -> Text:
        node = short(value, "en text")
        return Text.of(node, meant.get(fold(node.text), node.text.strip()))

    return Reads(read, {**TEXT, "examples": list(words)}, Role.SHORT)


def choice(*words: str, **others: str) -> Reads:
    """The words of a closed set and other spellings of them: ``choice("ja", "nej", yes="ja")``."""
    meant = _spellings(words, others)

    def read(value: Node) -> Text:
        node = filled(value, "ett av orden " + ", ".join(words))
        if fold(node.text) not in meant:
            raise reject("choice", node, words=words)
        return Text.of(node, meant[fold(node.text)])

    return Reads(read, {"enum": list(words)}, Role.STEERING)
