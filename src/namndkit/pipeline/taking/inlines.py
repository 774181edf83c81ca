"""The inlines of a paragraph: their words, and how they are written in the dialect of long texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from namndkit.values.document import Break, Inline, Link, Run, Span

_MARKS = {"strong": "**", "emphasis": "*"}


def plain(inlines: Sequence[Inline]) -> str:
    """The words of ``inlines``; a line break is a line feed, a tab a tab."""
    return "".join(_words(one) for one in inlines)


def _words(one: Inline) -> str:
    if isinstance(one, Run):
        return one.text
    if isinstance(one, Break):
        return "\t" if one.tab else "\n"
    return plain(one.inlines)


def runs(text: str) -> Iterator[Inline]:
    """``text`` as inlines: a line feed is a line break."""
    start = 0
    for number, char in enumerate(text):
        if char in "\n\t":
            if start < number:
                yield Run(text[start:number])
            yield Break(tab=char == "\t")
            start = number + 1
    if start < len(text):
        yield Run(text[start:])


def marked(inlines: Sequence[Inline]) -> list[Inline]:
    """The links, and the stretches in bold or italic."""
    return [one for one in inlines if not isinstance(one, Run | Break)]


def unmarked(inlines: Sequence[Inline]) -> Iterator[Inline]:
    """The words alone."""
    return split([Run(plain(inlines))])


def split(inlines: Sequence[Inline] | Iterator[Inline]) -> Iterator[Inline]:
    """``inlines`` with line feeds and tabs as breaks."""
    for one in inlines:
        if isinstance(one, Run):
            yield from runs(one.text)
        else:
            yield one


def merged(inlines: Sequence[Inline] | Iterator[Inline]) -> tuple[Inline, ...]:
    """``inlines`` with neighbouring texts as one."""
    done: list[Inline] = []
    for one in inlines:
        if isinstance(one, Run) and done and isinstance(done[-1], Run):
            done[-1] = Run(done[-1].text + one.text)
        else:
            done.append(one)
    return tuple(done)


def rows_of(inlines: Sequence[Inline]) -> Iterator[tuple[Inline, ...]]:
    """The lines of a paragraph without marks."""
    row: list[Inline] = []
    for one in (*inlines, Break()):
        if one != Break():
            row.append(one)
        elif row:
            yield tuple(row)
            row = []


def markdown(inlines: Sequence[Inline]) -> str:
    """``inlines`` in the dialect, every mark written; whether it is read so is for others to prove."""
    return "".join(_markdown(one) for one in inlines)


def _markdown(one: Inline) -> str:
    if isinstance(one, Run):
        return one.text
    if isinstance(one, Break):
        return "\t" if one.tab else "  \n"
    inner = markdown(one.inlines)
    if isinstance(one, Link):
        return f"[{inner}]({one.url})"
    return f"{_MARKS[one.role]}{inner}{_MARKS[one.role]}" if isinstance(one, Span) else inner
