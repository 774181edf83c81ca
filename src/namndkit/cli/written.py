"""Values as YAML that is read back as exactly them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from namndkit.pipeline.taking import Long, Value

_PLAIN = re.compile(r"[^\W\d_](?:[\w %./()–-]*[\w%)])?|[0-9][0-9 ]*(?: [a-zåäö]+){0,2}")
"""A value that YAML reads as it stands, with no sign that means something to it."""
_WORDS = ("ja", "nej", "inga", "ingen", "inget", "null", "true", "false", "yes", "no", "on", "off")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
_NO_BLOCK = re.compile(
    r"[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""What cannot stand in YAML as it is, or ends a line there."""


def quoted(text: str) -> str:
    """A short text, between quotes unless it is plainly a text."""
    if _PLAIN.fullmatch(text) and text.casefold() not in _WORDS and ": " not in text:
        return text
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if _NO_BLOCK.match(char):
        return f"\\U{ord(char):08x}"
    return char


def entry(key: str, value: Value, indent: str = "") -> Iterator[str]:
    """The lines of ``key: value``, each set in by ``indent``."""
    if isinstance(value, str):
        yield f"{indent}{key}: {quoted(value)}"
    elif isinstance(value, Long):
        yield from long_text(key, value.text, indent)
    else:
        yield f"{indent}{key}:"
        yield from _inner(value, f"{indent}  ")


def _inner(value: list[Value] | dict[str, Value], indent: str) -> Iterator[str]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from entry(key, one, indent)
        return
    for one in value:
        if isinstance(one, str):
            yield f"{indent}- {quoted(one)}"
        elif isinstance(one, dict):
            first, *rest = _inner(one, f"{indent}  ")
            yield f"{indent}- {first.lstrip(' ')}"
            yield from rest


def long_text(key: str, text: str, indent: str = "") -> Iterator[str]:
    """A long text below its key."""
    yield f"{indent}{key}: |"
    for row in text.split("\n"):
        yield f"{indent}  {row}" if row else ""
