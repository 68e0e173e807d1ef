"""Payments into wallets: starts one, and books it when the gateway tells that it was paid."""

from core import audit, log
from core.access import ORG_ROLES, Role
from core.clock import Clock
from core.context import Context
from core.errors import KeyReused, RoleNotAllowed
from core.queries import Query
from core.store import Store
from core.units import UnitOfWork
from wallet.ledger import operations
from wallet.ledger.billing_task import want_vouchers
from wallet.ledger.callers import order_of
from wallet.ledger.journal import Journal, PostingRequest
from wallet.payments import gateway
from wallet.payments.errors import PaymentNotBookedError
from wallet.payments.gateway import Gateway, GatewayEvent, GatewayPayment
from wallet.payments.models import Outcome, Payment, PaymentEvent
from wallet.payments.requests import StartTopUp, TopUpStarted
from wallet.payments.states import PAYMENT, PaymentAction

BY_ORDER = Query(Payment, where=(("order_id", "=="),))

#: Outcomes that somebody has to look into.
_ALARMS = frozenset(
    {Outcome.WRONG_AMOUNT, Outcome.WRONG_CURRENCY, Outcome.PAID_TWICE, Outcome.MALFORMED}
)


# --- starting -------------------------------------------------------------------------------------


def start(ctx: Context, at: Gateway, request: StartTopUp) -> TopUpStarted:
    """Make a payment and its order at the gateway. Two reads and three writes; a retry reads once.

    A retry goes on where a crash left it, and looks for the order before it makes one. Only calls
    under one key at the same moment may make two; all of them answer with the same, and the other
    one, which nobody was told of, cannot be paid.

    Raises:
        PaymentGatewayUnavailable, KeyReused, Busy.
    """
    payment, again = ctx.store.run(lambda unit: _claimed(unit, ctx, request))
    order_id = payment.order_id
    if order_id is None:
        found = at.find_order(payment.id) if again else None
        made = found or at.make_order(payment.id, payment.paise)
        order_id = ctx.store.run(lambda unit: _kept(unit, payment.id, made))
    return TopUpStarted(
        payment_id=payment.id,
        order_id=order_id,
        paise=payment.paise,
        currency=payment.currency,
        key_id=at.key_id,
    )


def _claimed(unit: UnitOfWork, ctx: Context, request: StartTopUp) -> tuple[Payment, bool]:
    """Return the payment that the key stands for, and whether it was there before."""
    caller = ctx.caller
    if caller.role not in ORG_ROLES or caller.org is None:
        raise RoleNotAllowed
    order = order_of(ctx, "payments/start_top_up", request.idempotency_key, request)
    before = unit.get(Payment, order.transaction_id)
    if before is not None and before.fingerprint != order.fingerprint:
        raise KeyReused
    if before is not None:
        return before, True
    payment = Payment(
        wallet_id=caller.org,
        kind=Role(caller.role),
        paise=request.paise,
        started_by=caller.uid,
        started_at=ctx.clock.now(),
        fingerprint=order.fingerprint,
    ).placed(order.transaction_id)
    unit.create(payment, payment.id)
    audit.record(unit, ctx, "wallet.start_top_up", Payment.path_for(payment.id))
    return payment, False


def _kept(unit: UnitOfWork, payment_id: str, order_id: str) -> str:
    """Store a payment's order, unless another call was faster; return the one that counts."""
    payment = unit.get(Payment, payment_id)
    if payment is None or payment.order_id is None:
        if payment is not None:
            unit.change(payment, order_id=order_id)
        return order_id
    return payment.order_id


# --- settling -------------------------------------------------------------------------------------


def settle(store: Store, clock: Clock, event_id: str, event: GatewayEvent | None) -> None:
    """Do what an event of the gateway's asks for, once; None is one that nobody can read.

    Four reads and six writes where money is booked, the notice to the owners among them. At most
    three and a write where it is not, and a second write where a failure is noted. One read
    where the event was delivered before.

    Raises:
        Busy: have it delivered again.
    """
    outcome, payment = store.compete(lambda unit: _settled(store, unit, clock, event_id, event))
    known = {"event": event_id, "outcome": outcome, "payment": payment.id if payment else None}
    if outcome is Outcome.BOOKED and payment:
        want_vouchers(store, clock, payment.wallet_id, payment.id)
    if outcome in _ALARMS:
        log.failure("payment not booked", PaymentNotBookedError(), **known)
    log.info("payment event", **known, reads=store.tally.reads, writes=store.tally.writes)


def _settled(
    store: Store, unit: UnitOfWork, clock: Clock, event_id: str, event: GatewayEvent | None
) -> tuple[Outcome | None, Payment | None]:
    if unit.get(PaymentEvent, event_id) is not None:
        return None, None
    told = event.payment if event else None
    payment = _of_order(store, unit, told.order_id) if told else None
    outcome = _outcome(event, payment)
    if payment and told and outcome is Outcome.BOOKED:
        _book(store, unit, clock, payment, told)
    elif payment and outcome is Outcome.FAILED:
        unit.change(payment, state=PAYMENT.must(payment.state, PaymentAction.FAIL).to)
    recorded = PaymentEvent(
        type=event.type if event else "",
        outcome=outcome,
        order_id=told.order_id if told else None,
        received_at=clock.now(),
    )
    unit.create(recorded, event_id)
    return outcome, payment


def _of_order(store: Store, unit: UnitOfWork, order_id: str | None) -> Payment | None:
    """Read the payment of an order.

    It is looked up outside the unit: a payment keeps its order, and within a transaction the query
    would lock out the events of other payments.
    """
    found: list[Payment] = store.find(BY_ORDER, order_id, limit=1) if order_id else []
    return unit.get(Payment, found[0].id) if found else None


def _outcome(event: GatewayEvent | None, payment: Payment | None) -> Outcome:
    """Judge an event by the payment that it is about."""
    if event is None:
        return Outcome.MALFORMED
    if event.payment is None:
        return Outcome.UNHANDLED
    if payment is None:
        return Outcome.UNKNOWN_ORDER
    if event.type == gateway.FAILED:
        open_ = PAYMENT.allows(payment.state, PaymentAction.FAIL)
        return Outcome.FAILED if open_ else Outcome.TOO_LATE
    return _outcome_of_money(event.payment, payment)


def _outcome_of_money(told: GatewayPayment, payment: Payment) -> Outcome:
    if told.currency != payment.currency:
        return Outcome.WRONG_CURRENCY
    if told.amount != payment.paise:
        return Outcome.WRONG_AMOUNT
    if PAYMENT.allows(payment.state, PaymentAction.PAY):
        return Outcome.BOOKED
    same = told.id == payment.gateway_payment
    return Outcome.ALREADY_BOOKED if same else Outcome.PAID_TWICE


def _book(
    store: Store, unit: UnitOfWork, clock: Clock, payment: Payment, told: GatewayPayment
) -> None:
    """Credit the wallet, close the payment and tell the owners; who started it is who pays in."""
    from messaging.service import Audience, Notice, notify  # only the webhook books

    now = clock.now()
    reference = Payment.path_for(payment.id)
    order = PostingRequest(payment.started_by, reference, payment.fingerprint)
    journal = Journal(unit, now)
    wallet = journal.wallet(payment.wallet_id, payment.kind)
    booked = operations.top_up(journal, order, wallet, payment.paise, reference=reference)
    journal.write()
    unit.change(
        payment,
        state=PAYMENT.must(payment.state, PaymentAction.PAY).to,
        gateway_payment=told.id,
        transaction_id=booked.id,
        settled_at=now,
    )
    owners = Audience.organisation(payment.kind, payment.wallet_id)
    notify(unit, store, clock, owners, Notice.PAYMENT_RECEIVED, payment=payment.id)
