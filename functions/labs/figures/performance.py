"""Counts of a lab's orders: on time or not, and what was asked for again, and why."""

from core.context import Context
from core.figures import rate, subject
from core.queries import Query
from labs.figures.requests import GetLabFigures, LabFigures
from labs.orders.models import OrderEvent
from labs.orders.states import OrderAction
from labs.orders.transitions import REASONS

SHIPPED = Query(
    OrderEvent,
    where=(("lab_id", "=="), ("on_time", "=="), ("at", ">="), ("at", "<")),
    group=True,
)
DONE = Query(
    OrderEvent,
    where=(("lab_id", "=="), ("action", "=="), ("reason", "=="), ("at", ">="), ("at", "<")),
    group=True,
)


def figures(ctx: Context, request: GetLabFigures) -> LabFigures:
    """Count what was done in some days with the orders of a lab.

    A lab promises a day (`due_on`, anew after new scans and for a remake), and the carrier is not
    its affair: on time is what was shipped on that day of India or before. Each shipment counts,
    and each delivery, those of remakes too; what was promised for no day does not. What counts is
    when something was done: a remake may be of an order that was delivered before these days.
    Eleven reads, and one more for each further thousand of anything.

    Raises:
        RoleNotAllowed: another lab's, to anybody but admins.
        InvalidRequest: an admin names none.
    """
    lab_id, moments = subject(ctx.caller, request.lab_id, "lab_id"), request.moments()
    asked = (OrderAction.REQUEST_REMAKE, OrderAction.REQUEST_RESCAN)
    reasons = [(action, reason) for action in asked for reason in sorted(REASONS[action])]
    on_time, late, delivered, *given = ctx.store.aggregate(
        *(SHIPPED.counted(lab_id, kept, *moments) for kept in (True, False)),
        DONE.counted(lab_id, OrderAction.DELIVER, None, *moments),
        *(DONE.counted(lab_id, *each, *moments) for each in reasons),
    )
    counts = dict(zip(reasons, given, strict=True))
    remakes, rescans = (
        {reason: counts[action, reason] for reason in sorted(REASONS[action])} for action in asked
    )
    return LabFigures(
        lab_id=lab_id,
        on_time=rate(on_time, on_time + late),
        remakes=rate(sum(remakes.values()), delivered),
        remake_reasons=remakes,
        rescan_reasons=rescans,
    )
