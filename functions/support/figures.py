"""Figures on support: how much is asked, and how long the first answers take."""

from datetime import timedelta

from core.context import Context
from core.figures import rate
from core.queries import Aggregation, Query, Total
from support.models import Ticket, TicketState
from support.requests import GetSupportFigures, SupportFigures

OPENED = Query(Ticket, where=(("opened_at", ">="), ("opened_at", "<")))
ANSWERED = Query(Ticket, where=(("first_answered_at", ">="), ("first_answered_at", "<")))
#: In the order of the fields' names, in which Firestore sorts by several ranges.
SLOW = Query(
    Ticket,
    where=(
        ("first_answer_minutes", ">="),
        ("first_answered_at", ">="),
        ("first_answered_at", "<"),
    ),
)
CLOSED = Query(Ticket, where=(("state", "=="), ("since", ">="), ("since", "<")))
WAITING = Query(Ticket, where=(("state", "=="),))
MINUTES = Total(ANSWERED, "first_answer_minutes")


def figures(ctx: Context, request: GetSupportFigures) -> SupportFigures:
    """Count what was asked, first answered and closed in some days, and what waits now.

    A ticket counts as closed when it was last, and while it is: one that was taken up again does
    not. Whose data was erased is in no figure any more. Six reads, and one more for each further
    thousand of anything.
    """
    moments, slow = request.moments(), timedelta(hours=request.hours)
    opened, answered, minutes, late, closed, waits = ctx.store.aggregate(
        OPENED.counted(*moments),
        ANSWERED.counted(*moments),
        MINUTES.of(*moments),
        SLOW.counted(slow // timedelta(minutes=1), *moments),
        CLOSED.counted(TicketState.CLOSED, *moments),
        waiting(),
    )
    return SupportFigures(
        opened=opened,
        answered=answered,
        average_minutes=round(minutes / answered) if answered else None,
        slow=rate(late, answered),
        closed=closed,
        waiting=waits,
    )


def waiting() -> Aggregation:
    """Return what counts the tickets that wait for an admin. A read for each thousand."""
    return WAITING.counted(TicketState.OPEN)
