"""The command tree. A new subject is a module with a typer app of its own, added below."""

from typing import Annotated

import typer

from tools.scannerctl import (
    accounts,
    audit,
    jobs,
    labs,
    privacy,
    project,
    queues,
    restore,
    visits,
    wallet,
)
from tools.scannerctl.session import Choice

# Without `show_locals`: a traceback must not print the personal data that the locals hold.
app = typer.Typer(
    name="scannerctl",
    help="Operates Scanner, on the emulators or on a real Firebase project.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_show_locals=False,
)


@app.callback()
def choose(
    ctx: typer.Context,
    name: Annotated[
        str | None,
        typer.Option(
            "--project",
            metavar="ID",
            help="The Firebase project to touch. Without it: the emulators that the environment "
            "names, or else the ones that run from this checkout.",
        ),
    ] = None,
) -> None:
    """Keep the choice for the command that follows; nothing is touched yet."""
    ctx.obj = Choice(name)


app.add_typer(accounts.app)  # without a name: its commands stand at the top level
app.add_typer(audit.app, name="audit", help="The audit: is it what was sealed?")
app.add_typer(privacy.app, name="privacy", help="People's requests; erasing again; a new policy.")
app.add_typer(wallet.app, name="wallet", help="Wallets: do their sums and chains add up?")
app.add_typer(labs.app, name="labs", help="Labs: closing those that nobody could bill.")
app.add_typer(visits.app, name="visits", help="Visits: which wait, who could go, sending somebody.")
app.add_typer(jobs.app, name="jobs", help="Jobs: which failed or wait, and running them again.")
app.add_typer(queues.app, name="queues", help="Queues of Cloud Tasks: their state, pausing them.")
app.add_typer(project.app, name="project", help="A real project: is it set up, and setting it up.")
app.add_typer(restore.app, name="restore", help="After a backup was put back: what differs.")
