"""The steps of the story: each is timed, shown as it ends, and kept for the table at the end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

import requests
from rich.markup import escape
from rich.table import Table

from tools.client import CallError, DeniedError, Person
from tools.demo.show import console

#: What can go wrong in a step without a fault in the demo itself.
EXPECTABLE = (CallError, DeniedError, TimeoutError, requests.RequestException)


class UnexpectedError(Exception):
    """The platform did not do what it should; its text says what."""


class StoryEndedError(Exception):
    """A step failed and those after it need it."""


@dataclass
class Step:
    """One step: what happens, how it went, how long it took."""

    title: str
    seconds: float = 0.0
    well: bool = False
    outcome: str = ""
    first_calls: list[str] = field(default_factory=list)

    def found(self, outcome: str) -> None:
        """Note what came out, to be shown behind the title."""
        self.outcome = outcome


class Steps:
    """All steps so far. Between steps no time is counted."""

    def __init__(self) -> None:
        self._steps: list[Step] = []
        self._called: set[str] = set()
        self._current = Step("")

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
        step = self._current = Step(title)
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

    def call(self, person: Person, function: str, **fields: object) -> Any:  # noqa: ANN401
        """Call a callable as a person; notes the first call of each function.

        Raises:
            CallError: the callable's own error.
        """
        self.starts(function)
        return person.call(function, **fields)

    def starts(self, function: str) -> None:
        """Note that the present step makes a function run."""
        if function not in self._called:
            self._called.add(function)
            self._current.first_calls.append(function)

    def summarise(self) -> None:
        """Print the table of all steps with their times."""
        table = Table("", "step", "seconds", "first call of", title="Timings", title_justify="left")
        table.columns[1].no_wrap = True
        table.columns[2].justify = "right"
        for step in self._steps:
            mark = "[green]✓[/]" if step.well else "[red]✗[/]"
            first = ", ".join(step.first_calls)
            table.add_row(mark, step.title, f"{step.seconds:.2f}", f"[dim]{first}[/]")
        table.add_section()
        total = sum(step.seconds for step in self._steps)
        table.add_row("", "[bold]total[/]", f"[bold]{total:.2f}[/]", "")
        console.print(table)
        console.print(
            "[dim]The first call of a function starts its process, which takes the emulator a "
            "second or more.[/]"
        )
        if self.all_well:
            console.print("[bold green]Every step went as it should.[/]")


def _show(step: Step, failure: str = "") -> None:
    mark = "[bold red]✗[/]" if failure else "[green]✓[/]"
    told = f"[red]{escape(failure)}[/]" if failure else f"[dim]{escape(step.outcome)}[/]"
    console.print(f"{mark} [dim]{step.seconds:5.2f} s[/]  {step.title}  {told}", soft_wrap=True)
