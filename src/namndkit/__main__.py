"""``python -m namndkit``."""

from namndkit.cli import main

main()
