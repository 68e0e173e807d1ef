"""What is read on the terminal: results on standard output, all else on standard error."""

import sys
from contextlib import AbstractContextManager, redirect_stdout
from datetime import datetime
from typing import TextIO

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from core.clock import IST

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)


class FailureError(Exception):
    """The command cannot go on; its text is the one line to read."""


def agreed(question: str) -> bool:
    """Ask on standard error; whether the answer was yes.

    Raises:
        FailureError: nobody is there to answer.
    """
    try:
        return typer.confirm(question, err=True)
    except typer.Abort:
        err.print()
        raise FailureError("Nobody answered, so it was not done: --yes does not ask.") from None


def problem(sentence: str) -> None:
    """Print one line that says what went wrong."""
    err.print(f"[bold red]Error:[/] {escape(printable(sentence))}", soft_wrap=True)


def cell(value: object) -> Text:
    """Return a value for a table, as text and never as markup."""
    return Text("-" if value is None or value == "" else printable(str(value)))


def lines(*values: object) -> Text:
    """Return the values that there are, one on each line."""
    return Text("\n").join(cell(value) for value in values if value)


def printable(text: str) -> str:
    """Replace control characters: people type names, and a terminal obeys escape sequences."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)


def minute(moment: datetime) -> str:
    """Return a moment as the clinics' clocks show it."""
    return f"{moment.astimezone(IST):%Y-%m-%d %H:%M}"


def facts(title: str) -> Table:
    """Return an empty table of names and values."""
    table = Table(title=title, title_justify="left", show_header=False)
    table.add_column(style="dim")
    table.add_column(overflow="fold")
    return table


def aside() -> AbstractContextManager[TextIO]:
    """Send what the services log to standard error, for as long as it is entered."""
    return redirect_stdout(sys.stderr)
