"""The steps of the story: each is timed, shown as it ends, and kept for the table at the end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter

import requests
from rich.markup import escape
from rich.status import Status
from rich.table import Table

from tools.client import CallError, DeniedError
from tools.demo.show import console

#: What can go wrong in a step without a fault in the demo itself.
EXPECTABLE = (CallError, DeniedError, TimeoutError, requests.RequestException)


class UnexpectedError(Exception):
    """The platform did not do what it should; its text says what."""


class StoryEndedError(Exception):
    """A step failed and those after it need it."""


@dataclass
class Step:
    """One step: what happens, how it went, how long it took in seconds."""

    title: str
    status: Status = field(repr=False)
    seconds: float = 0.0
    well: bool = False
    outcome: str = ""

    def reached(self, progress: str) -> None:
        """Show how far the step is, on a terminal, while it goes on."""
        self.status.update(f"{self.title}  [dim]{escape(progress)}[/]")

    def found(self, outcome: str) -> None:
        """Note what came out, to be shown behind the title."""
        self.outcome = outcome


class Steps:
    """All steps so far. Between steps no time is counted."""

    def __init__(self) -> None:
        self._steps: list[Step] = []

    @property
    def all_well(self) -> bool:
        """Whether there were steps and each went as it should."""
        return bool(self._steps) and all(step.well for step in self._steps)

    @contextmanager
    def step(self, title: str) -> Iterator[Step]:
        """Time one step and show it.

        Raises:
            StoryEndedError: it did not go as it should; that has been shown.
        """
        with console.status(title) as status:
            step = Step(title, status)
            self._steps.append(step)
            started = perf_counter()
            try:
                yield step
            except (UnexpectedError, *EXPECTABLE) as err:
                step.seconds = perf_counter() - started
                _show(step, f"{type(err).__name__}: {err}" if not str(err) else str(err))
                raise StoryEndedError from err
            step.seconds = perf_counter() - started
        step.well = True
        _show(step)

    def summarise(self) -> None:
        """Print the table of all steps with their times."""
        table = Table("", "step", "seconds", title="Timings", title_justify="left")
        table.columns[1].no_wrap = True
        table.columns[2].justify = "right"
        for step in self._steps:
            mark = "[green]✓[/]" if step.well else "[red]✗[/]"
            table.add_row(mark, step.title, f"{step.seconds:.2f}")
        table.add_section()
        total = sum(step.seconds for step in self._steps)
        table.add_row("", "[bold]total[/]", f"[bold]{total:.2f}[/]")
        console.print(table)
        if self.all_well:
            console.print("[bold green]Every step went as it should.[/]")


def _show(step: Step, failure: str = "") -> None:
    mark = "[bold red]✗[/]" if failure else "[green]✓[/]"
    told = f"[red]{escape(failure)}[/]" if failure else f"[dim]{escape(step.outcome)}[/]"
    console.print(f"{mark} [dim]{step.seconds:5.2f} s[/]  {step.title}  {told}", soft_wrap=True)
