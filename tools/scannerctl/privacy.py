"""Commands about people's rights: what was asked, erasing again, the policy that is new."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.table import Table

from accounts import policy
from core.blobs import Blobs
from core.firebase import bucket
from privacy.models import PrivacyRequest, RequestState
from privacy.requests.rights import ListRequests, RequestRow
from privacy.rights import answering, receipts, replaying
from privacy.rights.erasing import HeldError, NotErasedError
from privacy.rights.identity import FirebaseAccounts
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
        page = answering.list_requests(session.context, ListRequests(state=state, limit=limit))
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
        blobs, accounts = Blobs(bucket()), FirebaseAccounts()
        done = failed = 0
        for receipt in receipts.all_of(blobs):
            try:
                replaying.replay(session.context, blobs, accounts, receipt)
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


def _listing(rows: list[RequestRow]) -> Table:
    table = Table("request", "what", "due")
    table.columns[0].no_wrap = True  # what is shown gets copied into the next command
    for row in rows:
        due = f"{row.due_at:%Y-%m-%d}" + (" overdue" if row.overdue else "")
        table.add_row(cell(row.request_id), lines(row.kind, row.subject, row.authority), cell(due))
    return table
