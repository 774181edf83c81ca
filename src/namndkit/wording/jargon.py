"""What Jinja2 says of a template's mistake, in Swedish."""

from __future__ import annotations

import re

SENTENCES: tuple[tuple[str, str], ...] = (
    (r"'(?P<name>[^']*)' is undefined", "Namnet ”{name}” finns inte."),
    (r"has no attribute '(?P<name>[^']*)'", "Namnet ”{name}” finns inte i det här värdet."),
    (r"No filter named '(?P<name>[^']*)'", "Filtret ”{name}” finns inte."),
    (r"No test named '(?P<name>[^']*)'", "Villkoret ”{name}” finns inte."),
    (r"Encountered unknown tag '(?P<name>[^']*)'", "Ordet ”{name}” efter {{% finns inte."),
    (
        r"[Uu]nexpected end of template|[Uu]nexpected end of",
        "Ett {{% if %}}, {{% for %}} eller {{% macro %}} saknar sitt slut.",
    ),
    (r"unexpected '(?P<name>[^']*)'", "Tecknet ”{name}” står fel."),
    (r"expected token '(?P<name>[^']*)'", "Här saknas ”{name}”."),
    (
        r"access to attribute '(?P<name>[^']*)'",
        "”{name}” får inte användas i en mall; bara filter ändrar texter.",
    ),
    (
        r"attribute '(?P<name>[^']*)' of .* is unsafe",
        "”{name}” får inte användas i en mall; bara filter ändrar texter.",
    ),
    (r"maximum recursion", "Ett makro eller en mall anropar sig själv utan slut."),
    (r"(?P<sentence>”.*” används inte i mallar)", "{sentence}."),
    (r"(?P<sentence>^Filen .*)", "{sentence}"),
    (r"en text är ingen lista", "En text är ingen lista som kan gås igenom."),
    (r"^osynligt tecken$", "Raden har ett osynligt tecken som Word inte kan visa."),
    (r"^för djupt$", "För mycket står inuti vartannat."),
    (r"privata område", "Raden innehåller tecken som namndkit använder själv."),
)
"""(what Jinja2's message looks like, the sentence)."""


def say(problem: Exception) -> str:
    """The sentence for ``problem``."""
    said = str(problem) or type(problem).__name__
    for pattern, sentence in SENTENCES:
        if found := re.search(pattern, said):
            return sentence.format(**found.groupdict())
    return "Raden går inte att förstå."
