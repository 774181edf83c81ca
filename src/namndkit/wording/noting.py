"""What one part of a template says of its kind: a name that it reads, a heading, a label, an order."""

from __future__ import annotations

import re
from itertools import pairwise

from jinja2 import nodes

from namndkit.values.kind import Reading
from namndkit.values.worded import LINE_CLOSE, LINE_OPEN, LINE_TEXT

_MARKS = re.compile(f"{LINE_OPEN}[^{LINE_TEXT}]*{LINE_TEXT}|{LINE_CLOSE}")
"""What the environment puts round each line of a template."""


def note(node: nodes.Node, printed: bool, made: Reading) -> None:
    """Add what ``node``, whose value may be ``printed``, says to what is ``made``."""
    if isinstance(node, nodes.Name) and node.ctx == "load":
        made.reads.add(node.name)
        if printed:
            made.prints.add(node.name)
    elif isinstance(node, nodes.Compare):
        if isinstance(node.expr, nodes.Name):
            made.compares.add(node.expr.name)
        equals = [one.expr for one in node.ops if one.op == "eq"]
        sides = (node.expr, *equals) if equals else ()
        made.words |= {one.value for one in sides if isinstance(one, nodes.Const)}
    elif isinstance(node, nodes.Call):
        _call(node, made)
    elif isinstance(node, nodes.Output):
        _labels(node, made)
    elif isinstance(node, nodes.If):
        _prompt(node, made)
    elif isinstance(node, nodes.For):
        _order(node, made)
        _each(node, made)


def _call(node: nodes.Call, made: Reading) -> None:
    """What the case lacks, the heading of a part, and the level of the free sections."""
    words = tuple(str(one.value) for one in node.args if isinstance(one, nodes.Const))
    first = node.args[0] if node.args else None
    if isinstance(first, nodes.Name) and first.name == "avsnitt" and words and words[0].isdigit():
        made.free = int(words[0])
    if not isinstance(node.node, nodes.Name):
        return
    if node.node.name == "saknas" and words and not node.kwargs:
        made.needs.append(words)
    elif node.node.name == "rubrik" and len(words) == 2:
        made.headings.setdefault(words[0], []).append(words[1])
        made.reads.add("rubriker")


def _labels(node: nodes.Output, made: Reading) -> None:
    """The words that stand before a value on its line: ``Sammanträde: {{ sammanträde }}``."""
    for before, value in pairwise(node.nodes):
        if isinstance(before, nodes.TemplateData):
            label = _MARKS.sub("", before.data).rpartition("\n")[2].lstrip()
            name, joined = _named(value)
            if name and label[:1].isalpha():
                made.labels.setdefault(name, {})[label] = joined


def _named(value: nodes.Node | None, joined: str = "") -> tuple[str, str]:
    """The key whose value is printed (``.telefon`` is one of a part), and the filter that it goes through."""
    if isinstance(value, nodes.Name):
        return value.name, joined
    if isinstance(value, nodes.Getattr):
        return f".{value.attr}", joined
    if isinstance(value, nodes.Filter):
        return _named(value.node, value.name)
    if isinstance(value, nodes.CondExpr):
        return _named(value.expr1, joined)
    return _named(value.left, joined) if isinstance(value, nodes.Or) else ("", "")


def _prompt(node: nodes.If, made: Reading) -> None:
    """What stands in a heading only when the case asks for the form's prompts."""
    if isinstance(node.test, nodes.Name) and node.test.name == "ledtexter":
        for part in node.body:
            data = "".join(one.data for one in part.find_all(nodes.TemplateData))
            words = _MARKS.sub("", data).strip()
            made.prompts |= {words} if words else set()


def _order(node: nodes.For, made: Reading) -> None:
    """The parts that follow in their usual order when ``ordning`` does not name them."""
    names = [one.value for one in node.iter.find_all(nodes.Const)]
    asked = node.test.find_all(nodes.Name) if node.test else ()
    if isinstance(node.iter, nodes.List) and any(one.name == "ordning" for one in asked):
        made.order = tuple(map(str, names))


def _each(node: nodes.For, made: Reading) -> None:
    """What of each in a list is asked for; everything (``*``) of one that is handed on."""
    if not isinstance(node.target, nodes.Name):
        return
    each = node.target.name
    parts = (one for one in node.find_all(nodes.Getattr) if isinstance(one.node, nodes.Name))
    used = {one.attr for one in parts if isinstance(one.node, nodes.Name) and one.node.name == each}
    handed = [one for call in node.find_all(nodes.Call) for one in call.args]
    if any(isinstance(one, nodes.Name) and one.name == each for one in handed):
        used.add("*")
    lists = [node.iter] if isinstance(node.iter, nodes.Name) else node.iter.find_all(nodes.Name)
    for one in lists:
        made.each.setdefault(one.name, set()).update(used)
