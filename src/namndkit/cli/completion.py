"""``namndkit completion``: the lines that teach a shell to complete namndkit's commands."""

from __future__ import annotations

# Typer offers these only through options of its own, whose words are English.
from typer._completion_shared import get_completion_script, install

from namndkit.cli.commands.complete import shells
from namndkit.report import say

PROGRAM = "namndkit"
VARIABLE = "_NAMNDKIT_COMPLETE"
"""What the shell sets when it asks for completions."""


def run(shell: str, *, write: bool) -> int:
    """Print the lines for ``shell``, or put them where it reads them; the exit code."""
    if shell not in shells(""):
        say(f"fel: Skalet {shell} känns inte igen.\nhjälp: Välj bland {', '.join(shells(''))}.")
        return 2
    lines = get_completion_script(prog_name=PROGRAM, complete_var=VARIABLE, shell=shell)
    # Bash escapes the spaces of file names only when it is told that they are file names.
    with_names = lines.replace("complete -o default -F", "complete -o default -o filenames -F")
    if not write:
        print(with_names)
        return 0
    try:
        _, path = install(shell=shell, prog_name=PROGRAM, complete_var=VARIABLE)
        if with_names != lines:
            path.write_text(path.read_text("utf-8").replace(lines, with_names), "utf-8")
    except OSError as problem:
        say(
            f"fel: Filen går inte att skriva: {problem.filename}.\nhjälp: Kör utan --install och spara det som skrivs ut."
        )
        return 2
    say(
        f"Skrev {path}. Öppna en ny terminal, och tryck på tabbtangenten medan du skriver ett kommando."
    )
    return 0
