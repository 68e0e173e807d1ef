"""Commands about labs: closing those that nobody could bill."""

from __future__ import annotations

import typer

from labs.catalogue import opening
from tools.scannerctl.console import aside, out
from tools.scannerctl.session import Yes, operation

app = typer.Typer(no_args_is_help=True)


@app.callback()
def about() -> None:
    """Labs: which take orders."""


@app.command("close-unbilled")
def close_unbilled(ctx: typer.Context, yes: Yes = False) -> None:
    """Closes labs that take orders without billing details, and tells their owners what to do."""
    with operation(ctx) as session:
        session.confirm("Close the labs that cannot be billed", yes=yes)
        with aside():
            closed = opening.close_unbilled(session.context)
        out.print(f"{closed} labs closed")
