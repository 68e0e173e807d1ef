"""Takes a step of an order: what it asks for, changes and costs, beside the state."""

from typing import TYPE_CHECKING, Any

from core import audit
from core.access import Role
from core.clock import day_of
from core.context import Context
from core.idempotency import once
from core.machines import Party
from core.units import UnitOfWork
from labs.catalogue.models import LabProfile
from labs.catalogue.workdays import due_on
from labs.orders import history, promises
from labs.orders.errors import (
    FilesNeeded,
    OrderNotFound,
    OrderRefused,
    ReasonNeeded,
    ShipmentNeeded,
)
from labs.orders.models import Order, OrderState, Reason
from labs.orders.placement import file_problems, shared
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
}
#: From these steps on the lab works with the files: the consent must stand.
_SHARING = frozenset({_A.ACCEPT, _A.SEND_RESCAN})
#: So it must for what has the lab work: a remake asked for later would wait for ever.
_ASKING = frozenset({_A.ACCEPT, _A.START, _A.RESUME, _A.REQUEST_REMAKE})
#: In these a paid order is not given back; what its remake costs is settled by refunds.
_GIVING_BACK = frozenset({_S.REJECTED, _S.CANCELLED})


def move(ctx: Context, request: MoveOrder) -> OrderNow:
    """Take a step of the table. Three reads and six writes at most, and a retry record.

    Accepting, beginning, resuming and asking for a remake read the case and its consent as well,
    accepting the lab's calendar, new scans the patient and each file; asking for new scans reads
    each file, and writes a line for each side that made some; delivering the first time reads
    three and writes six more for the money, rejecting and cancelling two and four.
    Each owner of a lab is a read and a write while nobody there has accepted the order.

    Raises:
        OrderNotFound, WrongOrderState, RoleNotAllowed, ReasonNeeded, ShipmentNeeded, FilesNeeded,
        OrderRefused, CaseNotFound, InsufficientFunds, KeyReused.
    """

    def work(unit: UnitOfWork) -> OrderNow:
        order, party = seen(unit, ctx, request.order_id)
        found = ORDER.step(order.state, request.action, party)
        if found is None:
            return _now(order)
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
            ReasonNeeded, ShipmentNeeded, FilesNeeded, OrderRefused, InsufficientFunds.
        """
        if to is None:
            raise AssertionError("every step of an order has an end")
        order, now = self._order, self._ctx.clock.now()
        changes = {"reason": self._reason(), **self._changes(to)}
        rescan, money = self._rescan(), self._money(to)
        if money is not None:
            money.write()
        if rescan is not None:
            rescan.write(self._unit, self._ctx, order=order.id)
        times = {**order.times, to: now}
        after = self._unit.change(order, state=to, times=times, **changes)
        promises.follow_up(self._unit, self._ctx, after, self._wish.action)
        history.add(self._unit, self._ctx, after, self._wish.action, self._party)
        told = history.concerned(after, self._party)
        history.tell(self._unit, self._ctx, after, Notice.ORDER_MOVED, told)
        path = Order.path_for(order.id)
        audit.record(self._unit, self._ctx, f"labs.{self._wish.action}_order", path)
        return after

    def _reason(self) -> Reason | None:
        if self._party is Party.SYSTEM:  # which says why by itself, and nothing that others may
            return self._wish.reason
        allowed = REASONS.get(self._wish.action, frozenset())
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
        if action is _A.REQUEST_REMAKE:
            return {"remakes": order.remakes + 1}
        return {"paid": True} if to is _S.DELIVERED else {}

    def _sharing(self) -> dict[str, Any]:
        """Return what accepting or new scans change: the promise, and the files."""
        if self._wish.action is _A.ACCEPT:
            return {"due_on": self._due(), "accepted_by": self._acceptor()}
        ids = sorted(set(self._wish.file_ids))
        case = scans.case_for_lab(self._unit, self._ctx, self._order.case_id, ids)
        _refuse(case.refusal)
        if not ids:
            raise FilesNeeded
        files = case.files
        if problems := [each for file in files for each in file_problems(file, self._wish)]:
            raise OrderRefused(problems=problems)
        warned = [file.file_id for file in files if file.warned]
        return {
            "files": [shared(file) for file in files],
            "signed_off": warned,
            "due_on": self._due(),
        }

    def _due(self) -> str | None:
        profile = self._unit.get(LabProfile, self._order.lab_id)
        if profile is None:
            return self._order.due_on
        received = day_of(self._ctx.clock.now())
        return due_on(received, self._order.turnaround, profile.calendar).isoformat()

    def _acceptor(self) -> str | None:
        return self._ctx.caller.uid if self._party is Party.LAB else self._order.accepted_by

    def _rescan(self) -> "Rescan | None":
        """Read whose scans the lab wants anew."""
        if self._wish.action is not _A.REQUEST_RESCAN:
            return None
        file_ids = [file.file_id for file in self._order.files]
        return scans.rescan(self._unit, self._order.case_id, file_ids)

    def _money(self, to: OrderState) -> "OrderMoney | None":
        """Read and settle what the step costs or gives back, once in an order's life."""
        order = self._order
        if order.paid or to not in {_S.DELIVERED, *_GIVING_BACK}:
            return None
        money = wallet.order_money(self._unit, self._ctx)
        if to is _S.DELIVERED:
            money.deliver(order.clinic_id, order.lab_id, order.id)
        else:
            money.give_back(order.clinic_id, order.id)
        return money


def _refuse(refusal: str | None) -> None:
    if refusal is not None:
        raise OrderRefused(problems=[problem(Problem(refusal))])


def _now(order: Order) -> OrderNow:
    return OrderNow(order_id=order.id, state=order.state, due_on=order.due_on)
