"""Commands about people's rights and their data: asked, erased again, due; a new policy."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated

import typer
from rich.table import Table

from accounts import policy
from core.blobs import project_blobs
from core.clock import day_of
from core.firebase import clean_bucket
from core.periods import PERIODS
from privacy.data_requests import decisions
from privacy.data_requests.requests import ListRequests, RequestRow
from privacy.erasure import receipts
from privacy.erasure import replay as erasure_replay
from privacy.erasure.eraser import HeldError, NotErasedError
from privacy.holds import register
from privacy.identity import FirebaseAccounts
from privacy.models import PrivacyRequest, RequestState
from privacy.retention import dry_run
from privacy.retention.dry_run import Prospect
from tools.scannerctl.console import FailureError, cell, lines, out
from tools.scannerctl.session import Yes, operation

app = typer.Typer(no_args_is_help=True)

_PAGE = 100  # the most that one page of the service holds


@app.command()
def requests(
    ctx: typer.Context,
    state: Annotated[RequestState, typer.Option(help="Only requests in it.")] = (
        RequestState.COOLING_OFF
    ),
    limit: Annotated[int, typer.Option(min=1, max=_PAGE, help="The most to list.")] = 50,
) -> None:
    """Lists the requests in a state, the longest overdue first."""
    with operation(ctx) as session:
        page = decisions.list_requests(session.context, ListRequests(state=state, limit=limit))
        out.print(_listing(page.requests))
        more = "; there are more, raise --limit" if page.cursor else ""
        overdue = sum(row.overdue for row in page.requests)
        out.print(f"{len(page.requests)} requests {state}, {overdue} overdue{more}")


@app.command()
def show(ctx: typer.Context, request_id: Annotated[str, typer.Argument(metavar="ID")]) -> None:
    """Shows one request: who asked what by what right, and what came of it."""
    with operation(ctx) as session:
        request = session.context.store.get(PrivacyRequest, request_id)
        if request is None:
            raise FailureError("There is no such request.")
        for name, value in request.model_dump(mode="json", exclude={"wanted", "archive"}).items():
            if value not in (None, [], {}):
                out.print(cell(f"{name}: {value}"))


@app.command()
def replay(ctx: typer.Context, yes: Yes = False) -> None:
    """Erases again what was erased before, by the receipts: after a backup was restored.

    The receipts lie in the bucket, so that a backup of the database does not take them back. May be
    stopped and started again.
    """
    with operation(ctx) as session:
        session.confirm("Erase again what the receipts name", yes=yes)
        blobs, accounts = project_blobs(), FirebaseAccounts()
        done = failed = 0
        for receipt in receipts.all_of(blobs):
            try:
                erasure_replay.replay(session.context, blobs, accounts, receipt)
            except NotErasedError as error:
                failed += 1
                left = ", ".join(map(str, error.args))
                out.print(cell(f"✗ {receipt.request_id}: left in {left}"))
            except HeldError:
                failed += 1
                out.print(cell(f"✗ {receipt.request_id}: under a legal hold"))
            else:
                done += 1
                out.print(cell(f"✓ {receipt.request_id}"))
        out.print(f"{done} erasures replayed")
        if not done + failed:
            raise FailureError(
                f"There is no receipt of an erasure in {clean_bucket().name}. Where anybody was "
                "erased they lie in another bucket: copy its folder erasures/ here, and repeat."
            )
        if failed:
            raise FailureError(f"{failed} erasures left something: run it again.")


@app.command("announce-policy")
def announce_policy(
    ctx: typer.Context,
    version: Annotated[str, typer.Argument(help="As SCANNER_POLICY_VERSION is deployed.")],
    yes: Yes = False,
) -> None:
    """Tells all who have not accepted a version of the privacy policy that it is in force.

    Done again, it tells those who still have not.
    """
    with operation(ctx) as session:
        session.confirm(f"Tell who has not accepted version {version}", yes=yes)
        out.print(f"{policy.announce(session.context, version)} told")


@app.command()
def due(
    ctx: typer.Context,
    on: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="The day, as India has it; today without one."),
    ] = None,
) -> None:
    """Shows what retention takes on a day, row by row; changes nothing.

    Reads every document that is due: on 1 April a year of the books may be.
    """
    with operation(ctx) as session:
        context = session.context
        day = on.date() if on else day_of(context.clock.now())
        found = dry_run.of_day(context, project_blobs(), register.held(context), day)
        prospects = sorted(found, key=lambda each: each.row.rule)
        out.print(_outlook(prospects))
        endings = dry_run.endings(context, day)
        total = sum(each.due or 0 for each in prospects)
        held = sum(each.held for each in prospects)
        out.print(
            f"{total} documents due on {day}, {held} of them held; and what {endings} erasures left"
        )


def _outlook(prospects: Iterable[Prospect]) -> Table:
    table = Table("collection", "rule and ground", "due", "held", "oldest")
    table.columns[0].no_wrap = table.columns[-1].no_wrap = True
    for each in prospects:
        period = PERIODS[each.row.rule]
        rule = lines(f"{each.row.rule}: {period}", period.ground)
        oldest = f"{day_of(each.oldest)}" if each.oldest else ""
        due, held = (each.words, "") if each.due is None else (each.due, each.held)
        table.add_row(
            cell("/".join(each.row.model.path.split("/")[::2])),
            rule,
            cell(due),
            cell(held),
            cell(oldest),
        )
    return table


def _listing(rows: list[RequestRow]) -> Table:
    table = Table("request", "what", "due")
    table.columns[0].no_wrap = True  # what is shown gets copied into the next command
    for row in rows:
        due = f"{row.due_at:%Y-%m-%d}" + (" overdue" if row.overdue else "")
        table.add_row(cell(row.request_id), lines(row.kind, row.subject, row.authority), cell(due))
    return table
