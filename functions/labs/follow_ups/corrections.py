"""Changes orders under way when a patient's record was corrected: scans knows no labs.

What an order says is decided by its case, read in the transaction that changes it: events may come
twice, late, or in another order than the corrections, and the last correction stands. So do orders
wait when the patient turns out to be under 18, and go on once a guardian has consented.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from core import audit
from core.clock import Clock
from core.context import Context
from core.machines import Party
from core.store import Store
from core.units import UnitOfWork
from labs.follow_ups import open_orders
from labs.orders import history, settlement
from labs.orders.models import Order, OrderPatient
from labs.orders.states import CORRECTED, OrderAction
from messaging.service import Notice
from scans import service as scans

if TYPE_CHECKING:
    from scans.service import Sharing


def relabels(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Tell whether a change of a patient's record changes what orders say of the patient.

    A record changes with the patient's first and last case, too.
    """
    shown = (*OrderPatient.model_fields, "guardian_changed_at")
    return any(before.get(name) != after.get(name) for name in shown)


def follow(store: Store, clock: Clock, clinic_id: str, patient_id: str) -> int:
    """Have the orders under way of a patient say what the record says, wait or go on; how many.

    A read for each case, and for each open order; for an order three more and four writes. An order
    that is placed at the same time has the new label or is found here: placing reads the
    case, which the correction writes.

    Raises:
        FailedError: some did not follow, the others did; doing it again changes what is left.
    """
    ctx = Context.of_system(store, clock)
    cases = scans.cases_of_patient(store, clinic_id, patient_id)
    return open_orders.each(store, cases, CORRECTED, lambda order: _follow(ctx, order))


def _follow(ctx: Context, order_id: str) -> bool:
    """Write onto an order what changed; False where it says so already, is over, or is not shared.

    What a lab has not been told by the time the consent is withdrawn, it is not told any more. One
    that waits for a guardian has the new label once it goes on.
    """

    def work(unit: UnitOfWork) -> bool:
        order = unit.get(Order, order_id)
        if order is None or order.state not in CORRECTED:
            return False
        sharing = scans.sharing(unit, order.case_id)
        changes = _changes(order, sharing)
        if not changes:
            return False
        told = [history.of_lab(order)]
        after = unit.change(order, **changes)
        if "awaiting_guardian" in changes and (after.awaiting_guardian or sharing.refusal is None):
            kind = Notice.ORDER_WAITS if after.awaiting_guardian else Notice.ORDER_GOES_ON
            history.tell(unit, ctx, after, kind, told)
        if "patient" in changes:
            cause = settlement.cause_of(order.state, OrderAction.CORRECT, Party.SYSTEM)
            history.add(unit, ctx, after, OrderAction.CORRECT, Party.SYSTEM, cause)
            history.tell(unit, ctx, after, Notice.ORDER_CORRECTED, told)
        audit.record(unit, ctx, "labs.correct_order", Order.path_for(order.id))
        return True

    return ctx.store.run(work)


def _changes(order: Order, case: "Sharing") -> dict[str, object]:
    """Return what an order does not say yet.

    Where its case may not be shared for another reason, only that it waits for no guardian any
    more: the reason stands in its way by itself.
    """
    waits = case.refusal == scans.AWAITING_GUARDIAN
    if case.refusal is not None and not waits:
        return {"awaiting_guardian": False} if order.awaiting_guardian else {}
    name = case.name if order.patient.name is not None else None
    tag = OrderPatient(reference=case.reference, name=name)
    said: dict[str, object] = {"awaiting_guardian": waits} | ({} if waits else {"patient": tag})
    return {field: value for field, value in said.items() if getattr(order, field) != value}
