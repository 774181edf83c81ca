"""Which statement of a template lacks its end: Jinja2 tells only where it noticed."""

from __future__ import annotations

import re

_TAG = re.compile(
    r"\{#.*?#\}"
    r"|\{%[-+]?\s*(?P<word>if|for|macro|set|call|filter|block|endif|endfor|endmacro|endset|endcall"
    r"|endfilter|endblock)\b(?P<rest>.*?)[-+]?%\}",
    re.DOTALL,
)


def unclosed(text: str) -> tuple[int, str, str] | None:
    """The line of the statement in ``text`` that lacks its end, how it is written, and that end.

    None when every statement has one. A statement inside one that ends is the one that lacks it.
    """
    opened: list[tuple[int, str, str]] = []
    for found in _TAG.finditer(text):
        word = found["word"]
        if word is None or (word == "set" and "=" in found["rest"]):
            continue
        if not word.startswith("end"):
            line = text.count("\n", 0, found.start()) + 1
            shown = " ".join(found.group().split())
            opened.append((line, shown, f"{{% end{word} %}}"))
        elif not opened:
            return None
        elif word not in opened[-1][2]:
            return opened[-1]
        else:
            opened.pop()
    return opened[-1] if opened else None
