"""Progress on the terminal: one line per step, with the time since the start."""

from __future__ import annotations

import time

from rich.console import Console
from rich.markup import escape

console = Console(stderr=True, highlight=False)


class Progress:
    """Prints steps as they are done; counts the time from its creation."""

    def __init__(self) -> None:
        self._start = time.monotonic()

    def step(self, text: str) -> None:
        """Says that something is done."""
        console.print(f"[dim]{self.seconds:5.1f} s[/]  [green]✓[/] {escape(text)}", soft_wrap=True)

    def note(self, text: str) -> None:
        """Says that something is under way, or worth knowing."""
        console.print(f"[dim]{self.seconds:5.1f} s[/]  · {escape(text)}", soft_wrap=True)

    def problem(self, text: str) -> None:
        """Says that something went wrong."""
        console.print(f"[bold red]Error:[/] {escape(text)}", soft_wrap=True)

    @property
    def seconds(self) -> float:
        """Seconds since the start."""
        return time.monotonic() - self._start
