"""The leaf types that take certain words: one of a closed set, or words of which some are known."""

from __future__ import annotations

from namndkit.values.case.glossary import fold
from namndkit.values.case.role import Reads, Role, reject
from namndkit.values.case.scalars import TEXT, filled, short
from namndkit.values.node import Node
from namndkit.values.text import Text


class Word(Text):
    """A word that decides what is printed, and need not be printed itself."""

    __slots__ = ()


def _spellings(words: tuple[str, ...], others: dict[str, str]) -> dict[str, str]:
    """From every folded spelling to the word meant; ``others`` are spelling → word."""
    return {fold(word): word for word in words} | {fold(one): word for one, word in others.items()}


def known(*words: str, **others: str) -> Reads:
    """As ``choice``, where other words than the known ones stand as they are; the known are ``Word``."""
    meant = _spellings(words, others)

    def read(value: Node) -> Text:
        node = short(value, "en text")
        word = meant.get(fold(node.text))
        return Word.of(node, word) if word else Text.of(node, node.text.strip())

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
