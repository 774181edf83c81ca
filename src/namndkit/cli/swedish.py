"""Help and usage errors in Swedish: typer's own words are English literals."""

from __future__ import annotations

import os
import textwrap
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

_WIDTH, _NARROW = 88, 40
_MEANT = {
    **dict.fromkeys(("ny", "nytt", "skapa"), "new"),
    **dict.fromkeys(("skriv", "gör", "rendera", "utskrift", "pdf"), "render"),
    **dict.fromkeys(("visa", "se", "förhandsvisa"), "show"),
    **dict.fromkeys(("kontrollera", "kolla", "validera", "check"), "validate"),
    **dict.fromkeys(("granska", "inspektera"), "inspect"),
    **dict.fromkeys(("kostnad", "summa", "räkna"), "budget"),
    **dict.fromkeys(("förklara", "kod"), "explain"),
    **dict.fromkeys(("mallar", "mall"), "templates"),
    **dict.fromkeys(("inställningar", "förval"), "config"),
    **dict.fromkeys(("hjälp", "help"), "--help"),
    "version": "--version",
}
"""Words that somebody may try, and the command for each."""


class Command(TyperCommand):
    """A command whose help is Swedish."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Typer's hook for ``--help``."""
        formatter.write(help_text(self, ctx))

    def get_help_option(self, ctx: Any) -> Any:
        """Typer's hook for the option ``--help`` itself."""
        return _swedish(super().get_help_option(ctx))


class Group(TyperGroup):
    """The group of commands, with Swedish help."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Typer's hook for ``--help``."""
        formatter.write(help_text(self, ctx))

    def get_help_option(self, ctx: Any) -> Any:
        """Typer's hook for the option ``--help`` itself."""
        return _swedish(super().get_help_option(ctx))


def _swedish(option: Any) -> Any:
    if option is not None:
        option.help = "Visa den här hjälpen."
    return option


def help_text(command: Any, ctx: Any) -> str:
    """What ``--help`` prints: use, example and text, arguments, options, commands."""
    params = command.get_params(ctx)
    arguments = [param for param in params if param.param_type_name == "argument"]
    options = [param for param in params if param.param_type_name == "option"]
    children = getattr(command, "commands", {})
    names = " ".join(str(param.metavar or param.name).upper() for param in arguments)
    use = f"Användning: {ctx.command_path} [VAL] {'KOMMANDO …' if children else names}".rstrip()
    parts = [use, *_paragraphs(command.help or "")]
    rows = [(str(param.metavar or param.name).upper(), param.help) for param in arguments]
    parts += _section("Argument", rows)
    parts += _section("Val", [(_option(param), param.help) for param in options])
    short = [(name, _first_sentence(child.help)) for name, child in children.items()]
    parts += _section("Kommandon", short)
    return "\n\n".join(parts) + "\n"


def _width() -> int:
    """The columns that help is written in: those of the terminal, and 88 at most."""
    try:
        columns = int(os.environ.get("COLUMNS") or os.get_terminal_size().columns)
    except (OSError, ValueError):  # no terminal, or a number that is none
        columns = _WIDTH
    return min(_WIDTH, max(_NARROW, columns))


def _paragraphs(text: str) -> list[str]:
    return [
        textwrap.fill(
            " ".join(part.split()),
            _width(),
            initial_indent="  ",
            subsequent_indent="  ",
            break_long_words=False,
            break_on_hyphens=False,
        )
        for part in textwrap.dedent(text).strip().split("\n\n")
    ]


def _option(param: Any) -> str:
    names = ", ".join(sorted(param.opts, key=len))
    return names if param.is_flag or not param.metavar else f"{names} {param.metavar}"


def _first_sentence(text: str | None) -> str:
    paragraphs = [" ".join(part.split()) for part in (text or "").split("\n\n")]
    plain = [part for part in paragraphs if part and not part.startswith("Exempel")]
    return plain[0].partition(". ")[0].removesuffix(".") + "." if plain else ""


def _section(title: str, rows: Sequence[tuple[str, str | None]]) -> list[str]:
    if not rows:
        return []
    names = max(len(name) for name, _ in rows) + 4
    beside = _width() - names >= _NARROW // 2
    margin = names if beside else 6
    lines = [f"{title}:"]
    for name, text in rows:
        wrapped = textwrap.wrap(text or "", _width() - margin, break_on_hyphens=False)
        first = wrapped.pop(0) if wrapped and beside else ""
        lines.append(f"  {name.ljust(names - 2)}{first}".rstrip())
        lines += [" " * margin + more for more in wrapped]
    return ["\n".join(lines)]


def in_swedish(problem: typer.TyperException, command: Any) -> str:
    """The sentence for a wrong use of the command line."""
    kind = type(problem).__name__
    param: Any = getattr(problem, "param", None)
    name = _name(param)
    if kind == "NoArgsIsHelpError":
        return problem.message
    if option := getattr(problem, "option_name", None):
        if kind == "NoSuchOption":
            if others := _others_with(option, command):
                return (
                    f"fel: Valet {option} finns inte här.\nhjälp: Det hör till {', '.join(others)}."
                )
            return _unknown("Valet", option, _options_of(problem, command))
        takes = "behöver ett värde" if "requires" in problem.message else "tar inget värde"
        return f"fel: Valet {option} {takes}.\nhjälp: {_help(problem)}"
    if kind == "MissingParameter":
        return f"fel: {name} saknas.\nhjälp: {_example(problem) or _help(problem)}"
    if isinstance(problem, typer.BadParameter):
        said = (
            problem.message if problem.message.endswith(".") else f"Värdet för {name} duger inte."
        )
        return f"fel: {said}\nhjälp: {_help(problem)}"
    words = problem.message.split("'")
    if "No such command" in problem.message and len(words) > 1:
        return _unknown("Kommandot", words[1], list(getattr(command, "commands", {})))
    if "unexpected extra argument" in problem.message:
        extra = problem.message.rpartition("(")[2].rstrip(").")
        quote = 'Sätt citattecken runt ett namn med mellanslag, till exempel "mitt ärende.yaml".'
        return f"fel: För många argument: {extra}.\nhjälp: {quote}\n       {_help(problem)}"
    return f"fel: Kommandot går inte att förstå.\nhjälp: {_help(problem)}"


def _name(param: Any) -> str:
    if param is None:
        return "ett värde"
    if param.param_type_name == "argument":
        return f"Argumentet {str(param.metavar or param.name).upper()}"
    return f"valet {max(param.opts, key=len)}"


def _help(problem: Any) -> str:
    ctx = getattr(problem, "ctx", None)
    return f"{ctx.command_path if ctx else 'namndkit'} --help"


def _example(problem: Any) -> str:
    """The example that the command's help begins with."""
    ctx = getattr(problem, "ctx", None)
    first = (ctx.command.help or "").strip().partition("\n")[0] if ctx else ""
    return first.strip()


def _others_with(option: str, command: Any) -> list[str]:
    """The commands that do have ``option``."""
    children = getattr(command, "commands", {})
    return [
        name
        for name, child in children.items()
        if any(option in param.opts for param in getattr(child, "params", ()))
    ]


def _options_of(problem: Any, command: Any) -> list[str]:
    ctx = getattr(problem, "ctx", None)
    params = ctx.command.get_params(ctx) if ctx else command.params
    return [name for param in params for name in param.opts if name.startswith("--")]


def _unknown(what: str, name: str, known: list[str]) -> str:
    near = get_close_matches(name, known, n=1, cutoff=0.5)
    meant = _MEANT.get(name.lower()) or (near[0] if near else "")
    hint = f"Menade du {meant}?" if meant else f"De som finns är {', '.join(sorted(known))}."
    return f"fel: {what} {name} finns inte.\nhjälp: {hint}"
