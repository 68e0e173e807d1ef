"""Who pays where an order ends otherwise than by being completed: whose affair it was decides.

An order is paid when it is first delivered. Before that the lab bears what it has made, and the
clinic gets back what was set aside, whoever caused the end: a clinic can call off by itself only
what was not begun. Afterwards, in a remake, the price stays with the lab unless the lab or the
carrier is the cause: then the clinic has nothing that is as it was ordered, and gets it all back.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from core.machines import Party
from labs.orders.models import OrderCause, OrderState, Reason, Settlement
from labs.orders.states import ORDER, OrderAction

_A, _C = OrderAction, OrderCause

#: Actions that are somebody's affair, whoever takes them.
_BY_ACTION: Mapping[OrderAction, OrderCause] = {
    _A.REJECT: _C.LAB,
    _A.GIVE_BACK: _C.LAB,
    _A.REQUEST_REMAKE: _C.LAB,  # each of its reasons is that the work is not as it was ordered
    _A.REQUEST_RESCAN: _C.CLINIC,  # whose scans do not show what is needed
    _A.REPORT_LOST: _C.CARRIER,
    _A.CORRECT: _C.CLINIC,
}
_BY_PARTY: Mapping[Party, OrderCause] = {
    Party.CLINIC: _C.CLINIC,
    Party.LAB: _C.LAB,
    Party.ADMIN: _C.PLATFORM,
    Party.SYSTEM: _C.PLATFORM,
}
_OF_THE_PATIENT = frozenset({Reason.CONSENT_WITHDRAWN, Reason.PATIENT_UNAVAILABLE})


@dataclass(frozen=True)
class Payment:
    """What becomes of the price, and who bears what was made, or is made anew."""

    settlement: Settlement
    bearer: str


#: By the cause of the end, and whether the order was paid at a first delivery.
PAYMENTS: Mapping[tuple[OrderCause, bool], Payment] = {
    (_C.CLINIC, False): Payment(Settlement.RELEASED, "nobody: the lab has not begun"),
    (_C.CLINIC, True): Payment(Settlement.KEPT, "the clinic: it keeps the first work"),
    (_C.PATIENT, False): Payment(Settlement.RELEASED, "the lab, for what it has made"),
    (_C.PATIENT, True): Payment(Settlement.KEPT, "the clinic: it keeps the first work"),
    (_C.LAB, False): Payment(Settlement.RELEASED, "the lab"),
    (_C.LAB, True): Payment(Settlement.REFUNDED, "the lab, and the platform its commission"),
    (_C.CARRIER, False): Payment(Settlement.RELEASED, "the lab: it chose the carrier"),
    (_C.CARRIER, True): Payment(Settlement.REFUNDED, "the lab, and the platform its commission"),
    (_C.PLATFORM, False): Payment(Settlement.RELEASED, "the lab, for what it has made"),
    (_C.PLATFORM, True): Payment(Settlement.KEPT, "whom an admin has refund it"),
}

#: The acts by which an order ends without the work: from here on the table above decides.
ENDING = frozenset(
    action
    for (_, action), step in ORDER.table.items()
    if step.to in {OrderState.REJECTED, OrderState.CANCELLED}
)


def cause_of(
    state: OrderState | None, action: OrderAction, party: Party, reason: Reason | None = None
) -> OrderCause:
    """Return whose affair a step is.

    Args:
        state: where the order stood before it.
        action: the step.
        party: who takes it.
        reason: why, where it says.
    """
    if reason is Reason.CONSENT_WITHDRAWN:
        return OrderCause.PATIENT
    if state is OrderState.LOST and action in ENDING:
        return OrderCause.CARRIER
    if reason in _OF_THE_PATIENT:
        return OrderCause.PATIENT
    return _BY_ACTION.get(action) or _BY_PARTY[party]
