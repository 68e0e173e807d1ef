"""Commands about visits: which wait, who could go, and sending somebody.

They show where and when, and nothing of the patient, as the admins' callables do.
"""

from __future__ import annotations

import uuid
from typing import Annotated

import typer
from rich.table import Table

from core.clock import IST
from core.context import Context
from core.fields import DocId, Uid
from scans.visits import actions, roster
from scans.visits.errors import VisitNotFound
from scans.visits.models import Visit, VisitState
from scans.visits.requests import (
    AssignOperator,
    ListVisits,
    SlotOffered,
    SlotShown,
    Suggestion,
    SuggestOperators,
    VisitRow,
)
from tools.scannerctl.arguments import of_form
from tools.scannerctl.console import FailureError, cell, lines, minute, out
from tools.scannerctl.paging import Limit, collect, more
from tools.scannerctl.session import Yes, operation

app = typer.Typer(no_args_is_help=True)

VisitId = Annotated[
    str, typer.Argument(metavar="VISIT_ID", callback=of_form(DocId, "id of a visit"))
]
SlotNumber = Annotated[
    int, typer.Option("--slot", min=1, help="Which of the offered slots, as `visits list` counts.")
]


@app.command("list")
def list_(
    ctx: typer.Context,
    state: Annotated[VisitState, typer.Option(help="Only actions in it.")] = VisitState.REQUESTED,
    limit: Limit = 50,
) -> None:
    """Lists the visits in a state, the longest waiting first; without --state, those that wait."""
    with operation(ctx) as session:
        rows = _rows(session.context, state, limit + 1)
        out.print(_listing(rows[:limit]))
        out.print(f"{min(len(rows), limit)} visits {state}{more(rows, limit)}")


@app.command()
def suggest(ctx: typer.Context, visit_id: VisitId, slot: SlotNumber = 1) -> None:
    """Shows which operators are free for a visit, the best first."""
    with operation(ctx) as session:
        chosen = _slot(session.context, visit_id, slot)
        body = SuggestOperators(visit_id=visit_id, slot=chosen)
        found = roster.suggest(session.context, body).operators
        out.print(_suggestions(found))
        out.print(f"{len(found)} operators free on {_span(chosen)}")


@app.command()
def assign(
    ctx: typer.Context,
    visit_id: VisitId,
    uid: Annotated[str, typer.Argument(metavar="UID", callback=of_form(Uid, "uid"))],
    slot: SlotNumber = 1,
    yes: Yes = False,
) -> None:
    """Sends an operator to a visit, in place of the one who may be assigned already."""
    with operation(ctx) as session:
        chosen = _slot(session.context, visit_id, slot)
        session.confirm(f"Send {uid} to {visit_id} on {_span(chosen)}", yes=yes)
        key = uuid.uuid4().hex
        body = AssignOperator(visit_id=visit_id, uid=uid, slot=chosen, idempotency_key=key)
        now = actions.assign(session.context, body)
        out.print(cell(f"{now.visit_id} is {now.state} to {uid}, {_span(chosen)}."))


def _rows(context: Context, state: VisitState, most: int) -> list[VisitRow]:
    def page(limit: int, cursor: str | None) -> tuple[list[VisitRow], str | None]:
        found = actions.list_visits(context, ListVisits(state=state, limit=limit, cursor=cursor))
        return found.visits, found.cursor

    return collect(page, most)


def _slot(context: Context, visit_id: str, number: int) -> SlotOffered:
    """Return one of the slots that the clinic offered.

    Raises:
        VisitNotFound.
        FailureError: it offered fewer.
    """
    visit = context.store.get(Visit, visit_id)
    if visit is None:
        raise VisitNotFound
    if number > len(visit.slots):
        raise FailureError(f"The clinic offered {len(visit.slots)} slots: there is no {number}.")
    return SlotOffered(**dict(visit.slots[number - 1]))


def _listing(rows: list[VisitRow]) -> Table:
    """Return the visits as a table that shows an id whole on a terminal of 80 columns."""
    table = Table("visit", "where", "slots", show_lines=True)
    table.columns[0].no_wrap = True  # what is shown gets copied into the next command
    for row in rows:
        slots = [f"{n}: {_span(slot)}" for n, slot in enumerate(row.slots, start=1)]
        taken = [f"assigned: {_span(row.slot)}"] if row.slot else []
        waiting = f"since {minute(row.requested_at)}"
        place = lines(row.clinic_name, f"{row.city} {row.pincode}", waiting)
        table.add_row(lines(row.visit_id, row.assignee), place, lines(*slots, *taken))
    return table


def _suggestions(found: list[Suggestion]) -> Table:
    table = Table("operator", "near", "visits that day", "visits ahead")
    table.columns[0].no_wrap = True
    for one in found:
        same = f"same {one.near}"
        table.add_row(cell(one.uid), cell(same), cell(one.visits_that_day), cell(one.visits))
    return table


def _span(slot: SlotOffered | SlotShown) -> str:
    return f"{minute(slot.starts_at)} to {slot.ends_at.astimezone(IST):%H:%M}"
