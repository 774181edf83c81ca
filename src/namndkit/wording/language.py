"""The closed language of templates: the parts of Jinja2 that word a document, and no others.

What is not on the list is refused when the template is read, wherever it stands. So nothing in a
template can build a value that grows without end, and what repeats is counted while it runs.
"""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import TemplateSyntaxError, nodes

_STATEMENTS = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.With),
    *(nodes.Macro, nodes.CallBlock, nodes.Assign, nodes.AssignBlock),
    *(nodes.Import, nodes.FromImport, nodes.Include),
)
_EXPRESSIONS = (
    *(nodes.Const, nodes.Name, nodes.Keyword, nodes.Tuple, nodes.List, nodes.CondExpr, nodes.Call),
    *(nodes.Getattr, nodes.Getitem, nodes.Filter, nodes.Test, nodes.Compare, nodes.Operand),
    *(nodes.And, nodes.Or, nodes.Not, nodes.Add, nodes.Sub),
)
_ALLOWED = (*_STATEMENTS, *_EXPRESSIONS)
_WRITTEN: dict[type[nodes.Node], str] = {
    **{nodes.Mul: "*", nodes.Pow: "**", nodes.Div: "/", nodes.FloorDiv: "//", nodes.Mod: "%"},
    **{nodes.Dict: "{…}", nodes.Slice: ":", nodes.Block: "block", nodes.Extends: "extends"},
    **{nodes.FilterBlock: "filter", nodes.NSRef: ".", nodes.Scope: "autoescape"},
    **{nodes.Neg: "-", nodes.Pos: "+", nodes.Concat: "~"},
}
"""How what is refused looks in a template, for the finding."""
_FORBIDDEN = ("self", "super", "varargs", "kwargs")
_LARGEST = 10**9
"""Whole numbers that a template may hold; others it has no use for."""
_JOINS = ("join", "och")
"""The filters that a list written in a template may go to."""
DEEPEST = 30
"""Parts inside each other that a template may have; Python's compiler takes fewer than 100 blocks."""


def restrict(template: nodes.Template, name: str) -> None:
    """Raise TemplateSyntaxError at the first thing in ``template`` that the language lacks."""
    for node, inside, depth in _walk(template):
        word = _refused(node, inside)
        if word:
            line = node.lineno or inside.lineno or 1
            raise TemplateSyntaxError(f"”{word}” används inte i mallar", line, name)
        if depth > DEEPEST:
            raise TemplateSyntaxError("för djupt", node.lineno, name)


def _walk(template: nodes.Template) -> Iterator[tuple[nodes.Node, nodes.Node, int]]:
    """Every node with the one that it stands in and how deep; without recursion."""
    waiting: list[tuple[nodes.Node, nodes.Node, int]] = [(template, template, 0)]
    while waiting:
        node, inside, depth = waiting.pop()
        yield node, inside, depth
        below = [(one, node, depth + 1) for one in node.iter_child_nodes()]
        waiting += reversed(below)


def _refused(node: nodes.Node, inside: nodes.Node) -> str:
    """What ``node`` is called when it may not stand in ``inside``; empty when it may."""
    if not isinstance(node, _ALLOWED):
        return _WRITTEN.get(type(node), type(node).__name__.lower())
    if isinstance(node, nodes.Name) and node.name in _FORBIDDEN:
        return node.name
    if isinstance(node, nodes.Const) and isinstance(node.value, int | float):
        return "" if isinstance(node.value, int) and abs(node.value) <= _LARGEST else "så stora tal"
    if isinstance(node, nodes.Call) and (node.dyn_args or node.dyn_kwargs):
        return "*"
    if isinstance(node, nodes.For) and node.recursive:
        return "recursive"
    if isinstance(node, nodes.Import | nodes.FromImport | nodes.Include):
        plain = isinstance(node.template, nodes.Const) and isinstance(node.template.value, str)
        return "" if plain else "import"
    if isinstance(node, nodes.List | nodes.Tuple) and not _may_hold(node, inside):
        return "[…]" if isinstance(node, nodes.List) else "(…, …)"
    return ""


def _may_hold(listed: nodes.List | nodes.Tuple, inside: nodes.Node) -> bool:
    """A list that can be kept can be doubled again and again: one is joined, looped or looked in."""
    if isinstance(listed, nodes.Tuple) and listed.ctx == "store":
        return True
    joined = isinstance(inside, nodes.Filter) and inside.name in _JOINS
    return joined or isinstance(inside, nodes.For | nodes.Operand)


def guard_loops(template: nodes.Template) -> None:
    """Have the environment say what each loop of ``template`` goes through."""
    for loop in template.find_all(nodes.For):
        each = nodes.EnvironmentAttribute("each")
        loop.iter = nodes.Call(each, [loop.iter], [], None, None).set_lineno(loop.lineno)


def count_steps(template: nodes.Template) -> None:
    """Make each round of a loop, each call of a macro and each use of ``template`` count as work.

    It costs the text that it writes, so that what is long and repeated is dear.
    """
    kinds = (nodes.Template, nodes.For, nodes.Macro, nodes.CallBlock)
    for node in (template, *template.find_all(kinds)):
        assert isinstance(node, kinds)
        size = sum(len(data.data) for data in node.find_all(nodes.TemplateData))
        step = nodes.EnvironmentAttribute("step")
        call = nodes.Call(step, [nodes.Const(size)], [], None, None)
        node.body.insert(0, nodes.ExprStmt(call).set_lineno(node.lineno))
