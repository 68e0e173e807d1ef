"""Commands about jobs: which failed or wait, one in full, running one again, sweeping now.

A job holds ids and reason codes: nothing of a person is shown.
"""

from __future__ import annotations

from typing import Annotated

import typer
from rich.table import Table

from core.context import Context
from core.jobs import Job, JobState
from jobs import service, sweeping
from jobs.errors import JobNotFound
from jobs.requests import JobId, JobRow, ListJobs, RetryJob, Subject, Sweep
from tools.scannerctl.arguments import of_form
from tools.scannerctl.console import aside, cell, facts, lines, minute, out
from tools.scannerctl.paging import Limit, collect, more
from tools.scannerctl.session import Yes, operation

app = typer.Typer(no_args_is_help=True)

JobIdArgument = Annotated[
    str, typer.Argument(metavar="JOB_ID", callback=of_form(JobId, "id of a job"))
]


@app.command("list")
def list_(
    ctx: typer.Context,
    state: Annotated[JobState, typer.Option(help="Only jobs in it.")] = JobState.FAILED,
    limit: Limit = 50,
) -> None:
    """Lists the jobs in a state, the earliest first; without --state, those that failed."""
    with operation(ctx) as session:
        rows = _rows(session.context, state, limit + 1)
        out.print(_listing(rows[:limit]))
        out.print(f"{min(len(rows), limit)} jobs {state}{more(rows, limit)}")


@app.command()
def show(ctx: typer.Context, job_id: JobIdArgument) -> None:
    """Shows a job in full."""
    with operation(ctx) as session:
        job = session.context.store.get(Job, job_id)
        if job is None:
            raise JobNotFound
        table = facts("jobs/ document")
        table.add_row("id", cell(job.id))
        for name, value in job.model_dump(mode="json").items():
            table.add_row(name, cell(value))
        out.print(table)


@app.command()
def retry(ctx: typer.Context, job_id: JobIdArgument, yes: Yes = False) -> None:
    """Has a failed job run again: by its task or, where none can be made, by the next sweep."""
    with operation(ctx) as session:
        session.confirm(f"Have {job_id} run again", yes=yes)
        with aside():
            now = service.retry(session.context, RetryJob(job_id=job_id))
        out.print(cell(f"{now.job_id} is {now.state}: its task runs it, or the next sweep."))


@app.command()
def sweep(
    ctx: typer.Context,
    subject: Annotated[
        str | None,
        typer.Option(
            metavar="PATH",
            callback=of_form(Subject, "path of a document"),
            help="Only jobs about this document, such as visits/<id>; the chores are left out.",
        ),
    ] = None,
    yes: Yes = False,
) -> None:
    """Looks after what is due now, here, as the sweep does by itself every few minutes."""
    with operation(ctx) as session:
        session.confirm(f"Run what is due{f' about {subject}' if subject else ''}", yes=yes)
        with aside():
            swept = sweeping.on_demand(session.context, Sweep(subject=subject))
        out.print(f"{swept.run} jobs run, {swept.woken} left to the queue")


def _rows(context: Context, state: JobState, most: int) -> list[JobRow]:
    def page(limit: int, cursor: str | None) -> tuple[list[JobRow], str | None]:
        found = service.list_jobs(context, ListJobs(state=state, limit=limit, cursor=cursor))
        return found.jobs, found.cursor

    return collect(page, most)


def _listing(rows: list[JobRow]) -> Table:
    """Return the jobs as a table that shows an id whole on a terminal of 80 columns."""
    table = Table("job", "due", "attempts", show_lines=True)
    table.columns[0].no_wrap = True  # what is shown gets copied into the next command
    for row in rows:
        about = lines(row.job_id, row.kind, row.subject)
        table.add_row(about, cell(minute(row.due_at)), lines(str(row.attempts), row.last_error))
    return table
