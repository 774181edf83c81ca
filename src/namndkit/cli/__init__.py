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
from namndkit.cli.files import why_no_output  # noqa: E402
from namndkit.cli.stopping import stoppable  # noqa: E402
from namndkit.cli.swedish import in_swedish  # noqa: E402
from namndkit.disk import refusal  # noqa: E402
from namndkit.report.outlet import Outlet, OutputFailed, ReaderGone, hold_standard_numbers, outlets  # noqa: E402
from namndkit.report.terminal import say  # noqa: E402

_APOLOGY = """fel NK900: namndkit klarade inte det här ({kind}). Felet ligger i programmet, inte i ärendet.
hjälp: Skicka ärendets fil till den som sköter namndkit hos er."""
_INTERRUPTED = 130
_UNREAD = 141
"""What a shell says of a program whose reader went away (128 and SIGPIPE)."""
_LOOK = "Kontrollera att filerna och mapparna finns kvar och går att använda."
_LESS = "hjälp: Stäng andra program, eller ta färre filer åt gången."
_ELSEWHERE = "hjälp: Spara på en annan plats, eller kör kommandot utan > och |."


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command with ``arguments`` (``sys.argv`` without them) and exit with its code."""
    hold_standard_numbers()
    with outlets() as (out, err), stoppable() as stop:
        code = _told(arguments, out)
        err.release()
        err.flush()
    if code == _INTERRUPTED and stop.number:
        code = 128 + stop.number
    sys.exit(2 if err.lost else code)


def _told(arguments: Sequence[str] | None, out: Outlet) -> int:
    """Run the command; what cannot be written to standard output is told on standard error."""
    try:
        code = _run(arguments)
        out.release()
        out.flush()
        return code
    except KeyboardInterrupt:
        return _INTERRUPTED
    except ReaderGone:  # what was found is not known to be well
        return _UNREAD
    except OutputFailed as problem:
        why = why_no_output(problem)
        say(f"fel NK502: Standard ut går inte att skriva till: {why}.\n{_ELSEWHERE}")
        return 2


def _run(arguments: Sequence[str] | None) -> int:
    command = typer.main.get_command(app)
    if os.environ.get("_NAMNDKIT_COMPLETE"):  # the shell asks what may come next
        # Typer offers this only through options of its own, whose words are English.
        from typer._completion_classes import completion_init

        completion_init()
    try:
        code = command.main(arguments, prog_name="namndkit", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except typer.TyperException as problem:
        print(in_swedish(problem, command), file=sys.stderr)
        return 2
    except (KeyboardInterrupt, typer.Abort):
        return _INTERRUPTED
    except OutputFailed:
        raise
    except OSError as problem:
        refused = refusal(problem)
        where = f"\n  --> {problem.filename}" if problem.filename else ""
        say(
            f"fel NK518: Systemet säger nej: {refused.reason}.{where}\nhjälp: {refused.remedy or _LOOK}"
        )
        return 2
    except MemoryError:
        say(f"fel NK517: Arbetet avbröts: datorns minne räckte inte.\n{_LESS}")
        return 2
    except Exception as bug:
        if os.environ.get("NAMNDKIT_DEBUG"):
            raise
        print(_APOLOGY.format(kind=type(bug).__name__), file=sys.stderr)
        return 2
