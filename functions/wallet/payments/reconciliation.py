"""Reconciles the books with the payment gateway: books what a lost event told, lists what differs.

A webhook that fails for a day is switched off, and its events are lost for good; so the gateway is
asked what it has. Whatever is missing is booked as the event would have been, by `settlement`, so
that it may run at any time, twice, and beside the webhook. It goes on day by day: one that was cut
off is taken up again with the day that its report names.
"""

import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import TypeVar

from core import log
from core.clock import Clock, day_of, start_of
from core.queries import Query
from core.store import Store
from wallet.payments import events, gateway, settled, settlement
from wallet.payments.entities import (
    GatewayPayment,
    Reported,
    ReportedDispute,
    ReportedRefund,
    Unreadable,
)
from wallet.payments.errors import PaymentNotBookedError
from wallet.payments.events import GatewayEvent
from wallet.payments.gateway import Gateway, Page
from wallet.payments.models import (
    Dispute,
    DisputeState,
    GatewayRefund,
    Payment,
    PaymentState,
    RefundState,
)
from wallet.payments.reports import Difference, DifferenceKind, ReconciliationReport
from wallet.payments.states import KEPT, UNDECIDED

R = TypeVar("R", bound=Reported)

#: Pages that are read of a list for one day, far more than there are: 20,000 payments.
_MOST_PAGES = 200
#: Refunds and disputes that go on, of whatever day, that are asked about in one run.
_MOST_OPEN = 500

#: What was booked in a span of time.
SETTLED_IN = Query(
    Payment, where=(("settled_at", ">="), ("settled_at", "<")), order=(("settled_at", "ASCENDING"),)
)
PENDING = Query(GatewayRefund, where=(("state", "=="),))
GOING_ON = Query(Dispute, where=(("state", "in"),))

#: What the gateway calls the states of a dispute: it does not list that it asks for more.
_SAME_STATES = {DisputeState.ACTION_REQUIRED: DisputeState.OPEN}
_D = DifferenceKind


def reconcile(
    store: Store, clock: Clock, at: Gateway, first: date, last: date, *, seconds: float
) -> ReconciliationReport:
    """Reconcile days of India, both included, until the time is over; what was found.

    A call to the gateway for each page of a list and for each payment, refund or dispute that the
    lists do not have. A read for each payment, refund and dispute; where one is booked, what that
    costs; and a read for each item that was settled.

    Raises:
        PaymentGatewayUnavailable, Busy: what was booked by then stays; run it again.
    """
    run = _Run(store, clock, at)
    deadline = time.monotonic() + seconds
    day = first
    while day <= min(last, day_of(clock.now())):
        run.day(day)
        run.report.through = day
        day += timedelta(days=1)
        if time.monotonic() > deadline:
            return run.report
    run.going_on()
    run.report.through = last
    return run.report


class _Run:
    """One run: what the gateway has, beside what is booked."""

    def __init__(self, store: Store, clock: Clock, at: Gateway) -> None:
        self._store, self._clock, self._at = store, clock, at
        self.report = ReconciliationReport()
        self._payments: dict[str, GatewayPayment | None] = {}
        self._seen: set[str] = set()
        self._unread: set[str] = set()

    def day(self, day: date) -> None:
        """Compare what was made on a day, and what was settled on it."""
        begin = int(start_of(day).timestamp())
        span = (begin, int(start_of(day + timedelta(days=1)).timestamp()) - 1)
        payments = list(self._all(lambda skip: self._at.payments(*span, skip)))
        self._payments |= {each.id: each for each in payments}
        for payment in payments:
            self._payment(payment)
        for refund in self._all(lambda skip: self._at.refunds(*span, skip)):
            self._refund(refund)
        for dispute in self._all(lambda skip: self._at.disputes(*span, skip)):
            self._dispute(dispute)
        self._booked_on(day)
        settlements = list(self._all(lambda skip: self._at.settlements(*span, skip)))
        items = list(self._all(lambda skip: self._at.settled_items(day, skip), gateway.ITEMS_PAGE))
        settled.add(self._store, self.report, settlements, items)

    def going_on(self) -> None:
        """Ask about refunds and disputes that are not over here, whenever they were made."""
        for refund in self._store.find(PENDING, RefundState.PENDING, limit=_MOST_OPEN):
            if refund.id not in self._seen:
                self._asked(refund.id, self._at.refund(refund.id), self._refund)
        for dispute in self._store.find(GOING_ON, sorted(UNDECIDED), limit=_MOST_OPEN):
            if dispute.id not in self._seen:
                self._asked(dispute.id, self._at.dispute(dispute.id), self._dispute)

    def _all(self, page: Callable[[int], Page[R]], most: int = gateway.PAGE) -> Iterator[R]:
        """Yield what a list has, each once: what is made meanwhile moves the rest to later pages.

        What cannot be read is a difference, and stops no other.
        """
        seen: set[str] = set()
        for number in range(_MOST_PAGES):
            found = page(number * most)
            for each in found:
                name = str(getattr(each, "id", None) or getattr(each, "entity_id", ""))
                if name in seen:
                    continue
                seen.add(name)
                if isinstance(each, Unreadable):
                    self._unreadable(each)
                else:
                    yield each
            if len(found) < most:
                return
        log.failure("payments differ", PaymentNotBookedError(), pages=_MOST_PAGES)  # what is read

    def _unreadable(self, found: Unreadable) -> None:
        self._unread.add(found.id)
        self.report.differs([Difference(_D.UNREADABLE, found.id)])

    # --- payments -----------------------------------------------------------------------------

    def _payment(self, told: GatewayPayment) -> None:
        if not told.taken:
            return
        self.report.payments += 1
        self.report.paid += told.amount
        here = self._of_order(told)
        if here and here.gateway_payment == told.id:
            self.report.differs(_amounts(told, here))
            return
        paid = here is not None and here.state is PaymentState.PAID
        if told.status == "refunded" and (here is None or paid):
            return  # it was never credited, and went back
        self._settle(told.id, GatewayEvent(events.CAPTURED, told))
        here = self._of_order(told)
        if here is None:
            self.report.differs([Difference(_D.NOT_BOOKED, told.id, told.amount)])
        elif here.gateway_payment == told.id:
            self.report.booked.append(told.id)
        elif here.state is PaymentState.PAID:
            self.report.differs([Difference(_D.SECOND_PAYMENT, told.id, told.amount)])
        else:
            self.report.differs(_amounts(told, here))

    def _booked_on(self, day: date) -> None:
        """Ask about each payment that was booked on a day and is in none of the lists."""
        span = (start_of(day), start_of(day + timedelta(days=1)))
        after: Payment | None = None
        while True:
            found: list[Payment] = self._store.find(
                SETTLED_IN, *span, limit=gateway.PAGE, after=after
            )
            for payment in found:
                subject = payment.gateway_payment or payment.id
                there = self._there(payment.gateway_payment or "")
                if subject in self._unread:
                    continue
                if there is None or not there.taken:
                    kind = _D.NOT_THERE
                    self.report.differs([Difference(kind, subject, None, payment.paise)])
                else:
                    self.report.differs(_amounts(there, payment))
            if len(found) < gateway.PAGE:
                return
            after = found[-1]

    def _of_order(self, told: GatewayPayment) -> Payment | None:
        order = told.order_id
        found: list[Payment] = (
            self._store.find(settlement.BY_ORDER, order, limit=1) if order else []
        )
        return found[0] if found else None

    def _there(self, payment_id: str) -> GatewayPayment | None:
        """Return a payment as the gateway has it; None where it has none, or none to read."""
        if payment_id not in self._payments:
            found = self._at.payment(payment_id)
            if isinstance(found, Unreadable):
                self._unreadable(found)
                found = None
            self._payments[payment_id] = found
        return self._payments[payment_id]

    # --- refunds and disputes -----------------------------------------------------------------

    def _refund(self, told: ReportedRefund) -> None:
        self._seen.add(told.id)
        self.report.refunds += 1
        self.report.refunded += told.amount if told.status == "processed" else 0
        payment = self._there(told.payment_id)
        before = self._store.get(GatewayRefund, told.id)
        if payment and (before is None or before.state != told.status):
            event = GatewayEvent(f"refund.{told.status}", payment, refund=told)
            self._settle(f"{told.id}_{told.status}", event)
        here = self._store.get(GatewayRefund, told.id)
        returned = payment is not None and payment.status == "refunded"
        if here is None and not returned and told.status != "failed":
            self.report.differs([Difference(_D.REFUND_NOT_BOOKED, told.id, told.amount)])
        if here is not None:
            self._standing(told, here, before)

    def _dispute(self, told: ReportedDispute) -> None:
        self._seen.add(told.id)
        self.report.disputes += 1
        payment = self._there(told.payment_id)
        before = self._store.get(Dispute, told.id)
        if payment and (before is None or _standing_of(before) != told.status):
            event = GatewayEvent(f"payment.dispute.{told.status}", payment, dispute=told)
            self._settle(f"{told.id}_{told.status}", event)
        here = self._store.get(Dispute, told.id)
        if here is None and told.status not in {"won", "closed"}:
            self.report.differs([Difference(_D.DISPUTE_NOT_BOOKED, told.id, told.amount)])
        if here is not None:
            self._standing(told, here, before)

    def _standing(
        self,
        told: ReportedRefund | ReportedDispute,
        here: GatewayRefund | Dispute,
        before: GatewayRefund | Dispute | None,
    ) -> None:
        if _bookings(here) - _bookings(before):
            self.report.booked.append(told.id)
        if told.amount != here.paise:
            self.report.differs([Difference(_D.OTHER_AMOUNT, told.id, told.amount, here.paise)])
        elif self._unbooked(here):
            of_refund = isinstance(here, GatewayRefund)
            kind = _D.REFUND_NOT_BOOKED if of_refund else _D.DISPUTE_NOT_BOOKED
            self.report.differs([Difference(kind, told.id, told.amount)])
        if _standing_of(here) != told.status:
            self.report.differs([Difference(_D.OTHER_STATE, told.id, told.amount, here.paise)])

    def _unbooked(self, here: GatewayRefund | Dispute) -> bool:
        """Tell whether nothing is booked of what was taken, or is to be set aside."""
        if isinstance(here, GatewayRefund):
            takes = here.state is RefundState.PROCESSED and here.transaction_id is None
        else:
            takes = here.state not in KEPT and here.hold_id is None
        payment = self._store.get(Payment, here.payment_id) if takes else None
        return payment is not None and payment.gateway_payment == here.gateway_payment

    def _asked(
        self, claim_id: str, told: R | Unreadable | None, compare: Callable[[R], None]
    ) -> None:
        """Compare what was asked about by its id, which the gateway may not know."""
        if isinstance(told, Unreadable):
            self._unreadable(told)
        elif told is None:
            self.report.differs([Difference(_D.NOT_THERE, claim_id)])
        else:
            compare(told)

    def _settle(self, about: str, event: GatewayEvent) -> None:
        """Have it booked as the event that did not arrive; one that was tried before is known."""
        settlement.settle(self._store, self._clock, f"reconciled_{about}", event)


def _amounts(told: GatewayPayment, here: Payment) -> list[Difference]:
    same = (told.amount, told.currency) == (here.paise, here.currency)
    return [] if same else [Difference(_D.OTHER_AMOUNT, told.id, told.amount, here.paise)]


def _bookings(claim: GatewayRefund | Dispute | None) -> set[tuple[str, object]]:
    """Return what was booked of a refund or dispute, by the fields that name the transactions."""
    booked = {"transaction_id", "reversal_id", "hold_id"}
    return {(name, value) for name, value in claim or () if name in booked and value}


def _standing_of(here: GatewayRefund | Dispute) -> str:
    """Return where a refund or dispute stands here, as the gateway calls it."""
    if isinstance(here, Dispute):
        return str(_SAME_STATES.get(here.state, here.state))
    return str(here.state)
