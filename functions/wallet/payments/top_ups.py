"""Payments into wallets: starts one at the gateway, for `settlement` to book once it was paid."""

from core import audit
from core.access import ORG_ROLES, Role
from core.context import Context
from core.errors import KeyReused, RoleNotAllowed
from core.units import UnitOfWork
from wallet.ledger.callers import order_of
from wallet.payments.gateway import Gateway
from wallet.payments.models import Payment
from wallet.payments.requests import StartTopUp, TopUpStarted


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
