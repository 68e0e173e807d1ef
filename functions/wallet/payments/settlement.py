"""Books what the gateway tells of payments, each event once: money in, and what goes back of it.

The webhook and the reconciliation both come here. An event is recorded with its effect, in one
unit; whatever people have to look after is told to the admins in the same one.
"""

from datetime import UTC, datetime

from core import log
from core.clock import Clock
from core.queries import Query
from core.store import Store
from core.units import UnitOfWork
from messaging.service import Audience, Notice, notify
from wallet.ledger import operations
from wallet.ledger.billing_task import want_vouchers
from wallet.ledger.journal import Journal, PostingRequest
from wallet.payments import events
from wallet.payments.claims import Claims
from wallet.payments.entities import GatewayPayment
from wallet.payments.errors import PaymentNotBookedError
from wallet.payments.events import GatewayEvent
from wallet.payments.models import Outcome, Payment, PaymentEvent
from wallet.payments.states import PAYMENT, DisputeAction, PaymentAction, RefundAction

BY_ORDER = Query(Payment, where=(("order_id", "=="),))

#: Outcomes that somebody has to look into: what the gateway has and the books have differ.
ALARMS = frozenset(
    {
        Outcome.UNKNOWN_ORDER,
        Outcome.WRONG_AMOUNT,
        Outcome.WRONG_CURRENCY,
        Outcome.PAID_TWICE,
        Outcome.MALFORMED,
        Outcome.RETURNED_TWICE,
        Outcome.DEDUCTED_OTHERWISE,
        Outcome.CONTRADICTED,
    }
)

_REFUND_ACTIONS = {
    "pending": RefundAction.ASK,
    "processed": RefundAction.PROCESS,
    "failed": RefundAction.FAIL,
}
_DISPUTE_ACTIONS = {
    "open": DisputeAction.OPEN,
    "created": DisputeAction.OPEN,
    "under_review": DisputeAction.REVIEW,
    "action_required": DisputeAction.DEMAND,
    "won": DisputeAction.WIN,
    "lost": DisputeAction.LOSE,
    "closed": DisputeAction.CLOSE,
}
#: What an admin has to answer at the gateway, or what the platform lost there: whether or not
#: anything is booked, and whether or not any wallet ever got what is disputed.
_ALWAYS_TOLD = frozenset({DisputeAction.OPEN, DisputeAction.DEMAND, DisputeAction.LOSE})


def settle(store: Store, clock: Clock, event_id: str, event: GatewayEvent | None) -> Outcome | None:
    """Do what an event of the gateway's asks for, once; None is one that nobody can read.

    Four reads and six writes where money is booked, the notice to the owners among them. At most
    three and a write where it is not, and a second write where a failure is noted; a write more for
    the admins' notice. A read and a write more for each refund and dispute of the payment. One read
    where the event was delivered before, and None is returned.

    Raises:
        Busy: have it delivered again.
    """
    outcome, payment = store.compete(lambda unit: _settled(store, unit, clock, event_id, event))
    known = {"event": event_id, "outcome": outcome, "payment": payment.id if payment else None}
    if outcome is Outcome.BOOKED and payment:
        want_vouchers(store, clock, payment.wallet_id, event_id)
    if outcome in ALARMS:
        log.failure("payment not booked", PaymentNotBookedError(), **known)
    log.info("payment event", **known, reads=store.tally.reads, writes=store.tally.writes)
    return outcome


def _settled(
    store: Store, unit: UnitOfWork, clock: Clock, event_id: str, event: GatewayEvent | None
) -> tuple[Outcome | None, Payment | None]:
    if unit.get(PaymentEvent, event_id) is not None:
        return None, None
    told = event.payment if event else None
    payment = _of_order(store, unit, told.order_id) if told else None
    work = _Work(unit, clock.now(), payment) if payment else None
    outcome = _outcome(event, work)
    if work:
        outcome = work.finish(store, clock, event, outcome)
    claim = event.claim if event else None
    recorded = PaymentEvent(
        type=event.type if event else "",
        outcome=outcome,
        order_id=told.order_id if told else None,
        claim_id=claim.id if claim else None,
        received_at=clock.now(),
    )
    unit.create(recorded, event_id)
    if outcome in ALARMS or (event and _heard(event, outcome)):
        what = outcome if outcome in ALARMS or event is None else event.type
        alarm = {"event": event_id, "what": str(what)}
        notify(unit, store, clock, Audience.admins(), Notice.PAYMENT_ALARM, **alarm)
    return outcome, payment


def _heard(event: GatewayEvent, outcome: Outcome) -> bool:
    """Tell whether admins hear of what a refund or dispute has come to."""
    if event.dispute and outcome in {Outcome.RECORDED, Outcome.NOT_CREDITED}:
        return _dispute_action(event) in _ALWAYS_TOLD
    return event.claim is not None and outcome is Outcome.BOOKED


def _dispute_action(event: GatewayEvent) -> DisputeAction | None:
    """Read what an event, or the state in a list, says of a dispute; None for an unknown word."""
    return _DISPUTE_ACTIONS.get(event.type.rpartition(".")[2])


def _of_order(store: Store, unit: UnitOfWork, order_id: str | None) -> Payment | None:
    """Read the payment of an order.

    It is looked up outside the unit: a payment keeps its order, and within a transaction the query
    would lock out the events of other payments.
    """
    found: list[Payment] = store.find(BY_ORDER, order_id, limit=1) if order_id else []
    return unit.get(Payment, found[0].id) if found else None


class _Work:
    """What one event does to its payment, and to the claims on that."""

    def __init__(self, unit: UnitOfWork, now: datetime, payment: Payment) -> None:
        self._unit, self._now = unit, now
        self.payment = payment
        self.claims = Claims(unit, payment)
        self._journal = Journal(unit, now)

    def pay(self, told: GatewayPayment) -> None:
        """Credit the wallet and close the payment; who started it is who pays in."""
        payment, reference = self.payment, Payment.path_for(self.payment.id)
        order = PostingRequest(payment.started_by, reference, payment.fingerprint)
        wallet = self._journal.wallet(payment.wallet_id, payment.kind)
        booked = operations.top_up(self._journal, order, wallet, payment.paise, reference=reference)
        changes = {
            "state": PAYMENT.must(payment.state, PaymentAction.PAY).to,
            "gateway_payment": told.id,
            "transaction_id": booked.id,
            "settled_at": self._now,
        }
        self.claims.payment = payment.model_copy(update=changes)

    def fail(self) -> None:
        """Note that an attempt failed."""
        to = PAYMENT.must(self.payment.state, PaymentAction.FAIL).to
        self.claims.payment = self.payment.model_copy(update={"state": to})

    def take(self, event: GatewayEvent) -> Outcome:
        """Take in what the event says of a refund or dispute."""
        if event.refund:
            *_, said = event.type.split(".")
            action = _REFUND_ACTIONS.get(said) or _REFUND_ACTIONS.get(event.refund.status)
            if action is None:
                return Outcome.MALFORMED
            return self.claims.take_refund(event.refund, action, self._now)
        if event.dispute is None:
            return Outcome.MALFORMED
        said_at = datetime.fromtimestamp(event.at, UTC) if event.at else self._now
        what = _dispute_action(event)
        if what is None:
            return Outcome.MALFORMED
        return self.claims.take_dispute(event.dispute, what, said_at, self._now)

    def finish(
        self, store: Store, clock: Clock, event: GatewayEvent | None, outcome: Outcome
    ) -> Outcome:
        """Book what follows, write it all, and tell the owners; return what came of it."""
        notices = [Notice.PAYMENT_RECEIVED] if event and outcome is Outcome.BOOKED else []
        news = outcome in {Outcome.BOOKED, Outcome.RECORDED}
        notices += self.claims.book(self._journal) if news else []
        claim = event.claim if event else None
        if claim and outcome is Outcome.RECORDED:
            outcome = self.claims.outcome(claim.id)
        self._journal.write()
        after = self.claims.payment.model_copy(update=self.claims.write())
        if changes := {n: v for n, v in after if getattr(self.payment, n) != v}:
            self._unit.change(self.payment, **changes)
        owners = Audience.organisation(after.kind, after.wallet_id)
        for notice in notices:
            notify(self._unit, store, clock, owners, notice, payment=after.id)
        return outcome


def _outcome(event: GatewayEvent | None, work: _Work | None) -> Outcome:
    """Judge an event by the payment that it is about, and take it in."""
    if event is None:
        return Outcome.MALFORMED
    if event.payment is None:
        return Outcome.UNHANDLED
    if work is None:
        return Outcome.UNKNOWN_ORDER
    if event.claim:
        return work.take(event)
    if event.type == events.FAILED:
        if not PAYMENT.allows(work.payment.state, PaymentAction.FAIL):
            return Outcome.TOO_LATE
        work.fail()
        return Outcome.FAILED
    outcome = _outcome_of_money(event.payment, work.payment)
    if outcome is Outcome.BOOKED:
        work.pay(event.payment)
    return outcome


def _outcome_of_money(told: GatewayPayment, payment: Payment) -> Outcome:
    if told.currency != payment.currency:
        return Outcome.WRONG_CURRENCY
    if told.amount != payment.paise:
        return Outcome.WRONG_AMOUNT
    if PAYMENT.allows(payment.state, PaymentAction.PAY):
        return Outcome.BOOKED
    same = told.id == payment.gateway_payment
    return Outcome.ALREADY_BOOKED if same else Outcome.PAID_TWICE
