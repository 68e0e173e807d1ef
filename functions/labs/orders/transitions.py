"""Takes a step of an order: what it asks for, changes and costs, beside the state."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from core import audit, settings
from core.access import Role
from core.clock import day_of
from core.context import Context
from core.idempotency import once
from core.machines import Party
from core.units import UnitOfWork
from labs.catalogue.models import LabProfile
from labs.catalogue.workdays import due_on
from labs.orders import amendments, history, promises, settlement
from labs.orders.case_check import CaseCheck
from labs.orders.drafting import file_problems, shared
from labs.orders.errors import (
    FilesNeeded,
    LabCannotRefund,
    LossUnanswered,
    OrderNotFound,
    OrderRefused,
    ParcelUnderWay,
    ReasonNeeded,
    ShipmentNeeded,
)
from labs.orders.models import Order, OrderState, Reason, Settlement
from labs.orders.needs import OrderedWork
from labs.orders.problems import Problem, problem
from labs.orders.requests import MoveOrder, OrderNow
from labs.orders.states import ORDER, OrderAction
from messaging.service import Notice
from scans import service as scans
from wallet import service as wallet

if TYPE_CHECKING:
    from scans.service import Rescan
    from wallet.service import OrderMoney

_A, _R, _S = OrderAction, Reason, OrderState

#: The reasons that a step must give; steps that are not here take none.
REASONS: dict[OrderAction, frozenset[Reason]] = {
    _A.REJECT: frozenset({_R.NO_CAPACITY, _R.NOT_FEASIBLE, _R.MATERIAL_MISSING}),
    _A.PUT_ON_HOLD: frozenset({_R.QUESTION, _R.MATERIAL_MISSING, _R.NO_CAPACITY}),
    _A.REQUEST_RESCAN: frozenset(
        {_R.MARGIN_UNCLEAR, _R.SCAN_INCOMPLETE, _R.SCAN_DISTORTED, _R.BITE_WRONG}
    ),
    _A.REQUEST_REMAKE: frozenset({_R.DOES_NOT_FIT, _R.WRONG_SHADE, _R.BROKEN, _R.NOT_AS_ORDERED}),
    _A.CANCEL: frozenset({_R.NOT_NEEDED, _R.ORDERED_TWICE, _R.PATIENT_UNAVAILABLE}),
    _A.GIVE_BACK: frozenset({_R.NO_CAPACITY, _R.NOT_FEASIBLE, _R.MATERIAL_MISSING}),
}
#: The reason that there is beside where a lost order ends.
OF_THE_LOST = frozenset({_R.PARCEL_LOST})
#: From these steps on the lab works with the files: the consent must stand.
_SHARING = frozenset({_A.ACCEPT, _A.SEND_RESCAN})
#: So it must for what has the lab work: a remake asked for later would wait for ever.
_ASKING = frozenset({_A.ACCEPT, _A.START, _A.RESUME, _A.REQUEST_REMAKE})


def move(ctx: Context, request: MoveOrder) -> OrderNow:
    """Take a step of the table. Three reads and six writes at most, and a retry record.

    Accepting, beginning, resuming and asking for a remake read the case and its consent as well,
    accepting the lab's calendar, new scans the patient, each file and what the case check recorded
    of them; asking for new scans reads
    each file, and writes a line for each side that made some; delivering the first time reads
    three and writes six more for the money, ending an order that was not paid two and four, giving
    back one that was four and six.
    Each owner of a lab is a read and a write while nobody there has accepted the order.

    Raises:
        OrderNotFound, WrongOrderState, RoleNotAllowed, ReasonNeeded, ShipmentNeeded, FilesNeeded,
        AmendmentNeeded, DayNotPossible, ParcelUnderWay, LossUnanswered, LabCannotRefund,
        OrderRefused,
        CaseNotFound, InsufficientFunds, KeyReused.
        DoneOtherwise: the step was taken already, for another reason, parcel or files.
    """
    said = {
        "reason": request.reason,
        "shipment": request.shipment,
        "file_ids": sorted(set(request.file_ids)),
    }

    def work(unit: UnitOfWork) -> OrderNow:
        order, party = seen(unit, ctx, request.order_id)
        found = ORDER.step(order.state, request.action, party, kept=order, said=said)
        if found is None:
            return _now(order)
        if request.action is OrderAction.AMEND:
            return _now(amendments.amend(unit, ctx, order, request, party))
        step = OrderStep(unit, ctx, order, request, party)
        return _now(step.take(found.to))

    return once(ctx, "labs/move_order", request.idempotency_key, request, OrderNow, work)


def seen(unit: UnitOfWork, ctx: Context, order_id: str) -> tuple[Order, Party]:
    """Read an order that the caller has to do with, and tell as what.

    Raises:
        OrderNotFound: there is none, or it is none of the caller's; the two look alike.
    """
    order, caller = unit.get(Order, order_id), ctx.caller
    if order is not None and caller.role is Role.ADMIN:
        return order, Party.ADMIN
    if order is not None and caller.role is Role.CLINIC and order.clinic_id == caller.org:
        return order, Party.CLINIC
    if order is not None and caller.role is Role.LAB and order.lab_id == caller.org:
        return order, Party.LAB
    raise OrderNotFound


class OrderStep:
    """One step: reads all that it needs, then writes the order, its history, money and notices."""

    def __init__(
        self, unit: UnitOfWork, ctx: Context, order: Order, request: MoveOrder, party: Party
    ) -> None:
        self._unit, self._ctx, self._order = unit, ctx, order
        self._wish, self._party = request, party

    def take(self, to: OrderState | None) -> Order:
        """Take it.

        Raises:
            ReasonNeeded, ShipmentNeeded, FilesNeeded, ParcelUnderWay, LossUnanswered, OrderRefused,
            InsufficientFunds, LabCannotRefund.
        """
        if to is None:
            raise AssertionError("every step of an order has an end")
        order, now = self._order, self._ctx.clock.now()
        changes = {"reason": self._reason(), **self._changes(to)}
        action = self._wish.action
        cause = settlement.cause_of(order.state, action, self._party, self._wish.reason)
        if action in settlement.ENDING:
            changes["settlement"] = settlement.PAYMENTS[cause, order.paid].settlement
        rescan, money = self._rescan(), self._money(to, changes.get("settlement"))
        if money is not None:
            money.write()
        if rescan is not None:
            rescan.write(self._unit, self._ctx, order=order.id)
        times = {**order.times, to: now}
        after = self._unit.change(order, state=to, times=times, **changes)
        promises.follow_up(self._unit, self._ctx, after, action)
        history.add(self._unit, self._ctx, after, action, self._party, cause)
        told = history.concerned(after, self._party)
        history.tell(self._unit, self._ctx, after, Notice.ORDER_MOVED, told)
        path = Order.path_for(order.id)
        audit.record(self._unit, self._ctx, f"labs.{action}_order", path)
        return after

    def _reason(self) -> Reason | None:
        if self._party is Party.SYSTEM:  # which says why by itself, and nothing that others may
            return self._wish.reason
        allowed = REASONS.get(self._wish.action, frozenset())
        if self._order.state is _S.LOST and self._wish.action in settlement.ENDING:
            allowed |= OF_THE_LOST
        if (self._wish.reason is None and not allowed) or self._wish.reason in allowed:
            return self._wish.reason
        raise ReasonNeeded(allowed=sorted(allowed))

    def _changes(self, to: OrderState) -> dict[str, Any]:
        """Return what the step changes beside state, times and reason."""
        action, order = self._wish.action, self._order
        if action in _ASKING:
            _refuse(scans.sharing(self._unit, order.case_id).refusal)
        if action in _SHARING:
            return self._sharing()
        if action is _A.SHIP:
            if self._wish.shipment is None:
                raise ShipmentNeeded
            return {"shipment": self._wish.shipment}
        self._refuse_early()
        if action is _A.REQUEST_REMAKE:
            return {"remakes": order.remakes + 1}
        return {"paid": True} if to is _S.DELIVERED else {}

    def _sharing(self) -> dict[str, Any]:
        """Return what accepting or new scans change: the promise, and the files."""
        if self._wish.action is _A.ACCEPT:
            return {**self._due(), "accepted_by": self._acceptor()}
        ids = sorted(set(self._wish.file_ids))
        case = scans.case_for_lab(self._unit, self._ctx, self._order.case_id, ids)
        _refuse(case.refusal)
        if not ids:
            raise FilesNeeded
        files = case.files
        check = CaseCheck(case.checked, map(OrderedWork.of_item, self._order.items))
        problems = [each for file in files for each in file_problems(file, self._wish)]
        problems += check.problems(self._wish.proceed_with_warnings)
        if problems:
            raise OrderRefused(problems=problems)
        warned = [file.file_id for file in files if file.warned]
        return {
            "files": [shared(file) for file in files],
            "signed_off": warned,
            "checked": True,
            "findings": check.for_order(),
            "pairs": check.pairs(),
            **self._due(),
        }

    def _due(self) -> dict[str, str]:
        """Return what the lab promises; where it has no calendar any more, nothing new."""
        profile = self._unit.get(LabProfile, self._order.lab_id)
        if profile is None:
            return {}
        received = day_of(self._ctx.clock.now())
        day = due_on(received, self._order.turnaround, profile.calendar).isoformat()
        return {"due_on": day, "promised_on": day}

    def _refuse_early(self) -> None:
        """Refuse a clinic that reports a loss, or ends an order for it, before the lab can answer.

        Raises:
            ParcelUnderWay: the parcel may still arrive.
            LossUnanswered: the lab may still say what became of it, or make the work anew.
        """
        waits = {
            (_S.SHIPPED, _A.REPORT_LOST): (settings.PARCEL_DAYS, ParcelUnderWay),
            (_S.LOST, _A.CANCEL): (settings.LOSS_ANSWER_DAYS, LossUnanswered),
        }
        state = self._order.state
        found, since = waits.get((state, self._wish.action)), self._order.times.get(state)
        if self._party is not Party.CLINIC or found is None or since is None:
            return
        days, refusal = found
        earliest = since + timedelta(days=days.value)
        if self._ctx.clock.now() < earliest:
            raise refusal(earliest=earliest.isoformat())

    def _acceptor(self) -> str | None:
        return self._ctx.caller.uid if self._party is Party.LAB else self._order.accepted_by

    def _rescan(self) -> "Rescan | None":
        """Read whose scans the lab wants anew."""
        if self._wish.action is not _A.REQUEST_RESCAN:
            return None
        file_ids = [file.file_id for file in self._order.files]
        return scans.rescan(self._unit, self._order.case_id, file_ids)

    def _money(self, to: OrderState, settled: Settlement | None) -> "OrderMoney | None":
        """Read and settle what the step costs or gives back."""
        order = self._order
        delivered = to is _S.DELIVERED and not order.paid
        if not delivered and settled in {None, Settlement.KEPT}:
            return None
        money = wallet.order_money(self._unit, self._ctx)
        if delivered:
            money.deliver(order.clinic_id, order.lab_id, order.id)
        elif settled is Settlement.RELEASED:
            money.give_back(order.clinic_id, order.id)
        else:
            self._refund(money)
        return money

    def _refund(self, money: "OrderMoney") -> None:
        try:
            money.refund(self._order.clinic_id, self._order.id)
        except wallet.InsufficientFunds as err:  # how much a lab has is not the clinic's to know
            raise LabCannotRefund from err


def _refuse(refusal: str | None) -> None:
    if refusal is not None:
        raise OrderRefused(problems=[problem(Problem(refusal))])


def _now(order: Order) -> OrderNow:
    return OrderNow(order_id=order.id, state=order.state, due_on=order.due_on)
