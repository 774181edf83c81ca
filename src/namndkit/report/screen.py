"""Rich's console with a net under it: no text that it prints can give a terminal commands."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

from namndkit.report.visible import harmless


class Screen(Console):
    """A console whose own commands (colours, a progress bar) are the only ones that reach the terminal."""

    def render(
        self, renderable: RenderableType, options: ConsoleOptions | None = None
    ) -> Iterable[Segment]:
        """Rich's hook: ``renderable`` as segments of text, each made harmless."""
        for segment in super().render(renderable, options):
            text = segment.text if segment.control else harmless(segment.text)
            yield segment if text == segment.text else Segment(text, segment.style)
