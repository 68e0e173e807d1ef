"""Commands about visits: which wait, who could go, and sending somebody.

They show where and when, and nothing of the patient, as the admins' callables do.
"""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from pydantic import TypeAdapter, ValidationError
from rich.table import Table

from core.context import Context
from core.fields import DocId, Uid
from scans import roster, visits
from scans.errors import VisitNotFound
from scans.models import Visit, VisitState
from scans.requests.visits import (
    AssignOperator,
    ListVisits,
    SlotOffered,
    Suggestion,
    SuggestOperators,
    VisitRow,
)
from tools.scannerctl.console import FailureError, cell, lines, out
from tools.scannerctl.session import Yes, operation

app = typer.Typer(no_args_is_help=True)

_PAGE = 100  # the most that one page of the service holds
_ZONE = ZoneInfo("Asia/Kolkata")  # the clinics' clocks


def _form(form: object, name: str) -> object:
    """Return a callback that refuses what cannot be an id of this form."""

    def check(value: str) -> str:
        try:
            return str(TypeAdapter(form).validate_python(value))
        except ValidationError as err:
            raise typer.BadParameter(f"this is no {name}") from err

    return check


VisitId = Annotated[str, typer.Argument(metavar="VISIT_ID", callback=_form(DocId, "id of a visit"))]
SlotNumber = Annotated[
    int, typer.Option("--slot", min=1, help="Which of the offered slots, as `visits list` counts.")
]


@app.command("list")
def list_(
    ctx: typer.Context,
    state: Annotated[VisitState, typer.Option(help="Only visits in it.")] = VisitState.REQUESTED,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="The most to list.")] = 50,
) -> None:
    """Lists the visits in a state, the longest waiting first; without --state, those that wait."""
    with operation(ctx) as session:
        rows = _rows(session.context, state, limit + 1)
        out.print(_listing(rows[:limit]))
        more = "; there are more, raise --limit" if len(rows) > limit else ""
        out.print(f"{min(len(rows), limit)} visits {state}{more}")


@app.command()
def suggest(ctx: typer.Context, visit_id: VisitId, slot: SlotNumber = 1) -> None:
    """Shows which operators are free for a visit, the best first."""
    with operation(ctx) as session:
        chosen = _slot(session.context, visit_id, slot)
        wish = SuggestOperators(visit_id=visit_id, slot=chosen)
        found = roster.suggest(session.context, wish).operators
        out.print(_suggestions(found))
        out.print(f"{len(found)} operators free on {_span(chosen)}")


@app.command()
def assign(
    ctx: typer.Context,
    visit_id: VisitId,
    uid: Annotated[str, typer.Argument(metavar="UID", callback=_form(Uid, "uid"))],
    slot: SlotNumber = 1,
    yes: Yes = False,
) -> None:
    """Sends an operator to a visit, in place of the one who may be assigned already."""
    with operation(ctx) as session:
        chosen = _slot(session.context, visit_id, slot)
        session.confirm(f"Send {uid} to {visit_id} on {_span(chosen)}", yes=yes)
        key = uuid.uuid4().hex
        wish = AssignOperator(visit_id=visit_id, uid=uid, slot=chosen, idempotency_key=key)
        now = visits.assign(session.context, wish)
        out.print(cell(f"{now.visit_id} is {now.state} to {uid}, {_span(chosen)}."))


def _rows(context: Context, state: VisitState, most: int) -> list[VisitRow]:
    rows: list[VisitRow] = []
    cursor: str | None = None
    while len(rows) < most:
        wish = ListVisits(state=state, limit=min(_PAGE, most - len(rows)), cursor=cursor)
        page = visits.list_visits(context, wish)
        rows += page.visits
        cursor = page.cursor
        if cursor is None:
            break
    return rows


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
        waiting = f"since {_minute(row.requested_at)}"
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


def _span(slot: SlotOffered) -> str:
    return f"{_minute(slot.starts_at)} to {slot.ends_at.astimezone(_ZONE):%H:%M}"


def _minute(moment: datetime) -> str:
    return f"{moment.astimezone(_ZONE):%Y-%m-%d %H:%M}"
