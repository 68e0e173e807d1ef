"""What is read on the terminal: results on standard output, all else on standard error."""

from rich.console import Console
from rich.markup import escape
from rich.text import Text

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)


class FailureError(Exception):
    """The command cannot go on; its text is the one line to read."""


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
