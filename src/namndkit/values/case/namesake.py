"""When a value is no value: it only says what its field is called, as a form's own prompts do."""

from __future__ import annotations

import re
from functools import lru_cache

from namndkit.values.case.glossary import ENGLISH, MEANT, SWEDISH, fold

_LONGEST = 60
"""Characters of the longest value that is looked at: what a field is called is short."""
_PROMPT = re.compile(r"[\w§ ,/&:*<>(){}\[\]…-]+")
"""The signs of a prompt: words and what is put round them, and no end of a sentence."""
_CLAUSE = re.compile(r"[.,;:(…]|(?:^|\s)till exempel\b", re.IGNORECASE)
_HEAD = re.compile(r"\s(?:som|i|för|på|av|med|utan|till|före|efter|om|vid)\s")
_AROUND = re.compile(r"\b(?:skriv|ange|fyll i|din|ditt|dina|er|ert|era|här|och|eller|namn)\b|[/,&]")
"""Words that stand about a field's name in a prompt."""
_VALUES = ("motion", "remiss", "budget")
"""Words that people take for keys and that can be values as well."""
_ENDINGS = ("et", "en", "na", "n", "t")
"""How a Swedish noun ends when it is definite."""


@lru_cache(maxsize=4096)
def is_namesake(text: str, field: str, description: str = "") -> bool:
    """True when ``text`` is the name of ``field``, another word for it, or what it is described as.

    ``nämnd: Nämnden``, ``till: Mottagare``, ``namn: Förnamn Efternamn``, ``titel: Dokumentets titel``.
    A sentence (``svar: Svar.``) is none.
    """
    plain = text.strip().casefold()
    if len(plain) > _LONGEST or not _PROMPT.fullmatch(plain):
        return False
    whole = fold(plain)
    if whole in _described(description):
        return True
    names = _names(field)
    words = [fold(word) for word in _AROUND.sub(" ", plain).split()]
    return whole in names or (bool(words) and all(_is(word, names) for word in words))


def _is(word: str, names: frozenset[str]) -> bool:
    """``word`` as it stands, or ``nämndens`` of what was ``nämndens namn``."""
    return word in names or (word[-1:] == "s" and word[:-1] in names)


@lru_cache(maxsize=512)
def _names(field: str) -> frozenset[str]:
    """Every folded word for ``field``; in the definite too where it is a spelling of the key."""
    own = {field} | {word for word, named in SWEDISH.items() if field in named}
    tables = (ENGLISH, MEANT)
    others = {word for table in tables for word, named in table.items() if field in named}
    return frozenset(map(fold, others.difference(_VALUES))).union(
        *(_forms(fold(word)) for word in own)
    )


def _forms(word: str) -> set[str]:
    """``word`` with and without the ending of the definite: ``källa``, ``källan``; ``ärendet``, ``ärende``."""
    without = {word.removesuffix(ending) for ending in _ENDINGS if len(word) > len(ending) + 3}
    return {word} | without | {word + ending for ending in _ENDINGS}


@lru_cache(maxsize=512)
def _described(description: str) -> frozenset[str]:
    """The first clause of ``description`` and what it begins with; none of one that lists words to write."""
    clause = _CLAUSE.split(description)[0].strip()
    if not clause[:1].isupper():
        return frozenset()
    return frozenset({fold(clause), fold(_HEAD.split(f"{clause} ")[0])})
