"""The lists of orders and their history, for apps of clinics and labs."""

from core.lists import ClientList, Filter, Own, Parameter, among, ascending, descending, equal
from core.privacy import Viewer
from labs.orders.models import Order, OrderEvent, OrderState
from labs.orders.states import AT_WORK, ENDED

_LAST_PLACED = descending("placed_at")
_BY_DUE_DATE = ascending("due_on")
_TO_BE_SENT = among("state", AT_WORK)
_OVERDUE: Filter = ("due_on", "<", Parameter("today", "The day in India, `YYYY-MM-DD`."))

#: Each side with the filter that the rules ask of it, and what its orders are to it.
_SIDES: tuple[tuple[Viewer, Filter, str], ...] = (
    (Viewer.CLINIC, equal("clinic_id", Own.ORG), "The orders that the clinic placed"),
    (Viewer.LAB, equal("lab_id", Own.ORG), "The orders that the lab received"),
)

for _side, _own, _orders in _SIDES:
    ClientList(
        f"{_side}_orders",
        Order,
        _side,
        f"{_orders}, the last placed first.",
        where=(_own,),
        order=_LAST_PLACED,
    )
    ClientList(
        f"{_side}_orders_by_state",
        Order,
        _side,
        f"{_orders} and that are in one state, the last placed first.",
        where=(_own, equal("state", Parameter("state", "The state."))),
        order=_LAST_PLACED,
    )
    ClientList(
        f"{_side}_orders_open",
        Order,
        _side,
        f"{_orders} and that have not come to an end, the last placed first.",
        where=(_own, among("state", set(OrderState) - ENDED)),
        order=_LAST_PLACED,
    )
    ClientList(
        f"{_side}_orders_by_due_date",
        Order,
        _side,
        f"{_orders} and that the lab has accepted and not sent, by the day promised.",
        where=(_own, _TO_BE_SENT),
        order=_BY_DUE_DATE,
    )
    ClientList(
        f"{_side}_orders_late",
        Order,
        _side,
        f"{_orders} and that the lab should have sent before today, by the day promised.",
        where=(_own, _TO_BE_SENT, _OVERDUE),
        order=_BY_DUE_DATE,
    )
    ClientList(
        f"{_side}_events_of_order",
        OrderEvent,
        _side,
        "The history of an order, the last step first.",
        where=(_own,),
        order=descending("at"),
        parents=(Parameter("order_id", "The order."),),
    )

ClientList(
    "clinic_orders_of_case",
    Order,
    Viewer.CLINIC,
    "The orders for one case, the last placed first.",
    where=(_SIDES[0][1], equal("case_id", Parameter("case_id", "The case."))),
    order=_LAST_PLACED,
)
ClientList(
    "clinic_orders_from_lab",
    Order,
    Viewer.CLINIC,
    "The clinic's orders from one lab, the last placed first.",
    where=(_SIDES[0][1], equal("lab_id", Parameter("lab_id", "The lab."))),
    order=_LAST_PLACED,
)
ClientList(
    "lab_orders_of_clinic",
    Order,
    Viewer.LAB,
    "The lab's orders of one clinic, the last placed first.",
    where=(_SIDES[1][1], equal("clinic_id", Parameter("clinic_id", "The clinic."))),
    order=_LAST_PLACED,
)
