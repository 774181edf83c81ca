"""A text as a value between quotation marks, so that YAML reads just that text."""

from __future__ import annotations


def quoted(text: str) -> str:
    r"""``text`` between quotation marks; straight double ones in it become curly.

    Between double marks a backslash begins an escape: a text with one (``G:\ny``) gets single marks.
    """
    marked = text.replace('"', "”")
    if "\\" in marked and "\n" not in marked:
        return "'" + marked.replace("'", "''") + "'"
    return '"' + marked.replace("\\", "\\\\") + '"'
