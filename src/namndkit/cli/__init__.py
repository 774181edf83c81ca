"""cli: the command ``namndkit``. Exit 0 when all is well, 1 with errors in a case, 2 for wrong use."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

# What is imported stays: looking through it for garbage takes a fourth of a start, and looking for
# pydantic's plugins a thirtieth.
gc.set_threshold(100_000, 20, 20)
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

import typer  # noqa: E402 – after the lines above

from namndkit.cli.app import app  # noqa: E402
from namndkit.cli.swedish import in_swedish  # noqa: E402

_APOLOGY = """fel NK900: namndkit klarade inte det här ({kind}). Felet ligger i programmet, inte i ärendet.
hjälp: Skicka ärendets fil till den som sköter namndkit hos er."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command with ``arguments`` (``sys.argv`` without them) and exit with its code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    sys.exit(_run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    command = typer.main.get_command(app)
    if os.environ.get("_NAMNDKIT_COMPLETE"):  # the shell asks what may come next
        # Typer offers this only through options of its own, whose words are English.
        from typer._completion_classes import completion_init

        completion_init()
    try:
        code = command.main(arguments, prog_name="namndkit", standalone_mode=False)
        if sys.stdout:
            sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except typer.TyperException as problem:
        print(in_swedish(problem, command), file=sys.stderr)
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (KeyboardInterrupt, typer.Abort):
        return 130
    except Exception as bug:
        if os.environ.get("NAMNDKIT_DEBUG"):
            raise
        print(_APOLOGY.format(kind=type(bug).__name__), file=sys.stderr)
        return 2
