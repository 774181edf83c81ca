"""Signs that do harm or are not there to be seen, spelled out: ``<U+202E>`` for a turn of the text."""

from __future__ import annotations

import codecs
import re

from namndkit.disk import legible

NBSP = "\u00a0"
_HARMLESS = ("Zs", "Co", "Cn")
"""Categories of signs (Unicode, 4.5) that are no printable ones and move nothing on a screen."""
_CLOSEST = {
    **dict.fromkeys("−–—‐‑‒―", "-"),
    **dict.fromkeys(
        "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u202f", " "
    ),
    **dict.fromkeys("”“„", '"'),
    **dict.fromkeys("’‘", "'"),
    **{"…": "...", "•": "*", "→": "->", "≥": ">=", "≤": "<=", "─": "-"},
}
"""What is written on a console that lacks a sign, where nobody can read it as another one."""
CLOSEST = "namndkit.closest"
"""The name of the way to encode that never fails, loses or guesses (an ``errors`` of codecs)."""
ORDER = re.compile(r"#(?=[^ -~\n]*#[^ -~\n]*\[)")
"""The first sign of what GitHub's runner may take for ``##[``: it passes over signs of no width."""
_AT_THE_START = re.compile(r"(^|\r)([^!-~\n]*:)(?=[^ -~\n]*:)", re.MULTILINE)


def visible(line: str) -> str:
    """``line`` as it can be shown: what would move the cursor, turn the text or not be seen, spelled out.

    A tab is one ``·``, so that a line's columns can be pointed at.
    """
    if line.isprintable():
        return line
    return "".join(one if one.isprintable() or one == NBSP else _spelled(one) for one in line)


def harmless(text: str) -> str:
    """Lines of ``text`` without what a terminal obeys: the last net, under those who use ``visible``."""
    return "\n".join(line if line.isprintable() else _harmless(line) for line in text.split("\n"))


def _harmless(line: str) -> str:
    from unicodedata import category

    # Of a line that ends as on Windows, the end is no sign of its own.
    body, end = (line[:-1], "\r") if line.endswith("\r") else (line, "")
    kept = (
        one if one.isprintable() or one == "\t" or category(one) in _HARMLESS else _spelled(one)
        for one in body
    )
    return "".join(kept) + end


def _spelled(sign: str) -> str:
    """``sign`` by its number; a byte of a file name that is no text (PEP 383) as that byte."""
    number = ord(sign)
    if sign == "\t":
        return "·"
    return legible(sign) if 0xD800 <= number <= 0xDFFF else f"<U+{number:04X}>"


def without_commands(lines: str) -> str:
    """Whole ``lines`` with nothing in them that the runner of GitHub Actions would take for a command.

    It looks for ``::`` first in a line, after blanks, and for ``##[`` anywhere, and passes over signs
    of no width (actions/runner, ActionCommand.cs). A blank is put between.
    """
    return ORDER.sub("# ", _AT_THE_START.sub(r"\1\2 ", lines))


def _closest(problem: UnicodeError) -> tuple[str, int]:
    if not isinstance(problem, UnicodeEncodeError):
        raise problem
    lacking = problem.object[problem.start : problem.end]
    return "".join(_CLOSEST.get(one) or _spelled(one) for one in lacking), problem.end


codecs.register_error(CLOSEST, _closest)
