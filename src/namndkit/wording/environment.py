"""Jinja2 as templates may use it: plain views, our own filters and macros, counted work.

Jinja2's sandbox forbids what is known to be dangerous. Here it is the other way round: what is not
listed cannot be read, called or computed, whatever the sandbox would say.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, Template, Undefined
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from namndkit.values.case import Case
from namndkit.values.case.glossary import fold
from namndkit.values.formats import NBSP
from namndkit.wording.asking import Asking
from namndkit.wording.effort import Effort
from namndkit.wording.filters import FILTERS, each
from namndkit.wording.folder import Folder
from namndkit.wording.tokens import Lines, Tokens, finalize
from namndkit.wording.views import read, readable

LOOP = frozenset(("index", "index0", "revindex", "revindex0", "first", "last", "length"))
"""What a template may ask of the loop that it is in."""
NAMES = frozenset(
    (
        *("budget", "typ", "har_huvud", "beslutat", "utelämnat", "eget", "hårt_blanksteg"),
        *("saknas", "bör", "för_djupt", "rubrik", "loop", "caller"),
    )
)
"""Names that a template has beside the keys of a case."""
_LONG = (str, tuple, list)
_TESTS = (
    *("defined", "undefined", "none", "boolean", "number", "string", "in"),
    *("eq", "ne", "lt", "le", "gt", "ge", "even", "odd", "true", "false"),
)


class Environment(ImmutableSandboxedEnvironment):
    """Templates of one folder. Undefined names are errors, and only filters touch texts.

    ``tokens`` and ``effort`` are those of the document that is being worded.
    """

    tokens: Tokens
    effort: Effort
    each = staticmethod(each)
    intercepted_binops = frozenset(("+", "-"))

    def __init__(self, folder: Path, labels: Mapping[str, str]) -> None:
        super().__init__(
            loader=Folder(folder),
            undefined=StrictUndefined,
            autoescape=True,
            finalize=finalize,
            extensions=[Lines],
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self.effort = Effort()
        self.filters = {name: self._counted(made) for name, made in FILTERS.items()}
        self.tests = {name: self.tests[name] for name in _TESTS}
        self._functions = Asking(lambda: self.tokens, labels).functions
        self.globals = {**self._functions, "hårt_blanksteg": NBSP}

    def begin(self, case: Case) -> Tokens:
        """Make ready to word a document of ``case``: the tokens that it will hand out."""
        # of two for one key the first counts: what is said nearest to the document
        headings = {fold(one.nyckel): one.rubrik or "" for one in reversed(case.rubriker)}
        self.tokens, self.effort = Tokens(headings), Effort(case)
        return self.tokens

    def _counted(self, made: Callable[..., Any]) -> Callable[..., Any]:
        """The filter ``made``, which costs the length of what it is given and of what it makes."""

        @wraps(made)
        def filtered(*values: Any, **options: Any) -> Any:
            self.effort.spend(1 + sum(len(one) for one in values if isinstance(one, _LONG)))
            result = made(*values, **options)
            self.effort.spend(len(result) if isinstance(result, _LONG) else 0)
            return result

        return filtered

    def step(self, size: int) -> None:
        """One round of a loop or call of a macro that writes ``size`` characters of its own."""
        self.effort.spend(1 + size)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Jinja2's hook: what ``obj.attribute`` is in a template."""
        names = readable(obj)
        if attribute in names:
            return read(obj, attribute)
        if isinstance(obj, LoopContext) and attribute in LOOP:
            return getattr(obj, attribute)
        if isinstance(obj, TemplateModule) and not attribute.startswith("_"):
            return vars(obj).get(attribute, self.undefined(obj=obj, name=attribute))
        if names or isinstance(obj, Undefined | TemplateModule):
            return self.undefined(obj=obj, name=attribute)
        return self.unsafe_undefined(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Jinja2's hook: what ``obj[argument]`` is in a template; filters on attributes ask it too."""
        if isinstance(argument, str) and not isinstance(obj, Mapping):
            return self.getattr(obj, argument)
        if isinstance(obj, Undefined):
            return self.undefined(obj=obj, name=argument)
        if isinstance(obj, Mapping | tuple | list):
            try:
                return obj[argument]
            except (LookupError, TypeError):
                return self.undefined(obj=obj, name=argument)
        return self.unsafe_undefined(obj, str(argument))

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Jinja2's hook: only macros, our own functions and the count of steps can be called."""
        if obj == self.step or obj is each:
            return obj(*args)  # without what Jinja2 adds for those that ask for the loop
        if any(obj is one for one in self._functions.values()):
            self.effort.spend(1)  # and without what Jinja2 adds of the loop that it is in
            return obj(*args, **{name: one for name, one in kwargs.items() if name[:1] != "_"})
        if not isinstance(obj, Macro):
            raise SecurityError(f"access to attribute '{type(obj).__name__}' of a call is unsafe")
        self.effort.enter()
        written = context.call(obj, *args, **kwargs)
        self.effort.leave(len(written))
        return written

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Jinja2's hook: sums are of whole numbers; texts are written side by side."""
        if not (isinstance(left, int) and isinstance(right, int)):
            raise SecurityError(f"unexpected '{operator}'")
        return super().call_binop(context, operator, left, right)

    def get_template(self, name: Any, parent: str | None = None, globals: Any = None) -> Template:  # noqa: A002  # Jinja2 names it so
        """The template ``name``; each time that one draws in another counts as work."""
        template = super().get_template(name, parent, globals)
        self.effort.spend(len(template.name or ""))
        return template
